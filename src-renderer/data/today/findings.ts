/** Alerts and contradictions of the whole book, kept fresh: only accounts of which something changed are gone through. */
import { earlierScore } from '#shared/domain/alerts/earlier-score.ts';
import { findAlerts } from '#shared/domain/alerts/find-alerts.ts';
import type { AccountCase } from '#shared/domain/contradictions/account-case.ts';
import { findContradictions } from '#shared/domain/contradictions/find-contradictions.ts';
import { type ReadyRule, readyRule } from '#shared/domain/contradictions/own-rules.ts';
import type { AccountRow } from '#shared/domain/summary/account-row.ts';
import type { Alert, Contradiction, OwnRule } from '#shared/model/alert.ts';
import type { BookStore } from '../book.ts';
import { onChangedKeys } from '../changed-keys.ts';
import type { HealthStore } from '../health/health-store.ts';
import { localDayOf } from '../health/local-day.ts';
import { readBookFacts } from '../health/read-facts.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { KizunaDatabase } from '../schema.ts';
import { followTasks } from '../tasks.ts';
import { freshSignals } from './fresh-signals.ts';
import { readOwnRules } from './own-rules.ts';
import { keepsPlans, readCases, type ScoredCase } from './read-cases.ts';
import { BACK_DAYS, type EarlierValues, readEarlier } from './read-earlier.ts';

const DAY = 86_400_000;
/** Changes come in bursts. */
const SETTLE_MS = 60;

export interface Findings {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly alerts: readonly Alert[];
  readonly contradictions: readonly Contradiction[];
  readonly cases: ReadonlyMap<string, AccountCase>;
  readonly rules: readonly ReadyRule[];
  /** Some accounts have no score yet: more may come in. */
  readonly scoring: boolean;
  /** 'YYYY-MM-DD' that they hold for. */
  readonly today: string;
  readonly error?: unknown;
}

export interface FollowedFindings extends Observable<Findings> {
  /** While nobody looks nothing is worked out; what was found stays. */
  setWatched(watched: boolean): void;
  retry(): void;
  close(): void;
}

interface Deps {
  readonly db: KizunaDatabase;
  readonly book: BookStore;
  readonly health: HealthStore;
  readonly now: () => number;
  readonly onFailure: (error: unknown) => void;
}

interface Found {
  readonly alerts: readonly Alert[];
  readonly contradictions: readonly Contradiction[];
}

const NOTHING: Findings = {
  state: 'loading',
  alerts: [],
  contradictions: [],
  cases: new Map(),
  rules: [],
  scoring: false,
  today: '',
};

/** What the score says, with where it stood 30 days ago by the same card. */
export function scoredCase(
  health: HealthStore,
  account: string,
  now: number,
  today: string,
  values?: EarlierValues,
): ScoredCase | undefined {
  const figure = health.figureOf(account);
  if (figure === undefined) return undefined;
  const { value, trend } = figure;
  const band = health.bandOf(account);
  const earlier = earlierScore({
    value,
    change: trend.days30,
    card: health.cardOf(account),
    band,
    at: now - BACK_DAYS * DAY,
    values,
  });
  return { signals: freshSignals(health.signalsOf(account), now, today), band: band.band, value, earlier };
}

/** By which one sees that nothing of an account has changed since it was gone through. */
function traceOf(health: HealthStore, account: string): string {
  const figure = health.figureOf(account);
  if (figure === undefined) return '';
  const { value, band, trend, coverage } = figure;
  return [value, band, coverage, trend.days30, health.bandOf(account).band].join(' ');
}

export function followFindings({ db, book, health, now, onFailure }: Deps): FollowedFindings {
  const shown = createObservable<Findings>(NOTHING);
  const tasks = followTasks(db, onFailure);
  const found = new Map<string, Found>();
  const cases = new Map<string, AccountCase>();
  const seen = new Map<
    string,
    { readonly row: AccountRow; readonly trace: string; readonly signals: unknown }
  >();
  let rules: readonly OwnRule[] | undefined;
  let dirty: Set<string> | 'all' = 'all';
  let today = '';
  let plans = false;
  let running = false;
  let again = false;
  let closed = false;
  let watched = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function changedRows(): AccountRow[] {
    const { rows } = book.get();
    const picked = rows.filter((row) => {
      const { id } = row.account;
      if (dirty === 'all' || dirty.has(id)) return true;
      const before = seen.get(id);
      return (
        before?.row !== row || before.signals !== health.figureOf(id) || before.trace !== traceOf(health, id)
      );
    });
    if (found.size > rows.length) {
      const here = new Set(rows.map((row) => row.account.id));
      for (const id of [...found.keys()]) if (!here.has(id)) forget(id);
    }
    return picked;
  }

  function forget(id: string): void {
    found.delete(id);
    cases.delete(id);
    seen.delete(id);
  }

  function note(row: AccountRow): void {
    const { id } = row.account;
    seen.set(id, { row, trace: traceOf(health, id), signals: health.figureOf(id) });
  }

  async function goThrough(): Promise<void> {
    const at = now();
    const day = localDayOf(at);
    if (day !== today) dirty = 'all';
    today = day;
    if (rules === undefined) {
      rules = await readOwnRules(db);
      dirty = 'all';
    }
    // The first objective of a book says of every other account that it has none.
    const keeps = await keepsPlans(db);
    if (keeps !== plans) dirty = 'all';
    plans = keeps;
    const custom = new Set(book.get().customFields.keys());
    const ready = rules.map((rule) => readyRule(rule, custom));
    const rows = changedRows();
    dirty = new Set();
    for (const row of rows) note(row);
    const { reach } = await readBookFacts(db, localDayOf);
    const accounts = rows.map((row) => row.account.id);
    const earlier = await readEarlier({ db, accounts, rules: ready, now: at });
    const read = await readCases({
      db,
      rows,
      scored: (id) => scoredCase(health, id, at, day, earlier.get(id)),
      tasks: tasks.get().tasks,
      reach,
      now: at,
      today: day,
    });
    for (const each of read) {
      const alerts: Alert[] = [];
      const contradictions: Contradiction[] = [];
      findAlerts(each, { now: at, today: day }, alerts);
      findContradictions(each, ready, { now: at, today: day }, contradictions);
      cases.set(each.account, each);
      found.set(each.account, { alerts, contradictions });
    }
    if (closed) return;
    shown.set({
      state: 'ready',
      alerts: [...found.values()].flatMap((each) => each.alerts),
      contradictions: [...found.values()].flatMap((each) => each.contradictions),
      cases,
      rules: ready,
      scoring: isScoring(),
      today: day,
    });
  }

  function isScoring(): boolean {
    if (health.get().state === 'failed') return false;
    return book.get().rows.some((row) => health.figureOf(row.account.id) === undefined);
  }

  /** Nothing can be said before the book, its tasks and its scores are there. */
  function isReady(): boolean {
    const { state } = book.get();
    return state === 'ready' && tasks.get().state !== 'loading' && health.get().state !== 'starting';
  }

  async function run(): Promise<void> {
    timer = undefined;
    if (running) {
      again = true;
      return;
    }
    if (closed || !isReady()) return;
    running = true;
    try {
      await goThrough();
    } catch (error) {
      dirty = 'all';
      onFailure(error);
      if (!closed) shown.set({ ...shown.get(), state: 'failed', error });
    } finally {
      running = false;
      if (again) {
        again = false;
        soon();
      }
    }
  }

  function soon(): void {
    if (!closed && watched) timer ??= setTimeout(() => void run(), SETTLE_MS);
  }

  function soil(accounts: Iterable<string | undefined> | 'all'): void {
    if (accounts === 'all') dirty = 'all';
    else if (dirty !== 'all') for (const id of accounts) if (id !== undefined && id !== '') dirty.add(id);
    soon();
  }

  /** Records that hang on an account; one that is gone no longer says on which. */
  function followTable(table: 'contacts' | 'opportunities' | 'objectives') {
    return onChangedKeys(db.name, [table], (keys) => {
      if (keys === 'many') {
        soil('all');
        return;
      }
      db.table<{ account?: string } | undefined, string>(table)
        .bulkGet([...keys])
        .then((records) => {
          soil(records.some((each) => each === undefined) ? 'all' : records.map((each) => each?.account));
        }, onFailure);
    });
  }

  let tasksBefore = tasks.get().tasks;
  const stops = [
    book.subscribe(soon),
    health.subscribe(soon),
    tasks.subscribe(({ tasks: now }) => {
      const before = tasksBefore;
      tasksBefore = now;
      const touched = new Set<string>();
      for (const [id, task] of now) if (before.get(id) !== task) touched.add(task.account);
      for (const [id, task] of before) if (!now.has(id)) touched.add(task.account);
      soil(touched);
    }),
    followTable('contacts'),
    followTable('opportunities'),
    followTable('objectives'),
    onChangedKeys(db.name, ['ownRules'], () => {
      rules = undefined;
      soon();
    }),
  ];
  const midnight = setInterval(() => {
    if (localDayOf(now()) !== today) soon();
  }, 60_000);
  soon();

  return {
    get: shown.get,
    subscribe: shown.subscribe,
    setWatched(next) {
      watched = next;
      soon();
    },
    retry() {
      dirty = 'all';
      soon();
    },
    close() {
      closed = true;
      clearTimeout(timer);
      clearInterval(midnight);
      for (const stop of stops) stop();
      tasks.close();
    },
  };
}

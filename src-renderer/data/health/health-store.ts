/** Health as screens see it: the scores of all accounts, kept fresh by a worker. Loaded when it is first needed. */
import type { EffectiveBand } from '#shared/domain/health/score.ts';
import type { HealthOverride, HealthScore, Scorecard, Signals } from '#shared/model/health.ts';
import type { Operation } from '#shared/model/operation.ts';
import { AskedMap } from './asked-map.ts';
import type { FromHealthWorker, HealthWork, ToHealthWorker } from './messages.ts';
import { type HealthFigure, type HealthTrend, ScoredAccounts } from './scored-accounts.ts';

export interface Health {
  /** 'starting': what is stored is being scored; 'ready': all accounts that have signals have scores. */
  readonly state: 'starting' | 'ready' | 'failed';
  /** What goes on in the background, for a quiet line of status. */
  readonly work: HealthWork | undefined;
  /** 'YYYY-MM-DD' of the newest scoring. */
  readonly day: string;
  /** Worked out when they are asked for; a score that did not change is the same object. */
  readonly scores: ReadonlyMap<string, HealthScore>;
  /** Change against 7, 30 and 90 days ago. */
  readonly trends: ReadonlyMap<string, HealthTrend>;
  readonly cards: readonly Scorecard[];
  /** Grows with each change. */
  readonly version: number;
}

export interface HealthStore {
  get(): Health;
  subscribe(listener: () => void): () => void;
  /** Value, coverage, band and trend: what lists show. */
  figureOf(account: string): HealthFigure | undefined;
  /** The band that counts, the computed one, and the override that holds. */
  bandOf(account: string): EffectiveBand;
  overrideOf(account: string): HealthOverride | undefined;
  signalsOf(account: string): Signals;
  /** The scorecard that fits; undefined when none does. */
  cardOf(account: string): Scorecard | undefined;
  /** After each operation. */
  written(operation: Pick<Operation, 'changes'>): void;
  /** After an import, its undo or a restore. */
  imported(): void;
  /** After the user set another month for the beginning of the fiscal year. */
  fiscalYearChanged(): void;
  close(): void;
}

export interface HealthStoreDeps {
  readonly makeWorker: () => Worker;
  /** Name of the app's database. */
  readonly database: string;
  /** Told of what should not happen: the screen says that there are no scores, the log says why. */
  readonly onFailure: (error: { readonly name: string; readonly message: string }) => void;
  /** The month in which the user's fiscal year begins, 1 to 12. */
  readonly fiscalYearStart?: () => number;
}

/** While slices come in one after the other, screens follow at this distance. */
const FOLLOW_MS = 400;

export function createHealthStore({
  makeWorker,
  database,
  onFailure,
  fiscalYearStart = () => 1,
}: HealthStoreDeps): HealthStore {
  const scored = new ScoredAccounts();
  const listeners = new Set<() => void>();
  const worker = makeWorker();
  let health: Health = {
    state: 'starting',
    work: undefined,
    day: '',
    scores: new Map(),
    trends: new Map(),
    cards: [],
    version: 0,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(change: Partial<Health>): void {
    clearTimeout(timer);
    timer = undefined;
    const accounts = () => scored.accounts();
    health = {
      ...health,
      day: scored.day,
      scores: new AskedMap(scored.size, accounts, (account) => scored.scoreOf(account)),
      trends: new AskedMap(scored.size, accounts, (account) => scored.figureOf(account)?.trend),
      cards: scored.cards,
      ...change,
      version: health.version + 1,
    };
    for (const listener of [...listeners]) listener();
  }

  /** The first scores are shown together: half a book in order would be out of order a moment later. */
  function soon(): void {
    if (health.state !== 'starting') timer ??= setTimeout(() => show({}), FOLLOW_MS);
  }

  function onMessage(message: FromHealthWorker): void {
    switch (message.type) {
      case 'ready':
        show({ state: 'ready' });
        return;
      case 'failed':
        onFailure(message.error);
        show({ state: 'failed', work: undefined });
        return;
      case 'work':
        health = { ...health, work: message.work };
        soon();
        return;
      case 'scores':
        scored.take(message);
        if (message.more || health.state === 'starting') soon();
        else show({});
        return;
      case 'cards':
        scored.take(message);
        if (health.state !== 'starting') show({});
        return;
      default:
        scored.take(message);
        soon();
    }
  }

  const post = (message: ToHealthWorker): void => worker.postMessage(message);
  worker.onmessage = (event: MessageEvent<FromHealthWorker>) => onMessage(event.data);
  worker.onerror = () => show({ state: 'failed', work: undefined });
  post({ type: 'open', database, fiscalYearStart: fiscalYearStart() });

  return {
    get: () => health,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    figureOf: (account) => scored.figureOf(account),
    bandOf: (account) => scored.bandOf(account),
    overrideOf: (account) => scored.overrideOf(account),
    signalsOf: (account) => scored.signalsOf(account),
    cardOf: (account) => scored.cardOf(account),
    written: ({ changes }) => post({ type: 'changed', changes }),
    imported: () => post({ type: 'catch-up' }),
    fiscalYearChanged: () => post({ type: 'fiscal-year', start: fiscalYearStart() }),
    close() {
      clearTimeout(timer);
      listeners.clear();
      worker.terminate();
    },
  };
}

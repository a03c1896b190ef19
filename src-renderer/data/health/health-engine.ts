/** The health engine, in its worker: scores what is stored, keeps signals true to their inputs, tells the screen. */
import { hashText } from '#shared/base/hash.ts';
import type { Change } from '#shared/model/operation.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { BookFacts } from './account-facts.ts';
import { accountsOfChanges } from './changed-accounts.ts';
import { followOthers } from './follow-others.ts';
import { catchUpWeeks, importsOf } from './keep-weeks.ts';
import type { Post } from './messages.ts';
import { readBookFacts, readTouchesFrom, surveyBook } from './read-facts.ts';
import { SIGNAL_RULES } from './rows.ts';
import { createScoreBook, type ScoreBook } from './score-book.ts';
import type { On } from './score-row.ts';

export interface EngineDeps {
  readonly db: KizunaDatabase;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** The calendar day of an instant in the user's zone. */
  readonly dayOf: (at: number) => string;
  readonly post: Post;
  /** The month in which the user's fiscal year begins, 1 to 12: segments may ask for its quarters. */
  readonly fiscalYearStart?: () => number;
}

export interface HealthEngine {
  /** Scores what is stored, then catches up. Settles when both are over. */
  open(): Promise<void>;
  /** After operations. Settles when their scores were posted. */
  changed(changes: readonly Change[]): Promise<void>;
  /** After an import, its undo, or at midnight. */
  catchUp(): Promise<void>;
  /** After the fiscal year was set to begin in another month. */
  calendarChanged(): Promise<void>;
  close(): void;
}

/** Accounts whose facts are read together. */
const SLICE = 100;
/** How often a running window looks whether a new day has begun. */
const DAY_CHECK_MS = 60_000;

export function createHealthEngine({
  db,
  now,
  dayOf,
  post,
  fiscalYearStart = () => 1,
}: EngineDeps): HealthEngine {
  const stop = new AbortController();
  const { signal } = stop;
  let scores: ScoreBook | undefined;
  /** Settles when what was stored is scored; what people change meanwhile waits for it. */
  let stored: Promise<void> | undefined;
  let book: BookFacts | undefined;
  let seen = '';
  /** Accounts that wait to be scored again before anything else. */
  let waiting = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  let catching: Promise<void> | undefined;
  let again = false;
  let stopFollowing: () => void = () => undefined;

  function on(): On {
    const at = now();
    return { day: dayOf(at), now: at };
  }

  async function bookFacts(): Promise<BookFacts> {
    book ??= await readBookFacts(db, dayOf);
    return book;
  }

  async function refresh(accounts: readonly string[], more: boolean, together = false): Promise<void> {
    await scores?.refresh(accounts, { book: await bookFacts(), on: on(), seen, together }, more);
  }

  /** One at a time: facts that were read earlier never take the place of newer ones. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  /** What people just changed; background work takes small turns, so that this soon has its own. */
  async function flush(): Promise<void> {
    if (waiting.size === 0) return;
    const accounts = [...waiting];
    waiting = new Set();
    for (let from = 0; from < accounts.length; from += SLICE) {
      signal.throwIfAborted();
      await refresh(accounts.slice(from, from + SLICE), from + SLICE < accounts.length);
    }
  }

  async function catchUpHistory(): Promise<void> {
    const imports = await importsOf(db);
    const changed = await catchUpWeeks({
      db,
      now,
      signal,
      onSlice: (_accounts, share) => post({ type: 'work', work: { kind: 'history', share } }),
    });
    // Also where no weeks are new: what was logged meanwhile says since when touches are known.
    if (changed.length > 0) await surveyBook(db, now(), signal);
    book = undefined;
    const { touchesFrom = '' } = await bookFacts();
    // What was read by another history, by other rules or by another first touch is read again, also after a restart.
    seen = hashText([imports, String(SIGNAL_RULES), touchesFrom]);
  }

  /**
   * Accounts whose signals are of another day, of other imports or missing, whose trend is of another card, or whose
   * segments are by other rules.
   */
  async function staleAccounts(): Promise<{ stale: string[]; together: boolean }> {
    if (scores === undefined) return { stale: [], together: false };
    const ids = await db.accounts.toCollection().primaryKeys();
    await scores.keepOnly(new Set(ids));
    const { day } = on();
    const { rows, savedBy } = scores;
    const hasOtherPast = scores.hasOtherPast.bind(scores);
    const stale = ids.filter((id) => {
      const row = rows.get(id);
      if (row === undefined || row.day !== day || row.seen !== seen) return true;
      if (savedBy !== '' && row.savedBy !== savedBy) return true;
      return hasOtherPast(row);
    });
    return { stale, together: stale.length * 2 > ids.length };
  }

  async function catchUpOnce(): Promise<void> {
    await catchUpHistory();
    const { stale, together } = await staleAccounts();
    for (let from = 0; from < stale.length; from += SLICE) {
      signal.throwIfAborted();
      const more = from + SLICE < stale.length;
      if (more) post({ type: 'work', work: { kind: 'scores', share: from / stale.length } });
      await inTurn(() => refresh(stale.slice(from, from + SLICE), more, together));
    }
  }

  async function catchUpUntilDone(): Promise<void> {
    try {
      do {
        again = false;
        await catchUpOnce();
      } while (again);
    } finally {
      if (!signal.aborted) post({ type: 'work', work: undefined });
    }
  }

  function guarded(work: Promise<void>): Promise<void> {
    return work.catch((error: unknown) => {
      if (signal.aborted) return;
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ type: 'failed', error: { name, message } });
    });
  }

  function catchUp(): Promise<void> {
    if (scores === undefined) return Promise.resolve();
    again = true;
    catching ??= guarded(catchUpUntilDone()).finally(() => {
      catching = undefined;
    });
    return catching;
  }

  async function scoreStored(): Promise<void> {
    scores = createScoreBook(db, post, signal, fiscalYearStart);
    await scores.scoreStored(on());
    post({ type: 'ready' });
  }

  async function openNow(): Promise<void> {
    stored = inTurn(scoreStored);
    const stopOthers = followOthers(db.name, {
      onSignals: (accounts) => void guarded(adopt(accounts)),
      onRules: () => {
        book = undefined;
        void guarded(inTurn(adoptRules));
      },
    });
    let day = on().day;
    const clock = setInterval(() => {
      if (on().day === day) return;
      day = on().day;
      void catchUp();
    }, DAY_CHECK_MS);
    stopFollowing = () => {
      stopOthers();
      clearInterval(clock);
    };
    await stored;
    await catchUp();
  }

  /** The first touch with anybody says of all others since when they are silent. */
  async function lookForFirstTouch(): Promise<void> {
    if (book === undefined || (await readTouchesFrom(db, dayOf)) === book?.touchesFrom) return;
    book = undefined;
    void catchUp();
  }

  /** What another window wrote; what is marked there as not the newest is read again here too. */
  async function adopt(accounts: readonly string[] | 'many'): Promise<void> {
    if (scores === undefined || signal.aborted) return;
    const known = scores;
    if (accounts === 'many') {
      await inTurn(() => known.scoreStored(on()));
      await catchUp();
      return;
    }
    const stale = await inTurn(() => known.adopt(accounts, on()));
    for (const account of stale) waiting.add(account);
    if (stale.length > 0) await lookForFirstTouch();
    await inTurn(flush);
  }

  async function adoptRules(): Promise<void> {
    if (scores !== undefined && (await scores.readRules())) await scores.rescore(on());
  }

  async function changedNow(changes: readonly Change[]): Promise<void> {
    await stored;
    // Not opened yet: what changed is marked in the database.
    if (scores === undefined) return;
    const { accounts, all, cards, overrides, team, touches } = await accountsOfChanges(db, changes);
    if (all || team) book = undefined;
    if (touches) await lookForFirstTouch();
    for (const account of accounts) waiting.add(account);
    if (cards || overrides) await inTurn(adoptRules);
    await inTurn(flush);
    // Trends by the new card, or signals under the new rule, for everybody: in the background.
    if (all) scores.markAll();
    if (all || cards) void catchUp();
  }

  return {
    open: () => guarded(openNow()),
    changed: (changes) => guarded(changedNow(changes)),
    catchUp,
    async calendarChanged() {
      await guarded(inTurn(adoptRules));
      await catchUp();
    },
    close() {
      stopFollowing();
      stop.abort();
    },
  };
}

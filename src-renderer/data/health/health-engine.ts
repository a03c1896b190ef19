/** The health engine, in its worker: scores what is stored, keeps signals true to their inputs, tells the screen. */
import { hashText } from '#shared/base/hash.ts';
import type { Change } from '#shared/model/operation.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { BookFacts } from './account-facts.ts';
import { accountsOfChanges } from './changed-accounts.ts';
import { catchUpWeeks, importsOf } from './keep-weeks.ts';
import type { FromHealthWorker } from './messages.ts';
import { readBookFacts, surveyBook } from './read-facts.ts';
import { createScoreBook, type ScoreBook } from './score-book.ts';
import { cardMark, cardOf, type On } from './score-row.ts';

export interface EngineDeps {
  readonly db: KizunaDatabase;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** The calendar day of an instant in the user's zone. */
  readonly dayOf: (at: number) => string;
  readonly post: (message: FromHealthWorker) => void;
}

export interface HealthEngine {
  /** Scores what is stored, then catches up. Settles when both are over. */
  open(): Promise<void>;
  /** After operations. Settles when their scores were posted. */
  changed(changes: readonly Change[]): Promise<void>;
  /** After an import, its undo, or at midnight. */
  catchUp(): Promise<void>;
  close(): void;
}

/** Accounts whose facts are read together. */
const SLICE = 100;
/** How often a running window looks whether a new day has begun. */
const DAY_CHECK_MS = 60_000;

export function createHealthEngine({ db, now, dayOf, post }: EngineDeps): HealthEngine {
  const stop = new AbortController();
  const { signal } = stop;
  let scores: ScoreBook | undefined;
  /** Settles when what was stored is scored; what people change meanwhile waits for it. */
  let stored: Promise<void> | undefined;
  let book: BookFacts | undefined;
  let seen = '';
  /** Accounts that wait to be scored again before anything else. */
  let waiting = new Set<string>();
  let flushing: Promise<void> = Promise.resolve();
  let catching: Promise<void> | undefined;
  let again = false;
  let clock: ReturnType<typeof setInterval> | undefined;

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

  /** What people just changed comes before what is done in the background. */
  async function flush(): Promise<void> {
    if (waiting.size === 0) return;
    const accounts = [...waiting];
    waiting = new Set();
    for (let from = 0; from < accounts.length; from += SLICE) {
      signal.throwIfAborted();
      await refresh(accounts.slice(from, from + SLICE), from + SLICE < accounts.length);
    }
  }

  function flushed(): Promise<void> {
    flushing = flushing.catch(() => undefined).then(flush);
    return flushing;
  }

  async function catchUpHistory(): Promise<void> {
    seen = hashText([await importsOf(db)]);
    const changed = await catchUpWeeks({
      db,
      now,
      signal,
      onSlice: async (_accounts, share) => {
        post({ type: 'work', work: { kind: 'history', share } });
        await flushed();
      },
    });
    if (changed.length === 0) return;
    await surveyBook(db, now(), signal);
    book = undefined;
  }

  /** Accounts whose signals are of another day, of other imports or missing, or whose trend is of another card. */
  async function staleAccounts(): Promise<{ stale: string[]; together: boolean }> {
    if (scores === undefined) return { stale: [], together: false };
    const ids = await db.accounts.toCollection().primaryKeys();
    await scores.keepOnly(new Set(ids));
    const { day } = on();
    const { cards, rows } = scores;
    const stale = ids.filter((id) => {
      const row = rows.get(id);
      if (row === undefined || row.day !== day || row.seen !== seen) return true;
      return row.pastBy !== cardMark(cardOf(row, cards));
    });
    return { stale, together: stale.length * 2 > ids.length };
  }

  async function catchUpOnce(): Promise<void> {
    await catchUpHistory();
    const { stale, together } = await staleAccounts();
    for (let from = 0; from < stale.length; from += SLICE) {
      signal.throwIfAborted();
      await flushed();
      const more = from + SLICE < stale.length;
      if (more) post({ type: 'work', work: { kind: 'scores', share: from / stale.length } });
      await refresh(stale.slice(from, from + SLICE), more, together);
    }
    await flushed();
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
    scores = createScoreBook(db, post, signal);
    await scores.scoreStored(on());
    post({ type: 'ready' });
  }

  async function openNow(): Promise<void> {
    stored = scoreStored();
    await stored;
    let day = on().day;
    clock = setInterval(() => {
      if (on().day === day) return;
      day = on().day;
      void catchUp();
    }, DAY_CHECK_MS);
    await catchUp();
  }

  async function changedNow(changes: readonly Change[]): Promise<void> {
    await stored;
    // Not opened yet: what changed is marked in the database.
    if (scores === undefined) return;
    const { accounts, all, cards, overrides, team } = await accountsOfChanges(db, changes);
    if (all || team) book = undefined;
    for (const account of accounts) waiting.add(account);
    if (overrides) await scores.readRules();
    if (cards) await scores.rescore(on());
    await flushed();
    // Trends by the new card, or signals under the new rule, for everybody: in the background.
    if (all || cards) void catchUp();
  }

  return {
    open: () => guarded(openNow()),
    changed: (changes) => guarded(changedNow(changes)),
    catchUp,
    close() {
      clearInterval(clock);
      stop.abort();
    },
  };
}

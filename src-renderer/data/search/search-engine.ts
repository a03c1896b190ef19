/** The index at work: opened, kept in step, asked; one window keeps it, others only read. Runs in the search worker. */
import type { KizunaDatabase } from '../schema.ts';
import { keyOfRecord } from './document-keys.ts';
import { findHits, type Wanted } from './find-documents.ts';
import { dropIndex } from './index-database.ts';
import { type ChangedRow, catchUp, follow, lookAtDatabase } from './keep-up.ts';
import { type KeptIndex, openKeptIndex } from './kept-index.ts';
import type { SearchAnswer, SearchState } from './messages.ts';
import { nearChunks } from './near-search.ts';

interface Deps {
  readonly db: KizunaDatabase;
  /** Name of the index's own database. */
  readonly name: string;
  readonly onState: (state: SearchState) => void;
}

export interface SearchEngine {
  /** Settles when the index is open and, in the window that keeps it, in step. Never rejects. */
  readonly ready: Promise<void>;
  find(wanted: Wanted, most: number, near: boolean): Promise<SearchAnswer>;
  /** What people wrote: the rows, and by how many operations. */
  changed(rows: readonly ChangedRow[], operations: number): Promise<void>;
  /** Looks at everything again: after an import. */
  catchUp(): Promise<void>;
  /** Settles when another one may keep the index. */
  close(): Promise<void>;
}

/** So many new documents take no time worth telling of. */
const SOON = 250;
const NOTHING: SearchAnswer = { groups: [] };
/** A window that does not keep the index reads anew what the other one wrote. */
const STALE_MS = 2_000;
/** A record may have changed unseen (a crash at the wrong moment): all are looked at once in a while. */
const LOOK_AGAIN_MS = 60_000;
/** What was written just before is waited for, unless the index is busy with more. */
const PATIENCE_MS = 40;

export function createSearchEngine({ db, name, onState }: Deps): SearchEngine {
  const stopped = new AbortController();
  const { signal } = stopped;
  let index: KeptIndex | undefined;
  let openedAt = 0;
  let keeps = false;
  let jobs: Promise<void> = Promise.resolve();
  let again = false;
  let following: Promise<void> = Promise.resolve();

  let firstOpened: () => void = () => undefined;
  /** Who asks before the index is open waits for that, not for all that is then brought in. */
  const someIndex = new Promise<void>((resolve) => {
    firstOpened = resolve;
  });

  async function open(): Promise<KeptIndex> {
    const opened = await openKeptIndex(name);
    index?.close();
    index = opened;
    openedAt = performance.now();
    firstOpened();
    return opened;
  }

  /** Brings everything in step; an index that cannot be written to or read is built anew, once. */
  async function bringUp(retry: boolean): Promise<void> {
    const kept = index ?? (await open());
    try {
      await catchUp(
        db,
        kept,
        (share, added) => {
          if (added > SOON || again) onState({ type: 'building', share, again });
        },
        signal,
      );
      again = false;
      onState({ type: 'ready' });
    } catch (error) {
      if (signal.aborted || !retry) throw error;
      await buildAnew();
    }
  }

  async function buildAnew(): Promise<void> {
    again = true;
    index?.close();
    index = undefined;
    await dropIndex(name);
    await bringUp(false);
  }

  /** One after the other; what fails is told and does not stop the next one. */
  function enqueue(work: () => Promise<void>): Promise<void> {
    jobs = jobs.then(work).catch(() => {
      firstOpened();
      if (!signal.aborted) onState({ type: 'failed' });
    });
    return jobs;
  }

  async function start(rows: readonly ChangedRow[], operations: number): Promise<void> {
    const kept = await open();
    const seen = kept.seen();
    const now = await lookAtDatabase(db);
    const inStep =
      seen !== undefined &&
      seen.database === now.database &&
      seen.jobs === now.jobs &&
      seen.order + operations === now.order;
    if (!inStep) return bringUp(true);
    await follow(db, kept, rows, operations);
    onState({ type: 'ready' });
    setTimeout(() => void enqueue(() => bringUp(true)), LOOK_AGAIN_MS);
  }

  /** Changes that came in before this window keeps the index. */
  let waitingRows: ChangedRow[] = [];
  let waitingOperations = 0;

  function keep(): Promise<void> {
    keeps = true;
    return enqueue(() => {
      const rows = waitingRows;
      const operations = waitingOperations;
      waitingRows = [];
      waitingOperations = 0;
      return start(rows, operations);
    });
  }

  let released: Promise<unknown> = Promise.resolve();

  /** Held until the window goes: of several windows one writes. */
  const ready = new Promise<void>((resolve) => {
    const held = navigator.locks.request(`${name}:keeper`, { signal }, async () => {
      await keep();
      resolve();
      // It may have been closed meanwhile, and an event that has been is not told again.
      if (!signal.aborted) await new Promise<void>((end) => signal.addEventListener('abort', () => end()));
    });
    released = held.catch(() => resolve());
    // Another window keeps it: this one reads what is there.
    void navigator.locks.query().then(async ({ held: locks }) => {
      if (keeps || locks?.some((lock) => lock.name === `${name}:keeper`) !== true) return;
      await enqueue(async () => void (await open()));
      onState({ type: 'ready' });
      resolve();
    });
  });

  async function current(): Promise<KeptIndex | undefined> {
    await someIndex;
    const stale = !keeps && performance.now() - openedAt > STALE_MS;
    if (stale) await enqueue(async () => void (keeps || (await open())));
    return index;
  }

  async function answer(kept: KeptIndex, wanted: Wanted, most: number, near: boolean): Promise<SearchAnswer> {
    if (!near) return { groups: await findHits(db, kept, wanted, most) };
    const chunks = await nearChunks(kept, wanted.chunks);
    if (chunks === undefined) return NOTHING;
    return { groups: await findHits(db, kept, { ...wanted, chunks }, most) };
  }

  async function find(wanted: Wanted, most: number, near: boolean, retry: boolean): Promise<SearchAnswer> {
    await Promise.race([following, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    const kept = await current();
    if (kept === undefined || signal.aborted) return NOTHING;
    try {
      return await answer(kept, wanted, most, near);
    } catch {
      // It was opened anew meanwhile.
      if (kept !== index) return retry ? find(wanted, most, near, false) : NOTHING;
      // The index does not answer: it goes, and a new one is built beside the work.
      if (keeps && !again && !signal.aborted) void enqueue(buildAnew);
      return NOTHING;
    }
  }

  return {
    ready,

    find: (wanted, most, near) => find(wanted, most, near, true),

    async changed(rows, operations) {
      index?.documents.forget(rows.map(({ table, id }) => keyOfRecord(table, id)));
      if (keeps && index !== undefined) {
        const kept = index;
        following = enqueue(async () => {
          await follow(db, index ?? kept, rows, operations);
          // Who asked meanwhile asks once more: the answer may be another now.
          onState({ type: 'ready' });
        });
        return following;
      }
      waitingRows.push(...rows);
      waitingOperations += operations;
    },

    catchUp: () => {
      index?.documents.clear();
      return keeps ? enqueue(() => bringUp(true)) : Promise.resolve();
    },

    async close() {
      stopped.abort();
      await jobs;
      index?.close();
      await released;
    },
  };
}

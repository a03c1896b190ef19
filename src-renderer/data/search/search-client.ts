/** Search as the screen uses it: a worker of its own, started when it is first needed or when the window is at rest. */
import { SEARCHED_TABLES, type SearchedTable } from '#shared/domain/search/document.ts';
import type { Operation } from '#shared/model/operation.ts';
import { createObservable, type Observable } from '../observable.ts';
import type { Wanted } from './find-documents.ts';
import { SEARCH_DATABASE } from './index-database.ts';
import type { ChangedRow } from './keep-up.ts';
import type { FromSearchWorker, SearchAnswer, SearchState, ToSearchWorker } from './messages.ts';

export interface Search {
  readonly state: Observable<SearchState>;
  /** Begins to build or to catch up; asking does so too. */
  start(): void;
  /** `near`: words one slip away from those typed, instead of these. */
  find(wanted: Wanted, most: number, near: boolean): Promise<SearchAnswer>;
  /** After each operation. */
  written(operation: Operation): void;
  /** After an import or its undo. */
  imported(): void;
  close(): void;
}

interface Deps {
  readonly makeWorker: () => Worker;
  /** Name of the app's database. */
  readonly database: string;
  readonly index?: string;
}

/** Typing writes several times a second: the index follows when there is a pause, or after a while. */
const QUIET_MS = 250;
const LONGEST_MS = 2_000;

function rowsOf({ changes }: Operation): ChangedRow[] {
  return changes.flatMap((change) => {
    if (!Object.hasOwn(SEARCHED_TABLES, change.table)) return [];
    const id = 'record' in change ? change.record['id'] : change.id;
    return typeof id === 'string' ? [{ table: change.table as SearchedTable, id }] : [];
  });
}

export function createSearch({ makeWorker, database, index = SEARCH_DATABASE }: Deps): Search {
  const state = createObservable<SearchState>({ type: 'starting' });
  const waiting = new Map<number, (answer: SearchAnswer) => void>();
  let worker: Worker | undefined;
  let lastId = 0;
  let rows: ChangedRow[] = [];
  let operations = 0;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let oldest = 0;
  let broken = false;

  function onMessage(message: FromSearchWorker): void {
    if (message.type === 'state') {
      state.set(message.state);
      return;
    }
    waiting.get(message.id)?.(message.answer);
    waiting.delete(message.id);
  }

  function onBroken(): void {
    broken = true;
    worker?.terminate();
    for (const settle of waiting.values()) settle({ groups: [] });
    waiting.clear();
    state.set({ type: 'failed' });
  }

  function post(message: ToSearchWorker): void {
    worker?.postMessage(message);
  }

  function sendChanges(): void {
    clearTimeout(quiet);
    quiet = undefined;
    if (operations === 0) return;
    post({ type: 'changed', rows, operations });
    rows = [];
    operations = 0;
  }

  function start(): void {
    if (worker !== undefined || broken) return;
    worker = makeWorker();
    worker.onmessage = (event: MessageEvent<FromSearchWorker>) => onMessage(event.data);
    worker.onerror = onBroken;
    post({ type: 'open', database, index });
    sendChanges();
  }

  return {
    state,
    start,
    find(wanted, most, near) {
      start();
      if (broken) return Promise.resolve({ groups: [] });
      // What was written a moment ago is found as well.
      sendChanges();
      const id = ++lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        post({ type: 'find', id, wanted, most, near });
      });
    },
    written(operation) {
      if (operations === 0) oldest = performance.now();
      rows.push(...rowsOf(operation));
      operations += 1;
      if (worker === undefined) return;
      clearTimeout(quiet);
      const left = oldest + LONGEST_MS - performance.now();
      quiet = setTimeout(sendChanges, Math.max(0, Math.min(QUIET_MS, left)));
    },
    imported() {
      if (worker === undefined) start();
      else post({ type: 'catch-up' });
    },
    close() {
      clearTimeout(quiet);
      worker?.terminate();
      worker = undefined;
      broken = true;
    },
  };
}

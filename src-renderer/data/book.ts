/** The whole book of business in memory for the accounts table: first rows at once, the rest in slices, then kept fresh. */

import { type AccountRow, type RowHealth, toAccountRow } from '#shared/domain/summary/account-row.ts';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import type { Sliced } from '#shared/domain/table/sliced.ts';
import type { Account } from '#shared/model/account.ts';
import { type Book, type CustomKind, NO_BOOK, noteCustom } from './book-state.ts';
import { onChangedKeys } from './changed-keys.ts';
import { inSlices } from './in-slices.ts';
import type { KizunaDatabase } from './schema.ts';

export type { AccountRow } from '#shared/domain/summary/account-row.ts';
export type { Book } from './book-state.ts';

export type HealthOf = (account: string) => RowHealth | undefined;

export interface BookStore {
  get(): Book;
  subscribe(listener: () => void): () => void;
  /** Remembers which rows a start should show first (the top of the current view). */
  rememberFirst(ids: readonly string[]): void;
  reload(): Promise<void>;
  /** From now on rows carry this; called again when it changed. Rows whose health is the same stay as they are. */
  showHealth(healthOf: HealthOf): void;
  /** Stops following the database. */
  close(): void;
}

export interface BookInput {
  readonly db: KizunaDatabase;
  /** 'YYYY-MM-DD' in the user's zone. */
  readonly today: () => string;
  /** Where the ids of the first screen are kept between starts. */
  readonly first: { get(): readonly string[]; set(ids: readonly string[]): void };
  /** What is on the screen already (first-book.ts); it stays until all rows are there. */
  readonly seed?: Book | undefined;
  /** Told of failures to read; the book shows 'failed'. */
  readonly onFailure: (error: unknown) => void;
}

function sameHealth(a: RowHealth | undefined, b: RowHealth | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return (
    a.value === b.value &&
    a.coverage === b.coverage &&
    a.band === b.band &&
    a.isOverridden === b.isOverridden &&
    a.change30 === b.change30
  );
}

/** Rows read at a time: a slice is read back in about 5 ms, so the screen stays live. */
const SLICE = 400;
/** Rows between two looks at the time. */
const LOOKED_AT_TOGETHER = 100;
/** Writes come in bursts (an import): the book follows at this distance. */
const SETTLE_MS = 120;
const RELOAD_MS = 1_500;
/** While a long import runs, reading the book again may take at most about this share of the time. */
const RELOAD_SHARE = 1 / 8;

async function readSlice(
  db: KizunaDatabase,
  after: string,
): Promise<(readonly [Account, AccountSummary | undefined])[]> {
  return db.transaction('r', [db.accounts, db.summaries], async () => {
    const accounts = await db.accounts.where('id').above(after).limit(SLICE).toArray();
    const summaries = await db.summaries.bulkGet(accounts.map((account) => account.id));
    return accounts.map((account, i) => [account, summaries[i]] as const);
  });
}

export function createBook(input: BookInput): BookStore {
  const { db, today } = input;
  let book: Book = input.seed ?? NO_BOOK;
  const listeners = new Set<() => void>();
  let loading: Promise<void> | undefined;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingKeys: Set<string> | 'many' = new Set();
  let loadMs = 0;
  let healthOf: HealthOf = () => undefined;
  let walk = new AbortController();

  function rowOf(account: Account, summary: AccountSummary | undefined, day: string): AccountRow {
    const row = toAccountRow(account, summary, day);
    const health = healthOf(account.id);
    return health === undefined ? row : { ...row, health };
  }

  function show(next: Partial<Book>): void {
    book = { ...book, ...next, version: book.version + 1 };
    for (const listener of listeners) listener();
  }

  async function readRows(ids: readonly string[]): Promise<Map<string, AccountRow | undefined>> {
    const day = today();
    return db.transaction('r', [db.accounts, db.summaries], async () => {
      const [accounts, summaries] = await Promise.all([
        db.accounts.bulkGet([...ids]),
        db.summaries.bulkGet([...ids]),
      ]);
      return new Map(
        ids.map((id, i) => [
          id,
          accounts[i] === undefined ? undefined : rowOf(accounts[i], summaries[i], day),
        ]),
      );
    });
  }

  async function loadFirst(): Promise<void> {
    const [total, first] = await Promise.all([db.accounts.count(), readRows(input.first.get().slice(0, 60))]);
    const rows = [...first.values()].filter((row): row is AccountRow => row !== undefined);
    const fields = new Map<string, CustomKind>();
    for (const row of rows) noteCustom(row.account, fields);
    show({
      state: total === 0 ? 'ready' : rows.length > 0 ? 'first' : 'loading',
      rows,
      total,
      customFields: fields,
    });
  }

  async function loadAll(): Promise<void> {
    if (book.state === 'opening' || book.state === 'failed') await loadFirst();
    const day = today();
    const rows: AccountRow[] = [];
    const fields = new Map<string, CustomKind>();
    let after = '';
    for (;;) {
      const slice = await readSlice(db, after);
      for (const [account, summary] of slice) {
        rows.push(rowOf(account, summary, day));
        noteCustom(account, fields);
      }
      const last = slice.at(-1);
      if (slice.length < SLICE || last === undefined) break;
      after = last[0].id;
    }
    show({ state: 'ready', rows, total: rows.length, customFields: fields });
  }

  function reload(): Promise<void> {
    if (loading !== undefined) {
      again = true;
      return loading;
    }
    const started = performance.now();
    loading = loadAll()
      .catch((error: unknown) => {
        input.onFailure(error);
        show({ state: 'failed' });
      })
      .finally(() => {
        loading = undefined;
        loadMs = performance.now() - started;
        if (again) {
          again = false;
          void reload();
        }
      });
    return loading;
  }

  async function patchRows(ids: readonly string[]): Promise<void> {
    const fresh = await readRows(ids);
    const rows: AccountRow[] = [];
    const fields = new Map(book.customFields);
    for (const row of book.rows) {
      const id = row.account.id;
      if (!fresh.has(id)) rows.push(row);
      else {
        const next = fresh.get(id);
        fresh.delete(id);
        if (next !== undefined) rows.push(next);
      }
    }
    for (const row of fresh.values()) if (row !== undefined) rows.push(row);
    for (const row of rows.slice(-ids.length)) noteCustom(row.account, fields);
    show({ rows, total: rows.length, customFields: fields });
  }

  function follow(): void {
    timer = undefined;
    const keys = waitingKeys;
    waitingKeys = new Set();
    if (keys === 'many' || book.state !== 'ready') void reload();
    else
      patchRows([...keys]).catch((error: unknown) => {
        input.onFailure(error);
      });
  }

  /** A large book takes several tasks; rows that came in meanwhile are gone through as well. */
  function* rowsWithHealth(): Sliced<void> {
    for (let source: readonly AccountRow[] | undefined; source !== book.rows; ) {
      source = book.rows;
      const rows: AccountRow[] = [];
      let isSame = true;
      for (const row of source) {
        const health = healthOf(row.account.id);
        const same = sameHealth(row.health, health);
        rows.push(same ? row : { ...row, health });
        isSame &&= same;
        if (rows.length % LOOKED_AT_TOGETHER === 0) yield;
      }
      if (isSame || source !== book.rows) continue;
      show({ rows });
      return;
    }
  }

  const stop = onChangedKeys(db.name, ['accounts', 'summaries'], (keys) => {
    if (keys === 'many' || waitingKeys === 'many') waitingKeys = 'many';
    else for (const key of keys) waitingKeys.add(key);
    if (waitingKeys !== 'many' && waitingKeys.size > 500) waitingKeys = 'many';
    timer ??= setTimeout(
      follow,
      waitingKeys === 'many' ? Math.max(RELOAD_MS, loadMs / RELOAD_SHARE) : SETTLE_MS,
    );
  });

  void reload();
  return {
    get: () => book,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rememberFirst: (ids) => input.first.set(ids.slice(0, 60)),
    reload,
    showHealth: (next) => {
      healthOf = next;
      walk.abort();
      walk = new AbortController();
      const { signal } = walk;
      inSlices(rowsWithHealth(), signal).catch((error: unknown) => {
        if (!signal.aborted) input.onFailure(error);
      });
    },
    close: () => {
      stop();
      walk.abort();
      clearTimeout(timer);
    },
  };
}

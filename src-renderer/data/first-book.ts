/** The rows of the first screen, read with the browser's own IndexedDB: they wait neither for Dexie nor for main. */
import { type AccountRow, toAccountRow } from '#shared/domain/summary/account-row.ts';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import type { Account } from '#shared/model/account.ts';
import { type Book, type CustomKind, noteCustom } from './book-state.ts';
import { openSummary, type StoredSummary } from './stored-summary.ts';

export interface FirstBookInput {
  readonly name: string;
  /** The accounts that the table showed first last time, in that order. */
  readonly ids: readonly string[];
  /** 'YYYY-MM-DD' in the user's zone. */
  readonly today: string;
}

export interface FirstLook {
  /** Undefined when there is nothing that could be shown at once; the whole book then comes first. */
  readonly book: Book | undefined;
  /** Chromium says it threw a damaged database away. Only the first who opens it hears that, so the start check asks here. */
  readonly dataLoss: boolean;
}

const NOTHING: FirstLook = { book: undefined, dataLoss: false };

/** The start check must not wait for ever for a database that never answers; it has its own way to say so. */
const PATIENCE_MS = 5_000;

const MOST_ROWS = 60;

/** Opens without a version: what is not there is not made. Undefined = not there, or not to be opened. */
function openExisting(name: string, noteLoss: () => void): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = (event) => {
      if ('dataLoss' in event && event.dataLoss === 'total') noteLoss();
      request.transaction?.abort();
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(undefined);
  });
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function readRows(database: IDBDatabase, { ids, today }: FirstBookInput): Promise<Book | undefined> {
  // A database whose making did not come to its end has no tables yet.
  for (const table of ['accounts', 'summaries'])
    if (!database.objectStoreNames.contains(table)) return undefined;
  const transaction = database.transaction(['accounts', 'summaries'], 'readonly');
  const accounts = transaction.objectStore('accounts');
  const summaries = transaction.objectStore('summaries');
  const counting = answer(accounts.count());
  const found = await Promise.all(
    ids.map(async (id) => {
      // Asked in one breath: the transaction ends when nothing is asked.
      const asked = [
        answer<Account | undefined>(accounts.get(id)),
        answer<AccountSummary | StoredSummary | undefined>(summaries.get(id)),
      ] as const;
      const [account, summary] = await Promise.all(asked);
      if (account === undefined) return undefined;
      return toAccountRow(account, summary === undefined ? undefined : openSummary(summary), today);
    }),
  );
  const rows = found.filter((row): row is AccountRow => row !== undefined);
  if (rows.length === 0) return undefined;
  const customFields = new Map<string, CustomKind>();
  for (const row of rows) noteCustom(row.account, customFields);
  return { state: 'first', rows, total: await counting, customFields, version: 1 };
}

/** Never rejects. */
export async function readFirstBook(input: FirstBookInput): Promise<FirstLook> {
  let dataLoss = false;
  const read = async (): Promise<FirstLook> => {
    const database = await openExisting(input.name, () => {
      dataLoss = true;
    });
    if (database === undefined) return { book: undefined, dataLoss };
    // Whoever wants to delete or upgrade it is not kept waiting.
    database.onversionchange = () => database.close();
    try {
      return { book: await readRows(database, { ...input, ids: input.ids.slice(0, MOST_ROWS) }), dataLoss };
    } catch {
      // Rows that cannot be read, or of another form: the whole book and the start check say what it is.
      return { book: undefined, dataLoss };
    } finally {
      database.close();
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<FirstLook>((resolve) => {
    timer = setTimeout(() => resolve(NOTHING), PATIENCE_MS);
  });
  const look = await Promise.race([read(), patience]);
  clearTimeout(timer);
  return look;
}

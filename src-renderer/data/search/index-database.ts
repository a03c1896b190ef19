/**
 * The index's own database: nothing in it is anybody's work, so whatever is wrong with it is answered by throwing it
 * away. Asked of IndexedDB itself: a query is a handful of requests in one transaction.
 */
export const SEARCH_DATABASE = 'kizuna-search';

/** The form of what is stored; another number, older or newer, means that the index is built anew. */
const FORM = 3;

/** What is asked of the lists. */
export interface AskedNeed {
  /** The same for the same question. */
  readonly name: string;
  /** Its lists, asked for inside a transaction. */
  readonly lists: (lists: IDBObjectStore) => Promise<Uint8Array[]>;
}

const STORES = ['meta', 'docs', 'dead', 'lists', 'tail'] as const;
type StoreName = (typeof STORES)[number];

export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function finished(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });
}

function openAt(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, FORM);
  request.onupgradeneeded = () => {
    const db = request.result;
    for (const store of Array.from(db.objectStoreNames)) db.deleteObjectStore(store);
    for (const store of STORES) db.createObjectStore(store);
  };
  return answered(request);
}

export function dropIndex(name: string): Promise<unknown> {
  return answered(indexedDB.deleteDatabase(name));
}

async function openFresh(name: string): Promise<IDBDatabase> {
  try {
    return await openAt(name);
  } catch {
    // Damaged, or written by a newer version.
    await dropIndex(name);
    return openAt(name);
  }
}

export type IndexDatabase = Awaited<ReturnType<typeof openIndex>>;

export async function openIndex(name: string) {
  const db = await openFresh(name);
  // Somebody wipes everything, or throws the index away: do not stand in the way.
  db.onversionchange = () => db.close();

  async function write(stores: readonly StoreName[], work: (tx: IDBTransaction) => void): Promise<void> {
    const tx = db.transaction([...stores], 'readwrite', { durability: 'relaxed' });
    const done = finished(tx);
    work(tx);
    await done;
  }

  return {
    write,

    read<T>(stores: readonly StoreName[], ask: (tx: IDBTransaction) => Promise<T>): Promise<T> {
      return ask(db.transaction([...stores], 'readonly'));
    },

    /** The lists of each need, all in one transaction. */
    lists: (needs: readonly AskedNeed[]): Promise<Uint8Array[][]> => {
      const store = db.transaction('lists', 'readonly').objectStore('lists');
      return Promise.all(needs.map((need) => need.lists(store)));
    },

    close: () => db.close(),
  };
}

/** Makes a database of an older version with IndexedDB itself, as that version would have left it. */

/** Store, row and, where the key lies outside of the row, the key. */
export type StoredRow = readonly [store: string, row: unknown, key?: IDBValidKey];

function pathOf(text: string): string | string[] {
  return text.startsWith('[') ? text.slice(1, -1).split('+') : text;
}

function makeStore(db: IDBDatabase, name: string, spec: string): void {
  const [key = '', ...indexes] = spec.split(', ');
  const plain = key.replace('++', '');
  const store = db.createObjectStore(
    name,
    plain === '' ? {} : { keyPath: pathOf(plain), autoIncrement: key.startsWith('++') },
  );
  for (const index of indexes) {
    const path = pathOf(index.replace('*', ''));
    store.createIndex(index.replace('*', ''), path, { multiEntry: index.startsWith('*') });
  }
}

/** Dexie keeps its versions times ten. */
export async function makeDatabase(
  name: string,
  version: number,
  stores: Readonly<Record<string, string>>,
  rows: readonly StoredRow[],
): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(name, version * 10);
    asked.onupgradeneeded = () => {
      for (const [store, spec] of Object.entries(stores)) makeStore(asked.result, store, spec);
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  await new Promise<void>((resolve, reject) => {
    const tx = db.transaction([...new Set(rows.map(([store]) => store))], 'readwrite');
    for (const [store, row, key] of rows) tx.objectStore(store).put(row, key);
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });
  db.close();
}

/** Throws a database away as Chromium does with one whose files are damaged: nobody is asked. */
export function throwAway(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const gone = indexedDB.deleteDatabase(name);
    gone.onsuccess = () => resolve();
    gone.onerror = () => reject(gone.error);
  });
}

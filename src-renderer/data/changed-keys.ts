/** Which rows of a table were written, by whichever window or worker: keys when they are few, else "many". */
import { Dexie } from 'dexie';

/** The part of Dexie's interval tree that is read here. */
interface Interval {
  readonly from?: unknown;
  readonly to?: unknown;
  readonly l?: Interval | null;
  readonly r?: Interval | null;
}

const FEW = 500;

function collect(node: Interval | null | undefined, keys: Set<string>): boolean {
  if (node === null || node === undefined || node.from === undefined) return true;
  if (node.from !== node.to || typeof node.from !== 'string') return false;
  keys.add(node.from);
  if (keys.size > FEW) return false;
  return collect(node.l, keys) && collect(node.r, keys);
}

/** Calls back after each committed write to one of the tables; returns the way to stop. */
export function onChangedKeys(
  databaseName: string,
  tables: readonly string[],
  callback: (keys: ReadonlySet<string> | 'many') => void,
): () => void {
  const listener = (parts: Readonly<Record<string, unknown>>): void => {
    const keys = new Set<string>();
    let touched = false;
    for (const table of tables) {
      const part = parts[`idb://${databaseName}/${table}/`];
      if (part === undefined) continue;
      touched = true;
      if (!collect(part as Interval, keys)) {
        callback('many');
        return;
      }
    }
    if (touched) callback(keys);
  };
  Dexie.on('storagemutated', listener);
  return () => Dexie.on.storagemutated.unsubscribe(listener);
}

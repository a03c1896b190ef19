/** Reads of many records by key in one request where that is enough: a thousand requests cost more than their rows. */
import type { Table } from 'dexie';

/** Above this share of strangers among the rows between the first and the last key, single requests are cheaper. */
const STRANGERS = 2;
/** So few are asked for one by one: a look at their range would be a request more. */
const FEW = 4;

/**
 * As `bulkGet`, for keys that stand inside the rows: what is there, by key. Keys that lie close together, or in a
 * range with little in it (as in a first import), take one request or two.
 */
export async function getMany<T, Key extends string | number, Put>(
  table: Table<T, Key, Put>,
  keys: readonly Key[],
): Promise<Map<Key, T>> {
  const found = new Map<Key, T>();
  const wanted = new Set(keys);
  if (wanted.size === 0) return found;
  const sorted = [...wanted].sort((a, b) => (a < b ? -1 : 1));
  const range = () => table.where(':id').between(sorted[0], sorted.at(-1), true, true);
  const limit = wanted.size * STRANGERS;
  const there =
    wanted.size > FEW
      ? await range()
          .limit(limit + 1)
          .primaryKeys()
      : undefined;
  if (there === undefined || there.length > limit) {
    const values = await table.bulkGet(sorted);
    sorted.forEach((key, i) => {
      const value = values[i];
      if (value !== undefined) found.set(key, value);
    });
    return found;
  }
  if (!there.some((key) => wanted.has(key))) return found;
  const inside = table.schema.primKey.keyPath as keyof T;
  for (const value of await range().toArray()) {
    const key = value[inside] as Key;
    if (wanted.has(key)) found.set(key, value);
  }
  return found;
}

/** Looks at the database before Dexie opens it: is it there, was it thrown away, is it of a newer version. */
import { readIdentity } from './identity.ts';
import { type KizunaDatabase, SCHEMA_VERSION } from './schema.ts';
import type { Found } from './start-check.ts';

/** Dexie stores its versions times ten. */
const NATIVE_FACTOR = 10;

/** A write that never comes back must not hold the start for ever. */
const PATIENCE_MS = 20_000;

type Looked =
  | { readonly type: 'there'; readonly version: number }
  | Extract<Found, { type: 'absent' | 'unreadable' }>;

function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** Opens without a version: what is not there is not made. */
function look(name: string): Promise<Looked> {
  return new Promise((resolve) => {
    let absent: Looked | undefined;
    const timer = setTimeout(() => resolve({ type: 'unreadable', detail: 'no answer' }), PATIENCE_MS);
    const settle = (looked: Looked): void => {
      clearTimeout(timer);
      resolve(looked);
    };
    const request = indexedDB.open(name);
    request.onupgradeneeded = (event) => {
      // Chromium's own addition: 'total' when a damaged store was replaced by an empty one.
      absent = { type: 'absent', dataLoss: 'dataLoss' in event && event.dataLoss === 'total' };
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const version = request.result.version;
      request.result.close();
      settle({ type: 'there', version });
    };
    request.onerror = () => settle(absent ?? { type: 'unreadable', detail: detailOf(request.error) });
  });
}

/** `dataLoss`: somebody looked before and was told that a damaged database had been thrown away; it is said only once. */
export async function probe(db: KizunaDatabase, dataLoss = false): Promise<Found> {
  const looked = await look(db.name);
  if (looked.type === 'absent') return { type: 'absent', dataLoss: looked.dataLoss || dataLoss };
  if (looked.type !== 'there') return looked;
  const schemaVersion = Math.ceil(looked.version / NATIVE_FACTOR);
  if (schemaVersion > SCHEMA_VERSION) return { type: 'newer', schemaVersion };
  try {
    await db.open();
    return { type: 'open', identity: await readIdentity(db) };
  } catch (error) {
    return { type: 'unreadable', detail: detailOf(error) };
  }
}

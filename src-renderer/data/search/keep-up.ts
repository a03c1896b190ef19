/** Brings the index up to what the app's database holds: all of it, or the records that somebody just changed. */
import { DOCUMENT_FORM, type SearchedTable } from '#shared/domain/search/document.ts';
import { readIdentity } from '../identity.ts';
import type { KizunaDatabase } from '../schema.ts';
import { hashKey, keyOfEvent, keyOfRecord, locate } from './document-keys.ts';
import {
  countDocuments,
  DOCUMENTS_OF_PAGE,
  documentsOfPages,
  eachHead,
  eachRecord,
  type KeyedDocument,
  readDocuments,
  stampOfPage,
} from './documents.ts';
import { type KeptIndex, type Seen, TAIL_ROWS, type TailRow, tailRowOf } from './kept-index.ts';

export async function lookAtDatabase(db: KizunaDatabase): Promise<Seen> {
  const identity = await readIdentity(db);
  const jobs = await db.jobs.orderBy('number').toArray();
  return {
    database: `${identity?.databaseId ?? ''} ${identity?.generation ?? 0} ${DOCUMENT_FORM}`,
    order: identity?.lastOrder ?? 0,
    jobs: jobs.map((job) => `${job.number}${job.state}${job.finishedAt ?? ''}`).join(' '),
  };
}

/** Few new documents go into the tail, many into runs. */
function newcomers(index: KeptIndex) {
  const few: TailRow[] = [];
  let runs: ReturnType<KeptIndex['startRuns']> | undefined;
  return {
    async add(row: TailRow): Promise<void> {
      if (runs === undefined && few.length < TAIL_ROWS / 2) {
        few.push(row);
        return;
      }
      runs ??= index.startRuns();
      for (const waiting of few.splice(0)) await runs.add(waiting);
      await runs.add(row);
    },
    async settle(goneFromTail: readonly string[]): Promise<void> {
      await runs?.flush();
      await index.changeTail(few, goneFromTail);
    },
  };
}

/** Live documents of the runs by the hash of their key; of a page only its first row. */
function knownDocs({ table }: KeptIndex): Map<number, number> {
  const known = new Map<number, number>();
  let page = '';
  for (const [doc, key] of table.keys()) {
    if (table.gone[doc] !== 0) continue;
    const ofPage = key.startsWith('p') ? key.slice(0, key.indexOf(':') + 1) : '';
    if (ofPage === '' || ofPage !== page) known.set(hashKey(ofPage === '' ? key : ofPage), doc);
    page = ofPage;
  }
  return known;
}

/** Goes through everything; stays out of the way of queries by going in slices. */
export async function catchUp(
  db: KizunaDatabase,
  index: KeptIndex,
  onProgress: (share: number, added: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { table } = index;
  const before = await lookAtDatabase(db);
  const total = await countDocuments(db);
  const count = table.count;
  const known = knownDocs(index);
  const stays = new Uint8Array(count);
  const staysInTail = new Set<string>();
  const added = newcomers(index);
  let done = 0;
  let addedCount = 0;
  const passed = (documents: number): void => {
    signal.throwIfAborted();
    done += documents;
    onProgress(Math.min(1, done / Math.max(1, total)), addedCount);
  };
  const visit = async (keyed: KeyedDocument): Promise<void> => {
    const doc = known.get(hashKey(keyed.key));
    if (doc !== undefined && table.stamp[doc] === keyed.stamp) stays[doc] = 1;
    else if (index.tail.get(keyed.key)?.stamp === keyed.stamp) staysInTail.add(keyed.key);
    else {
      addedCount++;
      await added.add(tailRowOf(keyed));
    }
  };
  for await (const slice of eachRecord(db)) {
    for (const keyed of slice) await visit(keyed);
    passed(slice.length);
  }
  const bare = new Map<number, number>();
  for await (const heads of eachHead(db)) {
    /** By page; those in which no document is found stay. */
    const unknown = new Map<number, number>();
    for (const head of heads) {
      const stamp = stampOfPage(head);
      const prefix = keyOfEvent(head.page, '');
      const first = known.get(hashKey(prefix));
      if (index.bare().get(head.page) === stamp) bare.set(head.page, stamp);
      else if (first === undefined || table.stamp[first] !== stamp) {
        unknown.set(head.page, stamp);
        continue;
      }
      for (let doc = first ?? count; doc < count && table.keyOf(doc).startsWith(prefix); doc++)
        stays[doc] = 1;
      passed(DOCUMENTS_OF_PAGE);
    }
    for await (const documents of documentsOfPages(db, [...unknown.keys()])) {
      for (const keyed of documents) {
        const place = locate(keyed.key);
        if (place?.type === 'event') unknown.delete(place.page);
        await visit(keyed);
      }
      passed(documents.length);
    }
    for (const [page, stamp] of unknown) bare.set(page, stamp);
  }
  const left = [...index.tail.keys()].filter((key) => !staysInTail.has(key));
  await added.settle(left);
  const going: number[] = [];
  for (let doc = 0; doc < count; doc++) if (stays[doc] === 0 && table.gone[doc] === 0) going.push(doc);
  await index.remove(going);
  await index.setBare(bare);
  await index.setSeen(before);
}

export interface ChangedRow {
  readonly table: SearchedTable;
  readonly id: string;
}

/** After `operations` operations that touched these rows. */
export async function follow(
  db: KizunaDatabase,
  index: KeptIndex,
  rows: readonly ChangedRow[],
  operations: number,
): Promise<void> {
  const keys = [...new Set(rows.map(({ table, id }) => keyOfRecord(table, id)))];
  const now = await readDocuments(db, keys);
  const put: TailRow[] = [];
  const gone: number[] = [];
  for (const key of keys) {
    const keyed = now.get(key);
    const doc = index.table.find(key);
    if (doc !== undefined) gone.push(doc);
    if (keyed !== undefined) put.push(tailRowOf(keyed));
  }
  await index.changeTail(
    put,
    keys.filter((key) => !now.has(key)),
  );
  await index.remove(gone);
  const seen = index.seen();
  if (seen !== undefined && operations > 0) {
    const { order } = await lookAtDatabase(db);
    await index.setSeen({ ...seen, order: Math.min(order, seen.order + operations) });
  }
}

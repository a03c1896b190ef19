/** Takes away what a source brought where no import of it is known any more: after a rebuild, or a restored backup. */
import type { Base } from '#shared/model/stored.ts';
import { baseKeyRange, type StoredRow } from '#shared/sync/plan-pull.ts';
import { withoutSource } from '#shared/sync/without-source.ts';
import { tableOf } from '../apply-plan.ts';
import { refreshAllRollups } from '../rollups.ts';
import type { KizunaDatabase } from '../schema.ts';
import { readCounters } from './counters.ts';
import type { UndoReport } from './messages.ts';
import { recountAccounts } from './recount.ts';
import { namedOrAdded, peoplesTables, writtenNow } from './written-on.ts';

const SLICE = 500;

type Tally = { -readonly [K in keyof UndoReport]: UndoReport[K] };

interface Others {
  readonly written: ReadonlySet<unknown>;
  /** What other sources say about the same records. */
  readonly bases: ReadonlyMap<string, readonly Base[]>;
}

async function otherBases(db: KizunaDatabase, sourceId: string, ids: readonly string[]) {
  const byRecord = new Map<string, Base[]>();
  const found = await db.bases
    .where('recordId')
    .anyOf([...ids])
    .toArray();
  for (const base of found) {
    if (base.sourceId === sourceId) continue;
    byRecord.set(base.recordId, [...(byRecord.get(base.recordId) ?? []), base]);
  }
  return byRecord;
}

/** The records of one noun among the bases: gone, kept for somebody's sake, or left to the other sources. */
async function removeNoun(
  db: KizunaDatabase,
  noun: Base['noun'],
  bases: readonly Base[],
  { written, bases: others }: Others,
  tally: Tally,
): Promise<void> {
  const table = db.table<StoredRow, string>(tableOf(noun));
  const records = await table.bulkGet(bases.map((base) => base.recordId));
  const gone = new Set<string>();
  const put = new Map<string, StoredRow>();
  for (const [i, base] of bases.entries()) {
    const { recordId } = base;
    const record = put.get(recordId) ?? records[i];
    if (record === undefined || gone.has(recordId)) continue;
    const rest = others.get(recordId);
    if (rest !== undefined) {
      if (!put.has(recordId)) tally.restored++;
      put.set(recordId, withoutSource(record, base, rest));
    } else if (written.has(recordId)) tally.kept++;
    else {
      tally.removed++;
      gone.add(recordId);
    }
  }
  await table.bulkDelete([...gone]);
  await table.bulkPut([...put.values()]);
}

async function removeSlice(
  db: KizunaDatabase,
  sourceId: string,
  keys: readonly string[],
  named: ReadonlySet<unknown>,
  tally: Tally,
): Promise<readonly string[]> {
  const tables = [
    db.accounts,
    db.contacts,
    db.subscriptions,
    db.opportunities,
    db.bases,
    db.conflicts,
    ...peoplesTables(db),
  ];
  return db.transaction('rw', tables, async () => {
    const bases = (await db.bases.bulkGet([...keys])).filter((base) => base !== undefined);
    const ids = [...new Set(bases.map((base) => base.recordId))];
    const written = new Set([...(await writtenNow(db)), ...named]);
    const others = { written, bases: await otherBases(db, sourceId, ids) };
    for (const noun of new Set(bases.map((base) => base.noun)))
      await removeNoun(
        db,
        noun,
        bases.filter((base) => base.noun === noun),
        others,
        tally,
      );
    await db.bases.bulkDelete([...keys]);
    await db.conflicts
      .where('recordId')
      .anyOf(ids)
      .and((conflict) => conflict.sourceId === sourceId)
      .delete();
    return bases.filter((base) => base.noun === 'account').map((base) => base.recordId);
  });
}

/** A start that meets fewer rows than main remembers looks for an import that was undone: this stands for it. */
async function noteRemoval(db: KizunaDatabase, sourceId: string, now: number, newId: () => string) {
  await db.transaction('rw', [db.jobs, db.meta, db.sources], async () => {
    const source = await db.sources.get(sourceId);
    if (source === undefined) return;
    const counters = await readCounters(db);
    counters.job++;
    await db.meta.put({ key: 'counters', value: counters });
    await db.jobs.add({
      id: newId(),
      number: counters.job,
      sourceId,
      plan: source.plan,
      tickets: {},
      state: 'undone',
      startedAt: now,
      finishedAt: now,
      counts: {},
    });
  });
}

export interface ForgetDeps {
  readonly signal: AbortSignal;
  readonly onStep: (records: number) => void;
  readonly now: number;
  readonly newId: () => string;
}

/** What its imports can still take back is taken back before. Cut off, it goes on where it stopped when asked again. */
export async function forgetRecords(
  db: KizunaDatabase,
  sourceId: string,
  { signal, onStep, now, newId }: ForgetDeps,
): Promise<UndoReport> {
  const tally: Tally = { kept: 0, removed: 0, restored: 0 };
  const keys = await db.bases
    .where('key')
    .between(...baseKeyRange(sourceId))
    .primaryKeys();
  if (keys.length === 0) return tally;
  await noteRemoval(db, sourceId, now, newId);
  const named = await namedOrAdded(db);
  const touched = new Set<string>();
  for (let from = 0; from < keys.length; from += SLICE) {
    signal.throwIfAborted();
    const slice = keys.slice(from, from + SLICE);
    for (const id of await removeSlice(db, sourceId, slice, named, tally)) touched.add(id);
    onStep(slice.length);
  }
  await refreshAllRollups(db);
  await recountAccounts(db, [...touched]);
  return tally;
}

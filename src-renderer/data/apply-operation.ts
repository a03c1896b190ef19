/** Puts an operation into the database inside the caller's transaction: rows, outbox entries and summaries. */

import { notedChampion } from '#shared/model/champion-change.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import { notedStages } from '#shared/model/stage-change.ts';
import type { OutboxEntry } from '#shared/model/stored.ts';
import { bumpSummaries } from './activity-summary.ts';
import { feedsSignals, markStale } from './health/mark-stale.ts';
import { applyChange, type Row } from './operations.ts';
import { refreshRollups } from './rollups.ts';
import type { KizunaDatabase } from './schema.ts';
import { changesTouches, recountTouches } from './touch-rule.ts';

/** Tables whose rows have a noun of a source behind them. */
export const TABLE_OF_NOUN = {
  account: 'accounts',
  contact: 'contacts',
  subscription: 'subscriptions',
  opportunity: 'opportunities',
} as const satisfies Record<RecordNoun, string>;

const NOUN_OF_TABLE: ReadonlyMap<string, RecordNoun> = new Map(
  (Object.keys(TABLE_OF_NOUN) as RecordNoun[]).map((noun) => [TABLE_OF_NOUN[noun], noun]),
);

/** What the two doors and the rebuild keep for themselves: no operation writes there. */
const INNER_TABLES: ReadonlySet<string> = new Set([
  'pages',
  'pageHeads',
  'digests',
  'summaries',
  'weeks',
  'signals',
  'healthSnapshots',
  'bases',
  'operations',
  'outbox',
  'meta',
  'undo',
  'jobs',
  'quarantine',
]);

export function isWritable(db: KizunaDatabase, table: string): boolean {
  return !INNER_TABLES.has(table) && db.tables.some((each) => each.name === table);
}

/** The tables that a transaction must cover for these changes. */
export function scopeOf(changes: readonly Change[]): string[] {
  const tables = new Set(['operations', 'outbox', 'bases', 'meta', ...changes.map((change) => change.table)]);
  if (tables.has('activities')) {
    tables.add('summaries');
    tables.add('pages');
    tables.add('pageHeads');
    tables.add('kinds');
  }
  if (tables.has('kinds')) tables.add('summaries');
  if (tables.has('subscriptions') || tables.has('contacts')) {
    for (const table of ['subscriptions', 'contacts', 'summaries']) tables.add(table);
  }
  if ([...tables].some(feedsSignals)) tables.add('signals');
  return [...tables];
}

function keyField(db: KizunaDatabase, table: string): string {
  return table === 'conflicts' ? db.conflicts.schema.primKey.name : 'id';
}

export function keyOf(db: KizunaDatabase, change: Change): string {
  if (change.type === 'set' || change.type === 'text') return change.id;
  return String(change.record[keyField(db, change.table)]);
}

type Cell = { readonly before: Row | undefined; now: Row | undefined };

/** The rows that the changes touch, as they are. */
async function loadRows(
  db: KizunaDatabase,
  changes: readonly Change[],
): Promise<Map<string, Map<string, Cell>>> {
  const ids = new Map<string, Set<string>>();
  for (const change of changes) {
    const known = ids.get(change.table) ?? new Set();
    ids.set(change.table, known.add(keyOf(db, change)));
  }
  const tables = new Map<string, Map<string, Cell>>();
  for (const [table, keys] of ids) {
    const list = [...keys];
    const rows = await db.table<Row, string>(table).bulkGet(list);
    tables.set(table, new Map(list.map((id, i) => [id, { before: rows[i], now: rows[i] }])));
  }
  return tables;
}

async function saveRows(db: KizunaDatabase, tables: Map<string, Map<string, Cell>>): Promise<void> {
  for (const [table, cells] of tables) {
    const changed = [...cells].filter(([, cell]) => cell.now !== cell.before);
    const puts = changed.flatMap(([, cell]) => (cell.now === undefined ? [] : [cell.now]));
    const removed = changed.filter(([, cell]) => cell.now === undefined).map(([id]) => id);
    if (puts.length > 0) await db.table<Row, string>(table).bulkPut(puts);
    if (removed.length > 0) await db.table<Row, string>(table).bulkDelete(removed);
  }
}

function outboxFields(change: Change): Record<string, [Json, Json]> {
  const record = (turn: (value: Json) => [Json, Json]) => (fields: Record<string, Json>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, turn(value)]));
  switch (change.type) {
    case 'set':
      return change.fields;
    case 'add':
      return record((value) => [null, value])(change.record);
    case 'remove':
      return record((value) => [value, null])(change.record);
    case 'text':
      return {};
  }
}

interface Outgoing {
  readonly change: Change;
  readonly place: number;
  readonly noun: OutboxEntry['noun'];
}

function outgoing(change: Change, place: number): Outgoing | undefined {
  if (change.table === 'activities')
    return change.type === 'text' ? undefined : { change, place, noun: 'activity' };
  const noun = NOUN_OF_TABLE.get(change.table);
  return noun === undefined || change.type !== 'set' ? undefined : { change, place, noun };
}

/** Edits of records that a source speaks about, and activities, wait in the outbox for the source to see them. */
async function putOutbox(db: KizunaDatabase, operation: Operation, done: ReadonlySet<number>): Promise<void> {
  const edits = operation.changes.flatMap((change, i) => (done.has(i) ? (outgoing(change, i) ?? []) : []));
  const ids = [
    ...new Set(edits.filter((edit) => edit.noun !== 'activity').map((edit) => keyOf(db, edit.change))),
  ];
  const sourced = new Set<unknown>(
    ids.length === 0 ? [] : await db.bases.where('recordId').anyOf(ids).uniqueKeys(),
  );
  const entries = edits
    .filter((edit) => edit.noun === 'activity' || sourced.has(keyOf(db, edit.change)))
    .map(
      (edit): OutboxEntry => ({
        key: `${operation.id}.${edit.place}`,
        operationId: operation.id,
        noun: edit.noun,
        recordId: keyOf(db, edit.change),
        fields: outboxFields(edit.change),
        at: operation.at,
        attempts: 0,
        nextAttemptAt: operation.at,
      }),
    );
  if (entries.length > 0) await db.outbox.bulkPut(entries);
}

/** The accounts that the changed rows belong or belonged to. */
function accountsOf(cells: ReadonlyMap<string, Cell> | undefined): string[] {
  const changed = [...(cells?.values() ?? [])].filter((cell) => cell.now !== cell.before);
  return changed
    .flatMap((cell) => [cell.before?.account, cell.now?.account])
    .filter((account) => typeof account === 'string');
}

/** A stage that changed is noted with the account itself, so that its timeline can tell of it. */
function noteStages(accounts: ReadonlyMap<string, Cell> | undefined, at: number): void {
  for (const cell of accounts?.values() ?? []) {
    if (cell.before === undefined || cell.now === undefined || cell.now === cell.before) continue;
    const stages = notedStages(cell.before, cell.now, { at });
    if (stages !== undefined) cell.now = { ...cell.now, stages };
  }
}

/** So is a champion who became something else: of the role alone nobody could see it any more. */
function noteChampions(contacts: ReadonlyMap<string, Cell> | undefined, at: number): void {
  for (const cell of contacts?.values() ?? []) {
    if (cell.before === undefined || cell.now === undefined || cell.now === cell.before) continue;
    const noted = notedChampion(cell.before, cell.now, at);
    if (noted === undefined) continue;
    const { championUntil: _until, ...rest } = cell.now;
    cell.now = noted.championUntil === undefined ? rest : { ...rest, championUntil: noted.championUntil };
  }
}

export interface Outcome {
  /** Places of the changes that found nothing to work on. */
  readonly waiting: readonly number[];
}

/** `only`: places of the changes to do (a change that waited for its record); all when left out. */
export async function applyOperation(
  db: KizunaDatabase,
  operation: Operation,
  only?: ReadonlySet<number>,
): Promise<Outcome> {
  const places = operation.changes.map((_, i) => i).filter((i) => only === undefined || only.has(i));
  const usable = places.filter((i) => isWritable(db, operation.changes[i]?.table ?? ''));
  const tables = await loadRows(
    db,
    usable.flatMap((i) => operation.changes[i] ?? []),
  );
  const done = new Set<number>();
  for (const i of usable) {
    const change = operation.changes[i];
    const cell = change && tables.get(change.table)?.get(keyOf(db, change));
    if (change === undefined || cell === undefined) continue;
    const applied = applyChange(cell.now, change, operation.at);
    if (applied.type === 'put') cell.now = applied.row;
    else if (applied.type === 'remove') cell.now = undefined;
    else continue;
    done.add(i);
  }
  noteStages(tables.get('accounts'), operation.at);
  noteChampions(tables.get('contacts'), operation.at);
  await saveRows(db, tables);
  await putOutbox(db, operation, done);
  const kinds = tables.get('kinds');
  const newTouches = kinds !== undefined && changesTouches(kinds);
  if (newTouches) await recountTouches(db);
  const activities = tables.get('activities');
  if (activities !== undefined) await bumpSummaries(db, activities);
  const moved = ['subscriptions', 'contacts'].flatMap((table) => accountsOf(tables.get(table)));
  if (moved.length > 0) await refreshRollups(db, moved);
  // Another cadence makes another signal of every last touch.
  await markStale(db, tables, newTouches || tables.has('journeys'));
  return { waiting: places.filter((i) => !done.has(i)) };
}

/** What an operation was about, for people: the title of its one record, or how many there were. */
import { firstWords } from '#shared/domain/notes/plain-text.ts';
import type { Change, Operation } from '#shared/model/operation.ts';
import { keyOf } from './apply-operation.ts';
import type { Row } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';

export interface OperationSubject {
  readonly records: number;
  /** Of the only record, where it has one. */
  readonly title: string | undefined;
}

/** What only goes along with a change of something else. */
const ALONG: ReadonlySet<string> = new Set(['bin', 'conflicts', 'drafts', 'versions']);

function titleIn(row: Row | undefined): string | undefined {
  for (const field of ['name', 'title', 'subject', 'body']) {
    const value = row?.[field];
    if (typeof value !== 'string' || value.trim() === '') continue;
    const title = field === 'body' ? firstWords(value, 60) : value.trim().split('\n')[0]?.slice(0, 60);
    if (title !== undefined && title !== '') return title;
  }
  return undefined;
}

async function titleOf(db: KizunaDatabase, change: Change): Promise<string | undefined> {
  if (change.type === 'add' || change.type === 'remove') return titleIn(change.record);
  return titleIn(await db.table<Row, string>(change.table).get(change.id));
}

export async function subjectOf(db: KizunaDatabase, operation: Operation): Promise<OperationSubject> {
  const own = operation.changes.filter((change) => !ALONG.has(change.table));
  const told = own.length > 0 ? own : operation.changes;
  const [first] = told;
  // A note that made three tasks is still that one note: the first table counts.
  const records = new Set(told.filter(({ table }) => table === first?.table).map((each) => keyOf(db, each)));
  if (first === undefined || records.size !== 1) return { records: records.size, title: undefined };
  return { records: 1, title: await titleOf(db, first) };
}

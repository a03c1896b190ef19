/** Rows that the database keeps besides the nouns themselves: bases, outbox, conflicts, pages, jobs, drafts, views. */
import type { FieldValue, NounName, RecordBase } from './field.ts';
import type { ImportPlan, Rejection, TableCounts } from './import-plan.ts';
import type { HistoryNoun, RecordNoun } from './nouns.ts';
import type { Json, Operation } from './operation.ts';

/** The last value seen from a source: the base of the three-way merge, and where a fact's source and date come from. */
export interface Base {
  /** `sourceId noun key`, joined by U+001F. */
  key: string;
  sourceId: string;
  noun: RecordNoun;
  recordId: string;
  /** 64-bit content hash of the source row as read, base 16: equal means nothing to merge. */
  digest: string;
  values: Readonly<Record<string, FieldValue>>;
  custom: Readonly<Record<string, string | number | boolean>>;
  /** Milliseconds since 1970 UTC when the source last said so. */
  seenAt: number;
  jobId: string;
  /** What that job made of the row. */
  outcome: 'added' | 'changed' | 'unchanged';
}

/** An edit that its source has not seen yet; entries of one record keep their order. */
export interface OutboxEntry {
  /** The operation's id and the change's place in it: also the idempotency key of the push. */
  key: string;
  operationId: string;
  noun: RecordNoun | 'activity';
  recordId: string;
  fields: Readonly<Record<string, readonly [Json, Json]>>;
  at: number;
  attempts: number;
  nextAttemptAt: number;
  lastError?: string;
}

/** Both sides changed a field: both values are kept until a person chooses. */
export interface Conflict {
  /** `recordId field`, joined by U+001F: one open conflict per field. */
  key: string;
  noun: RecordNoun;
  recordId: string;
  field: string;
  base: Json;
  ours: Json;
  theirs: Json;
  /** The source's word counts for this field, so its value stands now; absent = ours stands. */
  taken?: 'theirs';
  sourceId: string;
  at: number;
}

/** An operation that the database holds; `journaled` turns 1 with main's receipt. Kept for undo and resend. */
export interface StoredOperation {
  id: string;
  /** 0 until main's journal has it, then 1 (numbers, because IndexedDB does not index booleans). */
  journaled: 0 | 1;
  /** Grows by one per operation of this database: the order in which they go to the journal. */
  order: number;
  operation: Operation;
}

/** A run of import over one plan: what it counted, and whether it can still be undone. */
export interface ImportJob {
  id: string;
  /** Grows by one per job in this database: pages and digests name it. */
  number: number;
  sourceId: string;
  plan: ImportPlan;
  /** Main's tickets of the files, by file name. */
  tickets: Readonly<Record<string, string>>;
  state: 'running' | 'done' | 'cancelled' | 'failed' | 'undone';
  startedAt: number;
  finishedAt?: number;
  counts: Readonly<Record<string, TableCounts>>;
}

/** A named source: the mapping that makes next week's file two clicks. */
export interface Source {
  id: string;
  name: string;
  kind: 'file' | 'sample';
  plan: ImportPlan;
  createdAt: number;
  lastImportAt?: number;
}

/** A rejected row that came back with its reason; kept per job, up to a bound that the job's counts reveal. */
export interface QuarantineRow extends Rejection {
  key?: number;
  jobId: string;
  tableId: string;
}

/** Before-images of what a job changed, in chunks, newest last. */
export interface UndoChunk {
  key?: number;
  jobId: string;
  records: readonly UndoRecord[];
  events: readonly UndoEvent[];
}

export interface UndoRecord {
  table: string;
  id: string;
  /** The record before the job; undefined = the job made it. */
  before: RecordBase | undefined;
  /** What the job wrote: where it differs now, a person has been there since. */
  after: RecordBase;
  baseKey: string;
  baseBefore: Base | undefined;
}

export interface UndoEvent {
  noun: HistoryNoun;
  accountId: string;
  event: HistoryEvent;
  /** The digest entry before the job: content hash lanes, page and job number. */
  entry: readonly [number, number, number, number];
}

/** One entry of an account's history as screens and rules see it. */
export interface HistoryEvent {
  noun: HistoryNoun;
  accountId: string;
  /** Milliseconds since 1970 UTC. */
  at: number;
  /** 64-bit key of the source row in two lanes: stable over imports. */
  keyHi: number;
  keyLo: number;
  values: Readonly<Record<string, FieldValue>>;
  custom: Readonly<Record<string, string | number | boolean>>;
}

/** A saved arrangement of a table: columns, order, sort, filter, group. */
export interface SavedView {
  id: string;
  table: 'accounts';
  name: string;
  definition: Json;
  createdAt: number;
  updatedAt: number;
}

/** A contact that a note brings along. */
export interface NewContact {
  readonly id: string;
  readonly name: string;
  /** One of the contact roles, where the line named one. */
  readonly role?: string;
  readonly title?: string;
  readonly department?: string;
  readonly email?: string;
  readonly phone?: string;
}

/** What a person changed about a task that was found in a note; absent = as found. */
export interface TaskChoice {
  readonly skip?: boolean;
  readonly title?: string;
  readonly side?: 'ours' | 'theirs';
  readonly owner?: string;
  /** Absent = as found, '' = without a day. */
  readonly due?: string;
}

/** What was said in a meeting about an objective besides its figures; absent = nothing. */
export interface SaidStep {
  /** 'YYYY-MM-DD'; '' = it has no due date any more. */
  readonly due?: string;
  /** Ids of milestones that are met. */
  readonly met?: readonly string[];
  /** New due dates of milestones by their ids, as above. */
  readonly milestoneDue?: Readonly<Record<string, string>>;
}

/** What was learnt about somebody in a meeting; absent = nothing. */
export interface SaidPerson {
  /** '' = no role any more. */
  readonly role?: string;
  /** 1 very bad to 5 very good. */
  readonly sentiment?: number;
  readonly left?: boolean;
}

/** What of a draft is typed, key by key. */
export const DRAFT_TEXTS = [
  'subject',
  'body',
  'mail',
  'parkedLine',
  'contactLine',
  'teamLine',
  'reasonLine',
  'tagLine',
] as const satisfies readonly (keyof Draft)[];
export type DraftText = (typeof DRAFT_TEXTS)[number];

/** A note or check-in that is being written: saved with every key stroke. */
export interface Draft {
  id: string;
  accountId: string;
  noun: NounName;
  kind: string;
  /** Milliseconds since 1970 UTC that the finished activity will carry. */
  activityAt: number;
  subject: string;
  body: string;
  /** The note that this draft edits; absent = it becomes a new one. */
  activityId?: string;
  durationMinutes?: number;
  contacts?: readonly string[];
  team?: readonly string[];
  sentiment?: number;
  sentimentReasons?: readonly string[];
  tags?: readonly string[];
  nextOn?: string;
  /** People who are not contacts yet: made with the note. Their ids stand in `contacts` already. */
  newContacts?: readonly NewContact[];
  /** What was decided about a task of the note before it is made, by the key of the found task. */
  taskChoices?: Readonly<Record<string, TaskChoice>>;
  /** New values of objectives that were said in the meeting, as typed, by the objective's id; logged with the note. */
  saidValues?: Readonly<Record<string, string>>;
  /** What the meeting changed in the plan, by the objective's id, and in its people, by the contact's id. */
  saidSteps?: Readonly<Record<string, SaidStep>>;
  saidPeople?: Readonly<Record<string, SaidPerson>>;
  /** The follow-up mail of a meeting as somebody wrote it; absent or '' = it follows from the note. */
  mail?: string;
  /** What stands in a field of one line and was not entered yet: for the parking lot, either side's people, a reason, tags. */
  parkedLine?: string;
  contactLine?: string;
  teamLine?: string;
  reasonLine?: string;
  tagLine?: string;
  createdAt: number;
  updatedAt: number;
}

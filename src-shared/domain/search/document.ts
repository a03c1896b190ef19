/** What search knows of a record: who and what it is about, and its texts. One way for indexing and for showing. */
import type { FieldKind, NounName } from '../../model/field.ts';
import { type HistoryNoun, nounFields } from '../../model/nouns.ts';
import type { Objective } from '../../model/objective.ts';
import type { Draft, HistoryEvent } from '../../model/stored.ts';
import type { Task } from '../../model/task.ts';
import { firstWords } from '../notes/plain-text.ts';

/** Groups of results. */
export const SEARCH_GROUPS = [
  'account',
  'contact',
  'activity',
  'task',
  'plan',
  'ticket',
  'survey',
  'churnEvent',
  'opportunity',
] as const;
export type SearchGroup = (typeof SEARCH_GROUPS)[number];

export interface SearchField {
  /** A field of the noun, or the name of a column of its own. */
  readonly name: string;
  readonly text: string;
  /** The text is Markdown: searched as it is, shown without its signs. */
  readonly markdown?: true;
}

export interface SearchDocument {
  readonly group: SearchGroup;
  /** The group's name, or the kind of an activity or a survey, or `draft`. */
  readonly kind: string;
  readonly id: string;
  /** '' = none. */
  readonly account: string;
  /** Milliseconds since 1970 UTC; newer ones come first. */
  readonly at: number;
  readonly title: string;
  /** Who on our side it belongs to. */
  readonly people: readonly string[];
  readonly fields: readonly SearchField[];
}

type Row = Readonly<Record<string, unknown>>;

const TEXT_KINDS: ReadonlySet<FieldKind> = new Set([
  'id',
  'text',
  'longText',
  'tags',
  'email',
  'phone',
  'url',
  'person',
]);

/** Ids of records, which nobody types. */
const SILENT: ReadonlySet<string> = new Set([
  'activity.contacts',
  'activity.externalId',
  'survey.externalId',
  'churnEvent.externalId',
]);

const IMAGE = /!\[([^\]]*)\]\([^)]*\)/g;

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.includes('](') ? value.replace(IMAGE, '$1') : value;
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join(', ') : '';
}

function fieldsOf(noun: NounName, row: Row): SearchField[] {
  const fields: SearchField[] = [];
  for (const [name, spec] of Object.entries(nounFields[noun])) {
    if (!TEXT_KINDS.has(spec.kind) || SILENT.has(`${noun}.${name}`)) continue;
    const text = textOf(row[name]);
    if (text !== '') fields.push({ name, text });
  }
  for (const [name, value] of Object.entries(row['custom'] ?? {}))
    if (typeof value === 'string' && value !== '') fields.push({ name, text: value });
  return fields;
}

function peopleOf(row: Row): string[] {
  return [row['owner'], row['team'], row['knownBy']]
    .flat()
    .filter((each): each is string => typeof each === 'string' && each !== '');
}

function first(...values: unknown[]): string {
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? '';
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

const LINE_MARKS = /^[\s#>*\-[\]xX]+/;

/** The first line of a source's text that says something: what an entry without a subject is called. */
function firstLine(body: string): string {
  const line = body.split('\n').find((each) => each.replace(LINE_MARKS, '') !== '') ?? '';
  return line.replace(LINE_MARKS, '').slice(0, 120);
}

type SearchedNoun = 'account' | 'contact' | 'opportunity' | SearchedHistory;

function kindOf(noun: SearchedNoun, row: Row): string {
  if (noun === 'activity') return first(row['kind'], 'other');
  return noun === 'survey' ? first(row['surveyKind'], noun) : noun;
}

/** What people write here is Markdown. */
function asMarkdown(fields: readonly SearchField[]): SearchField[] {
  return fields.map((field) => (field.name === 'body' ? { ...field, markdown: true } : field));
}

function ofNoun(noun: SearchedNoun, row: Row, id: string, isNote = false): SearchDocument {
  const line = (field: string) => (isNote ? firstWords : firstLine)(first(row[field]));
  const named = first(row['name'], row['subject']);
  const fields = fieldsOf(noun, row);
  return {
    group: noun,
    kind: kindOf(noun, row),
    id,
    account: noun === 'account' ? id : first(row['account']),
    at: number(row['at']) || number(row['updatedAt']),
    title: named !== '' ? named : first(line('body'), line('comment'), row['reason']),
    people: peopleOf(row),
    fields: isNote ? asMarkdown(fields) : fields,
  };
}

function ofTask({ id, title, account, owner, due, updatedAt }: Task): SearchDocument {
  return {
    group: 'task',
    kind: 'task',
    id,
    account,
    at: due === undefined ? updatedAt : Date.parse(due),
    title,
    people: owner === '' ? [] : [owner],
    fields: [
      { name: 'title', text: title },
      { name: 'owner', text: owner },
    ],
  };
}

/** An objective of a success plan: its words, its milestones, who said which value, how its worth was worked out. */
function ofObjective({
  id,
  account,
  title,
  why,
  milestones,
  measurements,
  value,
  updatedAt,
}: Objective): SearchDocument {
  const lines = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '').join('\n');
  return {
    group: 'plan',
    kind: 'plan',
    id,
    account,
    at: updatedAt,
    title,
    people: [],
    fields: [
      { name: 'title', text: title },
      { name: 'why', text: why },
      { name: 'milestones', text: lines(milestones.map((each) => each.title)) },
      { name: 'source', text: lines(measurements.map((each) => each.source)) },
      { name: 'method', text: value?.method ?? '' },
    ],
  };
}

function ofDraft({ id, accountId, subject, body, updatedAt, team }: Draft): SearchDocument {
  return {
    group: 'activity',
    kind: 'draft',
    id,
    account: accountId,
    at: updatedAt,
    title: first(subject, firstWords(body)),
    people: [...(team ?? [])],
    fields: asMarkdown([
      { name: 'subject', text: subject },
      { name: 'body', text: textOf(body) },
    ]),
  };
}

/** The tables whose rows are searched, each by the letter that its keys begin with in the index. */
export const SEARCHED_TABLES = {
  accounts: 'A',
  contacts: 'C',
  tasks: 'T',
  objectives: 'G',
  opportunities: 'O',
  drafts: 'D',
  activities: 'N',
} as const;
export type SearchedTable = keyof typeof SEARCHED_TABLES;

const NOUNS = {
  accounts: 'account',
  contacts: 'contact',
  opportunities: 'opportunity',
  activities: 'activity',
} as const;

/** A row as stored; the caller knows that it is one of the table. */
export function documentOf(table: SearchedTable, row: object): SearchDocument {
  if (table === 'tasks') return ofTask(row as Task);
  if (table === 'objectives') return ofObjective(row as Objective);
  if (table === 'drafts') return ofDraft(row as Draft);
  const values = row as Row;
  return ofNoun(NOUNS[table], values, first(values['id']), table === 'activities');
}

/** The history that is searched: what has words in it. */
export const SEARCHED_HISTORY = [
  'activity',
  'ticket',
  'survey',
  'churnEvent',
] as const satisfies HistoryNoun[];
type SearchedHistory = (typeof SEARCHED_HISTORY)[number];

/** Grows when further records are searched: an index that an earlier Kizuna made is then caught up. */
export const DOCUMENT_FORM = 2;

function isSearched(noun: HistoryNoun): noun is SearchedHistory {
  return SEARCHED_HISTORY.some((each) => each === noun);
}

/** A mark that somebody gave without a word is no document. */
function isWordless(noun: SearchedHistory, { comment, reason }: Row): boolean {
  return (noun === 'survey' || noun === 'churnEvent') && first(comment, reason) === '';
}

/** An entry of imported history, named as the timeline names it; undefined for what is not searched. */
export function documentOfEvent(event: HistoryEvent): SearchDocument | undefined {
  const { noun, accountId, at, keyHi, keyLo, values, custom } = event;
  if (!isSearched(noun) || isWordless(noun, values)) return undefined;
  const row: Row = { ...values, at, account: accountId, custom };
  return ofNoun(noun, row, `${noun}:${keyHi}:${keyLo}`);
}

/** What a history event means to its account's summary, read from its values. */

import type { EventFacts } from '#shared/domain/summary/account-summary.ts';
import { ACTIVITY_KINDS } from '#shared/model/activity.ts';
import type { HistoryNoun } from '#shared/model/nouns.ts';

const KINDS: ReadonlySet<string> = new Set(ACTIVITY_KINDS);
const CLOSED = /^(closed|solved|resolved|done|complete|completed|完了|解決|クローズ|対応済)/i;

/** Whether a ticket's status says that it is closed. */
export function saysClosed(status: string): boolean {
  return CLOSED.test(status);
}

/** The fields that facts are made of; the others need not be at hand. */
const FACT_FIELDS: ReadonlySet<string> = new Set([
  'kind',
  'count',
  'closedAt',
  'status',
  'escalated',
  'csat',
  'score',
  'surveyKind',
]);

export interface FactColumns {
  readonly noun: HistoryNoun;
  /** Place of each such field that the table has among the event's cells. */
  readonly place: Readonly<Record<string, number>>;
}

export function factColumns(
  noun: HistoryNoun,
  names: readonly { name: string; custom: boolean }[],
): FactColumns {
  const place: Record<string, number> = {};
  names.forEach((column, i) => {
    if (!column.custom && FACT_FIELDS.has(column.name)) place[column.name] = i;
  });
  return { noun, place };
}

function numberAt(
  columns: FactColumns,
  cells: readonly unknown[],
  offset: number,
  field: string,
): number | undefined {
  const place = columns.place[field];
  const value = place === undefined ? undefined : cells[offset + place];
  return typeof value === 'number' ? value : undefined;
}

function textAt(
  columns: FactColumns,
  cells: readonly unknown[],
  offset: number,
  field: string,
): string | undefined {
  const place = columns.place[field];
  const value = place === undefined ? undefined : cells[offset + place];
  return typeof value === 'string' ? value : undefined;
}

/** The kind under which an event is counted and filtered. */
export function eventKind(columns: FactColumns, cells: readonly unknown[], offset = 0): string {
  switch (columns.noun) {
    case 'usage':
      return 'usage';
    case 'ticket':
      return 'ticket';
    case 'survey':
      return 'survey';
    case 'churnEvent':
      return 'churn';
    case 'activity': {
      const kind = textAt(columns, cells, offset, 'kind');
      return kind !== undefined && KINDS.has(kind) ? kind : 'other';
    }
  }
}

export function newFacts(noun: HistoryNoun): EventFacts {
  return {
    noun,
    kind: '',
    at: 0,
    usageCount: 0,
    ticketOpen: false,
    ticketEscalated: false,
    csat: undefined,
    nps: undefined,
  };
}

/** The event's cells begin at `offset`, for events that lie in one flat array. */
export function factsOf(columns: FactColumns, at: number, cells: readonly unknown[], offset = 0): EventFacts {
  return readFacts(newFacts(columns.noun), columns, at, cells, offset);
}

/** The same, into an object that is used again and again. */
export function readFacts(
  facts: EventFacts,
  columns: FactColumns,
  at: number,
  cells: readonly unknown[],
  offset = 0,
): EventFacts {
  facts.kind = eventKind(columns, cells, offset);
  facts.at = at;
  facts.usageCount = 0;
  facts.ticketOpen = false;
  facts.ticketEscalated = false;
  facts.csat = undefined;
  facts.nps = undefined;
  if (columns.noun === 'usage') facts.usageCount = numberAt(columns, cells, offset, 'count') ?? 1;
  else if (columns.noun === 'ticket') {
    facts.ticketOpen =
      numberAt(columns, cells, offset, 'closedAt') === undefined &&
      !saysClosed(textAt(columns, cells, offset, 'status') ?? '');
    const escalated = columns.place.escalated;
    facts.ticketEscalated = facts.ticketOpen && escalated !== undefined && cells[offset + escalated] === true;
    facts.csat = numberAt(columns, cells, offset, 'csat');
  } else if (columns.noun === 'survey') {
    const score = numberAt(columns, cells, offset, 'score');
    const kind = textAt(columns, cells, offset, 'surveyKind') ?? 'nps';
    if (kind === 'nps') facts.nps = score;
    else if (kind === 'csat') facts.csat = score;
  }
  return facts;
}

/** What one should know of an account in a meeting, read for the left pane and kept fresh. */
import { useData } from '#renderer/data/data-context.ts';
import { factColumns, factsOf } from '#renderer/data/ingest/event-facts.ts';
import { readPeople } from '#renderer/data/people.ts';
import { getAccount, summaryOf } from '#renderer/data/records.ts';
import type { KizunaDatabase } from '#renderer/data/schema.ts';
import { tasksOfAccount } from '#renderer/data/tasks.ts';
import { openTimeline, type TimelineEntry } from '#renderer/data/timeline.ts';
import { readTouchRule } from '#renderer/data/touch-rule.ts';
import { type Live, useLive } from '#renderer/data/use-live.ts';
import { firstWords } from '#shared/domain/notes/plain-text.ts';
import { type LastContact, lastContacts, meetingsOf, whoIsWho } from '#shared/domain/people/encounters.ts';
import { type AccountRow, toAccountRow } from '#shared/domain/summary/account-row.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import type { Task } from '#shared/model/task.ts';

export interface TouchFact {
  readonly key: string;
  readonly at: number;
  readonly kind: string;
  readonly subject: string;
}

export interface TicketFact {
  readonly key: string;
  readonly at: number;
  readonly subject: string;
  readonly priority: string;
}

export interface MeetingFacts {
  readonly row: AccountRow;
  readonly touches: readonly TouchFact[];
  readonly tickets: readonly TicketFact[];
  readonly tasks: readonly Task[];
  readonly contacts: readonly Contact[];
  readonly last: ReadonlyMap<string, LastContact>;
}

const TOUCHES = 3;
const TICKETS = 5;
/** A meeting does not wait for a search through years. */
const MOST_READ = 400;
const STEP = 50;

async function collect<T>(
  db: KizunaDatabase,
  query: Parameters<typeof openTimeline>[1],
  most: number,
  pick: (entry: TimelineEntry) => T | undefined,
): Promise<T[]> {
  const reader = openTimeline(db, query);
  const found: T[] = [];
  for (let read = 0; read < MOST_READ && found.length < most; read += STEP) {
    const slice = await reader.next(STEP);
    for (const entry of slice.entries) {
      const picked = pick(entry);
      if (picked !== undefined) found.push(picked);
    }
    if (!slice.more) break;
  }
  return found.slice(0, most);
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function touchOf(entry: TimelineEntry): TouchFact | undefined {
  const { key, at } = entry;
  if (entry.type === 'activity') {
    const { kind = 'note', subject = '', body = '' } = entry.activity;
    return {
      key,
      at,
      kind,
      subject: subject || firstWords(body),
    };
  }
  if (entry.type !== 'event') return undefined;
  const { values } = entry.event;
  return { key, at, kind: text(values.kind), subject: text(values.subject) };
}

/** By the same rule that counts open tickets in the account's summary. */
function isOpenTicket(event: HistoryEvent): boolean {
  const columns = factColumns(
    'ticket',
    Object.keys(event.values).map((name) => ({ name, custom: false })),
  );
  return factsOf(columns, event.at, Object.values(event.values)).ticketOpen;
}

function ticketOf(entry: TimelineEntry): TicketFact | undefined {
  if (entry.type !== 'event' || !isOpenTicket(entry.event)) return undefined;
  const { values } = entry.event;
  return {
    key: entry.key,
    at: entry.at,
    subject: text(values.subject) || text(values.externalId),
    priority: text(values.priority),
  };
}

async function readFacts(
  db: KizunaDatabase,
  id: string,
  today: string,
  now: number,
): Promise<MeetingFacts | undefined> {
  const account = await getAccount(db, id);
  if (account === undefined) return undefined;
  const [summary, touches, tasks, people] = await Promise.all([
    summaryOf(db, id),
    readTouchRule(db),
    tasksOfAccount(db, id),
    readPeople(db, id),
  ]);
  const lastTouches = await collect(db, { accountId: id, lanes: ['activity'] }, TOUCHES, (entry) => {
    const touch = touchOf(entry);
    return touch !== undefined && touch.at <= now && touches(touch.kind) ? touch : undefined;
  });
  const tickets =
    (summary?.ticketsOpen ?? 0) === 0
      ? []
      : await collect(db, { accountId: id, lanes: ['ticket'], written: false }, TICKETS, ticketOf);
  const { contacts, keys, team, encounters } = people;
  const meetings = meetingsOf(
    encounters,
    whoIsWho(contacts, keys),
    team.map((member) => member.name),
  );
  return {
    row: toAccountRow(account, summary, today),
    touches: lastTouches,
    tickets,
    tasks: tasks.filter((task) => task.state === 'open'),
    contacts,
    last: lastContacts(meetings, now),
  };
}

/** The value is undefined when there is no such account. `now` is when the meeting was opened. */
export function useMeetingFacts(
  accountId: string,
  today: string,
  now: number,
): Live<MeetingFacts | undefined> {
  const { db } = useData();
  return useLive(() => readFacts(db, accountId, today, now), [db, accountId, today, now]);
}

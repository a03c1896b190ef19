/** An account's history by week from its pages: only the columns that weeks are made of are unpacked. */
import { createWeeksBuilder, type WeeksBuilder } from '#shared/domain/health/build-weeks.ts';
import { ACTIVITY_KINDS } from '#shared/model/activity.ts';
import { HISTORY_NOUNS, type HistoryNoun } from '#shared/model/nouns.ts';
import { type EventPage, pageTime } from '../event-page.ts';
import { saysClosed } from '../ingest/event-facts.ts';
import { cellAt } from '../pack-column.ts';
import { pageKey } from '../page-store.ts';
import type { KizunaDatabase } from '../schema.ts';
import { localDayNumber } from './local-day.ts';
import { runningJobs, Stamp } from './page-stamps.ts';
import type { WeeksRow } from './rows.ts';

const KINDS: ReadonlySet<string> = new Set(ACTIVITY_KINDS);
/** What sources call a ticket that cannot wait. */
const SEVERE =
  /^(urgent|high|critical|highest|blocker|emergency|major|severe|p[01]|s(ev)?[- ]?[01]|severity ?[01]|緊急|至急|高|最高|最優先|重大|致命的)/i;

type Cell = (row: number) => unknown;

/** Reads one column of a page; a column that the table does not have is always blank. */
function cellsOf(page: EventPage): (name: string) => Cell {
  return (name) => {
    const place = page.names.findIndex((each, i) => each === name && page.custom[i] !== 1);
    const column = place === -1 ? undefined : page.columns[place];
    return column === undefined ? () => undefined : (row) => cellAt(column, row);
  };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function addUsage(page: EventPage, into: WeeksBuilder): void {
  const [user, feature, count, activeUsers] = ['user', 'feature', 'count', 'activeUsers'].map(
    cellsOf(page),
  ) as [Cell, Cell, Cell, Cell];
  for (let row = 0; row < page.count; row++)
    into.usage({
      at: pageTime(page, row),
      count: numberOf(count(row)) ?? 1,
      user: textOf(user(row)),
      feature: textOf(feature(row)),
      activeUsers: numberOf(activeUsers(row)),
    });
}

function addTickets(page: EventPage, into: WeeksBuilder): void {
  const cells = cellsOf(page);
  const [closedAt, hours, csat] = ['closedAt', 'resolutionHours', 'csat'].map(cells) as [Cell, Cell, Cell];
  const [status, priority, escalated] = ['status', 'priority', 'escalated'].map(cells) as [Cell, Cell, Cell];
  for (let row = 0; row < page.count; row++)
    into.ticket({
      at: pageTime(page, row),
      closedAt: numberOf(closedAt(row)),
      hours: numberOf(hours(row)),
      isClosed: saysClosed(textOf(status(row)) ?? ''),
      isSevere: escalated(row) === true || SEVERE.test((textOf(priority(row)) ?? '').normalize('NFKC')),
      csat: numberOf(csat(row)),
    });
}

function addSurveys(page: EventPage, into: WeeksBuilder): void {
  const [kind, score] = ['surveyKind', 'score'].map(cellsOf(page)) as [Cell, Cell];
  for (let row = 0; row < page.count; row++) {
    const is = textOf(kind(row)) ?? 'nps';
    const value = numberOf(score(row));
    if (value !== undefined && (is === 'nps' || is === 'csat')) into.survey(pageTime(page, row), is, value);
  }
}

function textsOf(value: unknown): readonly string[] {
  const texts = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

function addActivities(page: EventPage, into: WeeksBuilder): void {
  const [kind, ...people] = ['kind', 'contact', 'contacts', 'participants'].map(cellsOf(page)) as [
    Cell,
    ...Cell[],
  ];
  for (let row = 0; row < page.count; row++) {
    const said = textOf(kind(row));
    const is = said !== undefined && KINDS.has(said) ? said : 'other';
    into.met(
      pageTime(page, row),
      is,
      people.flatMap((cell) => textsOf(cell(row))),
    );
  }
}

const ADD: Readonly<Record<HistoryNoun, ((page: EventPage, into: WeeksBuilder) => void) | undefined>> = {
  usage: addUsage,
  ticket: addTickets,
  survey: addSurveys,
  activity: addActivities,
  churnEvent: undefined,
};

function addPage(page: EventPage, into: WeeksBuilder): void {
  const noun = HISTORY_NOUNS[page.lane];
  if (noun !== undefined) ADD[noun]?.(page, into);
}

/** Pages that are in memory at a time. */
const TOGETHER = 60;

/** Goes through all pages of an account once, the newest first. */
async function eachPageOf(
  db: KizunaDatabase,
  account: string,
  visit: (page: EventPage) => void,
): Promise<void> {
  let after: readonly unknown[] = [account];
  // An array sorts after every number: the end of the account's keys.
  const end: readonly unknown[] = [account, []];
  for (;;) {
    const pages = await db.pages.where(':id').between(after, end, false, true).limit(TOGETHER).toArray();
    for (const page of pages) visit(page);
    const last = pages.at(-1);
    if (last === undefined || pages.length < TOGETHER) return;
    after = pageKey(last);
  }
}

/** In one transaction, so that the stamp is of the very pages that were read. Undefined: there are none. */
export async function buildWeeks(
  db: KizunaDatabase,
  account: string,
  now: number,
): Promise<WeeksRow | undefined> {
  return db.transaction('r', [db.pages, db.jobs], async () => {
    const running = await runningJobs(db);
    const builder = createWeeksBuilder(now, localDayNumber);
    const stamp = new Stamp();
    let pages = 0;
    await eachPageOf(db, account, (page) => {
      pages++;
      stamp.take(page, running);
      addPage(page, builder);
    });
    if (pages === 0) return undefined;
    return { ...builder.finish(account), stamp: stamp.text(), features: builder.features() };
  });
}

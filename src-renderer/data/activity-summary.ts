/** Keeps an account's summary true when people log, change or remove activities. */
import { laterPlan, type PlannedContact, plannedBy } from '#shared/domain/cadence/next-contact.ts';
import {
  type AccountSummary,
  addDelta,
  deltaAdd,
  deltaRemove,
  type EventFacts,
  emptyDelta,
  noteLastTouch,
} from '#shared/domain/summary/account-summary.ts';
import { ACTIVITY_KINDS, type Activity, type TouchRule } from '#shared/model/activity.ts';
import { isOwnKind } from '#shared/model/note.ts';
import { readEvent } from './event-page.ts';
import type { Row } from './operations.ts';
import { eachPage } from './page-store.ts';
import type { KizunaDatabase } from './schema.ts';
import { readTouchRule } from './touch-rule.ts';

const KINDS: ReadonlySet<string> = new Set(ACTIVITY_KINDS);

interface Counted {
  readonly account: string;
  readonly facts: EventFacts;
}

/** A kind that the user added counts under its own id; a source's word that is no kind is something other. */
function kindOf(kind: unknown): string {
  if (kind === undefined) return 'note';
  return typeof kind === 'string' && (KINDS.has(kind) || isOwnKind(kind)) ? kind : 'other';
}

/** What an activity that somebody logged here means to its account's summary. */
export function writtenFacts(kind: unknown, at: number): EventFacts {
  return {
    noun: 'activity',
    kind: kindOf(kind),
    at,
    usageCount: 0,
    ticketOpen: false,
    ticketEscalated: false,
    csat: undefined,
    nps: undefined,
  };
}

function counted(row: Row | undefined): Counted | undefined {
  const account = row?.['account'];
  const at = row?.['at'];
  if (typeof account !== 'string' || typeof at !== 'number') return undefined;
  return { account, facts: writtenFacts(row?.kind, at) };
}

type Cells = ReadonlyMap<string, { readonly before: Row | undefined; readonly now: Row | undefined }>;

/** What an account's notes agree on for the next contact. */
export function plannedIn(notes: Iterable<Activity>): PlannedContact | undefined {
  let planned: PlannedContact | undefined;
  for (const note of notes) planned = laterPlan(planned, plannedBy(note));
  return planned;
}

function setPlanned(summary: AccountSummary, planned: PlannedContact | undefined): void {
  if (planned === undefined) delete summary.planned;
  else summary.planned = planned;
}

function namesDay(row: Row | undefined): boolean {
  return row?.['nextOn'] !== undefined;
}

/** Newest first, no further than to the first note that names a day. */
async function readPlanned(db: KizunaDatabase, account: string): Promise<PlannedContact | undefined> {
  let planned: PlannedContact | undefined;
  await db.activities
    .where('[account+at]')
    .between([account, -Number.MAX_SAFE_INTEGER], [account, Number.MAX_SAFE_INTEGER])
    .reverse()
    .until((note) => planned !== undefined && note.at < planned.at)
    .each((note) => {
      planned = laterPlan(planned, plannedBy(note));
    });
  return planned;
}

/** Inside a transaction that covers activities, pages, kinds and summaries, after the activities were written. */
export async function bumpSummaries(db: KizunaDatabase, activities: Cells): Promise<void> {
  const changed = [...activities.values()].filter((cell) => cell.before !== cell.now);
  const removed = changed.flatMap((cell) => counted(cell.before) ?? []);
  const added = changed.flatMap((cell) => counted(cell.now) ?? []);
  const ids = [...new Set([...removed, ...added].map((each) => each.account))];
  if (ids.length === 0) return;
  const deltas = new Map(ids.map((id) => [id, emptyDelta(id)]));
  for (const { account, facts } of removed) deltaRemove(deltas.get(account) ?? emptyDelta(account), facts);
  for (const { account, facts } of added) deltaAdd(deltas.get(account) ?? emptyDelta(account), facts);
  const touches = await readTouchRule(db);
  const stored = await db.summaries.bulkGet(ids);
  const agreed = new Set(
    changed.flatMap(({ before, now }) =>
      namesDay(before) || namesDay(now) ? [before?.['account'], now?.['account']] : [],
    ),
  );
  for (const [i, id] of ids.entries()) {
    const { summary, recount } = addDelta(stored[i], deltas.get(id) ?? emptyDelta(id), touches);
    if (recount) await recountNewest(db, summary, touches);
    if (agreed.has(id)) setPlanned(summary, await readPlanned(db, id));
    await db.summaries.put(summary);
  }
}

/** Newest times per activity kind, read again from the account's activities and activity pages. */
async function recountNewest(db: KizunaDatabase, summary: AccountSummary, touches: TouchRule): Promise<void> {
  const newest = new Map<string, number>();
  const see = (kind: string, at: number): void => {
    newest.set(kind, Math.max(at, newest.get(kind) ?? Number.NEGATIVE_INFINITY));
  };
  const account = summary.accountId;
  const own = await db.activities
    .where('[account+at]')
    .between([account, Number.NEGATIVE_INFINITY], [account, Number.POSITIVE_INFINITY])
    .toArray();
  for (const activity of own) see(kindOf(activity.kind), activity.at);
  for await (const page of eachPage(db, { account, noun: 'activity' })) {
    for (let row = 0; row < page.count; row++) {
      const event = readEvent(page, row);
      see(kindOf(event.values['kind']), event.at);
    }
  }
  for (const kind of Object.keys(summary.lastAt))
    if (KINDS.has(kind) || isOwnKind(kind)) delete summary.lastAt[kind];
  for (const [kind, at] of newest) summary.lastAt[kind] = at;
  noteLastTouch(summary, touches);
}

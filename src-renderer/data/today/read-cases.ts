/** Gathers what the rules of contradictions and alerts read, in slices, so that the screen stays live meanwhile. */
import { RENEWAL_OVERDUE_DAYS } from '#shared/domain/alerts/find-alerts.ts';
import { openContact } from '#shared/domain/cadence/next-contact.ts';
import type {
  AccountCase,
  CaseDate,
  CaseDeal,
  CaseOverdue,
  CasePeople,
} from '#shared/domain/contradictions/account-case.ts';
import { usersOf } from '#shared/domain/contradictions/case-users.ts';
import { daysUntil } from '#shared/domain/contradictions/facts.ts';
import {
  severeSince,
  ticketsQuarter,
  usageHalfYear,
  weeksInUse,
} from '#shared/domain/contradictions/half-year.ts';
import { ticketCounts } from '#shared/domain/contradictions/lapse.ts';
import { type Reach, WeekView } from '#shared/domain/health/week-view.ts';
import { whoIsWho } from '#shared/domain/people/encounters.ts';
import { hasLeft } from '#shared/domain/people/gaps.ts';
import { outcomesOf, overdueOf } from '#shared/domain/plans/plan-state.ts';
import { termOn } from '#shared/domain/revenue/revenue-on.ts';
import type { AccountRow } from '#shared/domain/summary/account-row.ts';
import { addDays, dayNumber } from '#shared/domain/table/days.ts';
import type { Account } from '#shared/model/account.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { Signals } from '#shared/model/health.ts';
import type { Objective } from '#shared/model/objective.ts';
import type { Opportunity } from '#shared/model/opportunity.ts';
import type { Task } from '#shared/model/task.ts';
import { localDayOf } from '../health/local-day.ts';
import type { WeeksRow } from '../health/rows.ts';
import type { KizunaDatabase } from '../schema.ts';
import { readAnswers } from './read-answers.ts';

/** What the scores say about an account. */
export type ScoredCase = Pick<AccountCase, 'signals' | 'band' | 'value' | 'earlier'>;

export interface CasesInput {
  readonly db: KizunaDatabase;
  readonly rows: readonly AccountRow[];
  /** Undefined = the account has no score yet. */
  readonly scored: (account: string) => ScoredCase | undefined;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly reach: Reach;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** Read together: a slice takes a few milliseconds of the screen's time. */
const SLICE = 200;
const EXECUTIVES: ReadonlySet<string> = new Set(['executive-sponsor', 'economic-buyer']);
/** Days before and after a renewal at which it is spoken of. */
const RENEWAL_LOOK = 125;
/** Days that answers are looked for in. */
const ANSWER_DAYS = 190;
/** A source's own word for a renewal. */
const RENEWAL = /renew|更新|継続/i;
const UNSCORED: ScoredCase = { signals: {}, band: 'unknown' };

function peopleOf(contacts: readonly Contact[], today: string): CasePeople | undefined {
  if (contacts.length === 0) return undefined;
  const here = contacts.filter((contact) => !hasLeft(contact, today));
  const executives = here.filter((contact) => EXECUTIVES.has(contact.role ?? '')).map(({ id }) => id);
  return {
    known: here.length,
    withRole: here.filter((contact) => contact.role !== undefined).length,
    executives,
    at: contacts.reduce((newest, contact) => Math.max(newest, contact.updatedAt), 0),
  };
}

function dealOf(deal: Opportunity): CaseDeal {
  return {
    id: deal.id,
    name: deal.name,
    isRenewal: RENEWAL.test(deal.type ?? '') || (deal.type === undefined && RENEWAL.test(deal.name)),
    isClosed: deal.isClosed === true,
    isWon: deal.isWon === true,
    probability: deal.probability,
    closeDate: deal.closeDate,
    at: deal.updatedAt,
  };
}

/** Somebody answered within the weeks that rules look at: only then the answers themselves are worth reading. */
function hasAnswers(weeks: WeeksRow | undefined, today: string): boolean {
  const { days, nps } = weeks?.surveys ?? { days: [], nps: [] };
  const from = dayNumber(today) - ANSWER_DAYS;
  return days.some((day, place) => day >= from && (nps[place] ?? 0) > 0);
}

/** When the newest task of each account was made: one that is done has followed no less than one that is open. */
function newestTasks(tasks: ReadonlyMap<string, Task>): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const { account, createdAt } of tasks.values())
    if (account !== '') newest.set(account, Math.max(createdAt, newest.get(account) ?? 0));
  return newest;
}

/** There were contracts, and all of them ended so long ago that nobody waits for the renewal any more. */
export function isFormer({ summary }: AccountRow, today: string): boolean {
  const day = addDays(today, -RENEWAL_OVERDUE_DAYS);
  const lines = summary?.revenue ?? [];
  return lines.length > 0 && lines.every((line) => termOn(line, day) === 'ended');
}

/**
 * What rules look at for this account: people and deals matter before a renewal, deals also beside severe tickets,
 * people where usage names its users.
 */
function needsOf(row: AccountRow, slice: Pick<Slice, 'weeks' | 'score'>, { today }: CasesInput) {
  const { weeks, score } = slice;
  const isNear = Math.abs(daysUntil(row.renewalDate, today)) <= RENEWAL_LOOK;
  const open = score.signals['open-severity'];
  const isSevere = open !== undefined && open.value > (open.n ?? open.value);
  const namesUsers = weeks?.recentUsers !== undefined;
  return { people: isNear || namesUsers || hasAnswers(weeks, today), deals: isNear || isSevere };
}

/** The one that has waited longest speaks for all. */
function overdueIn(objectives: readonly Objective[], today: string): CaseOverdue | undefined {
  const late = overdueOf(objectives, today).objectives;
  const [first] = late.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1));
  if (first === undefined) return undefined;
  const { id, title, due = '', updatedAt } = first;
  return { id, title, due, at: updatedAt, count: late.length };
}

interface Slice {
  readonly score: ScoredCase;
  readonly weeks: WeeksRow | undefined;
  readonly contacts: readonly Contact[];
  readonly deals: readonly Opportunity[];
  readonly taskAt: number | undefined;
  /** Undefined: the book keeps no plans. */
  readonly objectives: readonly Objective[] | undefined;
}

function ticketsOf(signals: ScoredCase['signals'], view: WeekView | undefined) {
  const counts = ticketCounts(signals);
  const since = view === undefined ? undefined : severeSince(view);
  return counts === undefined || since === undefined ? counts : { ...counts, severeSince: since };
}

/** Kinds that are no conversation; what is not known to be one of them may be one. */
const NO_TALK: ReadonlySet<string> = new Set([
  'email',
  'note',
  'internal-note',
  'update',
  'task',
  'usage',
  'ticket',
  'survey',
  'contract',
  'health',
  'stage',
  'plan',
  'escalation',
]);

function lastTalk({ summary }: AccountRow): number | undefined {
  let newest: number | undefined;
  for (const [kind, at] of Object.entries(summary?.lastAt ?? {}))
    if (!NO_TALK.has(kind) && at > (newest ?? Number.NEGATIVE_INFINITY)) newest = at;
  return newest;
}

/** The account's own date comes first, as it does in its row. */
function renewalFrom(account: Account, signals: Signals): AccountCase['renewalFrom'] {
  if (account.renewalDate !== undefined) return { source: 'account', at: account.updatedAt };
  return { source: 'subscription', at: signals['renewal-days']?.at ?? account.updatedAt };
}

function dateOf(at: number | undefined): CaseDate | undefined {
  return at === undefined ? undefined : { at, day: localDayOf(at) };
}

async function caseOf(row: AccountRow, slice: Slice, input: CasesInput): Promise<AccountCase> {
  const { db, reach, now, today } = input;
  const { account, renewalDate, lastTouchAt } = row;
  const planned = row.summary?.planned;
  const { score, weeks, contacts, deals, taskAt, objectives } = slice;
  const outcomes = objectives === undefined ? undefined : outcomesOf(objectives);
  const view = weeks === undefined ? undefined : new WeekView(weeks, now, reach, dayNumber(today));
  const answers = hasAnswers(weeks, today)
    ? await readAnswers(db, account.id, now, whoIsWho(contacts))
    : undefined;
  const custom: Readonly<Record<string, unknown>> = account.custom ?? {};
  const fields: Readonly<Record<string, unknown>> = { ...account };
  return {
    ...score,
    account: account.id,
    former: isFormer(row, today),
    recordAt: account.updatedAt,
    stage: account.stage,
    customerSince: account.customerSince,
    renewal: renewalDate,
    renewalFrom: renewalFrom(account, score.signals),
    people: peopleOf(contacts, today),
    tickets: ticketsOf(score.signals, view),
    deals: deals.map(dealOf),
    answers,
    lastTouchAt,
    planned,
    nextContact: openContact(planned, dateOf(lastTouchAt), today),
    taskAt,
    objectives: outcomes?.objectives,
    outcomesMeasured: outcomes?.measured,
    overdue: objectives === undefined ? undefined : overdueIn(objectives, today),
    usageHalfYear: view === undefined ? undefined : usageHalfYear(view),
    ticketsQuarter: view === undefined ? undefined : ticketsQuarter(view),
    weeksInUse: view === undefined ? undefined : weeksInUse(view),
    lastTalk: dateOf(lastTalk(row)),
    users: view === undefined ? undefined : usersOf(weeks?.recentUsers, view, contacts, today),
    field: (name) => (name.startsWith('custom:') ? custom[name.slice('custom:'.length)] : fields[name]),
  };
}

/** Some account has an objective: only then the lack of one says anything about another. */
export async function keepsPlans(db: KizunaDatabase): Promise<boolean> {
  return (await db.objectives.count()) > 0;
}

interface OfAccount {
  readonly contacts: Contact;
  readonly opportunities: Opportunity;
  readonly objectives: Objective;
}

/** Account by account: a cursor over the index, which is how Dexie answers `anyOf`, takes about seven times as long. */
async function rowsOf<N extends keyof OfAccount>(
  db: KizunaDatabase,
  name: N,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly OfAccount[N][]>> {
  const table = db.table<OfAccount[N], string>(name);
  const lists = await Promise.all(ids.map((id) => table.where('account').equals(id).toArray()));
  return new Map(ids.map((id, i) => [id, lists[i] ?? []]));
}

export async function readCases(input: CasesInput): Promise<AccountCase[]> {
  const { db, rows, tasks } = input;
  const followUps = newestTasks(tasks);
  const plans = await keepsPlans(db);
  const cases: AccountCase[] = [];
  for (let from = 0; from < rows.length; from += SLICE) {
    const slice = rows.slice(from, from + SLICE);
    const ids = slice.map((row) => row.account.id);
    const weeks = await db.weeks.bulkGet(ids);
    const scores = ids.map((id) => input.scored(id) ?? UNSCORED);
    const needs = slice.map((row, i) =>
      needsOf(row, { weeks: weeks[i], score: scores[i] ?? UNSCORED }, input),
    );
    const [people, chances, objectives] = await Promise.all([
      rowsOf(
        db,
        'contacts',
        ids.filter((_, i) => needs[i]?.people),
      ),
      rowsOf(
        db,
        'opportunities',
        ids.filter((_, i) => needs[i]?.deals),
      ),
      plans ? rowsOf(db, 'objectives', ids) : undefined,
    ]);
    for (const [i, row] of slice.entries()) {
      const { id } = row.account;
      const parts = {
        weeks: weeks[i],
        score: scores[i] ?? UNSCORED,
        contacts: people.get(id) ?? [],
        deals: chances.get(id) ?? [],
        taskAt: followUps.get(id),
        objectives: objectives === undefined ? undefined : (objectives.get(id) ?? []),
      };
      cases.push(await caseOf(row, parts, input));
    }
  }
  return cases;
}

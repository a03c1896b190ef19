/** What signals are read from, for tests: facts about an account, columns of weeks, people and contracts. */
import { CADENCE_AS_DELIVERED } from '#shared/domain/cadence/cadence.ts';
import { type DayRows, type SurveyDays, type TicketDays, utcDayOf } from '#shared/domain/health/day-rows.ts';
import type { HealthFacts } from '#shared/domain/health/signals.ts';
import { type ColumnName, weekDate } from '#shared/domain/health/week-view.ts';
import { type HistoryWeeks, weekOf } from '#shared/domain/health/weeks.ts';
import {
  type AccountSummary,
  emptySummary,
  type RevenueLine,
} from '#shared/domain/summary/account-summary.ts';
import type { Contact } from '#shared/model/contact.ts';
import { anAccount, NOW, TODAY } from './health.ts';

/** The week that ended before NOW, a Friday, and the date that its data carry. */
export const LAST = weekOf(NOW) - 1;
export const END = weekDate(LAST);

export function facts(fields: Partial<HealthFacts> = {}): HealthFacts {
  return {
    account: anAccount(),
    summary: undefined,
    weeks: undefined,
    contacts: [],
    lastContact: new Map(),
    touches: [],
    sentiment: undefined,
    bookFeatures: 0,
    cadence: CADENCE_AS_DELIVERED,
    today: TODAY,
    ...fields,
  };
}

/** Columns that end with the last full week. */
export function weeks(
  columns: Partial<Record<ColumnName, readonly number[]>>,
  rest: Partial<HistoryWeeks> = {},
): HistoryWeeks {
  const length = Math.max(0, ...Object.values(columns).map((column) => column.length));
  return {
    account: 'a',
    first: LAST - length + 1,
    ...columns,
    lastAt: { usage: NOW, ticket: NOW, survey: NOW },
    trackedUsers: 0,
    ...rest,
  };
}

/** Days before NOW's, oldest first, each with what was on it; what is not named is 0. */
function dayRows<Name extends string>(
  names: readonly Name[],
  rows: readonly [ago: number, row: Partial<Record<Name, number>>][],
): DayRows<Name> {
  const columns = names.map((name) => [name, rows.map(([, row]) => row[name] ?? 0)]);
  return { days: rows.map(([ago]) => utcDayOf(NOW) - ago), ...Object.fromEntries(columns) };
}

export const ticketDays = (
  ...rows: [ago: number, row: Partial<Record<keyof TicketDays, number>>][]
): HistoryWeeks => weeks({}, { tickets: dayRows(['opened', 'open', 'severe', 'closed', 'hours'], rows) });

export const surveyDays = (
  ...rows: [ago: number, row: Partial<Record<keyof SurveyDays, number>>][]
): HistoryWeeks =>
  weeks({}, { surveys: dayRows(['csat', 'csatTop', 'csatTickets', 'nps', 'promoters', 'detractors'], rows) });

export const fill = (length: number, value: number) => Array.from({ length }, () => value);

export const contact = (fields: Partial<Contact>): Contact => ({
  id: 'c',
  name: 'Tanaka',
  createdAt: 0,
  updatedAt: 0,
  ...fields,
});

/** Subscriptions as start, end, monthly amount and currency. */
export function lines(
  ...list: [start: string, end: string, mrr: number, currency?: string][]
): AccountSummary {
  const revenue = list.map(
    ([start, end, mrr, currency = 'JPY']): RevenueLine => ({ start, end, renewal: end, mrr, currency }),
  );
  return { ...emptySummary('a'), revenue };
}

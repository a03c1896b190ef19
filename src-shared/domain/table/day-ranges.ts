/** Which days a date filter means today: "next 90 days", "this quarter" of a fiscal year that starts in any month. */
import { addDays, type Day } from './days.ts';
import type { Filter, Period } from './view-definition.ts';

/** What relative dates depend on. */
export interface Calendar {
  readonly today: Day;
  /** 1 to 12: the month in which the fiscal year begins. */
  readonly fiscalYearStart: number;
  /** The first millisecond of a day on this machine. */
  readonly startOfDay: (day: Day) => number;
}

export interface DayRange {
  /** Both days belong to the range; null = open. */
  readonly from: Day | null;
  readonly to: Day | null;
}

/** `month` counts from year 0: 2026-03 is 2026 * 12 + 2. */
function firstOfMonth(month: number): Day {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

export function periodRange(period: Period, { today, fiscalYearStart }: Calendar): DayRange {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const quarter = month - ((((month - (fiscalYearStart - 1)) % 3) + 3) % 3);
  const [first, months] = {
    thisMonth: [month, 1] as const,
    nextMonth: [month + 1, 1] as const,
    thisQuarter: [quarter, 3] as const,
    nextQuarter: [quarter + 3, 3] as const,
  }[period];
  return { from: firstOfMonth(first), to: addDays(firstOfMonth(first + months), -1) };
}

/** Undefined for a filter that is not about days. */
export function dayRangeOf(filter: Filter, calendar: Calendar): DayRange | undefined {
  const { today } = calendar;
  switch (filter.op) {
    case 'days':
      return { from: filter.from, to: filter.to };
    case 'nextDays':
      return { from: today, to: addDays(today, filter.days) };
    case 'pastDays':
      return { from: addDays(today, -filter.days), to: today };
    // What lies ahead is no absence: the filter turns this range round.
    case 'notPastDays':
      return { from: addDays(today, -filter.days), to: null };
    case 'beforeToday':
      return { from: null, to: addDays(today, -1) };
    case 'period':
      return periodRange(filter.period, calendar);
    default:
      return undefined;
  }
}

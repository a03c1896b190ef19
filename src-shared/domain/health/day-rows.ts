/** What is rare, kept by day and only where there was something: tickets and answers, exact on any past day. */
const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Columns of one length, one place for each day on which anything happened, oldest first. */
export type DayRows<Name extends string> = {
  /** Days since 1970-01-01 on the calendar of whoever looks, each once. */
  readonly days: readonly number[];
} & Readonly<Record<Name, readonly number[]>>;

/** `open` and `severe` (urgent, high or escalated) are levels: how many were open at the day's end. */
export type TicketDays = DayRows<'opened' | 'open' | 'severe' | 'closed' | 'hours'>;
/** `csatTop` = 4 or 5 of 5; `csatTickets` = those of `csat` that were stated with a ticket. */
export type SurveyDays = DayRows<'csat' | 'csatTop' | 'csatTickets' | 'nps' | 'promoters' | 'detractors'>;

/** Days since 1970-01-01 (UTC) of an instant in milliseconds since 1970 UTC. */
export function utcDayOf(at: number): number {
  return Math.floor(at / DAY);
}

/** Milliseconds since 1970 UTC at which a day begins. */
export function dayStart(day: number): number {
  return day * DAY;
}

/** An instant of the day at which nearly every zone of the world shows that very day. */
export function dayDate(day: number): number {
  return dayStart(day) + 10 * HOUR;
}

/** Reads the rows as they were known on a day: what came later is not there. */
export class DayView<Name extends string> {
  private readonly rows: DayRows<Name>;
  /** Rows that are known. */
  readonly length: number;

  constructor(rows: DayRows<Name>, day: number) {
    this.rows = rows;
    this.length = this.after(day);
  }

  /** The first place later than the day. */
  private after(day: number): number {
    const { days } = this.rows;
    let low = 0;
    let high = this.length ?? days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  day(place: number): number {
    return this.rows.days[place] ?? Number.NaN;
  }

  at(name: Name, place: number): number {
    return this.rows[name][place] ?? 0;
  }

  /** From one day to another, both included. */
  sum(name: Name, from: number, to: number): number {
    let total = 0;
    for (let place = this.after(from - 1); place < this.length && this.day(place) <= to; place++)
      total += this.at(name, place);
    return total;
  }

  /** The first day on which the column holds anything. */
  firstOf(name: Name): number | undefined {
    for (let place = 0; place < this.length; place++) if (this.at(name, place) > 0) return this.day(place);
    return undefined;
  }
}

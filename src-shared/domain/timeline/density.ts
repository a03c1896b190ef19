/** How much happened in each month, from the account's summary: what the strip above a timeline draws. */

/** `year * 12 + month0`. */
export type MonthNumber = number;

export interface Density {
  readonly first: MonthNumber;
  /** One count a month, from `first` on. */
  readonly counts: readonly number[];
  readonly most: number;
}

export const NO_DENSITY: Density = { first: 0, counts: [], most: 0 };

type Months = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** From the first month with any history to the last one, or to `through` where that is later. */
export function densityOf(months: Months, counts: (kind: string) => boolean, through: MonthNumber): Density {
  const numbers = Object.keys(months).map(Number);
  if (numbers.length === 0) return NO_DENSITY;
  const first = Math.min(...numbers);
  const last = Math.max(through, ...numbers);
  const sums: number[] = [];
  let most = 0;
  for (let month = first; month <= last; month++) {
    let sum = 0;
    for (const [kind, count] of Object.entries(months[String(month)] ?? {})) if (counts(kind)) sum += count;
    sums.push(sum);
    if (sum > most) most = sum;
  }
  return { first, counts: sums, most };
}

export function monthOfDay(day: string): MonthNumber {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** 'YYYY-MM-DD'. */
export function firstDayOf(month: MonthNumber): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-01`;
}

export function lastDayOf(month: MonthNumber): string {
  const date = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0));
  return `${firstDayOf(month).slice(0, 8)}${two(date.getUTCDate())}`;
}

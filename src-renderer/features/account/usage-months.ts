/** An account's usage by month, from its summary: every month from the first to the last, months without use as 0. Pure. */
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';

export interface UsageMonth {
  /** The first day, 'YYYY-MM-01', UTC. */
  readonly day: string;
  readonly uses: number;
  /** Against the month before, in percent; undefined for the first month and after a month without use. */
  readonly change: number | undefined;
}

/** Month keys of the summary are `year * 12 + month0`. */
function dayOfKey(key: number): string {
  return `${Math.floor(key / 12)}-${String((key % 12) + 1).padStart(2, '0')}-01`;
}

export function usageMonths(summary: AccountSummary | undefined): readonly UsageMonth[] {
  const usage = summary?.usage ?? {};
  const keys = Object.keys(usage).map(Number);
  if (keys.length === 0) return [];
  const first = keys.reduce((a, b) => Math.min(a, b));
  const last = keys.reduce((a, b) => Math.max(a, b));
  const months: UsageMonth[] = [];
  for (let key = first; key <= last; key++) {
    const uses = usage[String(key)] ?? 0;
    const before = months.at(-1)?.uses ?? 0;
    months.push({
      day: dayOfKey(key),
      uses,
      change: before === 0 ? undefined : ((uses - before) / before) * 100,
    });
  }
  return months;
}

/** The months under a brushed stretch, at least one. */
export function monthsIn(
  months: readonly UsageMonth[],
  range: { readonly start: number; readonly end: number },
): readonly UsageMonth[] {
  const last = months.length - 1;
  const from = Math.max(0, Math.round(range.start * last));
  const to = Math.min(last, Math.max(from, Math.round(range.end * last)));
  return months.slice(from, to + 1);
}

/** From the first instant of the first month up to, not including, the first instant after the last; UTC. */
export function spanOf(months: readonly UsageMonth[]): { readonly from: number; readonly to: number } {
  const first = months[0]?.day ?? '1970-01-01';
  const last = months.at(-1)?.day ?? first;
  const year = Number(last.slice(0, 4));
  const month = Number(last.slice(5, 7));
  return { from: Date.parse(`${first}T00:00:00Z`), to: Date.UTC(year, month, 1) };
}

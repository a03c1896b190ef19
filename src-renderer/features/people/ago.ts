/** "3 weeks ago", 3週間前: the largest unit that still says something. Pure. */

const UNITS = [
  { unit: 'year', days: 365, from: 730 },
  { unit: 'month', days: 30.44, from: 61 },
  { unit: 'week', days: 7, from: 14 },
  { unit: 'day', days: 1, from: 0 },
] as const;

/** `days` is positive for the past. */
export function ago(days: number, locale: string): string {
  const size = Math.abs(days);
  const { unit, days: length } = UNITS.find(({ from }) => size >= from) ?? UNITS[3];
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const text = format.format(-Math.sign(days) * Math.floor(size / length), unit);
  return locale.startsWith('ja') ? text.replaceAll(' ', '') : text;
}

/** When a calendar day begins on this machine. */

/** The first millisecond of 'YYYY-MM-DD' in this machine's time zone. */
export function startOfLocalDay(day: string): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}

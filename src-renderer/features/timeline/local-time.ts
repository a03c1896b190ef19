/** Days on this machine's clock. */

/** The instant at which the day 'YYYY-MM-DD' begins here. */
export function localMidnight(day: string): number {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))).getTime();
}

/** Everything that the reader places on the day, or before it, is older than this. */
export function endOfDay(day: string): number {
  const next = new Date(localMidnight(day));
  next.setDate(next.getDate() + 1);
  return Math.max(next.getTime(), Date.parse(`${day}T00:00:00Z`) + 86_400_000);
}

/** Whether a clock was set back: what was kept on a day cannot lie ahead of today. */
import { dayNumber } from '../table/days.ts';

/** Whoever flies around the world is a day behind what they kept at home; nobody is two. */
const TRAVEL_DAYS = 1;

/** Both 'YYYY-MM-DD'. */
export function isClockBehind(newestKept: string | undefined, today: string): boolean {
  return newestKept !== undefined && dayNumber(newestKept) - dayNumber(today) > TRAVEL_DAYS;
}

/** Where use went over half a year: what the short windows of the measures are too short for. */
import { dayDate, dayStart } from '../health/day-rows.ts';
import { lastDayOf, median, type WeekView } from '../health/week-view.ts';
import { weekOf } from '../health/weeks.ts';

const WINDOW = 8;
const BACK = 26;
const YEAR = 52;
/** Below this median a week says nothing. */
const FLOOR = 5;
/** Weeks of a window that must not be empty. */
const FILLED = 6;

function change(view: WeekView, end: number): number | undefined {
  const before = view.run('uses', end - BACK - WINDOW + 1, end - BACK);
  const base = median(before);
  if (base < FLOOR || before.filter((value) => value > 0).length < FILLED) return undefined;
  return median(view.run('uses', end - WINDOW + 1, end)) / base - 1;
}

/** The median of the last 8 full weeks against the 8 of half a year before, without what the year before did too. */
export function usageHalfYear(view: WeekView): { value: number; plain: number; at: number } | undefined {
  const full = view.lastFull('usage');
  if (full === undefined) return undefined;
  const now = change(view, full.week);
  if (now === undefined) return undefined;
  const usual = change(view, full.week - YEAR);
  const { at } = full;
  // Only what goes beyond the season's own way is left; against the season nothing is taken away.
  if (usual === undefined || usual * now <= 0) return { value: now, plain: now, at };
  const beyond = (1 + now) / (1 + usual) - 1;
  return { value: beyond * now > 0 ? beyond : 0, plain: now, at };
}

/** Milliseconds since 1970 UTC of the day since which there always was a severe ticket; undefined = none is open. */
export function severeSince({ tickets }: WeekView): number | undefined {
  if (tickets === undefined) return undefined;
  let since: number | undefined;
  for (let place = tickets.length - 1; place >= 0 && tickets.at('severe', place) > 0; place--)
    since = dayStart(tickets.day(place));
  return since;
}

const REGULAR = 8;

/** Of the last 8 full weeks those with any use; undefined where use began later than that. */
export function weeksInUse(view: WeekView): { value: number; at: number } | undefined {
  const full = view.lastFull('usage');
  const first = view.firstOf('uses');
  if (full === undefined || first === undefined || first > full.week - REGULAR + 1) return undefined;
  const value = view.run('uses', full.week - REGULAR + 1, full.week).filter((uses) => uses > 0).length;
  return { value, at: full.at };
}

/** Days. */
const QUARTER = 91;
const QUARTERS = 3;

/** Tickets of the last quarter against the mean of up to three before it; undefined where there is no full one before. */
export function ticketsQuarter(view: WeekView): { value: number; usual: number; at: number } | undefined {
  const full = view.lastFull('ticket');
  const { tickets } = view;
  const first = tickets?.firstOf('opened');
  if (full === undefined || tickets === undefined || first === undefined) return undefined;
  const end = lastDayOf(full.week);
  // Quarters of whole weeks; the first one begins no earlier than the week of the first ticket.
  const begin = lastDayOf(weekOf(dayDate(first)) - 1);
  const quarters = Math.min(QUARTERS, Math.floor((end - QUARTER - begin) / QUARTER));
  if (quarters < 1) return undefined;
  const value = tickets.sum('opened', end - QUARTER + 1, end);
  const before = tickets.sum('opened', end - QUARTER * (quarters + 1) + 1, end - QUARTER);
  return { value, usual: before / quarters, at: full.at };
}

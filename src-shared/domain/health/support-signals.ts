/** Signals from tickets and surveys: load against the usual, what is open, how long it takes, what customers answer. */
import type { Signal } from '../../model/health.ts';
import { dayDate, type SurveyDays } from './day-rows.ts';
import { lastDayOf, sum, type WeekView } from './week-view.ts';
import { weekOf } from './weeks.ts';

/** Below these a count is chance: no signal. */
export const SUPPORT_FLOORS = {
  /** Times four weeks from which the usual is taken. */
  blocks: 3,
  /** Tickets in them. */
  tickets: 4,
  /** Tickets in four weeks that are usual; below it only this many new ones and more say something. */
  usual: 1,
  surge: 4,
  /** Tickets closed in 90 days. */
  closed: 3,
  npsAnswers: 2,
  csatAnswers: 3,
} as const;

/** Days. */
const BLOCK = 28;
const MOST_BLOCKS = 13;
const RESOLVED_WITHIN = 90;

/** Mean without the largest and the smallest, so that one bad month does not become the usual. */
function usualOf(blocks: readonly number[]): number {
  const kept = blocks.length < 5 ? blocks : [...blocks].sort((a, b) => a - b).slice(1, -1);
  return sum(kept) / kept.length;
}

export function supportLoad(view: WeekView): Signal | undefined {
  const full = view.lastFull('ticket');
  const { tickets } = view;
  const first = tickets?.firstOf('opened');
  if (full === undefined || tickets === undefined || first === undefined) return undefined;
  const end = lastDayOf(full.week);
  const before = end - BLOCK;
  // The block with the first ticket counts from the beginning of its week.
  const begin = lastDayOf(weekOf(dayDate(first)) - 1);
  const count = Math.min(MOST_BLOCKS, Math.floor((before - begin) / BLOCK));
  if (count < SUPPORT_FLOORS.blocks) return undefined;
  const blocks = Array.from({ length: count }, (_, place) => {
    const to = before - place * BLOCK;
    return tickets.sum('opened', to - BLOCK + 1, to);
  });
  if (sum(blocks) < SUPPORT_FLOORS.tickets) return undefined;
  const n = tickets.sum('opened', before + 1, end);
  const of = usualOf(blocks);
  if (of < SUPPORT_FLOORS.usual && n < SUPPORT_FLOORS.surge) return undefined;
  return { value: n / Math.max(of, 0.25), at: full.at, source: 'ticket', n, of };
}

export function openSeverity(view: WeekView): Signal | undefined {
  const at = view.dataUntil('ticket');
  const { tickets } = view;
  if (at === undefined || tickets === undefined || tickets.length === 0) return undefined;
  const newest = tickets.length - 1;
  const n = Math.max(0, tickets.at('open', newest));
  const severe = Math.min(n, Math.max(0, tickets.at('severe', newest)));
  return { value: n + 2 * severe, at, source: 'ticket', n };
}

/** The median over tickets, as far as days tell: each day's mean stands for all that were closed on it. */
function weightedMedian(values: readonly { value: number; weight: number }[]): number {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const half = sum(sorted.map(({ weight }) => weight)) / 2;
  let below = 0;
  for (const [place, { value, weight }] of sorted.entries()) {
    below += weight;
    // Half of them lie below: the middle is between this one and the next.
    if (below === half) return (value + (sorted[place + 1]?.value ?? value)) / 2;
    if (below > half) return value;
  }
  return sorted.at(-1)?.value ?? 0;
}

export function timeToResolve(view: WeekView): Signal | undefined {
  const { tickets } = view;
  if (tickets === undefined) return undefined;
  const days: { value: number; weight: number }[] = [];
  let newest: number | undefined;
  for (let place = tickets.length - 1; tickets.day(place) > view.day - RESOLVED_WITHIN; place--) {
    const weight = tickets.at('closed', place);
    if (weight <= 0) continue;
    newest ??= tickets.day(place);
    days.push({ value: Math.max(0, tickets.at('hours', place) / weight), weight });
  }
  const n = sum(days.map(({ weight }) => weight));
  if (newest === undefined || n < SUPPORT_FLOORS.closed) return undefined;
  return { value: weightedMedian(days), at: view.dateOf(newest), source: 'ticket', n };
}

type SurveyColumn = Exclude<keyof SurveyDays, 'days'>;

/** What is asked for: how many answers are enough, and how old the oldest may be, in days. */
interface Asked {
  readonly answers: SurveyColumn;
  /** Those of the first are the best answers. */
  readonly columns: readonly SurveyColumn[];
  /** Those that were stated with a ticket. */
  readonly ofTickets?: SurveyColumn;
  readonly enough: number;
  readonly within: number;
}

interface Answers {
  readonly day: number;
  readonly n: number;
  readonly sums: readonly number[];
  readonly ofTickets: number;
}

/** The newest answers: back from the moment, day by day, until there are enough. `more`: as if so many of the best had just come in. */
function newestAnswers(view: WeekView, asked: Asked, more: number): Answers | undefined {
  const { surveys } = view;
  if (surveys === undefined) return undefined;
  const { answers, columns, ofTickets, enough, within } = asked;
  const sums = columns.map((_, i) => (i === 0 ? more : 0));
  let n = more;
  let stated = 0;
  let newest = more > 0 ? view.day : undefined;
  for (let place = surveys.length - 1; n < enough && surveys.day(place) > view.day - within; place--) {
    const here = surveys.at(answers, place);
    if (here <= 0) continue;
    newest ??= surveys.day(place);
    n += here;
    if (ofTickets !== undefined) stated += surveys.at(ofTickets, place);
    columns.forEach((name, i) => {
      sums[i] = (sums[i] ?? 0) + surveys.at(name, place);
    });
  }
  return newest === undefined ? undefined : { day: newest, n, sums, ofTickets: stated };
}

/** Reads answers as they are, and what they would be with one more of the best. */
function answersOf(
  view: WeekView,
  asked: Asked,
  floor: number,
  read: (answers: Answers) => number,
): Signal | undefined {
  const found = newestAnswers(view, asked, 0);
  if (found === undefined || found.n < floor) return undefined;
  const { n, day } = found;
  const of = read(newestAnswers(view, asked, 1) ?? found);
  const source = found.ofTickets === n ? 'ticket' : 'survey';
  return { value: read(found), at: view.dateOf(day), source, n, of };
}

const NPS = { answers: 'nps', columns: ['promoters', 'detractors'], enough: 3, within: 546 } as const;
const CSAT = {
  answers: 'csat',
  columns: ['csatTop'],
  ofTickets: 'csatTickets',
  enough: 5,
  within: 365,
} as const;

export function npsOf(view: WeekView): Signal | undefined {
  return answersOf(view, NPS, SUPPORT_FLOORS.npsAnswers, ({ n, sums: [promoters = 0, detractors = 0] }) => {
    return ((promoters - detractors) / n) * 100;
  });
}

export function csatOf(view: WeekView): Signal | undefined {
  return answersOf(view, CSAT, SUPPORT_FLOORS.csatAnswers, ({ n, sums: [top = 0] }) => top / n);
}

/** Signals from tickets and surveys: load against the usual, what is open, how long it takes, what customers answer. */
import type { MeasureId, Signal } from '../../model/health.ts';
import { type ColumnName, sum, type WeekView, weekDate } from './week-view.ts';
import { weekStart } from './weeks.ts';

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

/** Read from weeks: their date is the last day of the week, or of the data in it, in which the newest lies. */
export const DATED_BY_WEEK: ReadonlySet<MeasureId> = new Set(['nps', 'csat', 'time-to-resolve']);

const BLOCK = 4;
const MOST_BLOCKS = 13;
/** Weeks that make 90 days. */
const QUARTER = 13;

/** Mean without the largest and the smallest, so that one bad month does not become the usual. */
function usualOf(blocks: readonly number[]): number {
  const kept = blocks.length < 5 ? blocks : [...blocks].sort((a, b) => a - b).slice(1, -1);
  return sum(kept) / kept.length;
}

export function supportLoad(view: WeekView): Signal | undefined {
  const full = view.lastFull('ticket');
  const first = view.firstOf('ticketsOpened');
  if (full === undefined || first === undefined) return undefined;
  const before = full.week - BLOCK;
  const count = Math.min(MOST_BLOCKS, Math.floor((before - first + 1) / BLOCK));
  if (count < SUPPORT_FLOORS.blocks) return undefined;
  const blocks = Array.from({ length: count }, (_, place) => {
    const to = before - place * BLOCK;
    return sum(view.run('ticketsOpened', to - BLOCK + 1, to));
  });
  if (sum(blocks) < SUPPORT_FLOORS.tickets) return undefined;
  const n = sum(view.run('ticketsOpened', before + 1, full.week));
  const of = usualOf(blocks);
  if (of < SUPPORT_FLOORS.usual && n < SUPPORT_FLOORS.surge) return undefined;
  return { value: n / Math.max(of, 0.25), at: full.at, source: 'ticket', n, of };
}

export function openSeverity(view: WeekView): Signal | undefined {
  const at = view.dataUntil('ticket');
  const first = view.firstOf('ticketsOpened');
  const week = view.lastKnown('ticket');
  if (at === undefined || first === undefined || first > week) return undefined;
  const n = Math.max(0, view.at('ticketsOpen', week));
  const severe = Math.min(n, Math.max(0, view.at('ticketsSevere', week)));
  return { value: n + 2 * severe, at, source: 'ticket', n };
}

/** The median over tickets, as far as weeks tell: each week's mean stands for all that were closed in it. */
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

/** The end of a week that is read, or what the data reach to within it. */
function dateOf(view: WeekView, kind: 'ticket' | 'survey', week: number): number {
  return Math.min(view.dataUntil(kind) ?? weekStart(week), weekDate(week));
}

export function timeToResolve(view: WeekView): Signal | undefined {
  const end = view.lastKnown('ticket');
  const weeks: { value: number; weight: number }[] = [];
  let newest: number | undefined;
  for (let week = end; week > end - QUARTER; week--) {
    const weight = view.at('ticketsClosed', week);
    if (weight <= 0) continue;
    newest ??= week;
    weeks.push({ value: Math.max(0, view.at('resolveHours', week) / weight), weight });
  }
  const n = sum(weeks.map(({ weight }) => weight));
  if (newest === undefined || n < SUPPORT_FLOORS.closed) return undefined;
  return { value: weightedMedian(weeks), at: dateOf(view, 'ticket', newest), source: 'ticket', n };
}

interface Answers {
  readonly week: number;
  readonly n: number;
  readonly sums: readonly number[];
}

/**
 * The newest answers: back from now until there are `enough`, no further than `span` weeks. `more`: as if so many more
 * of the best answers had just come in; the first of the columns counts those.
 */
function newestAnswers(
  view: WeekView,
  answers: ColumnName,
  columns: readonly ColumnName[],
  enough: number,
  span: number,
  more: number,
): Answers | undefined {
  const end = view.lastKnown('survey');
  const sums = columns.map(() => 0);
  let n = 0;
  let newest: number | undefined;
  for (let week = end; week > end - span && n < enough; week--) {
    const extra = week === end ? more : 0;
    const here = view.at(answers, week) + extra;
    if (here <= 0) continue;
    newest ??= week;
    n += here;
    columns.forEach((name, i) => {
      sums[i] = (sums[i] ?? 0) + view.at(name, week) + (i === 0 ? extra : 0);
    });
  }
  return newest === undefined ? undefined : { week: newest, n, sums };
}

const npsAnswers = (view: WeekView, more: number) =>
  newestAnswers(view, 'npsAnswers', ['npsPromoters', 'npsDetractors'], 3, 78, more);
const npsFrom = ({ n, sums: [promoters = 0, detractors = 0] }: Answers) =>
  ((promoters - detractors) / n) * 100;

export function npsOf(view: WeekView): Signal | undefined {
  const found = npsAnswers(view, 0);
  if (found === undefined || found.n < SUPPORT_FLOORS.npsAnswers) return undefined;
  const { n, week } = found;
  return {
    value: npsFrom(found),
    at: dateOf(view, 'survey', week),
    source: 'survey',
    n,
    of: npsFrom(npsAnswers(view, 1) ?? found),
  };
}

const csatAnswers = (view: WeekView, more: number) =>
  newestAnswers(view, 'csatAnswers', ['csatTop'], 5, 52, more);
const csatFrom = ({ n, sums: [top = 0] }: Answers) => top / n;

export function csatOf(view: WeekView): Signal | undefined {
  const found = csatAnswers(view, 0);
  if (found === undefined || found.n < SUPPORT_FLOORS.csatAnswers) return undefined;
  const { n, week } = found;
  return {
    value: csatFrom(found),
    at: dateOf(view, 'survey', week),
    source: 'survey',
    n,
    of: csatFrom(csatAnswers(view, 1) ?? found),
  };
}

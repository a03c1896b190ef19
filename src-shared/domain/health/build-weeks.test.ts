import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWeeksBuilder, type TicketRow, type UsageRow } from './build-weeks.ts';
import { type DayRows, DayView, utcDayOf } from './day-rows.ts';
import { lastDayOf } from './week-view.ts';
import { type HistoryWeeks, weekOf, weekStart } from './weeks.ts';

const NOW = Date.UTC(2026, 10, 18);
const WEEK = 7 * 86_400_000;
const HOUR = 3_600_000;

interface Survey {
  readonly at: number;
  readonly kind: 'nps' | 'csat';
  readonly score: number;
}

interface Rows {
  readonly usage: readonly UsageRow[];
  readonly tickets: readonly TicketRow[];
  readonly surveys: readonly Survey[];
}

const time = fc.integer({ min: NOW - 230 * WEEK, max: NOW + 60 * WEEK });
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const usageRow = fc.record({
  at: time,
  count: fc.integer({ min: 0, max: 9 }),
  user: maybe(fc.constantFrom('', 'a', 'b', 'c', 'd')),
  feature: maybe(fc.constantFrom('x', 'y', 'z')),
  activeUsers: maybe(fc.integer({ min: 0, max: 5 })),
});
const ticketRow = time.chain((at) =>
  fc.record({
    at: fc.constant(at),
    closedAt: maybe(fc.integer({ min: at - WEEK, max: at + 30 * WEEK })),
    hours: maybe(fc.integer({ min: 0, max: 900 })),
    isClosed: fc.boolean(),
    isSevere: fc.boolean(),
    csat: maybe(fc.integer({ min: 1, max: 5 })),
  }),
);
const surveyRow = fc.record({
  at: time,
  kind: fc.constantFrom('nps' as const, 'csat' as const),
  score: fc.integer({ min: 0, max: 10 }),
});
const anyRows = fc.record({
  usage: fc.array(usageRow, { maxLength: 30 }),
  tickets: fc.array(ticketRow, { maxLength: 20 }),
  surveys: fc.array(surveyRow, { maxLength: 10 }),
});

function build({ usage, tickets, surveys }: Rows): HistoryWeeks {
  const builder = createWeeksBuilder(NOW);
  for (const row of usage) builder.usage(row);
  for (const row of tickets) builder.ticket(row);
  for (const { at, kind, score } of surveys) builder.survey(at, kind, score);
  return builder.finish('a1');
}

const WEEKLY = ['uses', 'active28', 'features28'] as const;
const TICKET = ['opened', 'open', 'severe', 'closed', 'hours'] as const;
const SURVEY = ['csat', 'csatTop', 'csatTickets', 'nps', 'promoters', 'detractors'] as const;
const FIRST_WEEK = weekOf(NOW) - 208;
const LAST_WEEK = weekOf(NOW) + 53;
const FIRST_DAY = utcDayOf(weekStart(FIRST_WEEK));
const LAST_DAY = lastDayOf(LAST_WEEK);

/** What a reader sees of each column on a day: what was added on it, and how high the levels stand at its end. */
function onDay<Name extends string>(
  rows: DayRows<Name> | undefined,
  names: readonly Name[],
  day: number,
): Record<Name, number> {
  const view = rows === undefined ? undefined : new DayView(rows, day);
  const value = (name: Name): number => {
    if (view === undefined || view.length === 0) return 0;
    const level = name === 'open' || name === 'severe';
    return level ? view.at(name, view.length - 1) : view.sum(name, day, day);
  };
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<Name, number>;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const different = (texts: readonly (string | undefined)[]) =>
  new Set(texts.filter((text) => text !== undefined && text !== '')).size;

function closedAtOf({ at, closedAt, hours, isClosed }: TicketRow): number | undefined {
  if (closedAt !== undefined) return closedAt < at ? at : closedAt;
  if (!isClosed) return undefined;
  return hours === undefined ? at : at + hours * HOUR;
}

const known = <T extends { readonly at: number }>(list: readonly T[]) =>
  list.filter(({ at }) => weekOf(at) <= LAST_WEEK);

/** Use in one week, found by going through all rows. */
function plainly(rows: Rows, week: number): Record<(typeof WEEKLY)[number], number> {
  const inWeek = known(rows.usage).filter(({ at }) => weekOf(at) === week);
  const inWindow = known(rows.usage).filter(({ at }) => weekOf(at) > week - 4 && weekOf(at) <= week);
  return {
    uses: sum(inWeek.map(({ count }) => count)),
    active28: Math.max(
      different(inWindow.map(({ user }) => user)),
      ...inWindow.map(({ activeUsers = 0 }) => activeUsers),
    ),
    features28: different(inWindow.map(({ feature }) => feature)),
  };
}

/** Tickets on one day, found in the same way. */
function ticketsOn(rows: Rows, day: number): Record<(typeof TICKET)[number], number> {
  const tickets = known(rows.tickets);
  const open = tickets.filter((ticket) => {
    const closed = closedAtOf(ticket);
    return utcDayOf(ticket.at) <= day && (closed === undefined || utcDayOf(closed) > day);
  });
  const closed = tickets.filter(
    (ticket) =>
      utcDayOf(closedAtOf(ticket) ?? Number.NaN) === day &&
      (ticket.closedAt !== undefined || ticket.hours !== undefined),
  );
  return {
    opened: tickets.filter(({ at }) => utcDayOf(at) === day).length,
    open: open.length,
    severe: open.filter(({ isSevere }) => isSevere).length,
    closed: closed.length,
    hours: sum(closed.map((each) => each.hours ?? ((closedAtOf(each) ?? 0) - each.at) / HOUR)),
  };
}

function answersOn(rows: Rows, day: number): Record<(typeof SURVEY)[number], number> {
  // What is stated with a ticket is stated when it is closed.
  const withTickets = known(rows.tickets).flatMap((ticket): Survey[] =>
    ticket.csat === undefined
      ? []
      : [{ at: closedAtOf(ticket) ?? ticket.at, kind: 'csat', score: ticket.csat }],
  );
  const answers = known([...rows.surveys, ...withTickets]).filter(({ at }) => utcDayOf(at) === day);
  const nps = answers.filter(({ kind }) => kind === 'nps');
  const csat = answers.filter(({ kind }) => kind === 'csat');
  return {
    csat: csat.length,
    csatTop: csat.filter(({ score }) => score >= 4).length,
    csatTickets: known(withTickets).filter(({ at }) => utcDayOf(at) === day).length,
    nps: nps.length,
    promoters: nps.filter(({ score }) => score >= 9).length,
    detractors: nps.filter(({ score }) => score <= 6).length,
  };
}

/** Asking `expect` a million times would take seconds. */
function sameNumbers<Name extends string>(
  found: Record<Name, number>,
  wanted: Record<Name, number>,
  where: string,
): void {
  for (const name of Object.keys(wanted) as Name[])
    if (Math.abs(found[name] - wanted[name]) > 1e-6)
      expect.fail(`${name} of ${where}: ${found[name]}, not ${wanted[name]}`);
}

/** Every day on which anything may change, and those beside it. */
function daysOf({ tickets, surveys }: Rows): ReadonlySet<number> {
  const days = [
    ...tickets.flatMap((ticket) => [ticket.at, closedAtOf(ticket) ?? ticket.at]),
    ...surveys.map(({ at }) => at),
  ].map(utcDayOf);
  const near = [FIRST_DAY, LAST_DAY, ...days].flatMap((day) => [day - 1, day, day + 1]);
  return new Set(near.filter((day) => day >= FIRST_DAY && day <= LAST_DAY));
}

const ofTime = <T extends { readonly at: number }>(list: readonly T[]) =>
  list.map(({ at }) => at).filter((at) => weekOf(at) <= LAST_WEEK);

describe('weeks of an account', () => {
  it('are what going through all rows finds, in every week and on every day', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const weeks = build(rows);
        for (let week = FIRST_WEEK; week <= LAST_WEEK; week++) {
          const place = week - weeks.first;
          const found = WEEKLY.map((name) => [name, place < 0 ? 0 : (weeks[name]?.[place] ?? 0)]);
          sameNumbers(Object.fromEntries(found), plainly(rows, week), `week ${week}`);
        }
        for (const day of daysOf(rows)) {
          sameNumbers(onDay(weeks.tickets, TICKET, day), ticketsOn(rows, day), `day ${day}`);
          sameNumbers(onDay(weeks.surveys, SURVEY, day), answersOn(rows, day), `day ${day}`);
        }
        expect(weeks.trackedUsers).toBe(
          different(rows.usage.filter(({ at }) => weekOf(at) <= LAST_WEEK).map(({ user }) => user)),
        );
        const newest = Math.max(...ofTime(rows.usage));
        expect(weeks.lastAt.usage ?? Number.NEGATIVE_INFINITY).toBe(newest);
      }),
      { numRuns: 80 },
    );
  });

  it('count a feature that was used just before the span and again in its first week', () => {
    const builder = createWeeksBuilder(NOW);
    const first = FIRST_WEEK;
    for (const week of [first - 4, first])
      builder.usage({ at: weekStart(week), count: 1, user: 'a', feature: 'x' });
    const weeks = builder.finish('a1');
    expect(weeks.first).toBe(first);
    expect(weeks.features28?.slice(0, 5)).toEqual([1, 1, 1, 1]);
    expect(weeks.active28?.slice(0, 5)).toEqual([1, 1, 1, 1]);
  });

  it('count days on the calendar of whoever looks', () => {
    const tokyo = (at: number) => utcDayOf(at + 9 * HOUR);
    const builder = createWeeksBuilder(NOW, tokyo);
    // 08:42 on the 23rd in Tokyo.
    builder.survey(Date.UTC(2026, 9, 22, 23, 42), 'nps', 2);
    expect(builder.finish('a1').surveys?.days).toEqual([utcDayOf(Date.UTC(2026, 9, 23))]);
  });

  it('keep what was open before the span as open on its first day', () => {
    const builder = createWeeksBuilder(NOW);
    const at = weekStart(FIRST_WEEK) - 30 * WEEK;
    builder.ticket({ at, isClosed: false, isSevere: true });
    builder.ticket({ at, isClosed: true, isSevere: true, closedAt: at + WEEK });
    expect(builder.finish('a1').tickets).toEqual({
      days: [FIRST_DAY],
      opened: [0],
      open: [1],
      severe: [1],
      closed: [0],
      hours: [0],
    });
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const turned = {
          usage: rows.usage.toReversed(),
          tickets: rows.tickets.toReversed(),
          surveys: rows.surveys.toReversed(),
        };
        expect(build(turned)).toEqual(build(rows));
      }),
      { numRuns: 60 },
    );
  });

  it('keep who was met, once a week, by kind and by name', () => {
    const builder = createWeeksBuilder(NOW);
    const monday = weekStart(weekOf(NOW));
    builder.met(monday + 1, 'meeting', ['Mori', 'Mori', 'Sato']);
    builder.met(monday + 5, 'meeting', ['Mori']);
    builder.met(monday - WEEK, 'email', []);
    const { met, lastAt } = builder.finish('a1');
    expect(met).toEqual([
      { kind: 'meeting', who: '', at: [monday + 5] },
      { kind: 'meeting', who: 'Mori', at: [monday + 5] },
      { kind: 'meeting', who: 'Sato', at: [monday + 1] },
      { kind: 'email', who: '', at: [monday - WEEK] },
    ]);
    expect(lastAt).toEqual({});
  });

  it('of an account without history have no columns', () => {
    expect(createWeeksBuilder(NOW).finish('a1')).toEqual({
      account: 'a1',
      first: FIRST_WEEK,
      lastAt: {},
      trackedUsers: 0,
    });
  });
});

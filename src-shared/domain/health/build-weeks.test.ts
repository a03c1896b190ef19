import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWeeksBuilder, type TicketRow, type UsageRow } from './build-weeks.ts';
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

type Column = Exclude<
  keyof HistoryWeeks,
  'account' | 'first' | 'met' | 'recentUsers' | 'lastAt' | 'trackedUsers'
>;
const LEVELS: ReadonlySet<Column> = new Set(['ticketsOpen', 'ticketsSevere']);

/** What a reader of the columns sees in a week. */
function valueIn(weeks: HistoryWeeks, column: Column, week: number): number {
  const values = weeks[column] ?? [];
  const place = week - weeks.first;
  if (place >= values.length && LEVELS.has(column)) return values.at(-1) ?? 0;
  return values[place] ?? 0;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const different = (texts: readonly (string | undefined)[]) =>
  new Set(texts.filter((text) => text !== undefined && text !== '')).size;

function closedAtOf({ at, closedAt, hours, isClosed }: TicketRow): number | undefined {
  if (closedAt !== undefined) return closedAt < at ? at : closedAt;
  if (!isClosed) return undefined;
  return hours === undefined ? at : at + hours * HOUR;
}

/** Each column of one week, found by going through all rows. */
function plainly(rows: Rows, week: number): Record<Column, number> {
  const latest = weekOf(NOW) + 53;
  const known = <T extends { readonly at: number }>(list: readonly T[]) =>
    list.filter(({ at }) => weekOf(at) <= latest);
  const inWeek = <T extends { readonly at: number }>(list: readonly T[]) =>
    known(list).filter(({ at }) => weekOf(at) === week);
  const inWindow = <T extends { readonly at: number }>(list: readonly T[]) =>
    known(list).filter(({ at }) => weekOf(at) > week - 4 && weekOf(at) <= week);
  const open = known(rows.tickets).filter((ticket) => {
    const closed = closedAtOf(ticket);
    return weekOf(ticket.at) <= week && (closed === undefined || weekOf(closed) > week);
  });
  const closed = known(rows.tickets).filter(
    (ticket) =>
      weekOf(closedAtOf(ticket) ?? -1) === week &&
      (ticket.closedAt !== undefined || ticket.hours !== undefined),
  );
  const answers: Survey[] = [
    ...rows.surveys,
    ...rows.tickets.flatMap(({ at, csat }) =>
      csat === undefined ? [] : [{ at, kind: 'csat' as const, score: csat }],
    ),
  ];
  const nps = inWeek(answers).filter(({ kind }) => kind === 'nps');
  const csat = inWeek(answers).filter(({ kind }) => kind === 'csat');
  return {
    uses: sum(inWeek(rows.usage).map(({ count }) => count)),
    active28: Math.max(
      different(inWindow(rows.usage).map(({ user }) => user)),
      ...inWindow(rows.usage).map(({ activeUsers = 0 }) => activeUsers),
    ),
    features28: different(inWindow(rows.usage).map(({ feature }) => feature)),
    ticketsOpened: inWeek(rows.tickets).length,
    ticketsOpen: open.length,
    ticketsSevere: open.filter(({ isSevere }) => isSevere).length,
    ticketsClosed: closed.length,
    resolveHours: sum(closed.map((each) => each.hours ?? ((closedAtOf(each) ?? 0) - each.at) / HOUR)),
    csatAnswers: csat.length,
    csatTop: csat.filter(({ score }) => score >= 4).length,
    npsAnswers: nps.length,
    npsPromoters: nps.filter(({ score }) => score >= 9).length,
    npsDetractors: nps.filter(({ score }) => score <= 6).length,
  };
}

const ofTime = <T extends { readonly at: number }>(list: readonly T[]) =>
  list.map(({ at }) => at).filter((at) => weekOf(at) <= weekOf(NOW) + 53);

describe('weeks of an account', () => {
  it('are what going through all rows finds, in every week', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const weeks = build(rows);
        for (let week = weekOf(NOW) - 208; week <= weekOf(NOW) + 53; week++) {
          const wanted = plainly(rows, week);
          // Asking `expect` a million times would take seconds.
          for (const column of Object.keys(wanted) as Column[])
            if (Math.abs(valueIn(weeks, column, week) - wanted[column]) > 1e-6)
              expect.fail(`${column} of ${week}: ${valueIn(weeks, column, week)}, not ${wanted[column]}`);
        }
        expect(weeks.trackedUsers).toBe(
          different(rows.usage.filter(({ at }) => weekOf(at) <= weekOf(NOW) + 53).map(({ user }) => user)),
        );
        const newest = Math.max(...ofTime(rows.usage));
        expect(weeks.lastAt.usage ?? Number.NEGATIVE_INFINITY).toBe(newest);
      }),
      { numRuns: 80 },
    );
  });

  it('count a feature that was used just before the span and again in its first week', () => {
    const builder = createWeeksBuilder(NOW);
    const first = weekOf(NOW) - 208;
    for (const week of [first - 4, first])
      builder.usage({ at: weekStart(week), count: 1, user: 'a', feature: 'x' });
    const weeks = builder.finish('a1');
    expect(weeks.first).toBe(first);
    expect(weeks.features28?.slice(0, 5)).toEqual([1, 1, 1, 1]);
    expect(weeks.active28?.slice(0, 5)).toEqual([1, 1, 1, 1]);
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
      first: weekOf(NOW) - 208,
      lastAt: {},
      trackedUsers: 0,
    });
  });
});

/** Signals of tickets and surveys by hand, and the floors below which there is none. */
import { describe, expect, it } from 'vitest';
import { NOW } from '#test/factories/health.ts';
import { END, facts, LAST, surveyDays, ticketDays, weeks } from '#test/factories/health-facts.ts';
import { dayDate, utcDayOf } from './day-rows.ts';
import { signalsOf } from './signals.ts';
import { lastDayOf } from './week-view.ts';

const DAY = 86_400_000;
const TODAY = utcDayOf(NOW);
/** Days from the end of the last full week to NOW. */
const RUNNING = TODAY - lastDayOf(LAST);
const of = (history: ReturnType<typeof weeks>, now = NOW) =>
  signalsOf(facts({ weeks: history, today: new Date(now).toISOString().slice(0, 10) }), now);

/** So many tickets in each four weeks, the last of which end with the last full week. */
function everyFourWeeks(...counts: number[]) {
  return ticketDays(
    ...counts.map((opened, place): [number, { opened: number }] => [
      RUNNING + (counts.length - place) * 28 - 1,
      { opened },
    ]),
  );
}

describe('support and surveys', () => {
  it('support-load: six tickets where two are usual; a bad month does not become the usual', () => {
    expect(of(everyFourWeeks(2, 2, 9, 2, 2, 2, 6))['support-load']).toEqual({
      value: 3,
      at: END,
      source: 'ticket',
      n: 6,
      of: 2,
    });
    expect(of(everyFourWeeks(4, 4, 4))['support-load']).toBeUndefined();
    expect(of(everyFourWeeks(1, 0, 0, 0, 3, 0, 0, 1))['support-load']).toBeUndefined();
  });

  it('open-severity: four open, one of them severe, weigh six', () => {
    const history = ticketDays([9, { opened: 4, open: 4, severe: 1 }]);
    expect(of(history)['open-severity']).toMatchObject({ value: 6, n: 4, at: NOW });
    expect(of(weeks({ uses: [4] }, { lastAt: { usage: NOW } }))['open-severity']).toBeUndefined();
  });

  it('time-to-resolve: the median day of 90, weighted by what was closed', () => {
    const history = ticketDays(
      [40, { closed: 1, hours: 900 }],
      [20, { closed: 4, hours: 80 }],
      [3, { closed: 1, hours: 30 }],
    );
    expect(of(history)['time-to-resolve']).toMatchObject({ value: 20, n: 6, at: dayDate(TODAY - 3) });
    // Of two halves the middle lies between: 1, 2, 7, 9 hours are 4.5 in the median.
    const four = ticketDays(
      [8, { closed: 1, hours: 9 }],
      [6, { closed: 1, hours: 1 }],
      [4, { closed: 1, hours: 7 }],
      [2, { closed: 1, hours: 2 }],
    );
    expect(of(four)['time-to-resolve']).toMatchObject({ value: 4.5, n: 4 });
    expect(of(ticketDays([8, { closed: 2, hours: 80 }]))['time-to-resolve']).toBeUndefined();
    expect(of(ticketDays([90, { closed: 5, hours: 80 }]))['time-to-resolve']).toBeUndefined();
    expect(of(ticketDays([89, { closed: 5, hours: 80 }]))['time-to-resolve']).toMatchObject({ n: 5 });
  });

  it('nps: the newest three or more answers; one answer is none', () => {
    const history = surveyDays(
      [30, { nps: 5, promoters: 5 }],
      [12, { nps: 2, promoters: 1 }],
      [6, { nps: 2, detractors: 1 }],
    );
    // Newest first: two (one detractor), two more (one promoter): enough.
    expect(of(history).nps).toMatchObject({ value: 0, n: 4, at: dayDate(TODAY - 6) });
    // One more promoter today, with the two of last week, are three: the others are no longer among the newest.
    expect(of(history).nps?.of).toBeCloseTo(0, 9);
    const one = surveyDays([12, { nps: 1, promoters: 1 }], [6, { nps: 1, detractors: 1 }]);
    expect(of(one).nps?.of).toBeCloseTo(100 / 3, 9);
    expect(of(surveyDays([6, { nps: 1, promoters: 1 }])).nps).toBeUndefined();
    expect(of(surveyDays([546, { nps: 5, promoters: 5 }])).nps).toBeUndefined();
  });

  it('csat: three of four satisfied; dated by the newest answer', () => {
    expect(of(surveyDays([17, { csat: 4, csatTop: 3 }])).csat).toMatchObject({
      value: 0.75,
      n: 4,
      of: 0.8,
      at: dayDate(TODAY - 17),
    });
    // The fifth newest leaves when a new one comes.
    const full = surveyDays(
      [29, { csat: 2 }],
      ...[22, 15, 8, 1].map((ago): [number, object] => [ago, { csat: 1, csatTop: 1 }]),
    );
    expect(of(full).csat).toMatchObject({ n: 6, of: 1 });
  });

  it('csat: says that it comes from tickets where all of the answers were stated with them', () => {
    const tickets = surveyDays([9, { csat: 3, csatTop: 3, csatTickets: 3 }]);
    expect(of(tickets).csat?.source).toBe('ticket');
    const both = surveyDays([9, { csat: 3, csatTop: 3, csatTickets: 2 }]);
    expect(of(both).csat?.source).toBe('survey');
  });

  it('know on a past day what had come by then, to the day', () => {
    const answers = surveyDays([3, { nps: 3, promoters: 3 }], [1, { nps: 3, detractors: 3 }]);
    const tickets = ticketDays([3, { opened: 2, open: 2 }], [1, { open: 1, closed: 1, hours: 9 }]);
    for (const [ago, nps, open] of [
      [0, -100, 1],
      [1, -100, 1],
      [2, 100, 2],
      [3, 100, 2],
    ] as const) {
      const then = NOW - ago * DAY;
      expect(of(answers, then).nps?.value).toBe(nps);
      expect(of(tickets, then)['open-severity']?.value).toBe(open);
    }
    expect(of(answers, NOW - 4 * DAY).nps).toBeUndefined();
    expect(of(tickets, NOW - 4 * DAY)['open-severity']).toBeUndefined();
  });
});

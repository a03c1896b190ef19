/** Signals of tickets and surveys by hand, and the floors below which there is none. */
import { describe, expect, it } from 'vitest';
import { NOW } from '#test/factories/health.ts';
import { END, facts, fill, LAST, weeks } from '#test/factories/health-facts.ts';
import { signalsOf } from './signals.ts';
import { weekDate } from './week-view.ts';

describe('support and surveys', () => {
  it('support-load: six tickets where two are usual; a bad month does not become the usual', () => {
    const blocks = [2, 2, 9, 2, 2, 2, 6];
    const opened = blocks.flatMap((count) => [count, 0, 0, 0]);
    expect(signalsOf(facts({ weeks: weeks({ ticketsOpened: opened }) }), NOW)['support-load']).toEqual({
      value: 3,
      at: END,
      source: 'ticket',
      n: 6,
      of: 2,
    });
    const short = weeks({ ticketsOpened: fill(15, 1) });
    expect(signalsOf(facts({ weeks: short }), NOW)['support-load']).toBeUndefined();
    const rare = weeks({ ticketsOpened: [1, ...fill(20, 0), 3, ...fill(20, 0), 1] });
    expect(signalsOf(facts({ weeks: rare }), NOW)['support-load']).toBeUndefined();
  });

  it('open-severity: four open, one of them severe, weigh six', () => {
    const history = weeks({ ticketsOpened: [4], ticketsOpen: [4], ticketsSevere: [1] });
    expect(signalsOf(facts({ weeks: history }), NOW)['open-severity']).toMatchObject({
      value: 6,
      n: 4,
      at: NOW,
    });
    expect(
      signalsOf(facts({ weeks: weeks({ uses: [4] }, { lastAt: { usage: NOW } }) }), NOW)['open-severity'],
    ).toBeUndefined();
  });

  it('time-to-resolve: the median week of 90 days, weighted by what was closed', () => {
    const history = weeks({ ticketsClosed: [1, 4, 1], resolveHours: [900, 80, 30] });
    expect(signalsOf(facts({ weeks: history }), NOW)['time-to-resolve']).toMatchObject({ value: 20, n: 6 });
    // Of two halves the middle lies between: 1, 2, 7, 9 hours are 4.5 in the median.
    const four = weeks({ ticketsClosed: [1, 1, 1, 1], resolveHours: [9, 1, 7, 2] });
    expect(signalsOf(facts({ weeks: four }), NOW)['time-to-resolve']).toMatchObject({ value: 4.5, n: 4 });
    const two = weeks({ ticketsClosed: [2], resolveHours: [80] });
    expect(signalsOf(facts({ weeks: two }), NOW)['time-to-resolve']).toBeUndefined();
  });

  it('nps: the newest three or more answers of a year; one answer is none', () => {
    const history = weeks({
      npsAnswers: [5, 0, 2, 2],
      npsPromoters: [5, 0, 1, 0],
      npsDetractors: [0, 0, 0, 1],
    });
    // Newest first: two (one detractor), two more (one promoter): enough.
    expect(signalsOf(facts({ weeks: history }), NOW).nps).toMatchObject({ value: 0, n: 4, at: END });
    // One more promoter today, with the two of last week, are three: the others are no longer among the newest.
    expect(signalsOf(facts({ weeks: history }), NOW).nps?.of).toBeCloseTo(0, 9);
    const one = weeks({ npsAnswers: [1, 1], npsPromoters: [1, 0], npsDetractors: [0, 1] });
    expect(signalsOf(facts({ weeks: one }), NOW).nps?.of).toBeCloseTo(100 / 3, 9);
    expect(
      signalsOf(facts({ weeks: weeks({ npsAnswers: [1], npsPromoters: [1] }) }), NOW).nps,
    ).toBeUndefined();
    const old = weeks({ npsAnswers: [5, ...fill(78, 0)], npsPromoters: [5] });
    expect(signalsOf(facts({ weeks: old }), NOW).nps).toBeUndefined();
  });

  it('csat: three of four satisfied; dated by the week of the newest answer', () => {
    const history = weeks({ csatAnswers: [4, 0, 0], csatTop: [3, 0, 0] });
    expect(signalsOf(facts({ weeks: history }), NOW).csat).toMatchObject({
      value: 0.75,
      n: 4,
      of: 0.8,
      at: weekDate(LAST - 2),
    });
    // The fifth newest leaves when a new one comes.
    const full = weeks({ csatAnswers: [2, 1, 1, 1, 1], csatTop: [0, 1, 1, 1, 1] });
    expect(signalsOf(facts({ weeks: full }), NOW).csat).toMatchObject({ n: 6, of: 1 });
  });
});

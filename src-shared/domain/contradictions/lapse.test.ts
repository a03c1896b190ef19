/** A contradiction that was settled comes again once its facts fitted on a day since. */
import { describe, expect, it } from 'vitest';
import { caseOf, DAY, found, NOW, ownRule, signal } from '#test/factories/account-case.ts';
import { contradictionLapsed, ownRuleLapsed, type PastDay } from './lapse.ts';
import { readyRule } from './own-rules.ts';

describe('a settled one', () => {
  const each = caseOf({ 'usage-trend': signal(-0.2) }, { ticketsQuarter: { value: 0, usual: 3, at: NOW } });
  const settlement = { id: 'a\u001fsupport-quiet-usage-falling', createdAt: NOW - 60 * DAY };
  const snapshot = (day: string, usage: number | undefined) => ({
    account: 'a',
    day,
    scorecard: 's',
    version: 1,
    coverage: 1,
    band: 'watch' as const,
    reconstructed: false,
    measures: [
      ['support-load', 0] as const,
      ...(usage === undefined ? [] : [['usage-trend', usage] as const]),
    ].map(([measure, value]) => ({
      measure,
      group: 'g',
      weight: 1,
      state: 'present' as const,
      signal: signal(value),
      points: 1,
    })),
  });

  it('is over when its facts fitted on a day since, and not for lack of data', () => {
    expect(contradictionLapsed(settlement, [snapshot('2026-10-20', -0.3)], each)).toBe(false);
    expect(contradictionLapsed(settlement, [snapshot('2026-10-20', undefined)], each)).toBe(false);
    expect(contradictionLapsed(settlement, [snapshot('2026-10-20', 0.1)], each)).toBe(true);
    expect(contradictionLapsed(settlement, [snapshot('2026-08-01', 0.1)], each)).toBe(false);
  });

  it('that rests on a single answer comes again too, without a measure that wants two', () => {
    const answers = [{ score: 4, at: NOW - 70 * DAY }];
    const low = caseOf({ 'usage-trend': signal(0.2) }, { answers });
    const one = { ...settlement, id: 'a\u001fusage-up-nps-low' };
    expect(contradictionLapsed(one, [snapshot('2026-10-20', 0.3)], low)).toBe(false);
    expect(contradictionLapsed(one, [snapshot('2026-10-20', 0)], low)).toBe(true);
    // Nobody had answered by then: nothing can be said of that day.
    const later = { ...low, answers: [{ score: 4, at: NOW - 2 * DAY }] };
    expect(contradictionLapsed(one, [snapshot('2026-10-20', 0)], later)).toBe(false);
  });

  it('comes again with a new answer, however like the one before', () => {
    const mark = (at: number, score: number) =>
      found(caseOf({ 'usage-trend': signal(0.2) }, { answers: [{ score, at }] }))[0]?.mark;
    expect(mark(NOW - 9 * DAY, 5)).toBe(mark(NOW - 9 * DAY, 5));
    expect(mark(NOW - 9 * DAY, 5)).not.toBe(mark(NOW - DAY, 2));
  });

  it('about severe tickets is over once none was open', () => {
    const deal = {
      id: 'd',
      name: 'Renewal',
      isRenewal: true,
      isClosed: false,
      isWon: false,
      probability: 80,
      at: NOW,
    };
    const severe = caseOf({}, { deals: [deal], tickets: { open: 2, severe: 1, at: NOW } });
    const one = { ...settlement, id: 'a\u001fforecast-renew-escalated' };
    const day = (value: number, n: number) => ({
      ...snapshot('2026-10-20', undefined),
      measures: [
        {
          measure: 'open-severity' as const,
          group: 'g',
          weight: 1,
          state: 'present' as const,
          signal: { ...signal(value), n },
          points: 1,
        },
      ],
    });
    expect(contradictionLapsed(one, [day(4, 2)], severe)).toBe(false);
    expect(contradictionLapsed(one, [day(2, 2)], severe)).toBe(true);
  });
});

describe("a settled rule of the user's own", () => {
  it('comes again once a side was not so on a day since', () => {
    const ready = readyRule(
      ownRule({ of: 'usage-trend', test: 'rises' }, { of: 'csat', test: 'falls' }),
      new Set(),
    );
    const day = (values: PastDay['values'], before: PastDay['before'] = {}): PastDay => ({
      now: NOW,
      values,
      before,
    });
    expect(ownRuleLapsed(ready, [])).toBe(false);
    expect(ownRuleLapsed(ready, [day({ 'usage-trend': 0.3 })])).toBe(false);
    // Of that day nobody knows what CSAT was before it.
    expect(ownRuleLapsed(ready, [day({ 'usage-trend': 0.3, csat: 0.5 })])).toBe(false);
    expect(ownRuleLapsed(ready, [day({ csat: 0.5 }, { csat: 0.8 })])).toBe(false);
    expect(ownRuleLapsed(ready, [day({ csat: 0.5 }, { csat: 0.5 })])).toBe(true);
    expect(ownRuleLapsed(ready, [day({ 'usage-trend': 0.3 }), day({ 'usage-trend': 0 })])).toBe(true);
    const fields = readyRule(
      ownRule({ of: 'field:seats', test: 'above', value: 3 }, { of: 'field:plan', test: 'missing' }),
      new Set(),
    );
    expect(ownRuleLapsed(fields, [day({ csat: 0.5 })])).toBe(false);
  });
});

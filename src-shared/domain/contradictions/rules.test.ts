/** The delivered contradictions: each speaks when its two facts do not fit, needs the data, and keeps its mark. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseOf, DAY, found, NOW, PEOPLE, signal, TODAY } from '#test/factories/account-case.ts';
import type { Contradiction } from '../../model/alert.ts';
import type { MeasureId } from '../../model/health.ts';
import type { AccountCase } from './account-case.ts';
import { CONTRADICTION_RULES, type ContradictionRule } from './rules.ts';

/** One account for each rule that makes it speak, and the same with one fact changed so that nothing contradicts. */
const VECTORS: Readonly<Record<ContradictionRule, readonly [AccountCase, AccountCase]>> = {
  'usage-up-nps-low': [
    caseOf({ 'usage-trend': signal(0.1) }, { answers: [{ score: 6, at: NOW - DAY }] }),
    caseOf({ 'usage-trend': signal(0.1) }, { answers: [{ score: 7, at: NOW - DAY }] }),
  ],
  'usage-up-no-outcome': [
    caseOf({ 'usage-trend': signal(0.3) }, { objectives: 2, outcomesMeasured: 0 }),
    caseOf({ 'usage-trend': signal(0.3) }, { outcomesMeasured: 1 }),
  ],
  'onboarded-few-active': [
    caseOf({ 'active-rate': signal(0.24) }, { stage: 'operation' }),
    caseOf({ 'active-rate': signal(0.24) }, { stage: 'onboarding' }),
  ],
  'sentiment-good-health-falling': [
    caseOf(
      { sentiment: signal(4) },
      { value: 60, earlier: { value: 65, band: 'watch', at: NOW - 30 * DAY } },
    ),
    caseOf(
      { sentiment: signal(4) },
      { value: 61, earlier: { value: 65, band: 'watch', at: NOW - 30 * DAY } },
    ),
  ],
  'nps-high-champion-changed': [
    caseOf(
      { 'champion-change': signal(21, { about: 'c1' }) },
      { answers: [{ score: 9, at: NOW - 60 * DAY }] },
    ),
    caseOf(
      { 'champion-change': signal(21, { about: 'c1' }) },
      { answers: [{ score: 8, at: NOW - 60 * DAY }] },
    ),
  ],
  'support-quiet-usage-falling': [
    caseOf({ 'usage-trend': signal(-0.2) }, { ticketsQuarter: { value: 0, usual: 3, at: NOW } }),
    caseOf({ 'usage-trend': signal(-0.2) }, { ticketsQuarter: { value: 2, usual: 3, at: NOW } }),
  ],
  'healthy-no-executive': [
    caseOf({}, { band: 'healthy', renewal: '2026-12-11', people: PEOPLE }),
    caseOf({}, { band: 'healthy', renewal: '2027-03-11', people: PEOPLE }),
  ],
  'forecast-renew-escalated': [
    caseOf(
      {},
      {
        tickets: { open: 3, severe: 1, at: NOW },
        deals: [
          { id: 'd', name: 'R', isRenewal: true, isClosed: false, isWon: false, probability: 80, at: NOW },
        ],
      },
    ),
    caseOf(
      {},
      {
        tickets: { open: 3, severe: 1, at: NOW },
        deals: [
          { id: 'd', name: 'R', isRenewal: true, isClosed: true, isWon: false, probability: 80, at: NOW },
        ],
      },
    ),
  ],
  'admins-active-field-not': [
    caseOf({}, { users: { admins: 2, adminsActive: 2, field: 10, fieldActive: 1, at: NOW } }),
    caseOf({}, { users: { admins: 2, adminsActive: 2, field: 10, fieldActive: 5, at: NOW } }),
  ],
  'detractor-no-follow-up': [
    caseOf({}, { answers: [{ score: 2, at: NOW - 30 * DAY, comment: 'slow' }], lastTouchAt: NOW - 31 * DAY }),
    caseOf({}, { answers: [{ score: 2, at: NOW - 30 * DAY, comment: 'slow' }], lastTouchAt: NOW - 29 * DAY }),
  ],
};

const MEASURE_SAMPLE = fc.constantFrom<MeasureId>(
  'usage-trend',
  'nps',
  'active-rate',
  'sentiment',
  'support-load',
  'champion-change',
  'executive-contact',
);

const anyCase: fc.Arbitrary<AccountCase> = fc
  .record({
    measures: fc.uniqueArray(fc.tuple(MEASURE_SAMPLE, fc.double({ min: -1, max: 100, noNaN: true })), {
      selector: ([measure]) => measure,
    }),
    band: fc.constantFrom('healthy', 'watch', 'at-risk', 'unknown' as const),
    stage: fc.option(fc.constantFrom('onboarding', 'operation'), { nil: undefined }),
    renewal: fc.option(fc.constantFrom('2026-12-01', '2020-01-01', 'no day', ''), { nil: undefined }),
    score: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    severe: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
  })
  .map(({ measures, band, stage, renewal, score, severe }) =>
    caseOf(Object.fromEntries(measures.map(([measure, value]) => [measure, signal(value)])), {
      band,
      stage,
      renewal,
      people: PEOPLE,
      ...(score === undefined ? {} : { answers: [{ score, at: NOW - DAY, comment: 'x' }] }),
      ...(severe === undefined ? {} : { tickets: { open: severe, severe, at: NOW } }),
    }),
  );

describe('delivered contradictions', () => {
  it.each(CONTRADICTION_RULES)('%s speaks when its two facts do not fit, and only then', (rule) => {
    const [speaks, silent] = VECTORS[rule];
    const [one] = found(speaks).filter((each) => each.rule === rule);
    expect(one).toBeDefined();
    expect(one?.facts).toHaveLength(2);
    for (const fact of one?.facts ?? []) expect(fact.source).not.toBe('');
    expect(found(silent).map((each) => each.rule)).not.toContain(rule);
  });

  it('needs the data: an account of which nothing is known contradicts nothing', () => {
    expect(found(caseOf({}))).toEqual([]);
    expect(
      found(caseOf({}, { band: 'unknown', people: { ...PEOPLE, withRole: 0 }, renewal: TODAY })),
    ).toEqual([]);
  });

  it('says of use without an outcome whether there is an objective at all', () => {
    const up = { 'usage-trend': signal(0.3) };
    const second = (more: Partial<AccountCase>) => found(caseOf(up, more))[0]?.facts[1]?.what;
    expect(second({ objectives: 2, outcomesMeasured: 0 })).toBe('outcomes-measured');
    expect(second({ objectives: 0, outcomesMeasured: 0 })).toBe('no-objective');
    // Nobody keeps plans in this book: nothing can be said.
    expect(found(caseOf(up, {}))).toEqual([]);
  });

  it('never doubles an id, and keeps its mark while facts only move within their kind', () => {
    fc.assert(
      fc.property(anyCase, fc.double({ min: 1, max: 1.5, noNaN: true }), (each, more) => {
        const now = found(each);
        expect(new Set(now.map(({ id }) => id)).size).toBe(now.length);
        const usage = each.signals['usage-trend'];
        if (usage === undefined || Math.abs(usage.value) < 0.1) return;
        const moved = { ...each.signals, 'usage-trend': { ...usage, value: usage.value * more } };
        const marks = (list: readonly Contradiction[]) => list.map(({ id, mark }) => [id, mark]);
        expect(marks(found({ ...each, signals: moved }))).toEqual(marks(now));
      }),
    );
  });
});

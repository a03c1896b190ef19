import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contradiction, OwnRule, RuleSide } from '../../model/alert.ts';
import type { MeasureId, Signal, Signals } from '../../model/health.ts';
import type { AccountCase } from './account-case.ts';
import { findContradictions } from './find-contradictions.ts';
import { contradictionLapsed, ownRuleLapsed, type PastDay } from './lapse.ts';
import { movingMeasures, reachOf, readyRule } from './own-rules.ts';
import { CONTRADICTION_RULES, type ContradictionRule } from './rules.ts';
import { whomToAsk } from './whom-to-ask.ts';

const DAY = 86_400_000;
const TODAY = '2026-11-21';
const NOW = Date.parse(`${TODAY}T09:00:00Z`);
const MOMENT = { now: NOW, today: TODAY };

function signal(value: number, more: Partial<Signal> = {}): Signal {
  return { value, at: NOW - DAY, source: 'usage', ...more };
}

function caseOf(signals: Signals, more: Partial<AccountCase> = {}): AccountCase {
  return { account: 'a', signals, band: 'watch', ...more };
}

function found(each: AccountCase, own: readonly OwnRule[] = []): Contradiction[] {
  const into: Contradiction[] = [];
  findContradictions(
    each,
    own.map((rule) => readyRule(rule, new Set(['Region code']))),
    MOMENT,
    into,
  );
  return into;
}

const PEOPLE = { known: 3, withRole: 2, executives: [], at: NOW - 9 * DAY };

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

  it('names somebody to ask who is still there, the person concerned first', () => {
    const people = [
      { id: 'c1', name: 'Mori', role: 'field-manager', createdAt: 0, updatedAt: 0 },
      { id: 'c2', name: 'Sato', role: 'champion', leftOn: '2026-11-01', createdAt: 0, updatedAt: 0 },
      { id: 'c3', name: 'Abe', role: 'admin', createdAt: 0, updatedAt: 0 },
    ];
    expect(whomToAsk('usage-up-nps-low', people, TODAY, 'c3').contact?.name).toBe('Abe');
    expect(whomToAsk('usage-up-nps-low', people, TODAY, 'c2').contact?.name).toBe('Mori');
    expect(whomToAsk('healthy-no-executive', people, TODAY)).toEqual({ role: 'executive-sponsor' });
  });
});

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

function rule(a: RuleSide, b: RuleSide, more: Partial<OwnRule> = {}): OwnRule {
  const texts = { hypothesis: '', ask: '', nextStep: '' };
  return { id: 'r1', name: 'Mine', a, b, ...texts, off: false, createdAt: 0, updatedAt: 0, ...more };
}

describe("the user's own rules", () => {
  const fields: Readonly<Record<string, unknown>> = {
    region: 'Kansai',
    seats: 40,
    'custom:Region code': 'Ｋ１',
  };
  const each = caseOf({ 'usage-trend': signal(0.2), csat: signal(0.5) }, { field: (name) => fields[name] });

  it('reads measures, fields and columns of its own', () => {
    const up: RuleSide = { of: 'usage-trend', test: 'rises' };
    const sides: RuleSide[] = [
      { of: 'field:region', test: 'is', value: 'kansai' },
      { of: 'field:seats', test: 'above', value: 30 },
      { of: 'custom:Region code', test: 'is', value: 'k1' },
      { of: 'field:plan', test: 'missing' },
      { of: 'csat', test: 'below', value: 0.6 },
      { of: 'nps', test: 'missing' },
    ];
    for (const side of sides) expect(found(each, [rule(up, side)])).toHaveLength(1);
    expect(found(each, [rule(up, { of: 'field:seats', test: 'above', value: 50 })])).toEqual([]);
    expect(found(each, [rule(up, sides[0] as RuleSide, { off: true })])).toEqual([]);
  });

  it('compares money as people say it, days as days, and dates each fact', () => {
    const recordAt = NOW - 3 * DAY;
    const known: Readonly<Record<string, unknown>> = {
      arr: { minor: 12_000_000, currency: 'USD' },
      renewalDate: '2026-12-31',
      stage: 'field-use',
    };
    const one = caseOf({ 'usage-trend': signal(0.2) }, { recordAt, field: (name) => known[name] });
    const up: RuleSide = { of: 'usage-trend', test: 'rises' };
    const second = (side: RuleSide) => found(one, [rule(up, side)])[0]?.facts[1];
    expect(second({ of: 'field:arr', test: 'above', value: 100_000 })).toEqual({
      what: 'field:arr',
      value: 120_000,
      currency: 'USD',
      source: 'account',
      at: recordAt,
    });
    expect(second({ of: 'field:arr', test: 'above', value: 150_000 })).toBeUndefined();
    expect(second({ of: 'field:renewalDate', test: 'below', value: '2027-01-31' })).toMatchObject({
      value: '2026-12-31',
      at: recordAt,
    });
    expect(second({ of: 'field:renewalDate', test: 'above', value: '2027-01-31' })).toBeUndefined();
    expect(second({ of: 'field:stage', test: 'is', value: 'field-use' })).toMatchObject({ at: recordAt });
    expect(
      readyRule(rule(up, { of: 'field:renewalDate', test: 'above', value: 30 }), new Set()).troubles,
    ).toEqual([{ type: 'needs-day', of: 'field:renewalDate' }]);
  });

  it('has another mark once a field or an answer is another, and the same while use only moves', () => {
    const side: RuleSide = { of: 'field:seats', test: 'above', value: 30 };
    const mark = (seats: number, usage: number, nps: number) =>
      found(
        caseOf(
          { 'usage-trend': signal(usage), nps: signal(nps) },
          { field: (name) => (name === 'seats' ? seats : undefined) },
        ),
        [
          rule({ of: 'usage-trend', test: 'rises' }, side),
          rule({ of: 'nps', test: 'below', value: 0 }, side, { id: 'r2' }),
        ],
      )
        .filter((each) => each.rule.startsWith('r'))
        .map((each) => each.mark);
    expect(mark(40, 0.2, -10)).toEqual(mark(40, 0.3, -10));
    expect(mark(40, 0.2, -10)[0]).not.toEqual(mark(50, 0.2, -10)[0]);
    expect(mark(40, 0.2, -10)[1]).not.toEqual(mark(40, 0.2, -60)[1]);
  });

  it('that was settled comes again once a side was not so on a day since', () => {
    const ready = readyRule(
      rule({ of: 'usage-trend', test: 'rises' }, { of: 'csat', test: 'falls' }),
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
      rule({ of: 'field:seats', test: 'above', value: 3 }, { of: 'field:plan', test: 'missing' }),
      new Set(),
    );
    expect(ownRuleLapsed(fields, [day({ csat: 0.5 })])).toBe(false);
  });

  it('compares with 30 days ago where a measure is no change by itself', () => {
    const falls = rule({ of: 'csat', test: 'falls' }, { of: 'usage-trend', test: 'rises' });
    expect(found(each, [falls])).toEqual([]);
    const earlier = { band: 'watch' as const, at: NOW - 30 * DAY, values: { csat: 0.8 } };
    expect(found({ ...each, earlier }, [falls])).toHaveLength(1);
    // What has to be known of that day; a trend is a change by itself.
    expect(movingMeasures([readyRule(falls, new Set())])).toEqual(['csat']);
  });

  it('says what is wrong with a rule, and does not crash on it', () => {
    const good: RuleSide = { of: 'usage-trend', test: 'rises' };
    const trouble = (side: RuleSide) =>
      readyRule(rule(good, side), new Set()).troubles.map(({ type }) => type);
    expect(trouble({ of: 'custom:Gone', test: 'is', value: 'x' })).toEqual(['unknown']);
    expect(trouble({ of: 'field:gone', test: 'above', value: 1 })).toEqual(['unknown']);
    expect(trouble({ of: 'nonsense', test: 'rises' })).toEqual(['unknown']);
    expect(trouble({ of: 'csat', test: 'above', value: 'much' })).toEqual(['needs-number']);
    expect(trouble({ of: 'field:region', test: 'is' })).toEqual(['needs-value']);
    expect(trouble({ of: 'field:seats', test: 'rises' })).toEqual(['no-history']);
    expect(found(each, [rule(good, { of: 'custom:Gone', test: 'is', value: 'x' })])).toEqual([]);
    const noData = readyRule(rule(good, { of: 'invoice-status', test: 'above', value: 5 }), new Set());
    expect(reachOf(noData, [each], MOMENT)).toEqual({ data: 0, hits: 0 });
  });
});

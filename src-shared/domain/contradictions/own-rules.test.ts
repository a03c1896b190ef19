/** The user's own rules: what their sides compare, their marks, and what is wrong with one. */
import { describe, expect, it } from 'vitest';
import { caseOf, DAY, found, MOMENT, NOW, ownRule, signal } from '#test/factories/account-case.ts';
import type { RuleSide } from '../../model/alert.ts';
import { movingMeasures, reachOf, readyRule } from './own-rules.ts';

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
    for (const side of sides) expect(found(each, [ownRule(up, side)])).toHaveLength(1);
    expect(found(each, [ownRule(up, { of: 'field:seats', test: 'above', value: 50 })])).toEqual([]);
    expect(found(each, [ownRule(up, sides[0] as RuleSide, { off: true })])).toEqual([]);
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
    const second = (side: RuleSide) => found(one, [ownRule(up, side)])[0]?.facts[1];
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
      readyRule(ownRule(up, { of: 'field:renewalDate', test: 'above', value: 30 }), new Set()).troubles,
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
          ownRule({ of: 'usage-trend', test: 'rises' }, side),
          ownRule({ of: 'nps', test: 'below', value: 0 }, side, { id: 'r2' }),
        ],
      )
        .filter((each) => each.rule.startsWith('r'))
        .map((each) => each.mark);
    expect(mark(40, 0.2, -10)).toEqual(mark(40, 0.3, -10));
    expect(mark(40, 0.2, -10)[0]).not.toEqual(mark(50, 0.2, -10)[0]);
    expect(mark(40, 0.2, -10)[1]).not.toEqual(mark(40, 0.2, -60)[1]);
  });

  it('compares with 30 days ago where a measure is no change by itself', () => {
    const falls = ownRule({ of: 'csat', test: 'falls' }, { of: 'usage-trend', test: 'rises' });
    expect(found(each, [falls])).toEqual([]);
    const earlier = { band: 'watch' as const, at: NOW - 30 * DAY, values: { csat: 0.8 } };
    expect(found({ ...each, earlier }, [falls])).toHaveLength(1);
    // What has to be known of that day; a trend is a change by itself.
    expect(movingMeasures([readyRule(falls, new Set())])).toEqual(['csat']);
  });

  it('says what is wrong with a rule, and does not crash on it', () => {
    const good: RuleSide = { of: 'usage-trend', test: 'rises' };
    const trouble = (side: RuleSide) =>
      readyRule(ownRule(good, side), new Set()).troubles.map(({ type }) => type);
    expect(trouble({ of: 'custom:Gone', test: 'is', value: 'x' })).toEqual(['unknown']);
    expect(trouble({ of: 'field:gone', test: 'above', value: 1 })).toEqual(['unknown']);
    expect(trouble({ of: 'nonsense', test: 'rises' })).toEqual(['unknown']);
    expect(trouble({ of: 'csat', test: 'above', value: 'much' })).toEqual(['needs-number']);
    expect(trouble({ of: 'field:region', test: 'is' })).toEqual(['needs-value']);
    expect(trouble({ of: 'field:seats', test: 'rises' })).toEqual(['no-history']);
    expect(found(each, [ownRule(good, { of: 'custom:Gone', test: 'is', value: 'x' })])).toEqual([]);
    const noData = readyRule(ownRule(good, { of: 'invoice-status', test: 'above', value: 5 }), new Set());
    expect(reachOf(noData, [each], MOMENT)).toEqual({ data: 0, hits: 0 });
  });
});

/** A score by hand and by property: its range, what it leaves out, its order, its bands, the card that fits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aCard,
  anAccount,
  aSignal,
  NOW,
  plainCard,
  STRAIGHT,
  someCard,
  someSignals,
  TODAY,
} from '#test/factories/health.ts';
import type { Scorecard } from '../../model/health.ts';
import { bandOf, compileScorecard } from './compile-scorecard.ts';
import { directionOf } from './curve.ts';
import { effectiveBand, scoreAccount, scorecardFor } from './score.ts';
import { bandAt, scoreColumns, signalColumns } from './score-columns.ts';

const ON = { account: 'a', day: TODAY, now: NOW };
const DAY = 86_400_000;

describe('scoreAccount', () => {
  it('is Σ w·s ÷ Σ w over what is present, by hand', () => {
    const card = aCard([
      {
        id: 'usage',
        name: '',
        weight: 60,
        measures: [
          { measure: 'active-rate', weight: 75, curve: STRAIGHT, shelfDays: 30 },
          { measure: 'usage-trend', weight: 25, curve: STRAIGHT, shelfDays: 30 },
        ],
      },
      {
        id: 'voice',
        name: '',
        weight: 40,
        measures: [{ measure: 'nps', weight: 100, curve: STRAIGHT, shelfDays: 30 }],
      },
    ]);
    const score = scoreAccount(card, { 'active-rate': aSignal(80), nps: aSignal(20) }, ON);
    // weights 0.45, 0.15 and 0.4; present 0.45 · 80 + 0.4 · 20 = 44 over 0.85
    expect(score.value).toBeCloseTo(44 / 0.85, 12);
    expect(score.coverage).toBeCloseTo(0.85, 12);
    expect(score.band).toBe('watch');
    expect(
      score.measures.map(({ measure, weight, state, points }) => [measure, weight, state, points]),
    ).toEqual([
      ['active-rate', expect.closeTo(0.45, 12), 'present', 80],
      ['usage-trend', expect.closeTo(0.15, 12), 'missing', undefined],
      ['nps', 0.4, 'present', 20],
    ]);
  });

  it('gives no colour below the floor, but still says the figure', () => {
    const card = plainCard({ 'active-rate': 39, nps: 61 });
    const score = scoreAccount(card, { 'active-rate': aSignal(90) }, ON);
    expect([score.value, score.band]).toEqual([90, 'unknown']);
    const enough = plainCard({ 'active-rate': 40, nps: 60 });
    expect(scoreAccount(enough, { 'active-rate': aSignal(90) }, ON).band).toBe('healthy');
  });

  it('leaves out what is older than its shelf life, to the day, and what has expired', () => {
    const card = plainCard({ nps: 100 });
    const at = (age: number) => scoreAccount(card, { nps: aSignal(50, { at: NOW - age * DAY }) }, ON);
    expect(at(90).measures[0]?.state).toBe('present');
    expect(at(91)).toMatchObject({ coverage: 0, band: 'unknown', measures: [{ state: 'stale' }] });
    expect(at(91).value).toBeUndefined();
    const until = (day: string) =>
      scoreAccount(card, { nps: aSignal(50, { until: day }) }, ON).measures[0]?.state;
    expect([until('2026-11-19'), until(TODAY), until('2026-11-21')]).toEqual(['stale', 'present', 'present']);
  });

  it('survives a clock that was set back: data dated ahead are as young as can be', () => {
    const card = plainCard({ nps: 100 });
    const score = scoreAccount(card, { nps: aSignal(50, { at: NOW + 400 * DAY }) }, ON);
    expect([score.value, score.coverage]).toEqual([50, 1]);
  });

  it('counts nonsense weights as none and says nothing when none is left', () => {
    const nonsense = plainCard({ nps: Number.NaN, csat: -5, 'active-rate': Number.POSITIVE_INFINITY });
    const score = scoreAccount(nonsense, { nps: aSignal(50), csat: aSignal(50) }, ON);
    expect(score).toMatchObject({ coverage: 0, band: 'unknown', measures: [] });
    const partly = plainCard({ nps: Number.NaN, csat: 50 });
    expect(scoreAccount(partly, { nps: aSignal(10), csat: aSignal(80) }, ON)).toMatchObject({
      value: 80,
      coverage: 1,
    });
  });

  it('takes a value that is no number as missing', () => {
    const score = scoreAccount(plainCard({ nps: 100 }), { nps: aSignal(Number.NaN) }, ON);
    expect(score.measures[0]?.state).toBe('missing');
  });

  it('property: within 0 and 100, coverage is the share of the weights present', () => {
    fc.assert(
      fc.property(someCard, someSignals, (card, signals) => {
        const score = scoreAccount(card, signals, ON);
        const all = score.measures.reduce((sum, each) => sum + each.weight, 0);
        const present = score.measures
          .filter((each) => each.state === 'present')
          .reduce((sum, each) => sum + each.weight, 0);
        if (score.measures.length > 0) expect(all).toBeCloseTo(1, 9);
        expect(score.coverage).toBeCloseTo(present, 9);
        if (present === 0) expect(score.value).toBeUndefined();
        else {
          expect(score.value).toBeGreaterThanOrEqual(0);
          expect(score.value).toBeLessThanOrEqual(100);
        }
        expect(score.band === 'unknown').toBe(
          score.value === undefined || score.coverage < card.coverageFloor - 1e-9,
        );
      }),
    );
  });

  it('property: more of a good thing never lowers the score', () => {
    fc.assert(
      fc.property(
        someCard,
        someSignals,
        fc.nat(),
        fc.double({ min: 0, max: 800, noNaN: true }),
        (card, signals, pick, more) => {
          const rules = card.groups.flatMap((group) => group.measures);
          const rule = rules[pick % Math.max(1, rules.length)];
          const signal = rule === undefined ? undefined : signals[rule.measure];
          if (rule === undefined || signal === undefined) return;
          const way = directionOf(rule.curve) === 'down' ? -1 : 1;
          const better = { ...signals, [rule.measure]: { ...signal, value: signal.value + way * more } };
          const before = scoreAccount(card, signals, ON).value ?? 0;
          const after = scoreAccount(card, better, ON).value ?? 0;
          expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        },
      ),
    );
  });

  it('property: the order of signals, measures and groups makes no difference', () => {
    fc.assert(
      fc.property(someCard, someSignals, (card, signals) => {
        const turned: Scorecard = {
          ...card,
          groups: [...card.groups]
            .reverse()
            .map((group) => ({ ...group, measures: [...group.measures].reverse() })),
        };
        const other = Object.fromEntries(Object.entries(signals).reverse());
        const a = scoreAccount(card, signals, ON);
        const b = scoreAccount(turned, other, ON);
        expect(b.value ?? -1).toBeCloseTo(a.value ?? -1, 9);
        expect(b.coverage).toBeCloseTo(a.coverage, 9);
      }),
    );
  });

  it('property: a whole book at once has the very same scores', () => {
    fc.assert(
      fc.property(someCard, fc.array(someSignals, { maxLength: 20 }), (card, list) => {
        const columns = scoreColumns(compileScorecard(card), signalColumns(list), ON);
        list.forEach((signals, i) => {
          const score = scoreAccount(card, signals, ON);
          expect(columns.values[i]).toBe(score.value ?? Number.NaN);
          expect(columns.coverage[i]).toBe(score.coverage);
          expect(bandAt(columns, i)).toBe(score.band);
        });
      }),
    );
  });
});

describe('bands', () => {
  it('go by the figure on screen', () => {
    const card = plainCard({ nps: 100 });
    expect([69.49, 69.5, 70, 39.4, 39.5].map((value) => bandOf(value, 1, card))).toEqual([
      'watch',
      'healthy',
      'healthy',
      'at-risk',
      'watch',
    ]);
  });

  it('give way to an override until its last day, the computed one beside it', () => {
    const override = {
      id: 'o',
      account: 'a',
      band: 'at-risk' as const,
      reason: 'They told us',
      until: '2026-12-01',
      by: 'Sato',
      createdAt: 0,
      updatedAt: 0,
    };
    const score = { band: 'healthy' as const };
    expect(effectiveBand(score, override, '2026-12-01')).toEqual({
      band: 'at-risk',
      computed: 'healthy',
      override,
    });
    expect(effectiveBand(score, override, '2026-12-02')).toEqual({ band: 'healthy', computed: 'healthy' });
    expect(effectiveBand(score, undefined, TODAY).band).toBe('healthy');
  });
});

describe('scorecardFor', () => {
  const scoped = (id: string, segments: string[], touchModels: string[], stages: string[]) =>
    plainCard({ nps: 100 }, { id, scope: { segments, touchModels, stages } });
  const all = scoped('all', [], [], []);
  const high = scoped('high', [], ['high'], []);
  const onboarding = scoped('onboarding', [], [], ['onboarding']);
  const both = scoped('both', [], ['high'], ['onboarding']);
  const enterprise = scoped('enterprise', ['Enterprise'], [], []);

  it('takes the most particular one that fits', () => {
    const cards = [all, high, onboarding, both, enterprise];
    const found = (fields: Parameters<typeof anAccount>[0]) => scorecardFor(anAccount(fields), cards)?.id;
    expect(found({})).toBe('all');
    expect(found({ touchModel: 'low' })).toBe('all');
    expect(found({ touchModel: 'high' })).toBe('high');
    expect(found({ touchModel: 'high', stage: 'onboarding' })).toBe('both');
    expect(found({ stage: 'onboarding', segment: 'Enterprise' })).toBe('enterprise');
  });

  it('asks for saved segments too, and more of them than of anything else; who is in none gets another', () => {
    const scope = { segments: [], touchModels: [], stages: [] };
    const vip = plainCard({ nps: 100 }, { id: 'vip', scope: { ...scope, saved: ['s1', 'gone'] } });
    const vipHigh = plainCard(
      { nps: 100 },
      { id: 'vipHigh', scope: { ...scope, touchModels: ['high'], saved: ['s2'] } },
    );
    const cards = [all, enterprise, both, vip, vipHigh];
    const found = (fields: Parameters<typeof scorecardFor>[0]) => scorecardFor(fields, cards)?.id;
    expect(found({ saved: ['s1'] })).toBe('vip');
    expect(found({ saved: ['s1'], segment: 'Enterprise' })).toBe('vip');
    expect(found({ saved: ['s1', 's2'], touchModel: 'high' })).toBe('vipHigh');
    expect(found({ saved: ['s2'] })).toBe('all');
    expect(found({})).toBe('all');
  });

  it('does not depend on the order of the cards; nothing may fit', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([all, high, onboarding, both, enterprise], { minLength: 5 }),
        (cards) => {
          const account = anAccount({ touchModel: 'high', stage: 'onboarding', segment: 'Enterprise' });
          expect(scorecardFor(account, cards)?.id).toBe('both');
        },
      ),
    );
    expect(scorecardFor(anAccount(), [high])).toBeUndefined();
  });
});

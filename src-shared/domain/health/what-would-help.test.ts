/** Steps that help keep their promise; the sentence names what weighs most. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSignal, NOW, plainCard, someCard, someSignals, TODAY } from '#test/factories/health.ts';
import type { Scorecard, Signals } from '../../model/health.ts';
import { scoreAccount } from './score.ts';
import { STANDARD_CARDS } from './standard-scorecards.ts';
import { summarySentence } from './summary-sentence.ts';
import { whatIsMissing, whatWouldHelp } from './what-would-help.ts';

const ON = { account: 'a', day: TODAY, now: NOW };
const high = STANDARD_CARDS[0] ?? plainCard({ nps: 100 });
const score = (card: Scorecard, signals: Signals) => scoreAccount(card, signals, ON);

const SIGNALS: Signals = {
  'active-rate': aSignal(0.3, { n: 12, of: 40, per: 'licensed' }),
  'usage-trend': aSignal(-0.34, { n: 66, of: 100 }),
  'open-severity': aSignal(6, { n: 4, source: 'ticket' }),
  nps: aSignal(0, { n: 4, of: 20, source: 'survey' }),
  'touch-cadence': aSignal(2, { n: 28, of: 14, source: 'activity' }),
  'champion-change': aSignal(21, { source: 'contact' }),
  'renewal-days': aSignal(41, { source: 'account' }),
  sentiment: aSignal(5, { source: 'activity' }),
};

describe('whatWouldHelp', () => {
  it('finds the smallest step that is worth a point', () => {
    const steps = whatWouldHelp(high, score(high, SIGNALS));
    const step = (measure: string) => steps.find((each) => each.measure === measure);
    expect(step('active-rate')).toMatchObject({ unit: 'active-users', count: 2 });
    expect(step('open-severity')).toMatchObject({ unit: 'close-severe', count: 1, to: 3 });
    expect(step('touch-cadence')).toMatchObject({ unit: 'touch', count: 1, to: 0 });
    expect(step('champion-change')).toMatchObject({ unit: 'name-champion', to: 0 });
    expect(step('nps')).toMatchObject({ unit: 'promoters', count: 1, to: 20 });
    expect(step('renewal-days')).toMatchObject({ unit: 'renew', to: 406 });
    expect(steps.map(({ gain }) => gain)).toEqual([...steps.map(({ gain }) => gain)].sort((a, b) => b - a));
  });

  it('property: who takes the step gains what was said', () => {
    fc.assert(
      fc.property(
        someCard,
        someSignals,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        (card, raw, n, of) => {
          const signals: Signals = Object.fromEntries(
            Object.entries(raw).map(([key, signal]) => [key, { ...signal, n, of }]),
          );
          const before = score(card, signals);
          for (const { measure, to, gain, count } of whatWouldHelp(card, before)) {
            const signal = signals[measure];
            if (signal === undefined) throw new Error('a step for a measure without data');
            const after = score(card, { ...signals, [measure]: { ...signal, value: to } });
            expect(gain).toBeGreaterThan(0);
            expect(count).toBeGreaterThan(0);
            expect((after.value ?? 0) - (before.value ?? 0)).toBeCloseTo(gain, 6);
          }
        },
      ),
    );
  });

  it('promises no points of a score that is not shown', () => {
    const few = score(high, { 'touch-cadence': aSignal(2, { n: 28, of: 14, source: 'activity' }) });
    expect(few.band).toBe('unknown');
    expect(whatWouldHelp(high, few)).toEqual([]);
  });

  it('does not promise what the season explains already', () => {
    const card: Scorecard = { ...high, coverageFloor: 0 };
    // A fall from 100 to 90 that the year before had too: up to 100 nothing is gained.
    const all = aSignal(0, { n: 90, of: 100, season: true });
    const [more] = whatWouldHelp(card, score(card, { 'usage-trend': all }));
    expect(more?.count).toBeGreaterThan(10);
    // A fall to 72 where 90 would be usual: what is added counts against the usual, not against the weeks before.
    const [less] = whatWouldHelp(card, score(card, { 'usage-trend': { ...all, value: -0.2, n: 72 } }));
    expect(less?.to).toBeCloseTo(((72 + (less?.count ?? 0)) * 0.8) / 72 - 1, 9);
  });

  it('names what is missing, the heaviest first, and how much of the weight waits for it', () => {
    const card = plainCard({ nps: 20, csat: 50, sentiment: 30 });
    const old = aSignal(50, { at: NOW - 100 * 86_400_000 });
    expect(whatIsMissing(score(card, { sentiment: aSignal(1), nps: old }))).toEqual([
      { measure: 'csat', state: 'missing', weight: 0.5 },
      { measure: 'nps', state: 'stale', weight: 0.2, signal: old },
    ]);
  });
});

describe('summarySentence', () => {
  it('says of a customer whose contracts ended that they ended, praises nothing and promises nothing', () => {
    const left: Signals = { ...SIGNALS, 'contract-trend': aSignal(-1, { source: 'subscription' }) };
    const sentence = summarySentence(score(high, left));
    expect(sentence).toMatchObject({ type: 'scored', drag: { measure: 'contract-trend' } });
    // Others may cost more: what this costs is not said.
    expect(sentence).not.toHaveProperty('drag.points');
    expect(sentence).not.toHaveProperty('lift');
    expect(whatWouldHelp(high, score(high, left))).toEqual([]);
    expect(summarySentence(score(high, SIGNALS))).toHaveProperty('lift');
  });

  it('names the main drag, the main lift, the change with its main part, and what is missing', () => {
    const earlier = score(high, { ...SIGNALS, 'champion-change': aSignal(0, { source: 'contact' }) });
    const now = score(high, SIGNALS);
    const sentence = summarySentence(now, { score: earlier, days: 30 });
    expect(sentence).toMatchObject({
      type: 'scored',
      band: 'at-risk',
      drag: { measure: 'champion-change' },
      lift: { measure: 'sentiment' },
      change: { days: 30, main: { measure: 'champion-change', cause: 'value' } },
    });
    if (sentence.type === 'scored') {
      expect(sentence.change?.points).toBe(Math.round(now.value ?? 0) - Math.round(earlier.value ?? 0));
      expect(sentence.needs).toHaveLength(3);
    }
  });

  it('says the difference of the two figures that stand on the screen', () => {
    const card = plainCard({ csat: 100 });
    const of = (points: number) => score(card, { csat: aSignal(points, { source: 'survey' }) });
    // 79.4 and 65.8 read 79 and 66: that is 13, though 13.6 would round to 14.
    const sentence = summarySentence(of(65.8), { score: of(79.4), days: 30 });
    expect(sentence.type === 'scored' ? sentence.change?.points : undefined).toBe(-13);
  });

  it('leaves out what hardly moved and says only that data are missing where they are', () => {
    const same = score(high, SIGNALS);
    const still = summarySentence(same, { score: same, days: 7 });
    expect(still.type === 'scored' ? still.change : 'none').toBeUndefined();
    expect(summarySentence(score(high, { nps: aSignal(10, { n: 3 }) }))).toMatchObject({
      type: 'no-data',
      needs: { length: 3 },
    });
  });

  it('property: no score makes it throw, and what it names is in the score', () => {
    fc.assert(
      fc.property(someCard, someSignals, someSignals, (card, s0, s1) => {
        const now = score(card, s1);
        const sentence = summarySentence(now, { score: score(card, s0), days: 7 });
        if (sentence.type === 'no-data') {
          expect(now.band).toBe('unknown');
          return;
        }
        for (const fact of [sentence.drag, sentence.lift]) {
          if (fact === undefined) continue;
          expect(now.measures.find(({ measure }) => measure === fact.measure)?.signal).toBe(fact.signal);
        }
      }),
    );
  });
});

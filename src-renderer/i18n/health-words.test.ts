/** Every measure has whole words in both languages for any value, with whatever the signal rests on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEP_UNITS, type SummarySentence } from '#shared/domain/health/health-terms.ts';
import { MEASURES, type MeasureId, type Signal } from '#shared/model/health.ts';
import { aSignal } from '#test/factories/health.ts';
import { healthWords as en } from './en/health-words.ts';
import { toldApart } from './finer.ts';
import { healthWords as ja } from './ja/health-words.ts';

const VALUES = [-1, -0.34, 0, 0.004, 0.3, 1, 1.5, 4, 21, 400];
const RESTS: readonly Partial<Signal>[] = [
  {},
  { n: 0, of: 14 },
  { n: 12, of: 40, per: 'licensed' },
  { n: 12, of: 40, per: 'tracked', span: 'four-weeks', season: true, atLeast: true },
];

describe.each([
  ['en', en],
  ['ja', ja],
])('words of health in %s', (_, words) => {
  it('leave no hole', () => {
    for (const measure of MEASURES) {
      const { name, about, unit, need, raw, said, value } = words.measures[measure];
      const texts = VALUES.flatMap((figure) =>
        RESTS.flatMap((rest) => [raw(aSignal(figure, rest)), said(aSignal(figure, rest)), value(figure)]),
      );
      for (const text of [name, about, unit, need, ...texts])
        expect(text).not.toMatch(/undefined|NaN|null|\[object|^\s*$/);
    }
    for (const unit of STEP_UNITS) expect(words.step({ unit, count: 2, gain: 2.6 })).toMatch(/[:：] ?\+3$/);
  });

  it('say of two medians what makes them differ', () => {
    const signal = aSignal(-0.016, { n: 30.5, of: 31 });
    expect(words.measures['active-trend'].raw(signal)).toContain('30.5');
    expect(words.measures['active-trend'].raw(aSignal(-0.2, { n: 30.5, of: 38.5 }))).not.toContain('.5');
  });

  it('say of two figures that differ what makes them differ, with as many digits as that takes', () => {
    const figure = fc.oneof(
      fc.double({ min: -1, max: 5, noNaN: true }),
      fc.integer({ min: -400, max: 4_000 }),
      fc.constantFrom(0.08, 0.12, 0.1, 0.003, 0.996, 3.4, 3.1, 29.5),
    );
    fc.assert(
      fc.property(fc.constantFrom(...MEASURES), figure, figure, (measure, a, b) => {
        const { value } = words.measures[measure];
        const [first, second] = toldApart(value, a, b);
        if (Math.abs(a - b) > 1e-4) expect(first).not.toBe(second);
        if (value(a) !== value(b)) expect([first, second]).toEqual([value(a), value(b)]);
        expect(`${first}${second}`).not.toMatch(/undefined|NaN/);
      }),
      { examples: [['login-frequency', 0.08, 0.12]] },
    );
    expect(toldApart(words.measures['login-frequency'].value, 0.08, 0.12)).toEqual(['0.08', '0.12']);
    expect(toldApart(words.measures['active-rate'].value, 0.101, 0.104)).toEqual(['10.1%', '10.4%']);
    expect(toldApart(words.measures.nps.value, 12, 12)).toEqual(['12', '12']);
  });

  it('round points to what is worth saying', () => {
    expect([3.4, -12, 0.4, -0.02].map(words.points)).toEqual(['+3', '−12', '+0.4', '±0']);
  });
});

describe('the sentence', () => {
  const summary: SummarySentence = {
    type: 'scored',
    value: 38,
    band: 'at-risk',
    coverage: 0.72,
    drag: { measure: 'champion-change', signal: aSignal(21), points: 7.2 },
    lift: { measure: 'active-rate', signal: aSignal(0.8, { n: 32, of: 40, per: 'licensed' }), points: 12 },
    change: {
      points: -12,
      days: 30,
      main: { measure: 'champion-change', group: 'r', cause: 'value', points: -7 },
    },
    needs: ['nps', 'csat'],
  };
  const nothing: SummarySentence = { type: 'no-data', coverage: 0.2, needs: ['nps'] };

  it('in English', () => {
    expect(en.sentence(summary)).toBe(
      'At risk (38, from 72% of the weight): the champion left 21 days ago and nobody has followed, which costs 7 points; but 32 of 40 licensed users are active. 12 points lower than 30 days ago, above all from Champion in place −7. Too little data on: NPS and CSAT.',
    );
    expect(en.sentence({ ...nothing, coverage: 0 })).toMatch(/^Not enough data: none/);
    expect(en.sentence(nothing)).toBe(
      'Not enough data: only 20% of the weight has data that count. Too little data on: NPS.',
    );
  });

  const drag = (measure: MeasureId, signal: Signal): SummarySentence => ({
    type: 'scored',
    value: 60,
    band: 'watch',
    coverage: 1,
    drag: { measure, signal, points: 9 },
    needs: [],
  });

  it.each([
    [
      'active-rate',
      aSignal(0.3, { n: 12, of: 40, per: 'licensed' }),
      'only 12 of 40 licensed users are active',
      '12人しか',
    ],
    [
      'active-rate',
      aSignal(0.3, { n: 12, of: 40, per: 'licensed', atLeast: true }),
      'only 12 of 40 licensed users are known to be active',
      '確認できるのは12人だけ',
    ],
    ['usage-trend', aSignal(0), 'use is not growing', '利用量は伸びていません'],
    ['usage-trend', aSignal(0.02), 'use rose by only 2%', '2%しか増えていません'],
    ['csat', aSignal(0.4, { n: 5 }), 'only 40% are satisfied (5 answers)', '40%にとどまっています'],
    ['nps', aSignal(-33, { n: 3 }), ': NPS is −33 (3 answers)', 'NPSは−33です'],
  ] as const)('says of %s that costs points how little it is', (measure, signal, english, japanese) => {
    expect(en.sentence(drag(measure, signal))).toContain(`${english}, which costs 9 points`);
    expect(ja.sentence(drag(measure, signal))).toContain(japanese);
  });

  it('says of what holds the score up why it is good', () => {
    const touch = aSignal(0.6, { n: 37, of: 60 });
    expect(en.measures['touch-cadence'].said(touch, 'lift')).toBe(
      'the last touch, 37 days ago, is within the 60 days of the cadence',
    );
    expect(ja.measures['touch-cadence'].said(touch, 'lift')).toBe(
      '最後の接点は37日前で、目安（60日に1回）の範囲内です',
    );
    expect(en.measures['usage-trend'].said(aSignal(0.01), 'lift')).toBe('use is steady');
    expect(ja.measures['usage-trend'].said(aSignal(0.01), 'lift')).toBe('利用量は安定しています');
    const thin = aSignal(-0.61, { n: 6.7, of: 17, span: 'four-weeks' });
    expect(en.measures['usage-trend'].said(thin)).toBe('use fell by 61% over the last twelve weeks');
    expect(ja.measures['usage-trend'].said(thin)).toBe('直近12週間で見ると、利用量が61%減りました');
    const season = aSignal(0, { n: 91, of: 100, season: true });
    expect(en.measures['usage-trend'].said(season)).toBe('use is down 9%, as at this time last year');
    expect(ja.measures['usage-trend'].said(season)).toContain('9%減っています');
  });

  it('says without points that they have left', () => {
    const ended: SummarySentence = {
      type: 'scored',
      value: 17,
      band: 'at-risk',
      coverage: 0.59,
      drag: { measure: 'contract-trend', signal: aSignal(-1) },
      needs: [],
    };
    expect(en.sentence(ended)).toBe('At risk (17, from 59% of the weight): the contract has ended.');
    expect(ja.sentence(ended)).toBe('危険：17（重みの59%から算出）。契約は終了しています。');
  });

  it('in Japanese', () => {
    expect(ja.sentence(summary)).toBe(
      '危険：38（重みの72%から算出）。チャンピオンが21日前に離任し、後任がいません。これがスコアを7点下げています。一方、契約席数40のうち32人が利用しています。30日前より12点低く、主な要因はチャンピオンの在任（−7）です。データが足りない指標：NPS、CSAT。',
    );
    expect(ja.sentence({ ...nothing, coverage: 0 })).not.toMatch(/0%/);
    expect(ja.sentence(nothing)).toMatch(
      /^データ不足です。.*重みの20%だけです。データが足りない指標：NPS。$/,
    );
  });
});

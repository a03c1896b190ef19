/** Signals of usage by hand: rates, trends without chance and season, silence told from missing data. */
import { describe, expect, it } from 'vitest';
import { anAccount, NOW } from '#test/factories/health.ts';
import { END, facts, fill, LAST, weeks } from '#test/factories/health-facts.ts';
import { signalsOf } from './signals.ts';
import { type HistoryWeeks, weekStart } from './weeks.ts';

const DAY = 86_400_000;

describe('usage', () => {
  it('active-rate: 12 of 40 licensed, else of the users ever seen', () => {
    const history = weeks({ active28: fill(10, 12) }, { trackedUsers: 16 });
    expect(
      signalsOf(facts({ weeks: history, account: anAccount({ seats: 40 }) }), NOW)['active-rate'],
    ).toEqual({
      value: 0.3,
      at: END,
      source: 'usage',
      n: 12,
      of: 40,
      per: 'licensed',
    });
    expect(signalsOf(facts({ weeks: history }), NOW)['active-rate']).toMatchObject({
      value: 0.75,
      per: 'tracked',
    });
    expect(
      signalsOf(facts({ weeks: history, licences: 24, account: anAccount({ seats: 40 }) }), NOW)[
        'active-rate'
      ]?.value,
    ).toBe(0.3);
    // A base contract and an add-on count the same seats twice: what the account says of itself comes first.
    expect(signalsOf(facts({ weeks: history, licences: 24 }), NOW)['active-rate']?.value).toBe(0.5);
    const few = weeks({ active28: fill(10, 1) }, { trackedUsers: 2 });
    expect(signalsOf(facts({ weeks: few }), NOW)['active-rate']).toBeUndefined();
    const more = weeks({ active28: fill(10, 50) });
    expect(
      signalsOf(facts({ weeks: more, account: anAccount({ seats: 40 }) }), NOW)['active-rate'],
    ).toMatchObject({ value: 1, n: 50 });
  });

  it('active-trend: the median of four weeks against the eight before; one odd week changes nothing', () => {
    const history = weeks({ active28: [20, 20, 20, 99, 20, 20, 20, 20, 15, 15, 0, 15] });
    expect(signalsOf(facts({ weeks: history }), NOW)['active-trend']).toEqual({
      value: -0.25,
      at: END,
      source: 'usage',
      n: 15,
      of: 20,
    });
    expect(
      signalsOf(facts({ weeks: weeks({ active28: [...fill(8, 2), ...fill(4, 9)] }) }), NOW)['active-trend'],
    ).toBeUndefined();
    expect(
      signalsOf(facts({ weeks: weeks({ active28: fill(11, 9) }) }), NOW)['active-trend'],
    ).toBeUndefined();
  });

  it('usage-trend: means against means where most of the newest weeks are empty', () => {
    const rare = weeks({ uses: [...fill(7, 100), 60, 0, 0, 40, 0] });
    expect(signalsOf(facts({ weeks: rare }), NOW)['usage-trend']).toMatchObject({
      n: 10,
      of: 95,
      value: 10 / 95 - 1,
    });
  });

  it('usage-trend: by week, by four weeks where weeks are thin, not at all where there is too little', () => {
    const steady = weeks({ uses: [...fill(8, 100), ...fill(4, 66)] });
    expect(signalsOf(facts({ weeks: steady }), NOW)['usage-trend']).toMatchObject({ n: 66, of: 100 });
    expect(signalsOf(facts({ weeks: steady }), NOW)['usage-trend']?.value).toBeCloseTo(-0.34, 12);
    const thin = weeks({
      uses: [
        ...Array.from({ length: 24 }, (_, i) => (i % 4 === 0 ? 20 : 0)),
        ...Array.from({ length: 12 }, (_, i) => (i % 4 === 0 ? 10 : 0)),
      ],
    });
    expect(signalsOf(facts({ weeks: thin }), NOW)['usage-trend']).toMatchObject({
      value: -0.5,
      span: 'four-weeks',
      n: 10,
      of: 20,
    });
    const patchy = weeks({ uses: [...fill(8, 100), 0, 100, 0, 0] });
    expect(signalsOf(facts({ weeks: patchy }), NOW)['usage-trend']).toMatchObject({ value: -0.75, n: 25 });
    const ended = weeks({ uses: [...fill(8, 100), ...fill(4, 0)] });
    expect(signalsOf(facts({ weeks: ended }), NOW)['usage-trend']?.value).toBe(-1);
    const wild = weeks({ uses: Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 10 : 90)) });
    expect(signalsOf(facts({ weeks: wild }), NOW)['usage-trend']).toBeUndefined();
    const hardly = weeks({ uses: Array.from({ length: 36 }, (_, i) => (i % 12 === 0 ? 3 : 0)) });
    expect(signalsOf(facts({ weeks: hardly }), NOW)['usage-trend']).toBeUndefined();
  });

  it('usage-trend: a fall of the season is taken out as far as the year before had it', () => {
    const year = [...fill(40, 100), ...fill(8, 100), ...fill(4, 50)];
    const same = weeks({
      uses: [...fill(12, 100), ...year, ...fill(40, 100), ...fill(8, 100), ...fill(4, 50)],
    });
    expect(signalsOf(facts({ weeks: same }), NOW)['usage-trend']).toMatchObject({
      value: 0,
      season: true,
      n: 50,
      of: 100,
    });
    const worse = weeks({
      uses: [...fill(12, 100), ...year, ...fill(40, 100), ...fill(8, 100), ...fill(4, 25)],
    });
    expect(signalsOf(facts({ weeks: worse }), NOW)['usage-trend']).toMatchObject({
      value: -0.5,
      season: true,
    });
    const milder = weeks({
      uses: [...fill(12, 100), ...year, ...fill(40, 100), ...fill(8, 100), ...fill(4, 80)],
    });
    expect(signalsOf(facts({ weeks: milder }), NOW)['usage-trend']?.value).toBe(0);
    // Who falls less stands no worse than who falls more.
    const mildest = weeks({
      uses: [...fill(12, 100), ...year, ...fill(40, 100), ...fill(8, 100), ...fill(4, 97)],
    });
    expect(signalsOf(facts({ weeks: mildest }), NOW)['usage-trend']?.value).toBe(0);
  });

  it('login-frequency: the median week for each user; the mean where weeks are thin', () => {
    const history = weeks({ uses: [50, 60, 70, 900] });
    expect(signalsOf(facts({ weeks: history, licences: 20 }), NOW)['login-frequency']).toMatchObject({
      value: 3.25,
      n: 65,
      of: 20,
    });
    const thin = weeks({ uses: [8, 0, 0, 8] });
    expect(signalsOf(facts({ weeks: thin, licences: 4 }), NOW)['login-frequency']?.value).toBe(1);
  });

  it('feature-breadth: 6 of the 8 that the book knows', () => {
    const history = weeks({ features28: fill(5, 6) });
    expect(signalsOf(facts({ weeks: history, bookFeatures: 8 }), NOW)['feature-breadth']).toMatchObject({
      value: 0.75,
      n: 6,
      of: 8,
    });
    expect(signalsOf(facts({ weeks: history }), NOW)['feature-breadth']).toBeUndefined();
  });

  it('an account that fell silent while the book goes on is silent; one whose source stopped grows old', () => {
    const history: HistoryWeeks = {
      account: 'a',
      first: LAST - 40,
      active28: [...fill(20, 9), 9, 9, 9],
      lastAt: { usage: weekStart(LAST - 20) },
      trackedUsers: 9,
    };
    const silent = signalsOf(facts({ weeks: history, reach: { usage: NOW } }), NOW)['active-rate'];
    expect(silent).toMatchObject({ value: 0, at: END });
    const old = signalsOf(facts({ weeks: history }), NOW)['active-rate'];
    expect(old?.value).toBe(1);
    expect(NOW - (old?.at ?? 0)).toBeGreaterThan(120 * DAY);
  });
});

/** Each measure's raw value by hand, the floors below which there is none, and that nothing later than now is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAccount, NOW, TODAY } from '#test/factories/health.ts';
import type { Contact } from '../../model/contact.ts';
import { CADENCE_AS_DELIVERED } from '../cadence/cadence.ts';
import { emptySummary, type RevenueLine } from '../summary/account-summary.ts';
import { createWeeksBuilder } from './build-weeks.ts';
import { type HealthFacts, signalsOf } from './signals.ts';
import { type ColumnName, weekDate } from './week-view.ts';
import { type HistoryWeeks, weekOf, weekStart } from './weeks.ts';

const DAY = 86_400_000;
/** The week that ended before NOW, a Friday. */
const LAST = weekOf(NOW) - 1;
const END = weekDate(LAST);

function facts(fields: Partial<HealthFacts> = {}): HealthFacts {
  return {
    account: anAccount(),
    summary: undefined,
    weeks: undefined,
    contacts: [],
    lastContact: new Map(),
    touches: [],
    sentiment: undefined,
    bookFeatures: 0,
    cadence: CADENCE_AS_DELIVERED,
    today: TODAY,
    ...fields,
  };
}

/** Columns that end with the last full week. */
function weeks(
  columns: Partial<Record<ColumnName, readonly number[]>>,
  rest: Partial<HistoryWeeks> = {},
): HistoryWeeks {
  const length = Math.max(...Object.values(columns).map((column) => column.length));
  return {
    account: 'a',
    first: LAST - length + 1,
    ...columns,
    lastAt: { usage: NOW, ticket: NOW, survey: NOW },
    trackedUsers: 0,
    ...rest,
  };
}

const fill = (length: number, value: number) => Array.from({ length }, () => value);
const contact = (fields: Partial<Contact>): Contact => ({
  id: 'c',
  name: 'Tanaka',
  createdAt: 0,
  updatedAt: 0,
  ...fields,
});
const lines = (...list: [start: string, end: string, mrr: number, currency?: string][]) => ({
  ...emptySummary('a'),
  revenue: list.map(
    ([start, end, mrr, currency = 'JPY']): RevenueLine => ({ start, end, renewal: end, mrr, currency }),
  ),
});

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
    ).toBe(0.5);
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
      at: weekDate(LAST - 2),
    });
  });
});

describe('people', () => {
  it('touch-cadence: 28 days where 14 are allowed', () => {
    const account = anAccount({ touchModel: 'high', stage: 'operation' });
    const touches = [NOW - 200 * DAY, NOW - 28 * DAY, NOW + 5 * DAY];
    expect(signalsOf(facts({ account, touches }), NOW)['touch-cadence']).toMatchObject({
      value: 2,
      n: 28,
      of: 14,
    });
    const summary = { ...emptySummary('a'), lastTouchAt: NOW - 7 * DAY };
    expect(signalsOf(facts({ account, summary }), NOW)['touch-cadence']?.value).toBe(0.5);
    expect(signalsOf(facts({ account }), NOW)['touch-cadence']).toBeUndefined();
  });

  it('executive-contact and champion-contact: the newest touch with anybody in the role who is still there', () => {
    const contacts = [
      contact({ id: 'e', role: 'economic-buyer' }),
      contact({ id: 'gone', role: 'executive-sponsor', leftOn: '2026-11-01' }),
      contact({ id: 'ch', role: 'champion' }),
    ];
    const lastContact = new Map([
      ['e', { at: NOW - 100 * DAY, kind: 'meeting', source: '' }],
      ['gone', { at: NOW - 30 * DAY, kind: 'meeting', source: '' }],
    ]);
    const touches = [NOW - 300 * DAY, NOW - 3 * DAY];
    const signals = signalsOf(facts({ contacts, lastContact, touches }), NOW);
    expect(signals['executive-contact']).toMatchObject({ value: 100, about: 'e' });
    // Known and never met: at least as long as there are touches.
    expect(signals['champion-contact']).toMatchObject({ value: 300, atLeast: true, about: 'ch' });
    expect(signalsOf(facts({ touches }), NOW)['executive-contact']).toBeUndefined();
  });

  it('champion-change: 0 while there is one, days since the last one left, nothing where nobody was', () => {
    const left = contact({ id: 'l', role: 'champion', leftOn: '2026-10-30' });
    expect(signalsOf(facts({ contacts: [left] }), NOW)['champion-change']).toMatchObject({
      value: 21,
      about: 'l',
    });
    const next = contact({ id: 'n', role: 'champion', startedOn: '2026-11-01' });
    expect(signalsOf(facts({ contacts: [left, next] }), NOW)['champion-change']).toMatchObject({
      value: 0,
      about: 'n',
    });
    const coming = contact({ id: 'n', role: 'champion', startedOn: '2026-12-01' });
    expect(signalsOf(facts({ contacts: [left, coming] }), NOW)['champion-change']?.value).toBe(21);
    expect(
      signalsOf(facts({ contacts: [contact({ role: 'admin' })] }), NOW)['champion-change'],
    ).toBeUndefined();
  });

  it('sentiment: as it was judged, with its expiry; a judgement of tomorrow is none yet', () => {
    const judged = { value: 2, at: NOW - DAY, until: '2026-12-24' };
    expect(signalsOf(facts({ sentiment: judged }), NOW).sentiment).toMatchObject({
      value: 2,
      until: '2026-12-24',
    });
    expect(signalsOf(facts({ sentiment: { value: 2, at: NOW + 2 * DAY } }), NOW).sentiment).toBeUndefined();
    expect(signalsOf(facts({ sentiment: { value: 9, at: NOW } }), NOW).sentiment).toBeUndefined();
  });
});

describe('contracts and what the account itself says', () => {
  it('contract-trend: 120 from 100 a year ago', () => {
    const summary = lines(['2025-01-01', '2026-06-01', 100], ['2026-06-01', '', 120]);
    expect(signalsOf(facts({ summary }), NOW)['contract-trend']).toMatchObject({ n: 120, of: 100 });
    expect(signalsOf(facts({ summary }), NOW)['contract-trend']?.value).toBeCloseTo(0.2, 12);
    expect(
      signalsOf(facts({ summary: lines(['2025-01-01', '2026-06-01', 100]) }), NOW)['contract-trend']?.value,
    ).toBe(-1);
    const young = lines(['2026-06-01', '', 120]);
    expect(signalsOf(facts({ summary: young }), NOW)['contract-trend']).toBeUndefined();
    const mixed = lines(['2025-01-01', '', 100], ['2025-01-01', '', 5, 'USD']);
    expect(signalsOf(facts({ summary: mixed }), NOW)['contract-trend']).toBeUndefined();
  });

  it('renewal-days: the account first, then its contracts; a date long gone is none', () => {
    const summary = lines(['2025-01-01', '2026-12-20', 100]);
    const days = (renewalDate?: string) =>
      signalsOf(
        facts({ summary, account: anAccount(renewalDate === undefined ? {} : { renewalDate }) }),
        NOW,
      )['renewal-days']?.value;
    expect([days(), days('2026-11-30'), days('2026-01-01')]).toEqual([30, 10, 30]);
    const alone = (renewalDate: string) =>
      signalsOf(facts({ account: anAccount({ renewalDate }) }), NOW)['renewal-days']?.value;
    expect([alone('2026-11-10'), alone('2026-01-01')]).toEqual([-10, undefined]);
  });

  it('onboarding-progress: a column of its own, else the stage', () => {
    const of = (fields: Parameters<typeof anAccount>[0]) =>
      signalsOf(facts({ account: anAccount(fields) }), NOW)['onboarding-progress']?.value;
    expect(of({ stage: 'outcome' })).toBe(1);
    expect(of({ stage: 'onboarding' })).toBeUndefined();
    expect(of({ stage: 'onboarding', custom: { 'Onboarding progress': '60 %' } })).toBe(0.6);
    expect(of({ custom: { onboarding_status: 'Complete' } })).toBe(1);
    expect(of({ custom: { オンボーディング進捗率: 45 } })).toBe(0.45);
    expect(of({ custom: { 'Onboarding owner': 'Sato' } })).toBeUndefined();
  });

  it('plan-progress and invoice-status: only where there are data', () => {
    const none = signalsOf(facts(), NOW);
    expect([none['plan-progress'], none['invoice-status']]).toEqual([undefined, undefined]);
    expect(signalsOf(facts({ plan: { progress: 0.4, at: NOW - DAY } }), NOW)['plan-progress']).toMatchObject({
      value: 0.4,
      source: 'plan',
    });
    const overdue = (custom: Record<string, string | number>) =>
      signalsOf(facts({ account: anAccount({ custom }) }), NOW)['invoice-status']?.value;
    expect(overdue({ 'Days overdue': 12 })).toBe(12);
    expect(overdue({ 'Invoice days past due': 'paid' })).toBe(0);
    expect(overdue({ 支払遅延日数: '30' })).toBe(30);
  });
});

describe('at any moment', () => {
  const someWeeks = fc.array(
    fc.record({
      age: fc.integer({ min: -60, max: 700 }),
      count: fc.integer({ min: 0, max: 40 }),
      user: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      feature: fc.constantFrom('x', 'y', 'z'),
      score: fc.integer({ min: 0, max: 10 }),
      hours: fc.integer({ min: 1, max: 400 }),
    }),
    { maxLength: 120 },
  );

  function build(
    rows: readonly {
      age: number;
      count: number;
      user: string;
      feature: string;
      score: number;
      hours: number;
    }[],
    before: number,
  ): HistoryWeeks {
    const builder = createWeeksBuilder(NOW);
    for (const { age, count, user, feature, score, hours } of rows) {
      const at = NOW - age * DAY;
      if (at > before) continue;
      builder.usage({ at, count, user, feature });
      builder.survey(at, 'nps', score);
      if (at + hours * 3_600_000 <= before)
        builder.ticket({ at, hours, isClosed: true, isSevere: score > 8 });
    }
    return builder.finish('a');
  }

  it('property: what happens later changes nothing about a day that is over', () => {
    fc.assert(
      fc.property(someWeeks, fc.integer({ min: 1, max: 50 }), (rows, back) => {
        // The end of a Sunday, so that the week is over on both sides.
        const then = weekStart(weekOf(NOW) - back) - 1;
        const today = new Date(then).toISOString().slice(0, 10);
        const kept = rows.filter(
          ({ age, hours }) => NOW - age * DAY > then || NOW - age * DAY + hours * 3_600_000 <= then,
        );
        const at = (weeks: HistoryWeeks) =>
          signalsOf(
            facts({
              weeks,
              today,
              licences: 5,
              bookFeatures: 3,
              reach: { usage: NOW, ticket: NOW, survey: NOW },
            }),
            then,
          );
        const then2 = build(kept, then);
        const known = at({ ...then2, trackedUsers: 5 });
        expect(at({ ...build(kept, Number.POSITIVE_INFINITY), trackedUsers: 5 })).toEqual(known);
      }),
      { numRuns: 60 },
    );
  });

  it('property: nothing is ever dated ahead, no age or share is negative, whatever the clock says', () => {
    fc.assert(
      fc.property(someWeeks, fc.integer({ min: -900, max: 900 }), (rows, days) => {
        const now = NOW + days * DAY;
        const today = new Date(now).toISOString().slice(0, 10);
        const signals = signalsOf(
          facts({
            weeks: build(rows, Number.POSITIVE_INFINITY),
            today,
            licences: 5,
            bookFeatures: 3,
            touches: [NOW, NOW - 30 * DAY],
            contacts: [
              contact({ role: 'champion', updatedAt: NOW }),
              contact({ id: 'e', role: 'economic-buyer' }),
            ],
            lastContact: new Map([['e', { at: NOW, kind: 'call', source: '' }]]),
            sentiment: { value: 3, at: NOW },
            account: anAccount({
              createdAt: NOW,
              updatedAt: NOW,
              renewalDate: '2026-12-01',
              stage: 'outcome',
            }),
            summary: lines(['2025-01-01', '2026-06-01', 100], ['2026-06-01', '', 120]),
          }),
          now,
        );
        for (const [measure, signal] of Object.entries(signals)) {
          expect(Number.isFinite(signal.value)).toBe(true);
          expect(signal.at).toBeLessThanOrEqual(now);
          if (!['active-trend', 'usage-trend', 'nps', 'contract-trend', 'renewal-days'].includes(measure))
            expect(signal.value).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

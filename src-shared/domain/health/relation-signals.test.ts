/** Signals of people, contracts and the account's own columns by hand. */
import { describe, expect, it } from 'vitest';
import { anAccount, NOW } from '#test/factories/health.ts';
import { contact, facts, lines } from '#test/factories/health-facts.ts';
import { emptySummary } from '../summary/account-summary.ts';
import { signalsOf } from './signals.ts';

const DAY = 86_400_000;

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

  it('touch-cadence without any touch: silent since its start, but only since touches are known', () => {
    const fields = { touchModel: 'high', stage: 'operation', createdAt: NOW - 5 * DAY };
    const silence = (touchesFrom: string | undefined, since?: string, more = {}) =>
      signalsOf(
        facts({
          account: anAccount(since === undefined ? fields : { ...fields, customerSince: since }),
          touchesFrom,
          ...more,
        }),
        NOW,
      )['touch-cadence'];
    // A book without any touch says nothing of anybody.
    expect(silence(undefined, '2026-01-01')).toBeUndefined();
    expect(silence('2025-01-01', '2026-10-23')).toMatchObject({ value: 2, n: 28, of: 14, atLeast: true });
    // Nobody can say what was before the book's first touch.
    expect(silence('2026-11-06', '2024-01-01')).toMatchObject({ n: 14, atLeast: true });
    expect(silence('2026-11-20', '2024-01-01')?.value).toBe(0);
    expect(silence('2025-01-01')?.n).toBe(5);
    expect(silence('2025-01-01', undefined, { summary: lines(['2026-11-10', '', 100]) })?.n).toBe(10);
    expect(silence('2025-01-01', '2026-12-24')).toBeUndefined();
    // One touch, and it is that which counts.
    expect(silence('2025-01-01', '2024-01-01', { touches: [NOW - 7 * DAY] })).not.toHaveProperty('atLeast');
  });

  it('champion-change: one who took another role counts from that day, and was there before', () => {
    const changed = contact({ id: 'c', role: 'user', championUntil: NOW - 9 * DAY });
    const of = (contacts: readonly ReturnType<typeof contact>[], now = NOW) =>
      signalsOf(facts({ contacts, today: new Date(now).toISOString().slice(0, 10) }), now)['champion-change'];
    expect(of([changed])).toMatchObject({ value: 9, n: 9, about: 'c', stays: true });
    expect(of([changed], NOW - 20 * DAY)).toMatchObject({ value: 0, about: 'c' });
    expect(of([changed, contact({ id: 'd', role: 'champion' })])).toMatchObject({ value: 0, about: 'd' });
    const left = contact({ id: 'c', role: 'user', championUntil: NOW - 9 * DAY, leftOn: '2026-11-18' });
    expect(of([left])).toMatchObject({ value: 9 });
    expect(of([left])).not.toHaveProperty('stays');
    expect(of([contact({ id: 'x', role: 'user' })])).toBeUndefined();
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

  it('champion-contact: nobody is missed for longer than they have been there', () => {
    const touches = [NOW - 300 * DAY, NOW - 3 * DAY];
    const silence = (fields: Parameters<typeof contact>[0], now = NOW) =>
      signalsOf(
        facts({
          account: anAccount({ createdAt: NOW - 100 * DAY }),
          contacts: [contact({ id: 'ch', role: 'champion', ...fields })],
          touches,
        }),
        now,
      )['champion-contact']?.value;
    expect(silence({ startedOn: '2026-11-10' })).toBe(10);
    // Added by a person today: nobody could have met them as a champion before.
    expect(silence({ createdAt: NOW - DAY })).toBe(1);
    // Came with the account, or later from a source: known longer than that.
    expect(silence({ createdAt: NOW - 100 * DAY })).toBe(300);
    expect(silence({ createdAt: NOW - DAY, externalId: 'C-1' })).toBe(300);
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
    // On a past day it was the beginning of the present term that was ahead; an add-on is not what is renewed.
    const terms = lines(
      ['2025-10-01', '2026-10-01', 100],
      ['2026-10-01', '2027-10-01', 100],
      ['2026-01-01', '2026-11-10', 9],
    );
    const account = anAccount({ renewalDate: '2027-10-01', createdAt: NOW });
    const then = (day: string) => {
      const now = Date.parse(`${day}T09:00:00Z`);
      return signalsOf(facts({ summary: terms, account, today: day }), now)['renewal-days']?.value;
    };
    expect([then('2026-09-21'), then('2026-10-22')]).toEqual([10, 344]);
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
    // What was known first holds for earlier days, as far back as there was a customer.
    expect(of({ stage: 'outcome', createdAt: NOW + DAY, customerSince: '2025-01-01' })).toBe(1);
    expect(of({ stage: 'outcome', customerSince: '2026-12-01' })).toBeUndefined();
  });

  it('plan-progress and invoice-status: only where there are data', () => {
    const none = signalsOf(facts(), NOW);
    expect([none['plan-progress'], none['invoice-status']]).toEqual([undefined, undefined]);
    expect(
      signalsOf(facts({ plan: { progress: 0.4, expected: 0.9, reached: 0.3, at: NOW - DAY } }), NOW)[
        'plan-progress'
      ],
    ).toMatchObject({
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

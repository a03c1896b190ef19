import { describe, expect, it } from 'vitest';
import { daysBetween, fiscalQuarterOf, formatsFor, isoDateOf } from './format.ts';

const en = formatsFor('en-US');
const ja = formatsFor('ja-JP');
const yen = (minor: number) => ({ minor, currency: 'JPY' });

describe('money', () => {
  it('is short on screen: millions in English, 万 and 億 in Japanese', () => {
    expect(en.moneyShort(yen(12_400_000))).toBe('¥12.4M');
    expect(ja.moneyShort(yen(12_400_000))).toBe('1,240万円');
    expect(ja.moneyShort(yen(123_456_789_012))).toBe('1,235億円');
    expect(en.moneyShort({ minor: 1_245_000, currency: 'USD' })).toBe('$12.5K');
    expect(en.moneyShort(yen(0))).toBe('¥0');
    expect(ja.moneyShort(yen(-9_800))).toBe('-9,800円');
  });
  it('writes any currency behind the number in Japanese', () => {
    expect(ja.moneyShort({ minor: 36_800_000, currency: 'USD' })).toBe('36.8万米ドル');
    expect(ja.money({ minor: 36_800_000, currency: 'USD' })).toBe('368,000.00米ドル');
    expect(ja.moneyShort({ minor: 1_250_000_000, currency: 'EUR' })).toBe('1,250万ユーロ');
    expect(ja.moneyShort({ minor: 3_180_050, currency: 'USD' })).toBe('31,801米ドル');
    expect(ja.moneyShort({ minor: 98_700, currency: 'CHF' })).toBe('987スイスフラン');
  });
  it('is whole on hover and in copy', () => {
    expect(en.money(yen(12_400_000))).toBe('¥12,400,000');
    expect(ja.money(yen(12_400_000))).toBe('12,400,000円');
    expect(en.money({ minor: 1_245_050, currency: 'USD' })).toBe('$12,450.50');
    expect(en.money({ minor: 1_234_567, currency: 'KWD' })).toContain('1,234.567');
  });
});

describe('days', () => {
  it('are written as the locale writes them, whatever the time zone of the machine', () => {
    expect(en.date('2026-11-12')).toBe('Nov 12, 2026');
    expect(formatsFor('en-GB').date('2026-11-12')).toBe('12 Nov 2026');
    expect(ja.date('2026-11-12')).toBe('2026年11月12日');
    expect(ja.dateNumeric('2026-01-02')).toBe('2026/01/02');
    expect(ja.dateShort('2026-11-12')).toBe('11月12日');
  });
  it('that are no dates are shown as they are', () => {
    expect(en.date('soon')).toBe('soon');
  });
  it('are counted from today', () => {
    expect(en.relativeDays(41)).toBe('in 41 days');
    expect(ja.relativeDays(41)).toBe('41日後');
    expect(ja.relativeDays(-3)).toBe('3日前');
    expect(en.relativeDays(1)).toBe('tomorrow');
    expect(ja.relativeDays(0)).toBe('今日');
    expect(daysBetween('2026-11-21', '2027-01-01')).toBe(41);
    expect(daysBetween('2026-03-08', '2026-03-07')).toBe(-1);
  });
  it('of an instant are those of this machine', () => {
    expect(isoDateOf(new Date(2026, 10, 21, 23, 59).getTime())).toBe('2026-11-21');
  });
});

describe('fiscal quarters', () => {
  it('begin with the month that was set and are named after the year in which the fiscal year begins', () => {
    expect(fiscalQuarterOf('2026-03-31', 4)).toEqual({ year: 2025, quarter: 4 });
    expect(fiscalQuarterOf('2026-04-01', 4)).toEqual({ year: 2026, quarter: 1 });
    expect(fiscalQuarterOf('2026-12-31', 1)).toEqual({ year: 2026, quarter: 4 });
    expect(fiscalQuarterOf('2027-01-15', 4)).toEqual({ year: 2026, quarter: 4 });
  });
  it('have their own words', () => {
    expect(en.fiscalQuarter({ year: 2026, quarter: 3 })).toBe('FY2026 Q3');
    expect(ja.fiscalQuarter({ year: 2026, quarter: 3 })).toBe('2026年度 第3四半期');
    expect(en.fiscalYear(2026, 4)).toBe('FY2026/27');
    expect(en.fiscalYear(2026, 1)).toBe('FY2026');
  });
});

describe('sizes and shares', () => {
  it('have three digits and a unit', () => {
    expect(en.bytes(0)).toBe('0 bytes');
    expect(en.bytes(1_240_000)).toBe('1.24 MB');
    expect(ja.bytes(490_000_000)).toBe('490 MB');
    expect(en.bytes(2_500_000_000)).toBe('2.5 GB');
    expect(en.percent(72)).toBe('72%');
    expect(en.percent(110.04, 1)).toBe('110.0%');
  });
});

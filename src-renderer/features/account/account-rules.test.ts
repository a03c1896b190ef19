import { describe, expect, it } from 'vitest';
import { readMoney } from '#renderer/ui/read-money.ts';
import { emptySummary } from '#shared/domain/summary/account-summary.ts';
import { readField, textToEdit } from './read-field.ts';
import { monthsIn, spanOf, usageMonths } from './usage-months.ts';

const yen = (minor: number) => ({ minor, currency: 'JPY' });

describe('a value typed by hand', () => {
  it('reads money with a code, a sign, 万 or the currency that was there', () => {
    expect(readMoney('1200 USD', undefined)).toEqual({ minor: 120_000, currency: 'USD' });
    expect(readMoney('¥1,200', undefined)).toEqual(yen(1200));
    expect(readMoney('１２万円', undefined)).toEqual(yen(120_000));
    expect(readMoney('99.5', 'EUR')).toEqual({ minor: 9950, currency: 'EUR' });
    expect(readMoney('99', undefined)).toBeUndefined();
    expect(readMoney('abc', 'EUR')).toBeUndefined();
  });

  it('starts the editor with a text that reads back as the same value', () => {
    const money = { minor: 1_416_667, currency: 'USD' };
    expect(readMoney(textToEdit(money), undefined)).toEqual(money);
  });

  it('refuses what does not fit the field and takes the value away when the text is blank', () => {
    expect(readField({ kind: 'integer', merge: 'crm' }, '１２', null)).toEqual({ ok: true, value: 12 });
    expect(readField({ kind: 'integer', merge: 'crm' }, '1.5', null)).toEqual({
      ok: false,
      problem: 'number',
    });
    expect(readField({ kind: 'percent', merge: 'crm' }, '101', null)).toEqual({
      ok: false,
      problem: 'number',
    });
    expect(readField({ kind: 'text', merge: 'ask', required: true }, ' ', 'A')).toEqual({
      ok: false,
      problem: 'required',
    });
    expect(readField({ kind: 'text', merge: 'ask' }, ' ', 'A')).toEqual({ ok: true, value: null });
    expect(readField(undefined, '7', 4)).toEqual({ ok: true, value: 7 });
    expect(readField(undefined, '7', 'four')).toEqual({ ok: true, value: '7' });
  });
});

describe('usage by month', () => {
  const summary = { ...emptySummary('a'), usage: { [2025 * 12 + 10]: 10, [2026 * 12]: 30 } };

  it('has every month between the first and the last, with the change against the month before', () => {
    expect(usageMonths(summary)).toEqual([
      { day: '2025-11-01', uses: 10, change: undefined },
      { day: '2025-12-01', uses: 0, change: -100 },
      { day: '2026-01-01', uses: 30, change: undefined },
    ]);
    expect(usageMonths(undefined)).toEqual([]);
  });

  it('turns a brushed stretch into months and their span', () => {
    const months = usageMonths(summary);
    expect(monthsIn(months, { start: 0.5, end: 1 }).map((month) => month.day)).toEqual([
      '2025-12-01',
      '2026-01-01',
    ]);
    expect(monthsIn(months, { start: 1, end: 1 })).toHaveLength(1);
    expect(spanOf(monthsIn(months, { start: 0.5, end: 1 }))).toEqual({
      from: Date.UTC(2025, 11, 1),
      to: Date.UTC(2026, 1, 1),
    });
  });
});

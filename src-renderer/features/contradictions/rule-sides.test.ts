import { describe, expect, it } from 'vitest';
import { alerts as enAlerts } from '#renderer/i18n/en/alerts.ts';
import { fields as enFields } from '#renderer/i18n/en/fields.ts';
import { healthWords as en } from '#renderer/i18n/en/health-words.ts';
import { factWords, sideValue } from '#renderer/i18n/fact-words.ts';
import { formatsFor } from '#renderer/i18n/format.ts';
import { alerts as jaAlerts } from '#renderer/i18n/ja/alerts.ts';
import { fields as jaFields } from '#renderer/i18n/ja/fields.ts';
import { healthWords as ja } from '#renderer/i18n/ja/health-words.ts';
import { choicesOf, movedTo, readSideValue, readValue, testsFor } from './rule-sides.ts';

describe('a value of a rule', () => {
  it.each([
    ['30', 30],
    ['1,200', 1200],
    ['１０％', 0.1],
    ['10 %', 0.1],
    ['−2.5', -2.5],
    ['.5', 0.5],
    ['gold', 'gold'],
    ['10 % of all', '10 % of all'],
    [' A-1 ', 'A-1'],
  ])('%s', (typed, read) => {
    expect(readValue(typed)).toBe(read);
  });

  it('is said as its measure or its field says it', () => {
    const words = { health: en, fields: enFields, format: formatsFor('en') };
    const jaWords = { health: ja, fields: jaFields, format: formatsFor('ja') };
    expect(sideValue('active-rate', 0.1, words)).toBe('10%');
    expect(sideValue('field:seats', 30, words)).toBe('30');
    expect(sideValue('active-rate', undefined, words)).toBe('');
    expect(sideValue('field:stage', 'field-use', words)).toBe('Field use');
    expect(sideValue('field:stage', 'field-use', jaWords)).toBe('現場活用');
    expect(sideValue('field:renewalDate', '2027-01-31', words)).toBe(words.format.date('2027-01-31'));
    expect(sideValue('custom:Tier', 'gold', words)).toBe('gold');
  });

  it('of a percent is typed as the field has it, with or without its sign', () => {
    expect(readSideValue('field:sourceHealth', '70 %')).toBe(70);
    expect(readSideValue('field:sourceHealth', '70')).toBe(70);
    expect(readSideValue('active-rate', '70 %')).toBe(0.7);
  });
});

describe('a side', () => {
  it('of a choice offers its words, and one that the source has besides', () => {
    expect(choicesOf('field:stage', undefined, jaFields)?.map(({ label }) => label)).toContain('現場活用');
    expect(choicesOf('field:stage', 'Paused', enFields)?.at(-1)).toEqual({
      value: 'Paused',
      label: 'Paused',
    });
    expect(choicesOf('field:region', undefined, enFields)).toBeUndefined();
    expect(testsFor('field:touchModel')).toEqual(['is', 'missing']);
  });

  it('that turns to something else keeps its value only where it means the same', () => {
    const seats = { of: 'field:seats', test: 'above', value: 30 } as const;
    expect(movedTo(seats, 'field:employees')).toEqual({ ...seats, of: 'field:employees' });
    expect(movedTo(seats, 'field:stage')).toEqual({ of: 'field:stage', test: 'is' });
    expect(movedTo(seats, 'active-rate')).toEqual({ of: 'active-rate', test: 'above' });
  });
});

describe('a fact of a field', () => {
  const common = { names: new Map<string, string>() };
  const english = factWords({
    ...common,
    alerts: enAlerts,
    health: en,
    fields: enFields,
    format: formatsFor('en'),
  });
  const japanese = factWords({
    ...common,
    alerts: jaAlerts,
    health: ja,
    fields: jaFields,
    format: formatsFor('ja'),
  });
  const fact = (what: string, value: string | number, more: object = {}) => ({
    what,
    value,
    source: 'account',
    at: Date.UTC(2026, 10, 20, 9),
    ...more,
  });

  it('reads as on the account itself, and says since when', () => {
    expect(english.figure(fact('field:arr', 120_000, { currency: 'USD' }))).toContain('120,000');
    expect(english.figure(fact('field:arr', 120_000, { currency: 'USD' }))).toMatch(/\$|USD/);
    expect(japanese.figure(fact('field:stage', 'field-use'))).toBe('現場活用');
    expect(japanese.figure(fact('field:touchModel', 'high'))).toBe(jaFields.choices.touchModel.high);
    expect(english.figure(fact('field:customerSince', '2024-04-01'))).toBe(
      formatsFor('en').date('2024-04-01'),
    );
    expect(english.figure(fact('field:plan', ''))).toBe(enAlerts.missing);
    expect(english.origin(fact('field:stage', 'outcome'))).toContain(formatsFor('en').date('2026-11-20'));
  });
});

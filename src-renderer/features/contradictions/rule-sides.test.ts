import { describe, expect, it } from 'vitest';
import { healthWords as en } from '#renderer/i18n/en/health-words.ts';
import { healthWords as ja } from '#renderer/i18n/ja/health-words.ts';
import { readValue, saidValue } from './rule-sides.ts';

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

  it('is said as its measure says it, and otherwise as it is', () => {
    expect(saidValue('active-rate', 0.1, en)).toBe('10%');
    expect(saidValue('active-rate', 0.1, ja)).toBe('10%');
    expect(saidValue('field:seats', 30, en)).toBe('30');
    expect(saidValue('active-rate', undefined, en)).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, parsePreferences } from './preferences.ts';

describe('parsePreferences', () => {
  it('falls back field by field', () => {
    const text = JSON.stringify({ language: 'ja', scheme: 'sepia', fiscalYearStart: 13, lastRoute: '//x' });
    expect(parsePreferences(text)).toEqual({ ...DEFAULT_PREFERENCES, language: 'ja', lastRoute: '//x' });
  });
  it('survives what is no JSON, and nothing at all', () => {
    expect(parsePreferences('{')).toEqual(DEFAULT_PREFERENCES);
    expect(parsePreferences('7')).toEqual(DEFAULT_PREFERENCES);
    expect(parsePreferences(null)).toEqual(DEFAULT_PREFERENCES);
  });
});

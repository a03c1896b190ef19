import { describe, expect, it } from 'vitest';
import { resolveLocale } from './locale.ts';

describe('resolveLocale', () => {
  it('takes the setting before --lang, and --lang before the system', () => {
    const hints = { commandLine: 'ja' as const, system: ['en-GB', 'ja-JP'] };
    expect(resolveLocale('en', hints)).toEqual({ language: 'en', locale: 'en-GB' });
    expect(resolveLocale('system', hints)).toEqual({ language: 'ja', locale: 'ja-JP' });
    expect(resolveLocale('system', { ...hints, commandLine: undefined }).language).toBe('en');
  });
  it('finds the first language of the system that it speaks', () => {
    const system = ['fr-FR', 'ja', 'en-US'];
    expect(resolveLocale('system', { commandLine: undefined, system })).toEqual({
      language: 'ja',
      locale: 'ja-JP',
    });
    expect(resolveLocale('system', { commandLine: undefined, system: ['fr-FR'] })).toEqual({
      language: 'en',
      locale: 'en-US',
    });
  });
});

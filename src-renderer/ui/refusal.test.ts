/** What a refused change says, in both languages. */
import { describe, expect, it } from 'vitest';
import { ui as en } from '#renderer/i18n/en/ui.ts';
import { ui as ja } from '#renderer/i18n/ja/ui.ts';
import { editRefusalText, refusalText } from './refusal.ts';

describe.each([
  ['English', en.refused],
  ['Japanese', ja.refused],
])('a refusal in %s', (_, words) => {
  it('says why nothing was written', () => {
    expect(refusalText(words, { type: 'read-only' })).toBe(words.readOnly);
    expect(refusalText(words, { type: 'no-such-record' })).toBe(words.gone);
    expect(refusalText(words, { type: 'store-failed' })).toBe(words.failed);
  });

  it('names what is gone where the feature has a word for it', () => {
    expect(refusalText(words, { type: 'no-such-record' }, 'No such task')).toBe('No such task');
    expect(refusalText(words, { type: 'store-failed' }, 'No such task')).toBe(words.failed);
  });

  it('names the field that a value does not suit', () => {
    const said = (type: 'required' | 'wrong-kind' | 'not-a-choice' | 'unknown-field' | 'read-only-field') =>
      editRefusalText(words, { type, field: 'name' }, (field) => `<${field}>`);
    expect(said('required')).toBe(words.required('<name>'));
    for (const type of ['wrong-kind', 'not-a-choice', 'unknown-field'] as const) {
      expect(said(type)).toBe(words.wrong('<name>'));
    }
    expect(said('read-only-field')).toBe(words.readOnly);
    expect(editRefusalText(words, { type: 'no-such-record' }, String, 'gone')).toBe('gone');
  });
});

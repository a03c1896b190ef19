/** The name of a kind of activity wherever one is named: the user's own, the language's, never an id. */
import { describe, expect, it } from 'vitest';
import { ownKindId } from '#shared/model/note.ts';
import { fields as en } from './en/fields.ts';
import { kindLabel } from './field-label.ts';
import { fields as ja } from './ja/fields.ts';

const OWN = ownKindId('demo');
const KINDS = [
  { id: OWN, name: 'Demo' },
  { id: 'call', name: 'Anruf' },
  { id: 'visit', name: undefined },
  { id: 'email', name: '' },
];

describe('the label of a kind', () => {
  it('is the name that the user gave it', () => {
    expect(kindLabel(en, KINDS, OWN)).toBe('Demo');
    expect(kindLabel(en, KINDS, 'call')).toBe('Anruf');
  });

  it('is the word of the language for a kind of which only the icon was changed', () => {
    expect(kindLabel(en, KINDS, 'visit')).toBe(en.choices.kind.visit);
    expect(kindLabel(ja, KINDS, 'email')).toBe(ja.choices.kind.email);
  });

  it('is no id where the kind is gone, and a source’s own word as it is', () => {
    expect(kindLabel(en, KINDS, ownKindId('gone'))).toBe(en.choices.kind.other);
    expect(kindLabel(en, KINDS, 'Stammtisch')).toBe('Stammtisch');
  });
});

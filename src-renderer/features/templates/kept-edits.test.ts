/** Edits of templates come back as they went, and nothing else comes back. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseEdits } from './kept-edits.ts';

it('come back as they went, whatever they are called', () => {
  const edit = fc.record({
    name: fc.string(),
    language: fc.constantFrom('en' as const, 'ja' as const),
    kind: fc.string(),
    body: fc.string({ unit: 'grapheme' }),
  });
  fc.assert(
    fc.property(fc.dictionary(fc.uuid(), edit), (edits) => {
      expect(Object.fromEntries(parseEdits(JSON.stringify(edits)))).toEqual({ ...edits });
    }),
  );
});

it.each([
  null,
  '',
  'x',
  '[]',
  'null',
  '1',
  '{"a":1}',
  '{"a":{"name":1}}',
  '{"a":{"name":"x","language":"de","kind":"k","body":""}}',
])('nothing comes of %j', (text) => {
  expect(parseEdits(text).size).toBe(0);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RECORD_NOUNS } from '../model/nouns.ts';
import { baseKeyOf, baseKeyRange } from './plan-pull.ts';

const source = fc.constantFrom('crm', 'crm2', 'cr');
const noun = fc.constantFrom(...RECORD_NOUNS);
/** Ids as files have them, the odd ones too: nothing, a control character, the highest of all. */
const id = fc.oneof(fc.string(), fc.constantFrom('', '\u001f', '\u0000', '\uffff\uffff', '日本'));

it('finds every base of a source, and of a noun of it, and none of another', () => {
  fc.assert(
    fc.property(source, noun, id, source, noun, (ofSource, ofNoun, key, askedSource, askedNoun) => {
      const base = baseKeyOf(ofSource, ofNoun, key);
      const isIn = ([from, until]: readonly [string, string]) => base >= from && base < until;
      expect(isIn(baseKeyRange(askedSource))).toBe(ofSource === askedSource);
      expect(isIn(baseKeyRange(askedSource, askedNoun))).toBe(
        ofSource === askedSource && ofNoun === askedNoun,
      );
    }),
  );
});

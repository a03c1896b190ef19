/** The index finds what a plain look through all texts finds: no more, no less. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docsInAny, eachDocInAll, listsOf, planQuery } from './candidates.ts';
import { type Chunk, chunksOf, hasAll } from './find-chunk.ts';
import { eachDoc } from './gap-list.ts';
import { mayHaveSlip, nearBeginnings, oneSlipApart } from './near-words.ts';
import { type Group, type ListRecord, type NameRange, Postings, rangesOf } from './postings.ts';
import { searchText } from './search-text.ts';
import { marksIn, snippetOf } from './snippet.ts';

function inRange(records: readonly ListRecord[], { from, to }: NameRange): ListRecord[] {
  return records.filter(([name]) => name >= from && name <= to);
}

function find(records: readonly ListRecord[], texts: readonly string[], chunks: readonly Chunk[]): number[] {
  const plan = planQuery(chunks);
  const lists = plan.needs.map((any) =>
    any.flatMap((need) => {
      const { groups, own } = rangesOf(need.term, need.prefix);
      const found = inRange(records, groups).map(([, value]) => value as Group);
      const alone = inRange(records, own).map(([, value]) => value as Uint8Array);
      return listsOf(need, found, alone);
    }),
  );
  const sets = lists.map((list) => docsInAny(texts.length, list));
  const docs: number[] = [];
  eachDocInAll(texts.length, sets, (doc) => docs.push(doc));
  return plan.exact ? docs : docs.filter((doc) => hasAll(texts[doc] ?? '', chunks));
}

function indexOf(texts: readonly string[]): ListRecord[] {
  const postings = new Postings();
  for (const [doc, text] of texts.entries()) postings.add(doc, text, []);
  return [...postings.records()];
}

const JAPANESE = '[々-〇ぁ-ゟ゠-ヺー-ヿ㐀-䶿一-鿿豈-\ufaff\u{20000}-\u{323af}]';
const WORD = `(?:(?!${JAPANESE})[\\p{L}\\p{N}\\p{M}])`;

/** The slow and obviously right one. */
function scan(texts: readonly string[], words: string): number[] {
  const parts = words.split(' ').map((part) => {
    const literal = part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(new RegExp(`^${WORD}`, 'u').test(part) ? `(?<!${WORD})${literal}` : literal, 'u');
  });
  return texts.map((_, doc) => doc).filter((doc) => parts.every((part) => part.test(texts[doc] ?? '')));
}

const letter = fc.constantFrom(
  ...'京都東府市会議のをにでカタナーｶﾞ々髙𠮷葛'.split(''),
  ...'aabcdeABＡ1２０é'.split(''),
  ...' \n、。-.@'.split(''),
);
const text = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(''));

describe('the index', () => {
  it('finds exactly what a scan finds, for every piece of two letters and more', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 2, max: 9 }),
        (given, which, where, length) => {
          const texts = given.map(searchText);
          const from = texts[which % texts.length] ?? '';
          const chunks = chunksOf(from.slice(where % (from.length + 1)).slice(0, length));
          fc.pre(chunks.length > 0 && chunks.every((chunk) => [...chunk.text].length > 1));
          const words = chunks.map((chunk) => chunk.text).join(' ');
          expect(find(indexOf(texts), texts, chunks)).toEqual(scan(texts, words));
        },
      ),
      { numRuns: 600 },
    );
  });

  it('finds words inside longer ones, in any width and kana, and one kanji alone', () => {
    const texts = ['東京都京都市の会議', '京都', 'ＡＰＩ連携のカタカナ', 'apiary', 'capital', '3月と月'].map(
      searchText,
    );
    const records = indexOf(texts);
    const found = (words: string) => find(records, texts, chunksOf(words));
    expect(found('京都')).toEqual([0, 1]);
    expect(found('東京都京都')).toEqual([0]);
    expect(found('ｶﾀｶﾅ')).toEqual([2]);
    expect(found('かたかな')).toEqual([2]);
    expect(found('api')).toEqual([2, 3]);
    expect(found('API連携')).toEqual([2]);
    expect(found('api 会議')).toEqual([]);
    expect(found('市')).toEqual([0]);
    expect(found('議')).toEqual([0]);
    expect(found('月')).toEqual([5]);
  });

  it('packs long lists and short ones so that they come out as they went in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(3_000_000), { maxLength: 900 }), (numbers) => {
        const docs = numbers.sort((a, b) => a - b);
        const postings = new Postings();
        for (const doc of docs) postings.add(doc, 'word', ['sato']);
        const back: number[] = [];
        for (const [name, value] of postings.records()) {
          if (name === '#@') continue;
          eachDoc(value instanceof Uint8Array ? value : value.bytes, (doc) => back.push(doc));
        }
        expect(back).toEqual(docs);
      }),
    );
  });
});

describe('slips', () => {
  const word = fc.stringMatching(/^[a-z]{4,8}$/);
  const slow = (a: string, b: string) => {
    const all = new Set<string>();
    for (let i = 0; i <= a.length; i++) {
      all.add(a.slice(0, i) + a.slice(i + 1));
      all.add(a.slice(0, i) + (a[i + 1] ?? '') + (a[i] ?? '') + a.slice(i + 2));
      for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
        all.add(a.slice(0, i) + letter + a.slice(i));
        if (i < a.length) all.add(a.slice(0, i) + letter + a.slice(i + 1));
      }
    }
    all.delete(a);
    return { apart: all.has(b), all };
  };
  it('are one letter, and every such word is looked for where it stands', () => {
    fc.assert(
      fc.property(word, fc.nat(), (typed, pick) => {
        const { all } = slow(typed, '');
        const other = [...all][pick % all.size] ?? '';
        expect(oneSlipApart(typed, other)).toBe(true);
        expect(nearBeginnings(typed)).toContain(other.slice(0, 3));
      }),
    );
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(oneSlipApart(a, b)).toBe(slow(a, b).apart);
      }),
    );
  });
  it('are forgiven in words of four Latin letters and more', () => {
    expect(['meeting', 'abc', '京都市内', 'c0042'].map(mayHaveSlip)).toEqual([true, false, false, false]);
  });
});

describe('a snippet', () => {
  const shown = (text: string, words: string) => {
    const snippet = snippetOf(text, chunksOf(words));
    return snippet?.marks.map(([from, to]) => snippet.text.slice(from, to));
  };
  it('marks what was found as it is written', () => {
    expect(shown('弊社のｶﾞｲﾄﾞ資料', 'ガイド')).toEqual(['ｶﾞｲﾄﾞ']);
    expect(shown('The ＡＰＩ and the api', 'api')).toEqual(['ＡＰＩ', 'api']);
    expect(shown('㍿青葉', '株式会社青葉')).toEqual(['㍿青葉']);
    expect(shown('nothing here', 'api')).toBeUndefined();
  });
  it('marks the same places whether or not a letter stands beside them that is folded into several', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'京都ガィ々アぁーヷヺゔゖ、。「」 abZ~\n'.split('')),
          maxLength: 60,
        }),
        fc.string({ unit: fc.constantFrom(...'京都ガィアぁabz'.split('')), minLength: 1, maxLength: 2 }),
        (text, words) => {
          const chunks = chunksOf(words);
          expect(marksIn(text, chunks)).toEqual(marksIn(`${text} ㍿`, chunks));
        },
      ),
    );
  });
  it('leaves out what is far away', () => {
    const snippet = snippetOf(`${'あ'.repeat(200)}京都${'い'.repeat(200)}`, chunksOf('京都'));
    expect(snippet?.text.length).toBeLessThan(130);
    expect(snippet?.marks).toEqual([[25, 27]]);
  });
});

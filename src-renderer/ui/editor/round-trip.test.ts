/** Markdown to document and back: stable after one pass, and no word is lost on the way. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docFromMarkdown } from './doc-from-markdown.ts';
import { markdownFromDoc } from './markdown-from-doc.ts';

const pass = (markdown: string) => markdownFromDoc(docFromMarkdown(markdown));

const UNCHANGED = [
  '# 見出し\n\n本文です。**重要**な話と*注意*、~~取消~~、`code`。',
  '一行目\n二行目\n　全角の字下げ',
  '- 一\n- 二\n  - 二の一\n    - 深い\n  - 二の二\n- 三',
  '1. 最初\n2. 次\n   - 下',
  '- [ ] → @佐藤 資料を送る 来週金曜\n- [x] 済み',
  '| 項目 | 値 |\n| --- | --- |\n| a\\|b | 1<br>2 |\n|  | `x\\|y` |',
  '[@田中 太郎](kizuna-contact:c-1) と [@Sato](kizuna-person:佐藤%20花子) #更新 #QBR',
  '![図](kizuna-image:i1)\n\n[site](https://example.com/a?b=1&c=(1)) x'.replace('(1)', '%281%29'),
  '> 引用\n>\n> - a\n>\n> 次',
  '```sql\nselect 1\n\n  from x\n```',
  '**[社内]** 10時~12時 2 * 3 = 6 snake_case C:\\temp <b>x</b> &amp;',
  '「**『重要』**」です。**a*b***c',
  '末尾に空白 ',
  '[javascript](javascript:alert(1))'.replace('](', '\\]('),
  '---',
  '## Agenda\n\n- \n\n## 決定\n\n- [ ] ',
];

const fragment = fc.constantFrom(
  '*',
  '**',
  '***',
  '~~',
  '~',
  '`',
  '``',
  '```',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](https://x.example/a)',
  '](kizuna-contact:1)',
  '](kizuna-image:1)',
  '[@',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '12) ',
  '[ ] ',
  '[x] ',
  '# ',
  '### ',
  '> ',
  '>',
  '|',
  '| --- |',
  '| a | b |\n| - | - |\n',
  '\\',
  '\\|',
  '<br>',
  '\n',
  '\n\n',
  '\n  ',
  '\n    ',
  '\n- ',
  '\n  - ',
  ' ',
  '  ',
  '\t',
  '　',
  'a',
  'b c',
  '京都',
  '、',
  '-',
  '---',
  '___',
  '=',
  '_',
  '#tag',
  '@',
  'https://x.example',
  '&',
  '<',
  '!',
);
const markdown = fc.array(fragment, { maxLength: 24 }).map((parts) => parts.join(''));

/** What a reader sees: letters only, since marks may become structure. */
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');

describe('the round trip', () => {
  it.each(UNCHANGED)('leaves %j as it is', (text) => {
    expect(pass(text)).toBe(text);
  });

  it('is stable after one pass', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const once = pass(text);
        expect(pass(once)).toBe(once);
        expect(docFromMarkdown(once).toJSON()).toEqual(docFromMarkdown(pass(once)).toJSON());
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no letter', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const before = letters(text.replaceAll(/<br *\/?>/gi, ''));
        expect(letters(pass(text).replaceAll('<br>', ''))).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });

  it('is stable for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = pass(text);
        expect(pass(once)).toBe(once);
      }),
    );
  });
});

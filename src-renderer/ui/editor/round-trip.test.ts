/** Markdown to document and back: stable after one pass, and no word is lost on the way. */
import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { docFromMarkdown } from './doc-from-markdown.ts';
import { markdownFromDoc } from './markdown-from-doc.ts';
import { markTypes, nodeTypes, noteSchema } from './schema.ts';

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
  '# 　全角の字下げ\n\n| 　字下げ | a |\n| --- | --- |\n| 　 | b |',
  '# 　* 一\n\n- 　* 二',
  '# 改行\u2028らしき文字\n\n> 引\u2028用\n\n- [x] 項\u2028目',
];

const { heading, paragraph, hard_break, doc, table, table_row, table_header } = nodeTypes;
const written = (...blocks: readonly Node[]) => markdownFromDoc(doc.create(null, blocks));
const typed = (text: string) => [noteSchema.text(text)];

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

/** What stands in the editor, which no Markdown need have said: spaces at the edges, line breaks anywhere. */
const typedText = fc
  .record({
    text: fc
      .array(fragment, { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('').replaceAll('\n', ' ')),
    mark: fc.option(fc.constantFrom(markTypes.strong, markTypes.em, markTypes.strike, markTypes.code)),
  })
  .map(({ text, mark }) => noteSchema.text(text, mark === null ? [] : [mark.create()]));
const typedTexts = fc.array(typedText, { maxLength: 5 });
const typedLine = fc.array(fc.oneof(typedText, fc.constant(hard_break.create())), { maxLength: 5 });
const typedBlock = fc.oneof(
  typedLine.map((line) => paragraph.create(null, line)),
  typedTexts.map((line) => heading.create({ level: 2 }, line)),
  typedLine.map((line) =>
    nodeTypes.bullet_list.create(null, nodeTypes.list_item.create(null, paragraph.create(null, line))),
  ),
  fc.array(typedLine, { minLength: 1, maxLength: 3 }).map((lines) =>
    table.create(
      null,
      lines.map((line) => table_row.create(null, table_header.create(null, paragraph.create(null, line)))),
    ),
  ),
);

/** What a reader sees: letters only, since marks may become structure. */
const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');

/** All that is no space. */
const signs = (node: Node) => node.textContent.replace(/\s/g, '');

describe('the round trip', () => {
  it.each(UNCHANGED)('leaves %j as it is', (text) => {
    expect(pass(text)).toBe(text);
  });

  it('begins a heading, a paragraph, a line or a cell with what is left when spaces at its edge fall away', () => {
    expect(written(heading.create({ level: 1 }, typed(' * a')))).toBe('# \\* a');
    expect(written(paragraph.create(null, typed(' ~ a')))).toBe('\\~ a');
    const cell = table_header.create(null, paragraph.create(null, typed(' * a ')));
    expect(written(table.create(null, table_row.create(null, cell)))).toBe('| \\* a |\n| --- |');
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

  it('reads what the editor wrote as what it would write again', () => {
    fc.assert(
      fc.property(typedBlock, (block) => {
        const once = written(block);
        expect(pass(once)).toBe(once);
        expect(signs(docFromMarkdown(once))).toBe(signs(block));
      }),
      { numRuns: 1000 },
    );
  });

  it('makes one link of two neighbours that lead to one place', () => {
    expect(pass('[a](https://x.example/a)[b](https://x.example/a)')).toBe('[ab](https://x.example/a)');
  });

  it('loses no letter and no address', () => {
    const target = '](https://x.example/a)';
    fc.assert(
      fc.property(markdown, (text) => {
        const kept = pass(text);
        const before = letters(text.replaceAll(/<br *\/?>/gi, '').replaceAll(target, ''));
        expect(letters(kept.replaceAll('<br>', '').replaceAll(target, ''))).toBe(before);
        expect(kept.includes(target)).toBe(text.includes(target));
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

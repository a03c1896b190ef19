/** What a note says without its signs: names of mentions, bold words, lists, tables, and signs that are no marks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine } from './plain-line.ts';
import { firstWords, plainText } from './plain-text.ts';

describe('a line', () => {
  it('is without marks, mentions by their names', () => {
    expect(plainLine('[@Mia](kizuna-contact:c1) wants **more** of [it](https://x.example)')).toBe(
      '@Mia wants more of it',
    );
    expect(plainLine('`code` and _soft_ ~~gone~~ <https://x.example>')).toBe(
      'code and soft gone https://x.example',
    );
  });

  it('is the same beside a mark as without one', () => {
    const sign = fc.constantFrom(...'!"#$%&\'()+,-./:;=>?@]^{|}ab あ');
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const line = signs.join('');
        expect(plainLine(line)).toBe(line.trim());
        expect(plainLine(`${line} **b**`)).toBe(`${line} b`.trim());
      }),
    );
  });

  it('keeps escaped signs as signs, wherever they stand', () => {
    expect(plainLine('\\*not bold\\* and 2\\*3')).toBe('*not bold* and 2*3');
    expect(plainLine('[a \\[b\\]](https://x.example/\\(1\\)) \\# 1')).toBe('a [b] # 1');
    const sign = fc.constantFrom(...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ab あ');
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const escaped = signs.map((each) => (/[!-/:-@[-`{-~]/.test(each) ? `\\${each}` : each)).join('');
        expect(plainLine(escaped)).toBe(signs.join('').trim());
      }),
    );
  });
});

describe('the name of a note without a subject', () => {
  it('is its first line that says something', () => {
    expect(firstWords('\n---\n\n## **Goals** of [@Mia](kizuna-contact:c1)\n- x')).toBe('Goals of @Mia');
    expect(firstWords('- [ ] → @Ken `send` it')).toBe('→ @Ken send it');
    expect(firstWords('> quoted')).toBe('quoted');
    expect(firstWords('| Name | Share |\n| --- | --- |\n| a | 1 |')).toBe('Name · Share');
    expect(firstWords('```\ncode\n```')).toBe('code');
    expect(firstWords('1. 京都の件')).toBe('京都の件');
    expect(firstWords('![](kizuna-image:1)\n***\n')).toBe('');
    expect(firstWords('abcdef', 3)).toBe('abc');
  });

  it('never shows where a link leads', () => {
    const label = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'ab 田') });
    fc.assert(
      fc.property(label, label, label, (before, name, after) => {
        const line = firstWords(`${before}[@${name}](kizuna-contact:c1)${after}`, 12);
        expect(line).not.toMatch(/kizuna|\]|\(/);
      }),
    );
  });
});

describe('the whole of a note', () => {
  it('keeps its lines and lists and loses its signs', () => {
    const markdown = [
      '# Check-in',
      '',
      'We **agreed**\\',
      'on it.',
      '',
      '- [ ] one',
      '- [x] two',
      '  - three *soft*',
      '1. first',
      '',
      '| A | B |',
      '| --- | --- |',
      '| x<br>y | [z](https://z.example) |',
      '',
      '---',
      '```',
      '**raw**',
      '```',
    ].join('\n');
    expect(plainText(markdown)).toBe(
      [
        'Check-in',
        '',
        'We agreed',
        'on it.',
        '',
        '☐ one',
        '☑ two',
        '  - three soft',
        '1. first',
        '',
        'A · B',
        'x y · z',
        '',
        '**raw**',
      ].join('\n'),
    );
  });

  it('loses no word', () => {
    const word = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'abc京都') });
    const line = fc
      .tuple(fc.constantFrom('', '# ', '- ', '- [ ] ', '> ', '2. ', '**', '_'), word)
      .map(([mark, text]) => (mark === '**' || mark === '_' ? mark + text + mark : mark + text));
    fc.assert(
      fc.property(fc.array(fc.tuple(line), { maxLength: 8 }), (lines) => {
        const plain = plainText(lines.flat().join('\n'));
        for (const [each] of lines)
          for (const found of each.match(/[abc京都]+/g) ?? []) expect(plain).toContain(found);
        expect(plain).not.toMatch(/\*|_|#|>/);
      }),
    );
  });
});

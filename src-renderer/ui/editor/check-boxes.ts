/** Check lists of other programs: boxes as signs, as Markdown without a bullet, and as a page's own, become those of notes. */

/** What stands for a box in text; `□□` and the like stand for something else. */
const OPEN_BOX = '☐□❏❑◻⬜';
const DONE_BOX = '☑☒✅';
const ANY_BOX = OPEN_BOX + DONE_BOX;
/** "[ ]", "[x]", or a sign; a line with more of them is a form to be filled in. */
const BOX = `(?:\\[([ xX]?|&nbsp;)\\](?=[\\s\\u00a0]|&nbsp;|$)|([${ANY_BOX}])(?![^<]*[${ANY_BOX}]))`;
const GAP = '[ \\t\\u00a0\\u3000]*';
const BULLET = `(?:[-*+•・]${GAP})?`;

function isDone(brackets: string | undefined, sign: string | undefined): boolean {
  return sign === undefined ? /x/i.test(brackets ?? '') : DONE_BOX.includes(sign);
}

export const OPEN_SIGN = '☐';
export const DONE_SIGN = '☑';

const LINE = new RegExp(`^([ \\t]*)${BULLET}${BOX}${GAP}(?=\\S)`);
const FENCE = /^[ \t]*(?:`{3,}|~{3,})/;

/** Plain text that is about to be read as Markdown: each line with a box is an item of a check list. */
export function withCheckItems(text: string): string {
  let code = false;
  return text
    .split('\n')
    .map((line) => {
      if (FENCE.test(line)) code = !code;
      if (code) return line;
      return line.replace(LINE, (_all, indent: string, brackets?: string, sign?: string) => {
        return `${indent}- [${isDone(brackets, sign) ? 'x' : ' '}] `;
      });
    })
    .join('\n');
}

const INLINE = '((?:<(?:strong|em|s|a)\\b[^>]*>)*)';
const SPACE = '(?:\\s|&nbsp;)*';
const ITEM_BOX = new RegExp(`<li>${SPACE}((?:<p>)*)${SPACE}${INLINE}${BOX}(?:${GAP}|&nbsp;)*`, 'g');
/** A paragraph that holds no other block. */
const SIMPLE = '((?:(?!</?(?:p|h\\d|ul|ol|li|table|tr|t[dh]|blockquote|pre)\\b)[\\s\\S])*)';
const DOUBLE = new RegExp(`(<li data-checked="\\w+">)${SPACE}<p>${SPACE}<p>${SIMPLE}</p>${SPACE}</p>`, 'g');
const LINE_BOX = `<p>${SPACE}${BULLET}${INLINE}${BOX}(?:${GAP}|&nbsp;)*${SIMPLE}</p>`;
const LINES_OF_BOXES = new RegExp(`(?:${LINE_BOX}\\s*)+`, 'g');
const ONE_LINE = new RegExp(LINE_BOX, 'g');

function item(done: boolean, inside: string): string {
  return `<li data-checked="${done}">${inside}`;
}

/** Each box in a list of its own is still one list. */
const NEXT_LIST = /<\/ul>\s*<ul>(?=\s*<li data-checked)/g;

/** The same for HTML that was cut down to plain tags. */
export function htmlWithCheckItems(html: string): string {
  if (!html.includes('[') && ![...ANY_BOX].some((box) => html.includes(box))) return html;
  return html
    .replace(ITEM_BOX, (_all, paragraphs: string, inline: string, brackets?: string, sign?: string) =>
      item(isDone(brackets, sign), paragraphs + inline),
    )
    .replace(DOUBLE, '$1<p>$2</p>')
    .replace(LINES_OF_BOXES, (lines) => {
      const items = lines.replace(
        ONE_LINE,
        (_all, inline: string, brackets: string | undefined, sign: string | undefined, rest: string) =>
          `${item(isDone(brackets, sign), `<p>${inline}${rest}</p>`)}</li>`,
      );
      return `<ul>${items}</ul>`;
    })
    .replace(NEXT_LIST, '');
}

/** Word's list signs in its font of pictures. */
const WINGDINGS: Readonly<Record<string, string>> = {
  o: OPEN_SIGN,
  p: OPEN_SIGN,
  q: OPEN_SIGN,
  r: OPEN_SIGN,
  '¨': OPEN_SIGN,
  x: DONE_SIGN,
  ý: DONE_SIGN,
  þ: DONE_SIGN,
};
const NAMED: Readonly<Record<string, string>> = { '&uml;': '¨', '&yacute;': 'ý', '&thorn;': 'þ' };

/** The box that a list sign of Word shows; undefined for a plain bullet or a number. */
export function boxOfSign(sign: string, pictures: boolean): string | undefined {
  const bare = sign.replace(/&nbsp;|[\s\u00a0]/g, '');
  const plain = NAMED[bare] ?? bare;
  if (plain.length !== 1) return undefined;
  if (ANY_BOX.includes(plain)) return plain;
  const code = plain.charCodeAt(0);
  // The font's own place for its signs.
  if (code >= 0xf020 && code <= 0xf0ff) return WINGDINGS[String.fromCharCode(code - 0xf000)];
  return pictures ? WINGDINGS[plain] : undefined;
}

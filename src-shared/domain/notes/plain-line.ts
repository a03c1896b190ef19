/** A line of Markdown as a reader sees it: without marks for bold, code, links and escapes. */

const SIGNS = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
/** As many code points as there are signs, and no text has any of them. */
const HELD = 0xfdd0;

const held = (_: string, sign: string) => String.fromCharCode(HELD + SIGNS.indexOf(sign));
const released = (sign: string) => SIGNS[sign.charCodeAt(0) - HELD] ?? '';

/** Whatever goes away or changes begins with one of these: most lines have none. */
const MARK = /[\\[<*_~`\ufdd0-\ufdef]/;

export function plainLine(markdown: string): string {
  if (!MARK.test(markdown)) return markdown.trim();
  return (
    markdown
      // What is escaped is no mark: it steps aside while the marks go.
      .replace(/\\([!-/:-@[-`{-~])/g, held)
      .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/<((?:https?:|mailto:)[^>]*)>/g, '$1')
      .replace(/(\*\*|__|~~)(?=\S)(.*?\S)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]*\S)\*(?![\p{L}\p{N}*])/gu, '$1')
      .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_]*\S)_(?![\p{L}\p{N}_])/gu, '$1')
      .replace(/`([^`]*)`/g, '$1')
      .replace(/[\ufdd0-\ufdef]/g, released)
      .trim()
  );
}

/** Writes the inside of a paragraph as Markdown: the exact inverse of `parse-inline`, with as few backslashes as it takes. */
import type { Inline, Marks } from './note-text.ts';
import { type InlineOptions, PUNCTUATION, parseInline } from './parse-inline.ts';
import { writeHref, writeId } from './targets.ts';

/** A piece of the line: text with its marks, or something finished that takes no marks. */
interface Piece {
  readonly text: string;
  readonly marks: Marks;
  readonly finished?: true;
}

interface Where extends InlineOptions {
  readonly label?: boolean;
}

const SPACE = /\s/;

function escapeCharacter(text: string, at: number, where: Where): string {
  const char = text[at] ?? '';
  const before = text[at - 1];
  const after = text[at + 1];
  const escaped = `\\${char}`;
  switch (char) {
    case '\\':
      return after === undefined || PUNCTUATION.test(after) ? escaped : char;
    case '`':
      return escaped;
    case '*':
      return SPACE.test(before ?? '*') && SPACE.test(after ?? '*') ? char : escaped;
    case '~':
      return before === undefined || after === undefined || before === '~' || after === '~' ? escaped : char;
    case '[':
      return where.label === true ? escaped : char;
    case ']':
      return where.label === true || after === '(' ? escaped : char;
    case '<':
      return where.cell === true && /^<br *\/?>/i.test(text.slice(at, at + 12)) ? escaped : char;
    case '\n':
      return where.cell === true ? '<br>' : char;
    default:
      return char;
  }
}

function escapeText(text: string, where: Where): string {
  return text.replace(/[\\`*~[\]<\n]/g, (_char, at: number) => escapeCharacter(text, at, where));
}

const escapeLabel = (text: string) =>
  text.replace(/[\\`*~[\]]/g, (char) => `\\${char}`).replace(/[\r\n]+/g, ' ');

function writeCode(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const edges = text.startsWith('`') || text.endsWith('`');
  const spaces = text.startsWith(' ') && text.endsWith(' ') && text.trim() !== '';
  return edges || spaces ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

type Kind = 'href' | 'strong' | 'strike' | 'em' | 'code';

/** From the outside in; one order for all, so that what is written can be read back without doubt. */
const ORDER: readonly Kind[] = ['href', 'strong', 'strike', 'em', 'code'];
const DELIMITER = { strong: '**', strike: '~~', em: '*' } as const;

function groupsBy(pieces: readonly Piece[], kind: Kind): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const alike = last?.[0] !== undefined && last[0].marks[kind] === piece.marks[kind];
    if (alike) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

/** Emphasis cannot begin or end with a space: spaces at its edges stand outside. */
function trimmed(group: readonly Piece[]): { before: string; inner: readonly Piece[]; after: string } {
  const inner = [...group];
  let before = '';
  let after = '';
  for (let first = inner[0]; first !== undefined && first.marks.code !== true; first = inner[0]) {
    const text = first.text.trimStart();
    before += first.text.slice(0, first.text.length - text.length);
    if (text !== '') {
      inner[0] = { ...first, text };
      break;
    }
    inner.shift();
  }
  for (let last = inner.at(-1); last !== undefined && last.marks.code !== true; last = inner.at(-1)) {
    const text = last.text.trimEnd();
    after = last.text.slice(text.length) + after;
    if (text !== '') {
      inner[inner.length - 1] = { ...last, text };
      break;
    }
    inner.pop();
  }
  return { before, inner, after };
}

function writeGroup(group: readonly Piece[], level: number, where: Where): string {
  const kind = ORDER[level];
  const value = kind === undefined ? undefined : group[0]?.marks[kind];
  if (kind === undefined || value === undefined) return writePieces(group, level + 1, where);
  if (kind === 'href') {
    const label = writePieces(group, level + 1, { ...where, label: true });
    return `[${label}](${writeHref(String(value))})`;
  }
  if (kind === 'code') return writeCode(group.map((piece) => piece.text).join(''));
  const { before, inner, after } = trimmed(group);
  const outside = (text: string) => escapeText(text, where);
  if (inner.length === 0) return outside(before + after);
  const written = writePieces(inner, level + 1, where);
  return `${outside(before)}${DELIMITER[kind]}${written}${DELIMITER[kind]}${outside(after)}`;
}

function writePieces(pieces: readonly Piece[], level: number, where: Where): string {
  const kind = ORDER[level];
  if (kind === undefined) {
    return pieces.map((piece) => (piece.finished ? piece.text : escapeText(piece.text, where))).join('');
  }
  return groupsBy(pieces, kind)
    .map((group) => writeGroup(group, level, where))
    .join('');
}

function marksOf(inline: Inline | undefined): Marks {
  return inline?.type === 'text' ? inline.marks : {};
}

/** A line break has the emphasis that goes on after it. */
function breakMarks(before: Marks, after: Marks): Marks {
  if (before.href !== after.href || before.href !== undefined) return {};
  return {
    ...(before.strong && after.strong && { strong: true }),
    ...(before.strike && after.strike && { strike: true }),
    ...(before.em && after.em && { em: true }),
  };
}

function pieceOf(inline: Inline, before: Inline | undefined, after: Inline | undefined): Piece {
  switch (inline.type) {
    case 'text':
      return { text: inline.text, marks: inline.marks };
    case 'break':
      return { text: '\n', marks: breakMarks(marksOf(before), marksOf(after)) };
    case 'mention': {
      const text = `[@${escapeLabel(inline.label)}](kizuna-${inline.kind}:${writeId(inline.id)})`;
      return { text, marks: {}, finished: true };
    }
    case 'image':
      return {
        text: `![${escapeLabel(inline.alt)}](kizuna-image:${writeId(inline.id)})`,
        marks: {},
        finished: true,
      };
  }
}

function written(content: readonly Inline[], options: InlineOptions): string {
  const pieces = content.map((inline, i) => pieceOf(inline, content[i - 1], content[i + 1]));
  return writePieces(pieces, 0, options);
}

function isMarked(inline: Inline): boolean {
  return inline.type === 'text' && Object.keys(inline.marks).length > 0;
}

export function writeInline(content: readonly Inline[], options: InlineOptions = {}): string {
  const once = written(content, options);
  // Emphasis on a space alone does not exist in Markdown: without it the text may need fewer backslashes.
  return content.some(isMarked) ? written(parseInline(once, options), options) : once;
}

/** Text that was written and then cut at its edges: what stands there now may need a backslash. */
export function writtenAgain(markdown: string, options: InlineOptions): string {
  return writeInline(parseInline(markdown, options), options);
}

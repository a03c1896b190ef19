/** Reads a note's Markdown into blocks. It never fails: what is not understood is a paragraph or a code block. */
import type { Block, Inline, ListItem } from './note-text.ts';
import { parseInline } from './parse-inline.ts';
import { withoutEdges, withoutIndent } from './plain-space.ts';

// `s`: within a line there may be the separators of Unicode, which a dot does not mean by itself.
const HEADING = /^[ \t]*(#{1,6})[ \t]+(.*)$/s;
const RULE = /^[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$/;
const QUOTE = /^[ \t]*>[ ]?(.*)$/s;
const FENCE = /^([ \t]*)(?:(`{3,})([^`]*)|(~{3,})(.*))$/s;
const MARKER = /^([ \t]*)([-*+]|\d{1,3}[.)])(?:([ \t]+)(.*))?$/s;
const TASK = /^\[([ xX])\](?:[ \t]+(.*))?$/s;
const TABLE_ROW = /^[ \t]*\|/;
const TABLE_RULE = /^[ \t]*\|[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const BLANK = /^[ \t]*$/;
const TAB_WIDTH = 4;
const CODE_INDENT = 4;

function indentOf(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (char === ' ') columns += 1;
    else if (char === '\t') columns += TAB_WIDTH;
    else break;
  }
  return columns;
}

/** The line without its first columns of space. */
function outdent(line: string, columns: number): string {
  let taken = 0;
  let at = 0;
  while (taken < columns && (line[at] === ' ' || line[at] === '\t')) {
    taken += line[at] === '\t' ? TAB_WIDTH : 1;
    at += 1;
  }
  return ' '.repeat(Math.max(0, taken - columns)) + line.slice(at);
}

interface Found {
  readonly block: Block;
  /** Index of the first line after the block. */
  readonly end: number;
}

type Lines = readonly string[];

function fencedCode(lines: Lines, at: number): Found | undefined {
  const [, indent = '', ticks, tickInfo, waves, waveInfo] = FENCE.exec(lines[at] ?? '') ?? [];
  const fence = ticks ?? waves;
  if (fence === undefined) return undefined;
  const closing = new RegExp(`^[ \\t]*${fence[0] === '`' ? '`' : '~'}{${fence.length},}[ \\t]*$`);
  const columns = indentOf(indent);
  const text: string[] = [];
  let end = at + 1;
  while (end < lines.length && !closing.test(lines[end] ?? '')) {
    text.push(outdent(lines[end] ?? '', columns));
    end += 1;
  }
  const language = (tickInfo ?? waveInfo ?? '').trim();
  return { block: { type: 'code', language, text: text.join('\n') }, end: end + 1 };
}

function indentedCode(lines: Lines, at: number): Found | undefined {
  if (indentOf(lines[at] ?? '') < CODE_INDENT) return undefined;
  let end = at;
  let last = at;
  while (end < lines.length && (BLANK.test(lines[end] ?? '') || indentOf(lines[end] ?? '') >= CODE_INDENT)) {
    if (!BLANK.test(lines[end] ?? '')) last = end;
    end += 1;
  }
  const text = lines.slice(at, last + 1).map((line) => outdent(line, CODE_INDENT));
  return { block: { type: 'code', language: '', text: text.join('\n') }, end: last + 1 };
}

function quote(lines: Lines, at: number): Found | undefined {
  const inner: string[] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const [, rest] = QUOTE.exec(lines[end] ?? '') ?? [];
    if (rest === undefined) break;
    inner.push(rest);
  }
  return end === at ? undefined : { block: { type: 'quote', blocks: parseLines(inner) }, end };
}

interface Marker {
  readonly ordered: boolean;
  readonly number: number;
  readonly rest: string;
  readonly indent: number;
  /** Columns up to where the item's text begins: what is indented so far belongs to the item. */
  readonly content: number;
}

function markerOf(line: string): Marker | undefined {
  const [, space = '', sign, gap = '', rest = ''] = MARKER.exec(line) ?? [];
  if (sign === undefined || RULE.test(line)) return undefined;
  const indent = indentOf(space);
  const wide = rest === '' || indentOf(gap) > CODE_INDENT;
  return {
    ordered: /\d/.test(sign),
    number: Number.parseInt(sign, 10),
    rest: wide ? outdent(gap, 1) + rest : rest,
    indent,
    content: indent + sign.length + (wide ? 1 : indentOf(gap)),
  };
}

function itemOf(marker: Marker, following: Lines): ListItem {
  const [, box, text = ''] = TASK.exec(marker.rest) ?? [];
  const blocks = parseLines([box === undefined ? marker.rest : text, ...following]);
  return box === undefined ? { blocks } : { checked: box !== ' ', blocks };
}

/** The lines after `at` that belong to the item which begins there. */
function itemEnd(lines: Lines, at: number, content: number): number {
  let end = at + 1;
  for (let i = at + 1; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (BLANK.test(line)) continue;
    if (indentOf(line) < content) break;
    end = i + 1;
  }
  return end;
}

function list(lines: Lines, at: number): Found | undefined {
  const first = markerOf(lines[at] ?? '');
  if (first === undefined) return undefined;
  const items: ListItem[] = [];
  let end = at;
  for (let next = at; next < lines.length; ) {
    const marker = markerOf(lines[next] ?? '');
    if (marker === undefined || marker.ordered !== first.ordered) break;
    end = itemEnd(lines, next, marker.content);
    items.push(
      itemOf(
        marker,
        lines.slice(next + 1, end).map((line) => outdent(line, marker.content)),
      ),
    );
    next = end;
    while (next < lines.length && BLANK.test(lines[next] ?? '')) next += 1;
  }
  const start = first.ordered ? first.number : 1;
  return { block: { type: 'list', ordered: first.ordered, start, items }, end };
}

/** A bar after a backslash is text and no border. */
function cellsOf(line: string): readonly (readonly Inline[])[] {
  const cells = withoutEdges(line)
    .slice(1)
    .split(/(?<!\\)\|/);
  if (cells.at(-1)?.trim() === '' && cells.length > 1) cells.pop();
  return cells.map((cell) => parseInline(withoutEdges(cell.replaceAll('\\|', '|')), { cell: true }));
}

function table(lines: Lines, at: number): Found | undefined {
  if (!TABLE_ROW.test(lines[at] ?? '') || !TABLE_RULE.test(lines[at + 1] ?? '')) return undefined;
  const rows = [cellsOf(lines[at] ?? '')];
  let end = at + 2;
  for (; end < lines.length && TABLE_ROW.test(lines[end] ?? ''); end += 1)
    rows.push(cellsOf(lines[end] ?? ''));
  const width = Math.max(...rows.map((row) => row.length));
  const even = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => [])]);
  return { block: { type: 'table', rows: even }, end };
}

function lineBlock(lines: Lines, at: number): Found | undefined {
  const line = lines[at] ?? '';
  if (RULE.test(line)) return { block: { type: 'rule' }, end: at + 1 };
  const [, signs, text = ''] = HEADING.exec(line) ?? [];
  if (signs === undefined) return undefined;
  return { block: { type: 'heading', level: signs.length, content: parseInline(text) }, end: at + 1 };
}

function structured(lines: Lines, at: number): Found | undefined {
  return (
    fencedCode(lines, at) ?? lineBlock(lines, at) ?? quote(lines, at) ?? list(lines, at) ?? table(lines, at)
  );
}

/** Cheap look at the first character before the expensive questions. */
const MAY_BEGIN = /^[ \t]*[#>`~*+\-_|\d]/;

function paragraph(lines: Lines, at: number): Found {
  const text: string[] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? '';
    if (BLANK.test(line)) break;
    if (end > at && MAY_BEGIN.test(line) && structured(lines, end) !== undefined) break;
    text.push(withoutIndent(line));
  }
  return { block: { type: 'paragraph', content: parseInline(text.join('\n')) }, end };
}

function parseLines(lines: Lines): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    if (BLANK.test(lines[at] ?? '')) {
      at += 1;
      continue;
    }
    const found =
      (MAY_BEGIN.test(lines[at] ?? '') ? structured(lines, at) : undefined) ??
      indentedCode(lines, at) ??
      paragraph(lines, at);
    blocks.push(found.block);
    at = found.end;
  }
  return blocks;
}

export function parseNote(markdown: string): readonly Block[] {
  return parseLines(markdown.replace(/\r\n?/g, '\n').split('\n'));
}

/** Reads the inside of a paragraph: emphasis, code, links, mentions, pictures. What is not markup stays text, to the letter. */
import type { Inline, Marks } from './note-text.ts';
import { readTarget } from './targets.ts';

export interface InlineOptions {
  /** Inside a table a line break is written as <br>. */
  readonly cell?: boolean;
}

export const PUNCTUATION = /[!-/:-@[-`{-~]/;
const SPACE = /\s/;
const CELL_BREAK = /^<br *\/?>/i;

type Span = 'strong' | 'strike' | 'em';
const DELIMITER: Readonly<Record<Span, string>> = { strong: '**', strike: '~~', em: '*' };

/** The end of a code span whose fence of backticks begins at `at`; undefined = these backticks are text. */
function codeSpan(source: string, at: number): { text: string; end: number } | undefined {
  let start = at;
  while (source[start] === '`') start += 1;
  const length = start - at;
  for (let i = start; i < source.length && source[i] !== '\n'; i += 1) {
    if (source[i] !== '`') continue;
    const from = i;
    while (source[i] === '`') i += 1;
    if (i - from !== length) {
      i -= 1;
      continue;
    }
    const inner = source.slice(start, from);
    const padded = inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== '';
    return { text: padded ? inner.slice(1, -1) : inner, end: i };
  }
  return undefined;
}

/** Where the label that begins after `[` ends: the index of its `]`. */
function labelEnd(source: string, from: number): number | undefined {
  for (let i = from; i < source.length; i += 1) {
    const char = source[i];
    if (char === '\\') i += 1;
    else if (char === '`') {
      const span = codeSpan(source, i);
      if (span === undefined) while (source[i + 1] === '`') i += 1;
      else i = span.end - 1;
    } else if (char === ']') return i;
    else if (char === '[' || char === '\n') return undefined;
  }
  return undefined;
}

/** Where the target that begins after `(` ends: parentheses inside it must be in pairs. */
function targetEnd(source: string, from: number): number | undefined {
  let depth = 0;
  for (let i = from; i < source.length; i += 1) {
    const char = source[i] ?? '';
    if (SPACE.test(char)) return undefined;
    if (char === '(') depth += 1;
    if (char === ')' && depth === 0) return i;
    if (char === ')') depth -= 1;
  }
  return undefined;
}

interface Bracketed {
  readonly label: string;
  readonly target: string;
  readonly end: number;
}

function bracketed(source: string, at: number): Bracketed | undefined {
  const close = labelEnd(source, at + 1);
  if (close === undefined || source[close + 1] !== '(') return undefined;
  const end = targetEnd(source, close + 2);
  if (end === undefined) return undefined;
  return { label: source.slice(at + 1, close), target: source.slice(close + 2, end), end: end + 1 };
}

const unescaped = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

function linkedPieces(found: Bracketed, image: boolean): readonly Inline[] | undefined {
  const target = readTarget(found.target);
  if (target === undefined || image !== (target.type === 'image')) return undefined;
  if (target.type === 'image') return [{ type: 'image', id: target.id, alt: unescaped(found.label) }];
  if (target.type === 'mention') {
    const label = unescaped(found.label).replace(/^@/, '');
    return label === '' ? undefined : [{ type: 'mention', kind: target.kind, id: target.id, label }];
  }
  const inner = parseInline(found.label);
  const texts = inner.flatMap((piece) => (piece.type === 'text' ? [piece] : []));
  if (texts.length === 0) return undefined;
  return texts.map((piece) => ({ ...piece, marks: { ...piece.marks, href: target.href } }));
}

/** The pieces read so far, and the emphasis that is open. */
class Reader {
  readonly #pieces: (Inline | undefined)[] = [];
  readonly #open: { readonly span: Span; readonly at: number }[] = [];
  #text = '';

  add(text: string): void {
    this.#text += text;
  }

  #endText(): void {
    if (this.#text !== '') this.#pieces.push({ type: 'text', text: this.#text, marks: {} });
    this.#text = '';
  }

  push(...pieces: readonly Inline[]): void {
    this.#endText();
    this.#pieces.push(...pieces);
  }

  isOpen(span: Span): boolean {
    return this.#open.some((entry) => entry.span === span);
  }

  open(span: Span): void {
    this.#endText();
    this.#open.push({ span, at: this.#pieces.length });
    // Text until it turns out to be closed.
    this.#pieces.push({ type: 'text', text: DELIMITER[span], marks: {} });
  }

  /** Closes the innermost span if it is this one and holds something. */
  close(span: Span): boolean {
    const last = this.#open.at(-1);
    if (last?.span !== span) return false;
    this.#endText();
    if (this.#pieces.length === last.at + 1) return false;
    this.#open.pop();
    this.#pieces[last.at] = undefined;
    for (let i = last.at + 1; i < this.#pieces.length; i += 1) {
      const piece = this.#pieces[i];
      if (piece?.type === 'text') this.#pieces[i] = { ...piece, marks: { ...piece.marks, [span]: true } };
    }
    return true;
  }

  end(): readonly Inline[] {
    this.#endText();
    return joined(this.#pieces.filter((piece) => piece !== undefined));
  }
}

function sameMarks(a: Marks, b: Marks): boolean {
  return (
    a.strong === b.strong && a.strike === b.strike && a.em === b.em && a.code === b.code && a.href === b.href
  );
}

/** Neighbours that look the same are one piece. */
function joined(pieces: readonly Inline[]): readonly Inline[] {
  const out: Inline[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.type === 'text' && last?.type === 'text' && sameMarks(piece.marks, last.marks)) {
      out[out.length - 1] = { ...last, text: last.text + piece.text };
    } else out.push(piece);
  }
  return out;
}

/** Takes the delimiter at `at` as emphasis where it can be; the number of characters used, 0 = it is text. */
function emphasis(reader: Reader, source: string, at: number): number {
  const mayClose = at > 0 && !SPACE.test(source[at - 1] ?? ' ');
  const mayOpen = (length: number) => !SPACE.test(source[at + length] ?? ' ');
  const double = source[at + 1] === source[at];
  if (source[at] === '~') {
    if (!double) return 0;
    if (mayClose && reader.close('strike')) return 2;
    if (reader.isOpen('strike') || !mayOpen(2)) return 0;
    reader.open('strike');
    return 2;
  }
  if (mayClose && reader.close('em')) return 1;
  if (mayClose && double && reader.close('strong')) return 2;
  if (double && !reader.isOpen('strong') && mayOpen(2)) {
    reader.open('strong');
    return 2;
  }
  if (!reader.isOpen('em') && mayOpen(1)) {
    reader.open('em');
    return 1;
  }
  return 0;
}

/** Takes what begins with a special character; the index after it, or undefined where the character is only text. */
function special(reader: Reader, source: string, at: number, options: InlineOptions): number | undefined {
  const char = source[at];
  const next = source[at + 1] ?? '';
  if (char === '\n') {
    reader.push({ type: 'break' });
    return at + 1;
  }
  if (char === '\\' && PUNCTUATION.test(next)) {
    reader.add(next);
    return at + 2;
  }
  if (char === '`') {
    const span = codeSpan(source, at);
    if (span !== undefined && span.text !== '') {
      reader.push({ type: 'text', text: span.text, marks: { code: true } });
      return span.end;
    }
    let end = at;
    while (source[end] === '`') end += 1;
    reader.add(source.slice(at, end));
    return end;
  }
  if (char === '*' || char === '~') {
    const used = emphasis(reader, source, at);
    return used === 0 ? undefined : at + used;
  }
  if (char === '<' && options.cell === true) {
    const written = CELL_BREAK.exec(source.slice(at, at + 12))?.[0];
    if (written === undefined) return undefined;
    reader.push({ type: 'break' });
    return at + written.length;
  }
  const image = char === '!' && next === '[';
  if (char !== '[' && !image) return undefined;
  const found = bracketed(source, image ? at + 1 : at);
  const pieces = found === undefined ? undefined : linkedPieces(found, image);
  if (found === undefined || pieces === undefined) return undefined;
  reader.push(...pieces);
  return found.end;
}

const PLAIN = /[^\n\\`*~<![]+/y;

export function parseInline(source: string, options: InlineOptions = {}): readonly Inline[] {
  const reader = new Reader();
  for (let at = 0; at < source.length; ) {
    PLAIN.lastIndex = at;
    const plain = PLAIN.exec(source)?.[0];
    if (plain !== undefined) {
      reader.add(plain);
      at += plain.length;
      continue;
    }
    const end = special(reader, source, at, options);
    if (end === undefined) reader.add(source[at] ?? '');
    at = end ?? at + 1;
  }
  return reader.end();
}

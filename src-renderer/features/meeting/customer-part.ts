/** What of a note the customer may see: internal notes, and sections and lines marked as internal, leave. Pure. */

/** "Internal", "Internal notes", 社内, 社内メモ, 内部用, 社外秘 …, as a heading or in front of a line. */
const WORD = '(?:internal(?:\\s+(?:only|notes?))?|社内(?:用|メモ|限り|のみ)?|内部(?:用|メモ)?|社外秘)';
const HEADING = /^\s*((?:>\s*)*)(#{1,6})\s+(.*)$/;
const INTERNAL_HEADING = new RegExp(`^[*【\\[(（]*${WORD}[】\\])）*]*(?:$|[\\s:：・/／-])`, 'i');
const SIGN = '^\\s*(?:[>\\s]*)(?:[-*+]\\s+|\\d{1,3}[.)]\\s+)?(?:\\[[ xX]\\]\\s+)?';
const MARKED = `[*]*(?:[\\[【(（]\\s*${WORD}\\s*[\\]】)）]|${WORD}\\s*[:：])`;
const INTERNAL_LINE = new RegExp(`${SIGN}${MARKED}`, 'i');
/** One cell of a table is enough: its neighbours are about the same thing. */
const INTERNAL_ROW = new RegExp(`^\\s*\\|(?:.*\\|)?\\s*${MARKED}`, 'i');
const INTERNAL_TAG = /(?:^|[\s(（「、。|])[#＃](?:internal|社内|内部)(?![\p{L}\p{N}_-])/iu;
const FENCE = /^\s*(?:```|~~~)/;

/** The kind that says of a note that none of it is for the customer. */
const INTERNAL_KIND = 'internal-note';

export interface CustomerNote {
  readonly kind: string;
  readonly body: string;
}

export function isInternalKind(kind: string): boolean {
  return kind === INTERNAL_KIND;
}

const indentOf = (line: string) => /^[ \t]*/.exec(line)?.[0].length ?? 0;

function isInternal(line: string): boolean {
  return INTERNAL_LINE.test(line) || INTERNAL_ROW.test(line) || INTERNAL_TAG.test(line);
}

/** What is being left out, and where it ends. */
interface Hiding {
  /** Everything up to the next heading of this rank; one in a quote ends with the quote. */
  section: { readonly rank: number; readonly quoted: boolean } | undefined;
  /** What is indented deeper than an internal line. */
  deeperThan: number | undefined;
}

function headingHides(line: string, hiding: Hiding): boolean {
  const heading = HEADING.exec(line);
  const quoted = line.trimStart().startsWith('>');
  if (hiding.section?.quoted === true && !quoted) hiding.section = undefined;
  if (heading === null) return hiding.section !== undefined;
  const [, quote = '', marks = '', title = ''] = heading;
  hiding.deeperThan = undefined;
  if (
    hiding.section !== undefined &&
    marks.length <= hiding.section.rank &&
    !(quoted && !hiding.section.quoted)
  )
    hiding.section = undefined;
  if (hiding.section === undefined && (INTERNAL_HEADING.test(title) || INTERNAL_TAG.test(line)))
    hiding.section = { rank: marks.length, quoted: quote !== '' };
  return hiding.section !== undefined;
}

function lineHides(line: string, hiding: Hiding): boolean {
  if (hiding.deeperThan !== undefined && line.trim() !== '') {
    if (indentOf(line) > hiding.deeperThan) return true;
    hiding.deeperThan = undefined;
  }
  if (!isInternal(line)) return false;
  hiding.deeperThan = indentOf(line);
  return true;
}

/** For each line, whether the customer may see it. An internal line takes along what is indented below it. */
export function shownLines(lines: readonly string[]): readonly boolean[] {
  const hiding: Hiding = { section: undefined, deeperThan: undefined };
  let fenced = false;
  return lines.map((line) => {
    const inFence = fenced;
    if (FENCE.test(line)) fenced = !fenced;
    if (inFence ? hiding.section !== undefined : headingHides(line, hiding)) return false;
    return inFence || HEADING.test(line) ? hiding.deeperThan === undefined : !lineHides(line, hiding);
  });
}

export function customerPart({ kind, body }: CustomerNote): string {
  if (isInternalKind(kind)) return '';
  const lines = body.split('\n');
  const shown = shownLines(lines);
  return lines
    .filter((_line, i) => shown[i])
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

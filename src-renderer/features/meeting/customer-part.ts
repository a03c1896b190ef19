/** What of a note the customer may see: sections and lines that are marked as internal leave. Pure. */

/** "Internal", "Internal notes", 社内, 社内メモ, 内部用 …, as a heading or in front of a line. */
const WORD = '(?:internal(?:\\s+(?:only|notes?))?|社内(?:用|メモ|限り|のみ)?|内部(?:用|メモ)?)';
const HEADING = /^\s*(#{1,6})\s+(.*)$/;
const INTERNAL_HEADING = new RegExp(`^[*【\\[(（]*${WORD}[】\\])）*]*(?:$|[\\s:：・/／-])`, 'i');
const SIGN = '^\\s*(?:[>\\s]*)(?:[-*+]\\s+|\\d{1,3}[.)]\\s+)?(?:\\[[ xX]\\]\\s+)?';
const INTERNAL_LINE = new RegExp(`${SIGN}[*]*(?:[\\[【(（]\\s*${WORD}\\s*[\\]】)）]|${WORD}\\s*[:：])`, 'i');
const INTERNAL_TAG = /(?:^|[\s(（「、。])[#＃](?:internal|社内|内部)(?![\p{L}\p{N}_-])/iu;
const FENCE = /^\s*(?:```|~~~)/;

const indentOf = (line: string) => /^[ \t]*/.exec(line)?.[0].length ?? 0;

function isInternal(line: string): boolean {
  return INTERNAL_LINE.test(line) || INTERNAL_TAG.test(line);
}

/** An internal line takes along what is indented below it; an internal heading everything up to the next of its rank. */
export function customerPart(markdown: string): string {
  const kept: string[] = [];
  let closedBy: number | undefined;
  let deeperThan: number | undefined;
  let fenced = false;
  for (const line of markdown.split('\n')) {
    const heading = fenced ? null : HEADING.exec(line);
    if (FENCE.test(line)) fenced = !fenced;
    if (heading !== null) {
      deeperThan = undefined;
      const rank = heading[1]?.length ?? 1;
      if (closedBy !== undefined && rank <= closedBy) closedBy = undefined;
      if (closedBy === undefined && (INTERNAL_HEADING.test(heading[2] ?? '') || INTERNAL_TAG.test(line)))
        closedBy = rank;
    }
    if (closedBy !== undefined) continue;
    if (deeperThan !== undefined && (line.trim() === '' || indentOf(line) > deeperThan)) {
      if (line.trim() !== '') continue;
    } else deeperThan = undefined;
    if (heading === null && isInternal(line)) {
      deeperThan = indentOf(line);
      continue;
    }
    kept.push(line);
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A note without the places that a template made and nobody filled: empty items and rows, and questions without an answer. Pure. */
import { type IsPrompt, withoutMarks } from '#shared/domain/notes/template-prompts.ts';

const ITEM = /^\s*(?:>\s*)*(?:[-*+]|\d{1,3}[.)])(?:\s|$)/;
const BARE = /^\s*(?:(?:[-*+]|\d{1,3}[.)])(?:[ \t]+\[[ xX]?\])?|>)?\s*$/;
const HEADING = /^\s*#{1,6}\s/;
const ROW = /^\s*\|.*\|\s*$/;
const RULER = /^\s*\|[\s:|-]*-[\s:|-]*\|\s*$/;
const EMPTY_ROW = /^\s*\|[\s|]*\|\s*$/;
const ENDS_OPEN = /[:：]$/;
const FENCE = /^\s*(?:```|~~~)/;

const indentOf = (line: string) => /^[ \t]*/.exec(line)?.[0].length ?? 0;

/** A question is answered on its own line, by what is indented below it, or, as a paragraph, by what follows. */
function isAnswered(lines: readonly string[], at: number, isPrompt: IsPrompt): boolean {
  const line = lines[at] ?? '';
  const text = withoutMarks(line);
  const item = ITEM.test(line);
  if (!isPrompt(text) && !(item && ENDS_OPEN.test(text))) return true;
  const next = lines.slice(at + 1).find((each) => !BARE.test(each));
  if (next === undefined || HEADING.test(next)) return false;
  if (!item) return !isPrompt(withoutMarks(next));
  return indentOf(next) > indentOf(line);
}

/** Rows of one table that say something; a head alone says nothing. */
function filledRows(rows: readonly string[]): readonly string[] {
  const filled = rows.filter((row) => !EMPTY_ROW.test(row));
  const ruler = filled.findIndex((row) => RULER.test(row));
  return ruler !== -1 && filled.length === ruler + 1 ? [] : filled;
}

export function answeredPart(markdown: string, isPrompt: IsPrompt): string {
  const lines = markdown.split('\n');
  const kept: string[] = [];
  let fenced = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced || FENCE.test(line)) kept.push(line);
    else if (ROW.test(line)) {
      const end = lines.findIndex((each, i) => i > at && !ROW.test(each));
      const after = end === -1 ? lines.length : end;
      kept.push(...filledRows(lines.slice(at, after)));
      at = after - 1;
    } else if (
      line.trim() === '' ||
      (!BARE.test(line) && (HEADING.test(line) || isAnswered(lines, at, isPrompt)))
    )
      kept.push(line);
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

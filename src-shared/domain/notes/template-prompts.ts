/** The questions that templates ask, known again in a note for as long as nobody has answered them there. Pure. */
import { plainLine } from './plain-line.ts';

/** Whether a line of a note, without its list mark, is a question of a template as it was delivered. */
export type IsPrompt = (line: string) => boolean;

/** List, quote and check box marks in front of a line. */
const MARKS = /^\s*(?:>\s*)*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[[ xX]\]\s+)?/;
const NO_PROMPT = /^\s*(?:#{1,6}\s|\||---|```|~~~)/;
const ASKS = /(?:[:：?？]|か[。．]?)$/;
/** A remark in brackets that may be left out, or a variable: something else stands there in the note. */
const FILLED = /\s?[(（][^()（）]*\{\{[^()（）]*[)）]|\{\{[^{}]*\}\}/;

export function withoutMarks(line: string): string {
  return plainLine(line.replace(MARKS, ''));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export function promptsOf(bodies: readonly string[]): IsPrompt {
  const asked = new Set<string>();
  const filled: RegExp[] = [];
  for (const line of bodies.flatMap((body) => body.split('\n'))) {
    const text = NO_PROMPT.test(line) ? '' : withoutMarks(line);
    if (!ASKS.test(text)) continue;
    if (FILLED.test(text)) filled.push(new RegExp(`^${text.split(FILLED).map(escaped).join('.*')}$`, 'u'));
    else asked.add(text);
  }
  return (line) => asked.has(line) || filled.some((pattern) => pattern.test(line));
}

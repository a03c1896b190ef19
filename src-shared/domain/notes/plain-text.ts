/** A note's Markdown as words: the line that names it where it has no subject, and the whole of it for tables and paper. */
import { plainLine } from './plain-line.ts';

const FENCE = /^\s*(?:```|~~~)/;
/** A line across the page, or the one under a table's head. */
const RULE = /^\s*(?:(?:[-*_]\s*){3,}|\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?)\s*$/;
const QUOTE = /^(?:\s*>\s?)+/;
const HEADING = /^\s*#{1,6}\s+/;
const ITEM = /^(\s*)(?:[-*+]|\d+[.)])\s+(?:\[([ xX])\]\s+)?/;
const TABLE = /^\s*\|(.*)\|\s*$/;

function cells(line: string): string {
  const inner = TABLE.exec(line)?.[1];
  if (inner === undefined) return line;
  const parts = inner.split(/(?<!\\)\|/).map((cell) => cell.replace(/<br>/g, ' ').trim());
  return parts.filter((cell) => cell !== '').join(' · ');
}

function words(line: string): string {
  const bare = line.replace(QUOTE, '').replace(HEADING, '').replace(ITEM, '');
  return plainLine(cells(bare).replace(/\\$/, ''));
}

/** A paragraph is one line, however long: its beginning names the note. */
const LONG = 2_000;

/** The first line that says something, at most so many letters of it; '' where none does. */
export function firstWords(markdown: string, most = 120): string {
  for (const each of markdown.split('\n')) {
    const line = each.slice(0, LONG);
    if (RULE.test(line) || FENCE.test(line)) continue;
    const plain = words(line);
    if (/[\p{L}\p{N}\p{S}]/u.test(plain)) return plain.slice(0, most).trim();
  }
  return '';
}

const BOXES: Readonly<Record<string, string>> = { ' ': '☐ ', x: '☑ ', X: '☑ ' };

function wordsOf(line: string): string {
  const bare = line.replace(QUOTE, '');
  const item = ITEM.exec(bare);
  const number = /^\s*(\d+[.)])\s/.exec(bare)?.[1];
  if (item === null) return words(line);
  const [, indent = '', box] = item;
  return `${indent}${BOXES[box ?? ''] ?? `${number ?? '-'} `}${words(line)}`;
}

/** All of it, line by line: lists stay lists, signs of Markdown go. What stands in a block of code stays as it is. */
export function plainText(markdown: string): string {
  const lines: string[] = [];
  let inCode = false;
  for (const line of markdown.split('\n')) {
    if (FENCE.test(line)) inCode = !inCode;
    else if (inCode) lines.push(line);
    else if (!RULE.test(line)) lines.push(wordsOf(line));
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

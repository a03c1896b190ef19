/** How blocks are written as lines: what keeps text from being read as markup, indentation, fences, rows. */

import { withoutEdges, withoutIndent } from './plain-space.ts';
import { writtenAgain } from './write-inline.ts';

/** The inside of a heading or a table's cell: spaces at its edges are not read back. */
export function edgeless(line: string, cell: boolean): string {
  const bare = cell ? withoutEdges(line) : withoutIndent(line);
  return bare === line ? line : writtenAgain(bare, { cell });
}

/** The inside of a paragraph, of which neither indents nor empty lines at its ends are read back. */
export function paragraphText(text: string): string {
  const bare = text
    .split('\n')
    .map(withoutIndent)
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
    .replace(/\n{3,}/g, '\n\n');
  return guardLines(bare === text ? text : writtenAgain(bare, {}));
}

/** The lines of a paragraph, so that none of them is taken for a heading, a list, a quote, a rule or a table. */
function guardLines(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      if (/^(?:#{1,6}[ \t]|>|[-*+](?:[ \t]|$)|\||(?:-{3,}|\*{3,}|_{3,})[ \t]*$|`{3,}[^`]*$|~{3,})/.test(line))
        return `\\${line}`;
      return line.replace(/^(\d{1,3})([.)](?:[ \t]|$))/, '$1\\$2');
    })
    .join('\n');
}

/** An item's text that looks like a check box and is none. */
export function guardCheckBox(text: string): string {
  return text.replace(/^\[(?=[ xX]\](?:[ \t]|$))/, '\\[');
}

export function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, i) => (i === 0 ? first + line : line === '' ? '' : rest + line))
    .join('\n');
}

export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

export function fenced(text: string, language: string): string {
  const runs = text.match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
  return `${fence}${language.replace(/[`\n\r]/g, '').trim()}\n${text}\n${fence}`;
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** Cells as written inline; rows that are too short are filled up. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const width = Math.max(1, ...rows.map((cells) => cells.length));
  const even = rows.map((cells) =>
    Array.from({ length: width }, (_, i) => (cells[i] ?? '').replaceAll('|', '\\|')),
  );
  const [head = [], ...body] = even.map(row);
  return [head, row(Array.from({ length: width }, () => '---')), ...body].join('\n');
}

/** Rejected rows as a file that a spreadsheet opens: where each one stands, its value, and why. */
import type { Rejection } from '#shared/model/import-plan.ts';

export interface RejectionTexts {
  readonly columns: {
    readonly file: string;
    readonly row: string;
    readonly column: string;
    readonly value: string;
    readonly reason: string;
  };
  readonly reasonOf: (rejection: Rejection) => string;
}

/** A cell that begins like a formula would run when the file is opened; an apostrophe before it keeps it text. */
function neutral(text: string): string {
  return /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function cell(text: string): string {
  const safe = neutral(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** With a byte order mark, because Excel takes UTF-8 for the machine's code page without one. */
export function rejectionsCsv(rejections: readonly Rejection[], texts: RejectionTexts): string {
  const { file, row, column, value, reason } = texts.columns;
  const rows = rejections.map((rejection) => {
    const where = rejection.part === '' ? rejection.fileName : `${rejection.fileName} · ${rejection.part}`;
    return line([where, String(rejection.row), rejection.column, rejection.value, texts.reasonOf(rejection)]);
  });
  return `\uFEFF${line([file, row, column, value, reason])}${rows.join('')}`;
}

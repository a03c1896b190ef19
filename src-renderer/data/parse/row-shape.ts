/** Takes preamble, header, footers and ragged rows off a table's rows: what is left are data rows, all equally wide. */
import { isFooterRow, isRepeatedHeader } from '#shared/import/format.ts';
import type { RejectReason } from '#shared/model/import-plan.ts';
import { type RowBatch, type RowProblem, rowNumberOf } from './row-batch.ts';

export interface RowShape {
  /** Trimmed; undefined until the header row was seen. */
  header(): readonly string[] | undefined;
  /** Keeps the data rows of the batch; the others become problems, each with its reason. */
  shape(batch: RowBatch): RowBatch;
}

export interface RowShapeOptions {
  /** Rows above the header, blank ones not counted. */
  readonly headerRow: number;
  /** For messages: what stands between the cells of a row given back as text. */
  readonly delimiter: string;
}

/** Rows that miss more cells than this share of the table are broken, not just without their last blank cells. */
const MIN_WIDTH_SHARE = 0.5;

class Shape implements RowShape {
  private head: readonly string[] | undefined;
  private before = 0;

  constructor(private readonly options: RowShapeOptions) {}

  header(): readonly string[] | undefined {
    return this.head;
  }

  shape(batch: RowBatch): RowBatch {
    let from = 0;
    while (this.head === undefined && from < batch.rows.length) {
      const row = batch.rows[from++]!;
      if (this.before++ === this.options.headerRow) this.head = row.map((cell) => cell.trim());
    }
    if (this.head === undefined) return { ...batch, rows: [], rowNumbers: undefined };
    const head = this.head;
    const width = head.length;
    let problems: RowProblem[] | undefined;
    let kept: number[] | undefined;
    for (let i = from; i < batch.rows.length; i++) {
      const row = batch.rows[i]!;
      const reason =
        row.length === width && row[0] !== head[0] && !mayBeFooter(row) ? undefined : this.judge(row, head);
      if (reason === undefined) kept?.push(i);
      else {
        kept ??= Array.from({ length: i - from }, (_, k) => from + k);
        problems ??= [];
        problems.push({ row: rowNumberOf(batch, i), reason, text: row.join(this.options.delimiter) });
      }
    }
    return rebuild(batch, from, kept, problems);
  }

  /** Also brings the row to the table's width. */
  private judge(row: string[], head: readonly string[]): RejectReason | undefined {
    const width = head.length;
    if (isFooterRow(row)) return 'footer';
    while (row.length > width && row[row.length - 1]!.trim() === '') row.pop();
    if (row.length > width) return 'too-many-cells';
    if (row.length < width) {
      if (row.length < Math.ceil(labelled(head) * MIN_WIDTH_SHARE)) return 'too-few-cells';
      while (row.length < width) row.push('');
    }
    return isRepeatedHeader(row, head) ? 'repeated-header' : undefined;
  }
}

/** Width up to the last column that has a name: spreadsheets add nameless ones at the end. */
function labelled(head: readonly string[]): number {
  let width = head.length;
  while (width > 1 && head[width - 1] === '') width--;
  return width;
}

/** Cheap first look: footers have nothing, or one number, beside their words. */
function mayBeFooter(row: readonly string[]): boolean {
  return row.length === 1 || row[row.length - 1] === '';
}

function rebuild(
  batch: RowBatch,
  from: number,
  kept: readonly number[] | undefined,
  problems: readonly RowProblem[] | undefined,
): RowBatch {
  const allProblems = problems === undefined ? batch.problems : [...batch.problems, ...problems];
  if (from === 0 && kept === undefined) return batch;
  const indexes = kept ?? Array.from({ length: batch.rows.length - from }, (_, k) => from + k);
  const rows = indexes.map((i) => batch.rows[i]!);
  const firstRow = indexes.length === 0 ? batch.firstRow : rowNumberOf(batch, indexes[0]!);
  const rowNumbers =
    kept === undefined && batch.rowNumbers === undefined
      ? undefined
      : indexes.map((i) => rowNumberOf(batch, i));
  return { rows, firstRow, rowNumbers, problems: [...allProblems] };
}

export function createRowShape(options: RowShapeOptions): RowShape {
  return new Shape(options);
}

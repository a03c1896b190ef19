/** A batch of a table's rows, with the row numbers that a spreadsheet would show. */
import type { RejectReason } from '#shared/model/import-plan.ts';

/** A row that cannot be read as one, with the text that stands in the file. */
export interface RowProblem {
  /** 1-based, as a spreadsheet shows it. */
  readonly row: number;
  readonly reason: RejectReason;
  readonly text: string;
}

export interface RowBatch {
  readonly rows: string[][];
  /** Spreadsheet row number of `rows[0]`; the next one to come when there are no rows. */
  readonly firstRow: number;
  /** Spreadsheet row number of each row; undefined while they simply count up from `firstRow`. */
  readonly rowNumbers: number[] | undefined;
  readonly problems: RowProblem[];
}

export const MAX_PROBLEM_TEXT = 32 * 1024;

/** The spreadsheet row number of a row of the batch. */
export function rowNumberOf(batch: Pick<RowBatch, 'firstRow' | 'rowNumbers'>, index: number): number {
  return batch.rowNumbers?.[index] ?? batch.firstRow + index;
}

function isBlankRow(row: readonly string[]): boolean {
  for (let i = 0; i < row.length; i++) {
    const cell = row[i]!;
    if (cell !== '' && cell.trim() !== '') return false;
  }
  return true;
}

/** A blank, a control character, or the full-width blank. */
function isSpace(code: number): boolean {
  return code <= 32 || code === 0x3000;
}

/** Collects rows as they come, leaving blank ones out but counting them. */
export class BatchBuilder {
  readonly rows: string[][] = [];
  readonly problems: RowProblem[] = [];
  private numbers: number[] | undefined;
  private first = 0;

  constructor(private next: number) {
    this.first = next;
  }

  /** Row number of the row that comes next. */
  get nextRow(): number {
    return this.next;
  }

  add(row: string[]): void {
    const number = this.next++;
    const head = row[0]!;
    if ((head === '' || isSpace(head.charCodeAt(0))) && isBlankRow(row)) return;
    const count = this.rows.length;
    if (count === 0) this.first = number;
    if (this.numbers !== undefined) this.numbers.push(number);
    else if (number !== this.first + count) {
      this.numbers = Array.from({ length: count }, (_, i) => this.first + i);
      this.numbers.push(number);
    }
    this.rows.push(row);
  }

  problem(reason: RejectReason, text: string): void {
    const row = this.next++;
    this.problems.push({ row, reason, text: text.slice(0, MAX_PROBLEM_TEXT) });
  }

  done(): RowBatch {
    const firstRow = this.rows.length === 0 ? this.next : this.first;
    return { rows: this.rows, firstRow, rowNumbers: this.numbers, problems: this.problems };
  }
}

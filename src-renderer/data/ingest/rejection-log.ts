/** Gathers rejected rows of one table with their reasons: the first ones for the screen, all of them for the file to fetch. */
import { ownText } from '#shared/import/own-text.ts';
import type { Rejection, TableCounts, TablePlan } from '#shared/model/import-plan.ts';
import type { QuarantineRow } from '#shared/model/stored.ts';
import type { KizunaDatabase } from '../schema.ts';

const SHOWN = 200;
/** Kept per job and table; the counts still tell how many there were. */
const KEPT = 100_000;

export class RejectionLog {
  readonly first: Rejection[] = [];
  #waiting: QuarantineRow[] = [];
  #kept = 0;

  /** Without a database (preview) nothing is stored. */
  constructor(
    readonly db: KizunaDatabase | undefined,
    readonly jobId: string,
    readonly table: TablePlan,
    readonly counts: TableCounts,
  ) {}

  add(row: number, column: string, value: string, reason: Rejection['reason'], otherRow?: number): void {
    this.counts.rejected++;
    const rejection: Rejection = {
      fileName: this.table.fileName,
      part: this.table.part,
      row,
      column,
      value: ownText(value.slice(0, 2_000)),
      reason,
      ...(otherRow === undefined ? {} : { otherRow }),
    };
    if (this.first.length < SHOWN) this.first.push(rejection);
    if (this.db === undefined || this.#kept >= KEPT) return;
    this.#kept++;
    this.#waiting.push({ ...rejection, jobId: this.jobId, tableId: this.table.id });
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0 || this.db === undefined) return;
    const rows = this.#waiting;
    this.#waiting = [];
    await this.db.quarantine.bulkAdd(rows);
  }
}

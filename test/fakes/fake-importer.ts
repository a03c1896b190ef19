/** An importer without worker and database: it reads the texts it was given, guesses for real, and only counts. */

import { type Importer, ImportFailed, type RunOptions } from '#renderer/data/imports.ts';
import type {
  ImportFailure,
  ImportFile,
  ImportReport,
  InspectedFile,
  TableOutcome,
} from '#renderer/data/ingest/messages.ts';
import type { ParseFailure } from '#renderer/data/parse/file-source.ts';
import { createColumnStats } from '#shared/import/column-stats.ts';
import { splitSample } from '#shared/import/format.ts';
import { guessPlans } from '#shared/import/guess-plans.ts';
import {
  type ImportPlan,
  MADE_ACCOUNTS,
  type TableInspection,
  type TablePlan,
} from '#shared/model/import-plan.ts';

export interface FakeImporterOptions {
  /** CSV text by file name; a failure instead makes the inspection of that file fail. */
  readonly files: Readonly<Record<string, string | ParseFailure>>;
  readonly unlinked?: ImportReport['unlinked'];
  /** Row numbers (1-based, header = 1) that are rejected, by file name. */
  readonly rejected?: Readonly<Record<string, readonly number[]>>;
  /** Fails previews and imports. */
  readonly failure?: ImportFailure;
  /** Waits between steps of an import, so that it can be watched and cancelled. */
  readonly pause?: () => Promise<void>;
}

export interface FakeImporter extends Importer {
  /** Plans in the order in which they were applied. */
  readonly applied: ImportPlan[];
  readonly undone: string[];
  /** Ids of sources. */
  readonly forgotten: string[];
}

export function inspectText(fileName: string, text: string): TableInspection {
  const [header = [], ...rows] = splitSample(text, ',', Number.POSITIVE_INFINITY);
  const stats = createColumnStats(header);
  for (const row of rows) stats.add(row);
  return {
    fileName,
    part: '',
    format: { type: 'delimited', encoding: 'utf-8', delimiter: ',', headerRow: 0 },
    header,
    rows: rows.length,
    columns: stats.finish(),
    head: rows.slice(0, 50),
    footerRows: 0,
  };
}

function rowsOf(text: string): readonly string[] {
  return splitSample(text, ',', Number.POSITIVE_INFINITY)
    .slice(1)
    .map((row) => JSON.stringify(row));
}

export function createFakeImporter(options: FakeImporterOptions): FakeImporter {
  /** Rows that are "in the database", by source and table. */
  const stored = new Map<string, Set<string>>();
  const applied: ImportPlan[] = [];
  const undone: string[] = [];
  const forgotten: string[] = [];
  const before: Map<string, Set<string>>[] = [];

  function outcomeOf(plan: ImportPlan, table: TablePlan): TableOutcome {
    const text = options.files[table.fileName];
    const rows = typeof text === 'string' ? rowsOf(text) : [];
    const known = stored.get(`${plan.sourceId} ${table.id}`) ?? new Set();
    const bad = new Set(options.rejected?.[table.fileName] ?? []);
    const good = rows.filter((_, i) => !bad.has(i + 2));
    const unchanged = good.filter((row) => known.has(row)).length;
    const rejected = rows.length - good.length;
    return {
      tableId: table.id,
      counts: {
        read: rows.length,
        added: good.length - unchanged,
        changed: 0,
        unchanged,
        rejected,
        unlinked: (options.unlinked ?? []).filter((value) => value.tableId === table.id).length,
      },
      rejections: [...bad].map((row) => ({
        fileName: table.fileName,
        part: table.part,
        row,
        column: table.columns[0]?.header ?? '',
        value: '=1+1',
        reason: 'bad-date',
      })),
      changes: [],
    };
  }

  function report(plan: ImportPlan, jobId: string): ImportReport {
    const tables = plan.tables.filter((table) => table.noun !== 'skip');
    const open = (options.unlinked ?? []).filter(
      (value) => !Object.hasOwn(plan.confirmedLinks, `${value.to}\u001f${value.value}`),
    );
    const named = open.filter((value) => value.account !== undefined);
    const outcomes = tables.map((table) => outcomeOf(plan, table));
    const count = new Set(named.map((value) => value.account)).size;
    if (plan.makeAccounts !== true) return { jobId, tables: outcomes, unlinked: open, named: count };
    const counts = { read: count, added: count, changed: 0, unchanged: 0, rejected: 0, unlinked: 0 };
    return {
      jobId,
      tables: [...outcomes, { tableId: MADE_ACCOUNTS, counts, rejections: [], changes: [] }],
      unlinked: open.filter((value) => value.account === undefined),
      made: named,
      named: count,
    };
  }

  function mayFail(run: RunOptions | undefined): void {
    if (run?.signal?.aborted === true) throw new ImportFailed({ type: 'cancelled' });
    if (options.failure !== undefined) throw new ImportFailed(options.failure);
  }

  async function walk(files: readonly ImportFile[], run: RunOptions | undefined): Promise<void> {
    const totalBytes = files.reduce((sum, file) => sum + file.size, 0);
    let bytes = 0;
    for (const file of files) {
      bytes += file.size;
      run?.onProgress?.({ phase: 'read', fileName: file.name, rows: 1, bytes, totalBytes });
      await options.pause?.();
      mayFail(run);
    }
  }

  return {
    applied,
    undone,
    forgotten,
    async inspect(files) {
      return files.map((file): InspectedFile => {
        const text = options.files[file.name] ?? '';
        if (typeof text !== 'string') return { file, tables: [], failure: text };
        return { file, tables: [inspectText(file.name, text)], failure: undefined };
      });
    },
    async guess(inspections, nouns) {
      return guessPlans(inspections, nouns);
    },
    async preview(plan, files, run) {
      await walk(files, run);
      return report(plan, 'preview');
    },
    async apply(plan, files, run) {
      await walk(files, run);
      const done = report(plan, `job-${applied.length + 1}`);
      before.push(new Map([...stored].map(([key, rows]) => [key, new Set(rows)])));
      for (const table of plan.tables) {
        const text = options.files[table.fileName];
        if (table.noun === 'skip' || typeof text !== 'string') continue;
        stored.set(`${plan.sourceId} ${table.id}`, new Set(rowsOf(text)));
      }
      applied.push(plan);
      return done;
    },
    async undo(jobId) {
      undone.push(jobId);
      const last = before.pop();
      stored.clear();
      for (const [key, rows] of last ?? []) stored.set(key, rows);
      return { kept: 0, removed: 1, restored: 0 };
    },
    async forget(sourceId) {
      forgotten.push(sourceId);
      return { kept: 0, removed: 1, restored: 0 };
    },
  };
}

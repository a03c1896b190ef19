/** What the import worker and the screen say to each other. */
import type {
  ImportPlan,
  Rejection,
  TableCounts,
  TableInspection,
  TablePlan,
} from '#shared/model/import-plan.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import type { GivenLayout } from '../parse/delimited.ts';
import type { ParseFailure } from '../parse/file-source.ts';

export interface ImportFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Main's ticket; the bytes are at `/files/<ticket>`. */
  readonly ticket: string;
}

export interface NearMatch {
  readonly id: string;
  readonly name: string;
  /** 0 to 1. */
  readonly score: number;
}

/** A value that should have tied rows to a record and did not. */
export interface UnlinkedValue {
  readonly tableId: string;
  readonly to: RecordNoun;
  readonly value: string;
  readonly rows: number;
  readonly near: readonly NearMatch[];
  /** Present where an account could be made of it: the same for all values that name the same one. */
  readonly account?: string;
}

export interface ChangedField {
  /** The record's name or id; of a row of history the id of its account, '' = unlinked. */
  readonly record: string;
  /** Which row of history it is: its id, or its day. */
  readonly row?: string;
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
  /** `from` is what a person wrote here; it is kept beside the new value. */
  readonly replacesEdit?: true;
}

/** Fields that both sides have changed, by whose value stands now. */
export interface BothChanged {
  readonly ours: number;
  readonly theirs: number;
}

export interface TableOutcome {
  readonly tableId: string;
  readonly counts: TableCounts;
  /** The first 200. */
  readonly rejections: readonly Rejection[];
  /** The first 200 changed fields of records, for the preview. */
  readonly changes: readonly ChangedField[];
  /** Absent where there are none. */
  readonly both?: BothChanged;
}

export interface ImportReport {
  readonly jobId: string;
  readonly tables: readonly TableOutcome[];
  /** Up to 2,000 values, most rows first. */
  readonly unlinked: readonly UnlinkedValue[];
  /** Values of which accounts were made, where the plan says so: as many, in the same order. */
  readonly made?: readonly UnlinkedValue[];
  /** How many accounts are named only in other tables, made or not; absent = none. */
  readonly named?: number;
}

export interface ImportProgress {
  readonly phase: 'inspect' | 'read' | 'tidy' | 'undo';
  readonly fileName: string;
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface InspectedFile {
  readonly file: ImportFile;
  readonly tables: readonly TableInspection[];
  readonly failure: ParseFailure | undefined;
}

export interface UndoReport {
  /** Records that stay because a person wrote on them since. */
  readonly kept: number;
  readonly removed: number;
  readonly restored: number;
}

export type WorkerRequest =
  | {
      readonly type: 'inspect';
      readonly files: readonly ImportFile[];
      readonly given: GivenLayout | undefined;
    }
  /** Guesses again for one table whose noun a person changed. */
  | {
      readonly type: 'guess';
      readonly inspections: readonly TableInspection[];
      readonly nouns: Readonly<Record<number, TablePlan['noun']>>;
    }
  | { readonly type: 'preview'; readonly plan: ImportPlan; readonly files: readonly ImportFile[] }
  | {
      readonly type: 'apply';
      readonly plan: ImportPlan;
      readonly files: readonly ImportFile[];
      readonly resumeJobId: string | undefined;
    }
  | { readonly type: 'undo'; readonly jobId: string }
  | { readonly type: 'forget'; readonly sourceId: string };

export type WorkerAnswer = {
  inspect: readonly InspectedFile[];
  guess: readonly TablePlan[];
  preview: ImportReport;
  apply: ImportReport;
  undo: UndoReport;
  forget: UndoReport;
};

export type ToWorker =
  | { readonly id: number; readonly request: WorkerRequest }
  | { readonly id: number; readonly cancel: true };

export type FromWorker =
  | { readonly id: number; readonly progress: ImportProgress }
  | { readonly id: number; readonly done: unknown }
  | { readonly id: number; readonly failed: ImportFailure };

/** Why an import cannot be undone: a later one of its source lies upon it, or it is taken back already. */
export type UndoBar = { readonly type: 'newer-import' } | { readonly type: 'already-undone' };

export type ImportFailure =
  | { readonly type: 'cancelled' }
  | { readonly type: 'parse'; readonly fileName: string; readonly failure: ParseFailure }
  | { readonly type: 'file-gone'; readonly fileName: string }
  | { readonly type: 'storage-full' }
  /** A newer version wrote this data: it is shown, not changed. */
  | { readonly type: 'read-only' }
  /** The database itself could not be read or written. */
  | { readonly type: 'store-broken'; readonly detail: string }
  | UndoBar
  | { readonly type: 'bug'; readonly detail: string };

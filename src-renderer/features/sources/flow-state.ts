/** What an import under way consists of: files, their tables with plans, reports, and what happens right now. */
import type {
  ImportFailure,
  ImportProgress,
  ImportReport,
  UndoReport,
} from '#renderer/data/ingest/messages.ts';
import type { ParseFailure } from '#renderer/data/parse/file-source.ts';
import type { IpcFailure } from '#shared/ipc/contract.ts';
import type { ConfirmedLinks, ImportPlan, TableInspection, TablePlan } from '#shared/model/import-plan.ts';

export const STEPS = ['files', 'columns', 'links', 'preview', 'apply'] as const;
export type Step = (typeof STEPS)[number];

export type FileFailure =
  | ParseFailure
  | { readonly type: 'same-name' }
  | { readonly type: 'file-gone' }
  | { readonly type: 'upload'; readonly code: IpcFailure['code'] }
  | { readonly type: 'bug'; readonly detail: string };

export type FileState =
  | { readonly type: 'waiting' }
  | { readonly type: 'sending'; readonly sent: number }
  | { readonly type: 'reading'; readonly ticket: string; readonly rows: number; readonly bytes: number }
  | { readonly type: 'read'; readonly ticket: string }
  | { readonly type: 'failed'; readonly failure: FileFailure; readonly ticket: string | undefined };

export interface FlowFile {
  readonly key: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: FileState;
}

export interface FlowTable {
  readonly key: string;
  readonly fileKey: string;
  readonly inspection: TableInspection;
  /** Undefined until the first guess has come back. */
  readonly plan: TablePlan | undefined;
  readonly nounBy: 'guess' | 'source' | 'person';
  /** Columns that a person decided: a later guess leaves them alone. */
  readonly touched: readonly number[];
  /** Of a known source: headers that earlier files had and this one lacks. */
  readonly missing: readonly string[];
  /** Of a known source: columns that earlier files did not have. */
  readonly fresh: readonly number[];
}

export interface FlowSource {
  readonly id: string;
  readonly name: string;
  readonly nameBy: 'guess' | 'person' | 'source';
  /** True when it was imported before: the same rows update what is there. */
  readonly known: boolean;
}

export interface Work {
  readonly type: 'preview' | 'apply' | 'undo';
  readonly progress: ImportProgress | undefined;
  /** It is being stopped: by a person, or because what it counts has been edited meanwhile. */
  readonly cancelling: boolean;
}

export type Outcome =
  | { readonly type: 'done'; readonly report: ImportReport }
  | { readonly type: 'cancelled' }
  | { readonly type: 'undone'; readonly report: UndoReport };

export interface FlowState {
  readonly step: Step;
  readonly files: readonly FlowFile[];
  readonly tables: readonly FlowTable[];
  /** Undefined until files have been read. */
  readonly source: FlowSource | undefined;
  /** "Import again" on this source: its tables are looked for, and the preview comes at once. */
  readonly again: string | undefined;
  readonly guessing: boolean;
  readonly confirmedLinks: ConfirmedLinks;
  /** Accounts that only other tables name are made with the import. */
  readonly makeAccounts: boolean;
  /** What a confirmed link is called, for the screen. */
  readonly linkNames: Readonly<Record<string, string>>;
  /** What runs now, or ran last, to the letter: a report speaks of this plan. */
  readonly plan: ImportPlan | undefined;
  /** An import of these files has begun: main keeps them. */
  readonly applied: boolean;
  readonly work: Work | undefined;
  readonly report: { readonly report: ImportReport; readonly stale: boolean } | undefined;
  readonly outcome: Outcome | undefined;
  /** Why the last preview, import or undo ended early. */
  readonly failure: ImportFailure | undefined;
}

export const EMPTY_FLOW: FlowState = {
  step: 'files',
  files: [],
  tables: [],
  source: undefined,
  again: undefined,
  guessing: false,
  confirmedLinks: {},
  makeAccounts: false,
  linkNames: {},
  plan: undefined,
  applied: false,
  work: undefined,
  report: undefined,
  outcome: undefined,
  failure: undefined,
};

/** Everything that can happen to an import: what a person chooses, and what runner and worker tell. */
import type {
  ImportFailure,
  ImportProgress,
  ImportReport,
  UndoReport,
} from '#renderer/data/ingest/messages.ts';
import type {
  ColumnPlan,
  ConfirmedLinks,
  DateOrder,
  ImportPlan,
  TableInspection,
  TablePlan,
} from '#shared/model/import-plan.ts';
import type { FileState, FlowFile, FlowSource, Step, Work } from './flow-state.ts';

export interface AdoptedTable {
  readonly tableKey: string;
  readonly plan: TablePlan;
  readonly missing: readonly string[];
  readonly fresh: readonly number[];
}

export type FlowEvent =
  | { readonly type: 'started-over'; readonly again?: string }
  | { readonly type: 'files-added'; readonly files: readonly Pick<FlowFile, 'key' | 'name' | 'size'>[] }
  | { readonly type: 'file-moved'; readonly key: string; readonly state: FileState }
  | {
      readonly type: 'file-read';
      readonly key: string;
      readonly ticket: string;
      readonly tables: readonly TableInspection[];
    }
  | { readonly type: 'file-removed'; readonly key: string }
  | { readonly type: 'guess-began' }
  | { readonly type: 'guess-failed'; readonly failure: ImportFailure }
  | {
      readonly type: 'guessed';
      readonly plans: Readonly<Record<string, TablePlan>>;
    }
  | {
      readonly type: 'source-set';
      readonly source: FlowSource;
      readonly links: ConfirmedLinks;
      /** Absent: as it was chosen before. */
      readonly makeAccounts?: boolean;
      readonly adopted: readonly AdoptedTable[];
    }
  | { readonly type: 'source-renamed'; readonly name: string }
  | { readonly type: 'noun-set'; readonly tableKey: string; readonly noun: TablePlan['noun'] }
  | { readonly type: 'column-set'; readonly tableKey: string; readonly column: ColumnPlan }
  | {
      readonly type: 'date-order-set';
      readonly tableKey: string;
      readonly column: number;
      readonly order: DateOrder;
    }
  | { readonly type: 'currency-set'; readonly currency: string }
  | {
      readonly type: 'column-kept';
      readonly tableKey: string;
      readonly column: number;
      readonly rivals: readonly number[];
    }
  | {
      readonly type: 'links-confirmed';
      readonly links: readonly { readonly key: string; readonly id: string; readonly name: string }[];
    }
  | { readonly type: 'link-dropped'; readonly key: string }
  | { readonly type: 'make-accounts-set'; readonly on: boolean }
  /** After the import: what stayed unlinked is tied now, when every record can be searched. */
  | { readonly type: 'links-reopened' }
  | { readonly type: 'step-chosen'; readonly step: Step }
  | { readonly type: 'work-began'; readonly work: Work['type'] }
  | { readonly type: 'resumed'; readonly plan: ImportPlan }
  | { readonly type: 'work-moved'; readonly progress: ImportProgress }
  | { readonly type: 'work-cancelling' }
  | { readonly type: 'previewed'; readonly report: ImportReport }
  | { readonly type: 'applied'; readonly report: ImportReport }
  | { readonly type: 'undone'; readonly report: UndoReport }
  | { readonly type: 'work-failed'; readonly failure: ImportFailure };

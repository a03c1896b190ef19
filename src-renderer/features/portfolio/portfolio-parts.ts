/** What the portfolio is given by the screen that joins it with the accounts table and with segments. */
import type { ReactNode } from 'react';
import type { AccountRow, Book } from '#renderer/data/book.ts';
import type { SegmentRule } from '#shared/domain/segments/segment-rule.ts';
import type { SegmentTotal } from '#shared/domain/segments/segment-total.ts';
import type { TableData } from '#shared/domain/table/table-data.ts';

/** What is looked at: everybody, or a segment. */
export interface Scope {
  readonly name: string;
  /** Undefined for everybody. */
  readonly id: string | undefined;
  readonly rule: SegmentRule;
  readonly indexes: Uint32Array;
}

export interface PortfolioParts {
  readonly book: Book;
  readonly table: TableData<AccountRow>;
  readonly scope: Scope;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly labelOf: (column: string) => string | undefined;
  readonly segments: ReactNode;
  /** For the choice of a scope where the list of segments is not beside it. */
  readonly scopes: readonly { readonly id: string; readonly name: string; readonly total: SegmentTotal }[];
  /** `exact`: the same accounts, one by one. */
  readonly onSave: (rule: SegmentRule, exact: SegmentRule) => void;
  readonly onShowInTable: (rule: SegmentRule, indexes: readonly number[]) => void;
  readonly bulkEdit: (field: 'owner' | 'tags', ids: readonly string[], onDone: () => void) => ReactNode;
  readonly onOpen: (accountId: string) => void;
}

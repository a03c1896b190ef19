/** What the accounts table lends to the portfolio: its columns, its words, how conditions are made, how many are edited. */
import { lazy, Suspense, useCallback, useMemo } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { useStore } from '#renderer/data/use-store.ts';
import {
  type AccountColumn,
  type AccountColumns,
  accountColumns,
} from '#renderer/features/accounts/account-columns.ts';
import { createAccountsActions } from '#renderer/features/accounts/accounts-actions.ts';
import { type CellWords, columnLabel } from '#renderer/features/accounts/cell-words.ts';
import { filterText } from '#renderer/features/accounts/filter-words.ts';
import type { PortfolioParts } from '#renderer/features/portfolio/portfolio-parts.ts';
import type { RuleTools } from '#renderer/features/segments/rule-tools.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Skeleton } from '#renderer/ui/states.tsx';
import { useToday } from '#renderer/ui/use-today.ts';
import { systemClock } from '#shared/base/clock.ts';
import { measureColumns } from '#shared/domain/segments/measure-columns.ts';
import { MEASURES } from '#shared/model/health.ts';

const FilterBuilder = lazy(() =>
  import('#renderer/features/accounts/filter-editor.tsx').then((file) => ({ default: file.FilterBuilder })),
);
const FilterEditor = lazy(() =>
  import('#renderer/features/accounts/filter-editor.tsx').then((file) => ({ default: file.FilterEditor })),
);
const BulkEdit = lazy(() =>
  import('#renderer/features/accounts/bulk-edit.tsx').then((file) => ({ default: file.BulkEdit })),
);

function useWords(): CellWords {
  const texts = useText('accounts');
  const fields = useText('fields');
  const { format } = useLocale();
  const today = useToday(systemClock);
  return useMemo(() => ({ texts, fields, format, today }), [texts, fields, format, today]);
}

/** The table's own columns and the measures of health, as its filter editor shows them. */
function useColumns(own: AccountColumns): AccountColumns {
  const { measures } = useText('healthWords');
  return useMemo(() => {
    const nothing = measureColumns({
      signalsOf: () => ({}),
      cardOf: () => undefined,
      on: { day: '', now: 0 },
    });
    const shown = nothing.map((column, i): AccountColumn => {
      const name = MEASURES[i] === undefined ? column.id : measures[MEASURES[i]].name;
      return {
        id: column.id,
        name: { type: 'custom', name },
        column,
        width: 96,
        numeric: true,
        style: 'plain',
      };
    });
    return new Map([...own, ...shown.map((column) => [column.id, column] as const)]);
  }, [own, measures]);
}

export interface TableLoan {
  readonly words: CellWords;
  /** The table's own columns. */
  readonly own: AccountColumns;
  readonly tools: RuleTools;
  readonly bulkEdit: PortfolioParts['bulkEdit'];
}

function useTools(rows: readonly AccountRow[], columns: AccountColumns, words: CellWords): RuleTools {
  const labelOf = useCallback(
    (id: string) => {
      const column = columns.get(id);
      return column === undefined ? undefined : columnLabel(column, words);
    },
    [columns, words],
  );
  return {
    rows,
    labelOf,
    filterText: (filter) => {
      const column = columns.get(filter.column);
      return column === undefined ? '' : filterText(filter, column, words);
    },
    builder: (onAdd) => (
      <Suspense fallback={<Skeleton lines={4} />}>
        <FilterBuilder columns={columns} startColumn={undefined} rows={rows} words={words} onAdd={onAdd} />
      </Suspense>
    ),
    editor: (filter, onDone) => {
      const column = columns.get(filter.column);
      return column === undefined ? null : (
        <Suspense fallback={<Skeleton lines={4} />}>
          <FilterEditor column={column} filter={filter} rows={rows} words={words} onDone={onDone} />
        </Suspense>
      );
    },
  };
}

export function useTableLoan(
  rows: readonly AccountRow[],
  customFields: ReadonlyMap<string, 'text' | 'number' | 'boolean'>,
): TableLoan {
  const store = useStore();
  const words = useWords();
  const own = useMemo(() => accountColumns(customFields), [customFields]);
  const columns = useColumns(own);
  const tools = useTools(rows, columns, words);
  const actions = useMemo(
    () => createAccountsActions({ store, clock: store.clock, newId: store.newId }),
    [store],
  );
  return {
    words,
    own,
    tools,
    bulkEdit: (field, ids, onDone) => {
      const column = own.get(field);
      return column === undefined ? null : (
        <Suspense fallback={<Skeleton lines={3} />}>
          <BulkEdit {...{ field, column, ids, rows, words, actions, onDone }} />
        </Suspense>
      );
    },
  };
}

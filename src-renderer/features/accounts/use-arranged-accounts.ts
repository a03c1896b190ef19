/** The book as the current view arranges it: computed in slices, the old arrangement standing until the new one is there. */
import { startTransition, useEffect, useMemo, useRef, useState } from 'react';
import type { AccountRow, Book } from '#renderer/data/book.ts';
import type { AccountsViewState } from '#renderer/ui-state/accounts-view.ts';
import { type Arranged, type ArrangeRequest, arrange } from '#shared/domain/table/arrange.ts';
import type { Calendar } from '#shared/domain/table/day-ranges.ts';
import { prepareColumns } from '#shared/domain/table/prepare.ts';
import { createTableData, createTableMemory, type TableMemory } from '#shared/domain/table/table-data.ts';
import { type AccountColumns, engineColumns, searchText } from './account-columns.ts';
import { runInSlices } from './run-in-slices.ts';
import { runWhenIdle } from './run-when-idle.ts';

export interface ArrangedAccounts {
  /** Undefined until the first arrangement is there. */
  readonly arranged: Arranged<AccountRow> | undefined;
  /** A newer one is on its way. */
  readonly pending: boolean;
}

/** Latin before kana before kanji, digits by their value: the order that Japanese readers expect, and English ones too. */
export function accountsCollator(language: string): Intl.Collator {
  return new Intl.Collator(language, { numeric: true });
}

interface Wanted {
  readonly book: Book;
  readonly columns: AccountColumns;
  readonly view: Pick<AccountsViewState, 'definition' | 'search'>;
  readonly calendar: Calendar;
  readonly language: string;
  /** Something that the filters ask is not known yet: nothing is arranged until it is. */
  readonly waits: boolean;
}

export function useArrangedAccounts({
  book,
  columns,
  view,
  calendar,
  language,
  waits,
}: Wanted): ArrangedAccounts {
  const memory = useRef<{ readonly language: string; readonly memory: TableMemory<AccountRow> }>(undefined);
  const { rows } = book;
  const data = useMemo(() => {
    if (memory.current?.language !== language) {
      memory.current = { language, memory: createTableMemory(accountsCollator(language).compare) };
    }
    return createTableData(rows, engineColumns(columns), memory.current.memory);
  }, [rows, columns, language]);

  const { sort, filters, groupBy, shown } = view.definition;
  const { search } = view;
  // Widths and pins of a view change nothing about its rows.
  const request = useMemo(
    (): ArrangeRequest<AccountRow> => ({
      sort,
      filters,
      groupBy,
      totals: shown,
      search,
      searchText,
      calendar,
    }),
    [sort, filters, groupBy, shown, search, calendar],
  );

  const [result, setResult] = useState<{
    readonly request: ArrangeRequest<AccountRow>;
    readonly arranged: Arranged<AccountRow>;
  }>();
  const drawn = useRef(false);
  useEffect(() => {
    if (waits) return undefined;
    const stop = new AbortController();
    runInSlices(arrange(data, request), stop.signal, (arranged) => {
      // The first rows of a start are few, and nothing on the screen is worth keeping for them.
      if (!drawn.current && rows.length > 0) {
        drawn.current = true;
        setResult({ request, arranged });
        return;
      }
      // As a transition, React draws the lines in slices too, and gives the drawing up for a newer one.
      startTransition(() => setResult({ request, arranged }));
    });
    return () => stop.abort();
  }, [data, request, rows, waits]);
  const ready = result?.arranged.rows === rows && book.state === 'ready';
  useEffect(
    () => (ready ? runWhenIdle(prepareColumns(data, shown, searchText)) : undefined),
    [ready, data, shown],
  );
  return {
    arranged: result?.arranged,
    pending: waits || result?.request !== request || result.arranged.rows !== rows,
  };
}

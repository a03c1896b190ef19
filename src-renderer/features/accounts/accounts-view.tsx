/** The accounts screen as a function of the book: toolbar, filters, table, selection, and every state in between. */
import { SearchX } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Book } from '#renderer/data/book.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { useToday } from '#renderer/ui/use-today.ts';
import {
  changeDefinition,
  clearFilters,
  DEFAULT_DEFINITION,
  useAccountsView,
} from '#renderer/ui-state/accounts-view.ts';
import { usePreferences } from '#renderer/ui-state/preferences.ts';
import type { Clock } from '#shared/base/clock.ts';
import { linesOf } from '#shared/domain/table/arrange.ts';
import type { SavedView } from '#shared/model/stored.ts';
import { accountColumns } from './account-columns.ts';
import type { AccountsActions } from './accounts-actions.ts';
import { AccountsTable } from './accounts-table.tsx';
import { AccountsToolbar, focusSearch, openFilterPanel } from './accounts-toolbar.tsx';
import './accounts-view.css';
import { startOfLocalDay } from '#renderer/data/health/start-of-day.ts';
import type { CellWords } from './cell-words.ts';
import { FilterBar } from './filter-bar.tsx';
import { FirstRun, NoAccounts } from './first-run.tsx';
import type { Grid } from './grid-lines.ts';
import { shownIds } from './grid-lines.ts';
import { asksSegment, SEGMENT_COLUMN, segmentColumn, type TableSegments } from './segment-column.ts';
import { useArrangedAccounts } from './use-arranged-accounts.ts';
import { useGridColumns } from './use-grid-columns.ts';

export interface AccountsViewProps {
  readonly book: Book;
  readonly views: readonly SavedView[];
  /** Undefined until they are read. */
  readonly segments: TableSegments | undefined;
  readonly actions: AccountsActions;
  readonly clock: Clock;
  /** Rows came in, though none of them is an account. */
  readonly imported: boolean;
  readonly loadSample: () => Promise<void>;
  readonly onOpen: (id: string) => void;
  readonly onReload: () => void;
  /** The rows that a next start should show first. */
  readonly onTop: (ids: readonly string[]) => void;
}

/** More lines than the tallest screen shows. */
const TOP = 60;

function useWords(clock: Clock): CellWords {
  const texts = useText('accounts');
  const fields = useText('fields');
  const { format } = useLocale();
  const today = useToday(clock);
  return useMemo(() => ({ texts, fields, format, today }), [texts, fields, format, today]);
}

function useCalendar(today: string) {
  const fiscalYearStart = usePreferences((state) => state.fiscalYearStart);
  return useMemo(() => ({ today, fiscalYearStart, startOfDay: startOfLocalDay }), [today, fiscalYearStart]);
}

function useTop(grid: Grid | undefined, settled: boolean, onTop: (ids: readonly string[]) => void): void {
  useEffect(() => {
    if (grid === undefined || !settled) return undefined;
    // Long after the first paint: it is for the next start only.
    const timer = setTimeout(() => onTop(shownIds(grid).slice(0, TOP)), 1500);
    return () => clearTimeout(timer);
  }, [grid, settled, onTop]);
}

export function AccountsView(props: AccountsViewProps) {
  const { book, views, segments, actions, clock } = props;
  const words = useWords(clock);
  const { texts } = words;
  const { language } = useLocale();
  const view = useAccountsView();
  const columns = useMemo(() => accountColumns(book.customFields), [book.customFields]);
  // What filters may ask: a segment is no column that is shown.
  const asked = useMemo(
    () => new Map([[SEGMENT_COLUMN, segmentColumn(segments, texts)], ...columns]),
    [columns, segments, texts],
  );
  const calendar = useCalendar(words.today);
  const { arranged, pending } = useArrangedAccounts({
    book,
    columns: asksSegment(view.definition) ? asked : columns,
    view,
    calendar,
    language,
    waits: segments?.byAccount === undefined && asksSegment(view.definition),
  });
  const grid = useMemo(
    (): Grid | undefined =>
      arranged === undefined ? undefined : { arranged, lines: linesOf(arranged, view.collapsed) },
    [arranged, view.collapsed],
  );
  const gridColumns = useGridColumns(columns, view.definition);
  const [filterColumn, setFilterColumn] = useState<string>();
  useTop(grid, book.state === 'ready' && !pending && view.search === '', props.onTop);
  const addFilterFor = (columnId: string | undefined) => {
    setFilterColumn(columnId);
    openFilterPanel();
  };
  useCommands({
    id: 'accounts',
    title: texts.title,
    commands: [
      {
        id: 'accounts.search',
        label: texts.keySearch,
        keys: ['/', 'mod+f'],
        menu: ['find'],
        run: focusSearch,
      },
      { id: 'accounts.filter', label: texts.keyFilter, keys: ['f'], run: () => addFilterFor(undefined) },
      {
        id: 'accounts.filter-segment',
        label: texts.keyFilterSegment,
        run: () => addFilterFor(SEGMENT_COLUMN),
      },
      { id: 'accounts.clear-filters', label: texts.clearFilters, run: clearFilters },
    ],
  });
  const exportAs = async (format: 'csv' | 'xlsx') => {
    if (grid === undefined) return;
    try {
      const { exportAccounts } = await import('./export-accounts.ts');
      const file = await exportAccounts({ format, grid, columns: gridColumns, words });
      toast({ message: texts.exported(grid.arranged.order.length, file) });
    } catch {
      toast({ message: texts.exportFailed, tone: 'danger' });
    }
  };

  if (book.state === 'failed') {
    return (
      <ErrorState title={texts.failedTitle} actions={<RetryButton onReload={props.onReload} />}>
        {texts.failedBody}
      </ErrorState>
    );
  }
  // Not even known whether there are accounts: neither the table's tools nor the first-run view would be true.
  if (book.state === 'opening') return <Waiting />;
  if (book.state === 'ready' && book.total === 0)
    return props.imported ? <NoAccounts /> : <FirstRun loadSample={props.loadSample} />;
  return (
    <div className="acc-screen">
      <AccountsToolbar
        columns={columns}
        asked={asked}
        grid={grid}
        rows={book.rows}
        words={words}
        views={views}
        actions={actions}
        filterColumn={filterColumn}
        onFilterColumn={setFilterColumn}
        onExport={(format) => void exportAs(format)}
      />
      <FilterBar columns={asked} rows={book.rows} words={words} />
      <Content
        {...props}
        grid={book.rows.length === 0 ? undefined : grid}
        pending={pending}
        words={words}
        columns={columns}
        gridColumns={gridColumns}
        onFilter={addFilterFor}
      />
    </div>
  );
}

interface ContentProps extends AccountsViewProps {
  readonly grid: Grid | undefined;
  readonly pending: boolean;
  readonly words: CellWords;
  readonly columns: ReturnType<typeof accountColumns>;
  readonly gridColumns: ReturnType<typeof useGridColumns>;
  readonly onFilter: (columnId: string) => void;
}

function Content({ grid, pending, words, gridColumns, ...props }: ContentProps) {
  const { texts } = words;
  if (grid === undefined) {
    return <Waiting />;
  }
  if (gridColumns.length === 0) {
    const standard = () =>
      changeDefinition({ shown: DEFAULT_DEFINITION.shown, pinned: DEFAULT_DEFINITION.pinned });
    return (
      <div className="acc-state">
        <EmptyState
          title={texts.noColumnsTitle}
          actions={<Button onClick={standard}>{texts.defaultColumns}</Button>}
        />
      </div>
    );
  }
  // While rows still come in, "nothing matches" would be a guess.
  if (grid.arranged.order.length === 0 && !pending && props.book.state === 'ready') {
    return (
      <div className="acc-state">
        <EmptyState
          icon={SearchX}
          title={texts.noMatchTitle}
          actions={<Button onClick={clearFilters}>{texts.clearFilters}</Button>}
        >
          {texts.noMatchBody}
        </EmptyState>
      </div>
    );
  }
  return <AccountsTable {...props} grid={grid} pending={pending} words={words} gridColumns={gridColumns} />;
}

function Waiting() {
  return (
    <div className="acc-state">
      <Skeleton lines={14} />
    </div>
  );
}

function RetryButton({ onReload }: { readonly onReload: () => void }) {
  const { retry } = useText('ui');
  return <Button onClick={onReload}>{retry}</Button>;
}

/** The portfolio, joined with its segments and with the conditions, columns and edits of the accounts table. */
import { lazy, Suspense, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import {
  type AccountColumn,
  type AccountColumns,
  accountColumns,
  engineColumns,
} from '#renderer/features/accounts/account-columns.ts';
import { createAccountsActions } from '#renderer/features/accounts/accounts-actions.ts';
import { type CellWords, columnLabel } from '#renderer/features/accounts/cell-words.ts';
import { filterText } from '#renderer/features/accounts/filter-words.ts';
import { startOfLocalDay } from '#renderer/features/accounts/start-of-day.ts';
import {
  PORTFOLIO_TABS,
  PortfolioPage,
  type PortfolioTab,
} from '#renderer/features/portfolio/portfolio-page.tsx';
import type { PortfolioParts, Scope } from '#renderer/features/portfolio/portfolio-parts.ts';
import type { RuleTools } from '#renderer/features/segments/rule-tools.ts';
import { type SegmentDraft, SegmentEditor } from '#renderer/features/segments/segment-editor.tsx';
import { SegmentList } from '#renderer/features/segments/segment-list.tsx';
import { useAccountTable } from '#renderer/features/segments/use-account-table.ts';
import { type Segments, useSegments } from '#renderer/features/segments/use-segments.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Skeleton } from '#renderer/ui/states.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { useToday } from '#renderer/ui/use-today.ts';
import { DEFAULT_DEFINITION, DEFAULT_VIEW_ID, openView } from '#renderer/ui-state/accounts-view.ts';
import { changePortfolio, usePortfolioView } from '#renderer/ui-state/portfolio-view.ts';
import { usePreferences } from '#renderer/ui-state/preferences.ts';
import { systemClock } from '#shared/base/clock.ts';
import { MEASURE_COLUMN, measureColumns } from '#shared/domain/segments/measure-columns.ts';
import { EVERYONE, type SegmentRule } from '#shared/domain/segments/segment-rule.ts';
import { totalOf } from '#shared/domain/segments/segment-total.ts';
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

function useScope(segments: Segments, rowCount: number): Scope {
  const texts = useText('segments');
  const chosen = usePortfolioView((state) => state.segment);
  const found = segments.list.find(({ id, rule }) => id === chosen && rule !== undefined);
  return useMemo(() => {
    if (found?.rule === undefined) {
      const indexes = Uint32Array.from({ length: rowCount }, (_, i) => i);
      return { name: texts.everyone, id: undefined, rule: EVERYONE, indexes };
    }
    return { name: found.name, id: found.id, rule: found.rule, indexes: found.members.indexes };
  }, [found, rowCount, texts]);
}

/** Whether the accounts table can say the rule in its own filters. */
function fitsTable(rule: SegmentRule, own: AccountColumns): boolean {
  return (
    (rule.match === 'all' || rule.filters.length < 2) &&
    rule.filters.every((filter) => own.has(filter.column) && !filter.column.startsWith(MEASURE_COLUMN))
  );
}

export function PortfolioScreen({ tab = 'picture' }: { readonly tab?: string | undefined }) {
  const [, navigate] = useLocation();
  const { book: bookStore, store } = useData();
  const book = useSyncExternalStore(bookStore.subscribe, bookStore.get);
  const words = useWords();
  const portfolio = useText('portfolio');
  const own = useMemo(() => accountColumns(book.customFields), [book.customFields]);
  const engine = useMemo(() => engineColumns(own), [own]);
  const columns = useColumns(own);
  const table = useAccountTable(book.rows, engine);
  const fiscalYearStart = usePreferences((state) => state.fiscalYearStart);
  const { today } = words;
  const calendar = useMemo(
    () => ({ today, fiscalYearStart, startOfDay: startOfLocalDay }),
    [today, fiscalYearStart],
  );
  const segments = useSegments(table, calendar);
  const scope = useScope(segments, table.rows.length);
  const everyone = useMemo(() => totalOf(table.rows, table.rows.keys()), [table]);
  const [draft, setDraft] = useState<SegmentDraft>();
  const actions = useMemo(
    () => createAccountsActions({ store, clock: store.clock, newId: store.newId }),
    [store],
  );
  const labelOf = useCallback(
    (id: string) => {
      const column = columns.get(id);
      return column === undefined ? undefined : columnLabel(column, words);
    },
    [columns, words],
  );
  const { rows } = table;
  const tools: RuleTools = {
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
  const showInTable = (rule: SegmentRule, indexes: Iterable<number>) => {
    const byRule = fitsTable(rule, own);
    const names = [...indexes].flatMap((index) => rows[index]?.account.name ?? []);
    const filters = byRule
      ? [...rule.filters]
      : [{ column: 'name', op: 'anyOf' as const, values: [...new Set(names)] }];
    openView(DEFAULT_VIEW_ID, { ...DEFAULT_DEFINITION, filters });
    if (!byRule) toast({ message: portfolio.shownByName });
    navigate('/accounts');
  };
  const newSegment = () => setDraft({ id: undefined, name: '', rule: EVERYONE });
  const parts: PortfolioParts = {
    book,
    table,
    scope,
    today,
    labelOf,
    segments: (
      <SegmentList
        segments={segments}
        everyone={everyone}
        chosen={scope.id}
        tools={tools}
        onChoose={(id) => changePortfolio({ segment: id })}
        onNew={newSegment}
        onEdit={({ id, name, rule }) => {
          if (rule !== undefined) setDraft({ id, name, rule });
        }}
        onShowInTable={({ rule, members }) => {
          if (rule !== undefined) showInTable(rule, members.indexes);
        }}
      />
    ),
    scopes: segments.list,
    onSave: (rule, exact) =>
      setDraft({ id: undefined, name: '', rule, other: rule === exact ? undefined : exact }),
    onShowInTable: showInTable,
    bulkEdit: (field, ids, onDone) => {
      const column = own.get(field);
      return column === undefined ? null : (
        <Suspense fallback={<Skeleton lines={3} />}>
          <BulkEdit {...{ field, column, ids, rows, words, actions, onDone }} />
        </Suspense>
      );
    },
    onOpen: (id) => navigate(`/accounts/${encodeURIComponent(id)}`),
  };
  return (
    <>
      <PortfolioPage
        {...parts}
        tab={PORTFOLIO_TABS.find((each) => each === tab) ?? 'picture'}
        onTab={(next: PortfolioTab) => navigate(next === 'picture' ? '/portfolio' : `/portfolio/${next}`)}
        onNewSegment={newSegment}
      />
      {draft !== undefined && (
        <SegmentEditor
          draft={draft}
          table={table}
          calendar={calendar}
          tools={tools}
          onClose={() => setDraft(undefined)}
          onSaved={(id) => {
            setDraft(undefined);
            changePortfolio({ segment: id });
          }}
        />
      )}
    </>
  );
}

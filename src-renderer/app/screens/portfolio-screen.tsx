/** The portfolio, joined with its segments and with the conditions, columns and edits of the accounts table. */
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { AccountRow } from '#renderer/data/book.ts';
import { useData } from '#renderer/data/data-context.ts';
import { startOfLocalDay } from '#renderer/data/health/start-of-day.ts';
import { type AccountColumns, engineColumns } from '#renderer/features/accounts/account-columns.ts';
import { SEGMENT_COLUMN } from '#renderer/features/accounts/segment-column.ts';
import {
  PORTFOLIO_TABS,
  PortfolioPage,
  type PortfolioTab,
} from '#renderer/features/portfolio/portfolio-page.tsx';
import type { Scope } from '#renderer/features/portfolio/portfolio-parts.ts';
import { type SegmentDraft, SegmentEditor } from '#renderer/features/segments/segment-editor.tsx';
import { SegmentList } from '#renderer/features/segments/segment-list.tsx';
import { useAccountTable } from '#renderer/features/segments/use-account-table.ts';
import { type Segments, useSegments } from '#renderer/features/segments/use-segments.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { DEFAULT_DEFINITION, DEFAULT_VIEW_ID, openView } from '#renderer/ui-state/accounts-view.ts';
import { changePortfolio, OPEN, usePortfolioView } from '#renderer/ui-state/portfolio-view.ts';
import { usePreferences } from '#renderer/ui-state/preferences.ts';
import { EVERYONE, type SegmentRule } from '#shared/domain/segments/segment-rule.ts';
import { totalOf } from '#shared/domain/segments/segment-total.ts';
import { useTableLoan } from './portfolio-tools.tsx';

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
function fitsTable({ match, filters }: SegmentRule, own: AccountColumns): boolean {
  return (match === 'all' || filters.length < 2) && filters.every(({ column }) => own.has(column));
}

/**
 * Opens the accounts table on these accounts: by the rule where the table knows its columns, else by the saved segment,
 * and where none is saved by their names.
 */
function useShowInTable(rows: readonly AccountRow[], own: AccountColumns) {
  const [, navigate] = useLocation();
  const texts = useText('portfolio');
  return (rule: SegmentRule, indexes: Iterable<number>, segment?: string) => {
    const byRule = fitsTable(rule, own);
    if (!byRule && segment !== undefined) {
      const filters = [{ column: SEGMENT_COLUMN, op: 'anyOf' as const, values: [segment] }];
      openView(DEFAULT_VIEW_ID, { ...DEFAULT_DEFINITION, filters });
      navigate('/accounts');
      return;
    }
    const names = [...indexes].flatMap((index) => rows[index]?.account.name ?? []);
    const filters = byRule
      ? [...rule.filters]
      : [{ column: 'name', op: 'anyOf' as const, values: [...new Set(names)] }];
    openView(DEFAULT_VIEW_ID, { ...DEFAULT_DEFINITION, filters });
    if (!byRule) toast({ message: texts.shownByName });
    navigate('/accounts');
  };
}

function useCalendar(today: string) {
  const fiscalYearStart = usePreferences((state) => state.fiscalYearStart);
  return useMemo(() => ({ today, fiscalYearStart, startOfDay: startOfLocalDay }), [today, fiscalYearStart]);
}

/** Everything of the screen that is worked out from the book. */
function usePortfolio() {
  const { book: bookStore } = useData();
  const book = useSyncExternalStore(bookStore.subscribe, bookStore.get);
  const loan = useTableLoan(book.rows, book.customFields);
  const engine = useMemo(() => engineColumns(loan.own), [loan.own]);
  const table = useAccountTable(book.rows, engine);
  const calendar = useCalendar(loan.words.today);
  const segments = useSegments(table, calendar);
  const scope = useScope(segments, table.rows.length);
  const everyone = useMemo(() => totalOf(table.rows, table.rows.keys()), [table]);
  return { book, loan, table, calendar, segments, scope, everyone };
}

export function PortfolioScreen({ tab = 'picture' }: { readonly tab?: string | undefined }) {
  const [, navigate] = useLocation();
  const { book, loan, table, calendar, segments, scope, everyone } = usePortfolio();
  const { tools, own, words, bulkEdit } = loan;
  const [draft, setDraft] = useState<SegmentDraft>();
  const showInTable = useShowInTable(table.rows, own);
  const newSegment = () => setDraft({ id: undefined, name: '', rule: EVERYONE });
  const saved = (id: string) => {
    setDraft(undefined);
    // The segment says now what the drawn area said.
    changePortfolio({ segment: id, health: OPEN, days: OPEN, arr: OPEN });
  };
  const list = (
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
      onShowInTable={({ id, rule, members }) => {
        if (rule !== undefined) showInTable(rule, members.indexes, id);
      }}
    />
  );
  return (
    <>
      <PortfolioPage
        {...{ book, table, scope, bulkEdit }}
        today={words.today}
        labelOf={tools.labelOf}
        segments={list}
        scopes={segments.list}
        onSave={(rule, exact) =>
          setDraft({ id: undefined, name: '', rule, other: rule === exact ? undefined : exact })
        }
        onShowInTable={showInTable}
        onOpen={(id) => navigate(`/accounts/${encodeURIComponent(id)}`)}
        tab={PORTFOLIO_TABS.find((each) => each === tab) ?? 'picture'}
        onTab={(next: PortfolioTab) => navigate(next === 'picture' ? '/portfolio' : `/portfolio/${next}`)}
        onNewSegment={newSegment}
      />
      {draft !== undefined && (
        <SegmentEditor
          {...{ draft, table, calendar, tools }}
          onClose={() => setDraft(undefined)}
          onSaved={saved}
        />
      )}
    </>
  );
}

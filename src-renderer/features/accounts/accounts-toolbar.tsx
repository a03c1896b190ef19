/** What stands above the table: view, search, filters, grouping, columns, export. */
import { Columns3, Download, Group, ListFilter } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { MenuButton, type MenuGroup } from '#renderer/ui/menu.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import { SearchField } from '#renderer/ui/text-field.tsx';
import {
  addFilter,
  groupBy,
  setCollapsed,
  setSearch,
  useAccountsView,
} from '#renderer/ui-state/accounts-view.ts';
import { canGroup } from '#shared/domain/table/column.ts';
import type { SavedView } from '#shared/model/stored.ts';
import type { AccountColumns } from './account-columns.ts';
import type { AccountsActions } from './accounts-actions.ts';
import { type CellWords, columnLabel } from './cell-words.ts';
import type { Grid } from './grid-lines.ts';
import { ViewMenu } from './view-menu.tsx';

const FilterBuilder = lazy(() =>
  import('./filter-editor.tsx').then((file) => ({ default: file.FilterBuilder })),
);
const ColumnChooser = lazy(() =>
  import('./column-chooser.tsx').then((file) => ({ default: file.ColumnChooser })),
);

const SEARCH_NAME = 'accounts-search';
const FILTER_BUTTON = 'acc-add-filter';

export function focusSearch(): void {
  document.querySelector<HTMLInputElement>(`input[name="${SEARCH_NAME}"]`)?.focus();
}

/** Opens the panel that the toolbar's filter button opens; a menu that is just closing gets its time to do so. */
export function openFilterPanel(): void {
  setTimeout(() => document.getElementById(FILTER_BUTTON)?.click(), 0);
}

interface ToolbarProps {
  readonly columns: AccountColumns;
  /** What filters may ask. */
  readonly asked: AccountColumns;
  readonly grid: Grid | undefined;
  readonly rows: readonly AccountRow[];
  readonly words: CellWords;
  readonly views: readonly SavedView[];
  readonly actions: AccountsActions;
  /** The column for which the filter panel opens; undefined = ask. */
  readonly filterColumn: string | undefined;
  readonly onFilterColumn: (columnId: string | undefined) => void;
  readonly onExport: (format: 'csv' | 'xlsx') => void;
}

/** Columns that people group by, first; every other one that can part rows is in its heading's menu. */
const GROUPS = ['owner', 'stage', 'segment', 'touchModel', 'country', 'industry', 'plan'];

function groupMenu({ columns, words, grid }: ToolbarProps, current: string | null): readonly MenuGroup[] {
  const offered = [...GROUPS, ...(current === null || GROUPS.includes(current) ? [] : [current])];
  const entries = offered.flatMap((id) => {
    const column = columns.get(id);
    if (column === undefined || !canGroup(column.column.kind)) return [];
    return [{ id, label: columnLabel(column, words), checked: id === current, run: () => groupBy(id) }];
  });
  const { texts } = words;
  const none = { id: 'none', label: texts.groupNone, checked: current === null, run: () => groupBy(null) };
  const values = grid?.arranged.groups?.map((group) => group.value ?? '');
  const all =
    values === undefined
      ? []
      : [
          {
            id: 'all',
            entries: [
              { id: 'open', label: texts.openGroups, run: () => setCollapsed([]) },
              { id: 'close', label: texts.closeGroups, run: () => setCollapsed(values) },
            ],
          },
        ];
  return [{ id: 'none', entries: [none] }, { id: 'by', entries }, ...all];
}

function FilterButton({ asked, words, rows, filterColumn, onFilterColumn }: ToolbarProps) {
  const { texts } = words;
  // Pressed by hand it asks for the column; a heading's menu presses it by program and has chosen already.
  const ask = () => onFilterColumn(undefined);
  return (
    <span role="presentation" onPointerDownCapture={ask} onKeyDownCapture={ask}>
      <PopoverButton
        id={FILTER_BUTTON}
        variant="quiet"
        icon={ListFilter}
        panelLabel={texts.addFilter}
        panel={(close) => (
          <Suspense fallback={<Skeleton lines={6} />}>
            <FilterBuilder
              key={filterColumn ?? ''}
              columns={asked}
              startColumn={filterColumn}
              rows={rows}
              words={words}
              onAdd={(filter) => {
                addFilter(filter);
                close();
              }}
            />
          </Suspense>
        )}
      >
        {texts.filter}
      </PopoverButton>
    </span>
  );
}

export function AccountsToolbar(props: ToolbarProps) {
  const { columns, words, views, actions, grid, onExport } = props;
  const { texts } = words;
  const search = useAccountsView((state) => state.search);
  const groupedBy = useAccountsView((state) => state.definition.groupBy);
  const by = groupedBy === null ? undefined : columns.get(groupedBy);
  const shown = grid?.arranged.order.length ?? 0;
  return (
    <div className="acc-toolbar">
      <ViewMenu views={views} actions={actions} />
      <div className="acc-search">
        <SearchField
          label={texts.search}
          placeholder={texts.searchHint}
          value={search}
          onChange={setSearch}
          name={SEARCH_NAME}
          autoComplete="off"
        />
      </div>
      <FilterButton {...props} />
      <MenuButton
        variant="quiet"
        icon={Group}
        menuLabel={texts.group}
        groups={groupMenu(props, groupedBy)}
        aria-pressed={by !== undefined}
      >
        {by === undefined ? texts.group : texts.groupedBy(columnLabel(by, words))}
      </MenuButton>
      <span className="acc-toolbar-gap" />
      <PopoverButton
        variant="quiet"
        icon={Columns3}
        panelLabel={texts.columns}
        panel={() => (
          <Suspense fallback={<Skeleton lines={8} />}>
            <ColumnChooser columns={columns} words={words} />
          </Suspense>
        )}
      >
        {texts.columns}
      </PopoverButton>
      <MenuButton
        variant="quiet"
        icon={Download}
        menuLabel={texts.export}
        disabled={shown === 0}
        groups={[
          {
            id: 'export',
            title: texts.exportShown(shown),
            entries: [
              { id: 'csv', label: texts.exportCsv, run: () => onExport('csv') },
              { id: 'xlsx', label: texts.exportXlsx, run: () => onExport('xlsx') },
            ],
          },
        ]}
      >
        {texts.export}
      </MenuButton>
    </div>
  );
}

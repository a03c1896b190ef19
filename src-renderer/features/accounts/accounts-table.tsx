/** The table with its cursor, selection and what can be done with the selected accounts. */
import { useMemo, useRef, useState } from 'react';
import type { Book } from '#renderer/data/book.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { toggleGroup, useAccountsView } from '#renderer/ui-state/accounts-view.ts';
import type { AccountColumns } from './account-columns.ts';
import type { AccountsActions } from './accounts-actions.ts';
import { AccountsGrid, type GridHandle } from './accounts-grid.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { type CellWords, cellText } from './cell-words.ts';
import { GridKeys, useGridHasKeys } from './grid-keys.tsx';
import { type Grid, lineAt } from './grid-lines.ts';
import {
  clearSelection,
  cursorIndex,
  type GridSelection,
  moveTo,
  NOTHING_SELECTED,
  selectRange,
  toggle,
} from './grid-selection.ts';
import type { GridColumn } from './use-grid-columns.ts';

export interface AccountsTableProps {
  readonly book: Book;
  readonly grid: Grid;
  readonly pending: boolean;
  readonly words: CellWords;
  readonly columns: AccountColumns;
  readonly gridColumns: readonly GridColumn[];
  readonly actions: AccountsActions;
  readonly onOpen: (id: string) => void;
  readonly onFilter: (columnId: string) => void;
}

/** Only what is shown can be acted on: a filter never leaves selected accounts behind the scene. */
function shownSelection(grid: Grid, selection: GridSelection): GridSelection {
  if (selection.selected.size === 0) return selection;
  const selected = new Set<string>();
  for (const index of grid.arranged.order) {
    const { id } = grid.arranged.rows[index]!.account;
    if (selection.selected.has(id)) selected.add(id);
  }
  return selected.size === selection.selected.size ? selection : { ...selection, selected };
}

/** Tab-separated, as a spreadsheet takes it. */
function copyRows(
  grid: Grid,
  ids: ReadonlySet<string>,
  columns: readonly GridColumn[],
  words: CellWords,
): void {
  const lines: string[] = [];
  for (const index of grid.arranged.order) {
    const row = grid.arranged.rows[index]!;
    if (!ids.has(row.account.id)) continue;
    lines.push(columns.map(({ shown }) => cellText(shown, row, words).replace(/[\t\r\n]+/g, ' ')).join('\t'));
  }
  if (lines.length === 0) return;
  navigator.clipboard.writeText(lines.join('\n')).then(
    () => toast({ message: words.texts.copied(lines.length) }),
    () => toast({ message: words.texts.copyFailed, tone: 'danger' }),
  );
}

export function AccountsTable(props: AccountsTableProps) {
  const { book, grid, words, columns, gridColumns, actions, onOpen } = props;
  const definition = useAccountsView((state) => state.definition);
  const collapsed = useAccountsView((state) => state.collapsed);
  const [stored, setSelection] = useState(NOTHING_SELECTED);
  const selection = useMemo(() => shownSelection(grid, stored), [grid, stored]);
  const ids = useMemo(() => [...selection.selected], [selection]);
  const handle = useRef<GridHandle>(null);
  const hasKeys = useGridHasKeys();

  const onLineClick = (index: number, part: 'check' | 'toggle' | 'line', shift: boolean) => {
    if (part === 'toggle') {
      const line = lineAt(grid, index);
      if (line?.type === 'group') toggleGroup(line.group.value ?? '');
    }
    if (shift) setSelection(selectRange(grid, selection, index));
    else if (part === 'check') setSelection(toggle(grid, selection, index));
    else setSelection(moveTo(grid, selection, index));
  };
  const onLineOpen = (index: number) => {
    const line = lineAt(grid, index);
    if (line?.type === 'row') onOpen(line.row.account.id);
  };
  const copy = () => {
    const line = lineAt(grid, cursorIndex(grid, selection));
    const cursor = line?.type === 'row' ? [line.row.account.id] : [];
    copyRows(grid, selection.selected.size > 0 ? selection.selected : new Set(cursor), gridColumns, words);
  };
  return (
    <div className="acc-table">
      {hasKeys && (
        <GridKeys
          grid={grid}
          selection={selection}
          onSelection={setSelection}
          onOpen={onOpen}
          onCopy={copy}
          handle={handle}
        />
      )}
      <AccountsGrid
        grid={grid}
        columns={gridColumns}
        allColumns={columns}
        definition={definition}
        words={words}
        collapsed={collapsed}
        selection={selection}
        total={book.total}
        loaded={book.state === 'ready' ? undefined : book.rows.length}
        busy={props.pending || book.state !== 'ready'}
        onSelection={setSelection}
        onLineClick={onLineClick}
        onLineOpen={onLineOpen}
        onFilter={props.onFilter}
        handle={handle}
      />
      {ids.length > 0 && (
        <BulkBar
          ids={ids}
          rows={grid.arranged.rows}
          columns={columns}
          words={words}
          actions={actions}
          onClear={() => setSelection(clearSelection(selection))}
        />
      )}
    </div>
  );
}

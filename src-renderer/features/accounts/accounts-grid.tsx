/** The virtual table: only the lines and columns in view are drawn, whatever the size of the book. */
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { ViewDefinition } from '#shared/domain/table/view-definition.ts';
import type { AccountColumns } from './account-columns.ts';
import type { CellWords } from './cell-words.ts';
import { GridHeader } from './grid-header.tsx';
import { type Grid, lineAt } from './grid-lines.ts';
import { type CellColumn, GridRow, lineId } from './grid-row.tsx';
import { clearSelection, cursorIndex, type GridSelection, selectAll } from './grid-selection.ts';
import { GroupLine, TotalsLine } from './group-line.tsx';
import { CHECK_WIDTH, type GridColumn } from './use-grid-columns.ts';
import './accounts-grid.css';

export const LINE_HEIGHT = 32;
const HEADER_HEIGHT = 34;
const OVERSCAN = 6;
/** Columns this far outside of the view are drawn too. */
const MARGIN = 240;

export interface GridHandle {
  /** Whole lines that fit between header and totals. */
  page(): number;
  reveal(index: number): void;
  scrollSideways(step: -1 | 1): void;
  focus(): void;
}

export interface AccountsGridProps {
  readonly grid: Grid;
  readonly columns: readonly GridColumn[];
  readonly allColumns: AccountColumns;
  readonly definition: ViewDefinition;
  readonly words: CellWords;
  readonly collapsed: ReadonlySet<string>;
  readonly selection: GridSelection;
  readonly total: number;
  /** Rows that are here while the rest still comes in. */
  readonly loaded: number | undefined;
  readonly busy: boolean;
  readonly onSelection: (next: GridSelection) => void;
  readonly onLineClick: (index: number, part: 'check' | 'toggle' | 'line', shift: boolean) => void;
  readonly onLineOpen: (index: number) => void;
  readonly onFilter: (columnId: string) => void;
  readonly handle: RefObject<GridHandle | null>;
}

/** Columns in view, the same list as before while they are the same ones: rows then need no new drawing. */
function useDrawnColumns(
  columns: readonly GridColumn[],
  scrollLeft: number,
  width: number,
): { readonly drawn: readonly GridColumn[]; readonly cells: readonly CellColumn[] } {
  const drawn = columns.filter(
    (column) =>
      column.pinned ||
      (column.left + column.width > scrollLeft - MARGIN && column.left < scrollLeft + width + MARGIN),
  );
  const key = drawn.map(({ shown, place, pinned }) => `${shown.id}\u001f${place}${pinned}`).join('\u001e');
  const held = useRef<{
    readonly key: string;
    readonly columns: readonly GridColumn[];
    cells: readonly CellColumn[];
  }>(undefined);
  const known = held.current;
  const same = known?.key === key && known.cells.every((cell, index) => cell.shown === drawn[index]?.shown);
  if (!same || known === undefined) {
    const cells = drawn.map(({ shown, place, pinned }) => ({ shown, place, pinned }));
    held.current = { key, columns, cells };
    return { drawn, cells };
  }
  return { drawn, cells: known.cells };
}

/** Widths and left edges as CSS variables on the grid: resizing changes a few numbers and draws no row. */
function columnVariables(columns: readonly GridColumn[]): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const { place, width, left } of columns) {
    variables[`--acc-w${place}`] = `${width}px`;
    variables[`--acc-x${place}`] = `${left}px`;
  }
  const last = columns.at(-1);
  variables['--acc-pinned'] = `${pinnedEdge(columns)}px`;
  variables['--acc-total'] = `${last === undefined ? CHECK_WIDTH : last.left + last.width}px`;
  return variables;
}

function pinnedEdge(columns: readonly GridColumn[]): number {
  return columns.reduce((sum, { pinned, width }) => sum + (pinned ? width : 0), CHECK_WIDTH);
}

type LineVirtualizer = Virtualizer<HTMLTableElement, HTMLTableRowElement>;

function useGridHandle(
  handle: RefObject<GridHandle | null>,
  scroller: RefObject<HTMLTableElement | null>,
  lines: LineVirtualizer,
  padding: number,
): void {
  useEffect(() => {
    handle.current = {
      page: () => {
        const height = scroller.current?.clientHeight ?? 0;
        return Math.max(1, Math.floor((height - padding) / LINE_HEIGHT) - 1);
      },
      reveal: (index) => lines.scrollToIndex(index, { align: 'auto' }),
      scrollSideways: (step) => scroller.current?.scrollBy({ left: step * 120 }),
      focus: () => scroller.current?.focus({ preventScroll: true }),
    };
    return () => {
      handle.current = null;
    };
  }, [handle, scroller, lines, padding]);
}

export function AccountsGrid(props: AccountsGridProps) {
  const { grid, columns, allColumns, definition, words, collapsed, selection, total, handle } = props;
  const { arranged, lines } = grid;
  const scroller = useRef<HTMLTableElement>(null);
  const [scrollLeft, setScrollLeft] = useState(0);
  const footHeight = 34 + 17 * Math.max(0, mostCurrencies(grid) - 1);
  const virtual = useVirtualizer<HTMLTableElement, HTMLTableRowElement>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
    useFlushSync: false,
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    scrollPaddingEnd: footHeight + (selection.selected.size > 0 ? 56 : 0),
    initialRect: { width: 1200, height: 800 },
  });
  useGridHandle(handle, scroller, virtual, HEADER_HEIGHT + footHeight);
  const viewWidth = virtual.scrollRect?.width ?? 1200;
  const { drawn, cells } = useDrawnColumns(columns, scrollLeft, viewWidth);
  const variables = useMemo(() => columnVariables(columns), [columns]);
  const at = useMemo(() => cursorIndex(grid, selection), [grid, selection]);
  const by = definition.groupBy === null ? undefined : allColumns.get(definition.groupBy);

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    const line = target.closest<HTMLElement>('[data-line]');
    if (line === null || target.closest('a') !== null) return;
    const part = target.closest('.acc-check') ? 'check' : target.closest('[data-toggle]') ? 'toggle' : 'line';
    props.onLineClick(Number(line.dataset.line), part, event.shiftKey);
  };
  const onDoubleClick = (event: MouseEvent<HTMLElement>) => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null;
    if (line !== null && !(event.target as Element).closest('.acc-check'))
      props.onLineOpen(Number(line.dataset.line));
  };
  const items = virtual.getVirtualItems();
  // A table that is moved through by keyboard: one tab stop, the cursor named by id.
  const aria = {
    role: arranged.groups === undefined ? 'grid' : 'treegrid',
    tabIndex: 0,
    'aria-label': words.texts.title,
    'aria-multiselectable': true,
    'aria-rowcount': lines.length + 2,
    'aria-colcount': columns.length + 1,
    'aria-busy': props.busy,
    'aria-activedescendant': items.some((item) => item.index === at) ? lineId(at) : undefined,
  };
  return (
    <table
      ref={scroller}
      {...aria}
      data-grid
      className="acc-grid"
      style={variables}
      onScroll={(event) => setScrollLeft(Math.floor(event.currentTarget.scrollLeft / 100) * 100)}
      onMouseDown={(event) => {
        // A press in a line leaves the focus on the grid; it takes no text field's place.
        if (event.target instanceof HTMLInputElement && event.target.dataset.check !== undefined) {
          event.preventDefault();
          scroller.current?.focus({ preventScroll: true });
        }
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onKeyDown={() => undefined}
    >
      <thead>
        <GridHeader
          columns={columns}
          drawn={drawn}
          definition={definition}
          words={words}
          selectedCount={selection.selected.size}
          shownCount={arranged.order.length}
          scroller={() => scroller.current}
          onSelectAll={(all) =>
            props.onSelection(all ? selectAll(grid, selection) : clearSelection(selection))
          }
          onFilter={props.onFilter}
          onReveal={(column) => revealColumn(scroller.current, column, columns)}
        />
      </thead>
      <tbody className="acc-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const line = lineAt(grid, index);
          if (line === undefined) return null;
          const place = { index, top: start - HEADER_HEIGHT, isCursor: index === at };
          if (line.type === 'row') {
            return (
              <GridRow
                // By place, not by account: after a sort the lines change their words instead of being made anew.
                key={index}
                {...place}
                row={line.row}
                columns={cells}
                words={words}
                isSelected={selection.selected.has(line.row.account.id)}
                level={arranged.groups === undefined ? undefined : 2}
              />
            );
          }
          if (by === undefined) return null;
          return (
            <GroupLine
              key={`group ${index}`}
              {...place}
              group={line.group}
              by={by}
              columns={cells}
              words={words}
              isOpen={!collapsed.has(line.group.value ?? '')}
              picked={pickedOf(grid, line.group.rows, selection.selected)}
            />
          );
        })}
      </tbody>
      <tfoot>
        <TotalsLine
          totals={arranged.totals}
          ofAll={total}
          loaded={props.loaded}
          columns={cells}
          words={words}
          rowIndex={lines.length + 2}
          height={footHeight}
        />
      </tfoot>
    </table>
  );
}

function mostCurrencies({ arranged }: Grid): number {
  const counts = [...arranged.totals.columns.values()].map((t) => (t.type === 'money' ? t.sums.length : 1));
  return Math.max(1, ...counts);
}

function pickedOf(
  { arranged }: Grid,
  rows: Uint32Array,
  selected: ReadonlySet<string>,
): 'none' | 'some' | 'all' {
  if (selected.size === 0) return 'none';
  let count = 0;
  for (const index of rows) if (selected.has(arranged.rows[index]!.account.id)) count++;
  return count === 0 ? 'none' : count === rows.length ? 'all' : 'some';
}

function revealColumn(box: HTMLElement | null, column: GridColumn, columns: readonly GridColumn[]): void {
  if (box === null || column.pinned) return;
  const pinned = pinnedEdge(columns);
  const { left, width } = column;
  if (left < box.scrollLeft + pinned) box.scrollLeft = left - pinned;
  else if (left + width > box.scrollLeft + box.clientWidth) box.scrollLeft = left + width - box.clientWidth;
}

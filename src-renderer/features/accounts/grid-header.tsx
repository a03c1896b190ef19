/** The headings: sort by click, menu, drag to move, grip to resize; one tab stop, arrows inside. */
import { ArrowDown, ArrowUp, MoreHorizontal } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useState } from 'react';
import { classNames } from '#renderer/ui/class-names.ts';
import { IconMenuButton } from '#renderer/ui/menu.tsx';
import { setColumnWidth, sortBy } from '#renderer/ui-state/accounts-view.ts';
import type { SortKey, ViewDefinition } from '#shared/domain/table/view-definition.ts';
import { type CellWords, columnLabel } from './cell-words.ts';
import { columnMenu, stepColumn } from './column-menu.ts';
import { type ColumnDrag, gripHandlers, useColumnDrag } from './use-column-gestures.ts';
import type { GridColumn } from './use-grid-columns.ts';

const STEP = 16;

/** Click after click: up, down, not at all. Figures begin with the largest. */
function cycleSort({ shown }: GridColumn, sort: readonly SortKey[], add: boolean): void {
  const key = sort.find((candidate) => candidate.column === shown.id);
  const first = shown.numeric;
  const only = key !== undefined && (add || sort.length === 1);
  if (!only) sortBy(shown.id, first, add);
  else if (key.descending === first) sortBy(shown.id, !first, add);
  else sortBy(shown.id, undefined, add);
}

interface HeadingProps {
  readonly column: GridColumn;
  readonly columns: readonly GridColumn[];
  readonly definition: ViewDefinition;
  readonly words: CellWords;
  readonly drag: ColumnDrag;
  readonly isStop: boolean;
  readonly onStop: () => void;
  readonly onFilter: (columnId: string) => void;
}

function SortMark({ sort, id }: { readonly sort: readonly SortKey[]; readonly id: string }) {
  const place = sort.findIndex((key) => key.column === id);
  const key = sort[place];
  if (key === undefined) return null;
  const Arrow = key.descending ? ArrowDown : ArrowUp;
  return (
    <span className="acc-sort">
      <Arrow size={12} strokeWidth={2} aria-hidden />
      {sort.length > 1 && <span>{place + 1}</span>}
    </span>
  );
}

function ariaSort(sort: readonly SortKey[], id: string): 'ascending' | 'descending' | 'none' {
  const key = sort.find((candidate) => candidate.column === id);
  if (key === undefined) return 'none';
  return key.descending ? 'descending' : 'ascending';
}

/** Arrow keys with a modifier move or resize; the rest is the header's own. */
function onHeadingKey(event: KeyboardEvent<HTMLElement>, props: HeadingProps): void {
  const { column, columns, definition } = props;
  if (event.target !== event.currentTarget) return;
  const { key, shiftKey, altKey } = event;
  const side = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : undefined;
  if (side !== undefined && shiftKey) stepColumn(column, columns, side);
  else if (side !== undefined && altKey) setColumnWidth(column.shown.id, column.width + side * STEP);
  else if (key === 'Enter' || key === ' ') cycleSort(column, definition.sort, shiftKey);
  else if (key === 'ArrowDown') event.currentTarget.querySelector<HTMLElement>('.acc-heading-menu')?.click();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function Heading(props: HeadingProps) {
  const { column, columns, definition, words, drag, isStop, onStop, onFilter } = props;
  const { shown, place, pinned } = column;
  const label = columnLabel(shown, words);
  const onClick = (event: MouseEvent) => {
    if (!drag.wasDrag()) cycleSort(column, definition.sort, event.shiftKey || event.ctrlKey || event.metaKey);
  };
  return (
    <th
      scope="col"
      tabIndex={isStop ? 0 : -1}
      aria-colindex={place + 2}
      aria-sort={ariaSort(definition.sort, shown.id)}
      aria-label={label}
      data-column={shown.id}
      className={classNames(
        'acc-cell acc-heading',
        pinned && 'acc-pinned',
        shown.numeric && 'acc-numeric',
        drag.dragging === shown.id && 'acc-dragging',
      )}
      style={{ width: `var(--acc-w${place})`, left: `var(--acc-x${place})` }}
      onFocus={onStop}
      onKeyDown={(event) => onHeadingKey(event, props)}
    >
      {/* The heading itself is what the keyboard reaches; this is only its surface for the pointer. */}
      <button
        type="button"
        tabIndex={-1}
        className="acc-heading-label"
        title={label}
        // A press leaves the focus where it was: the arrow keys stay with the lines.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
        onPointerDown={(event) => drag.onPointerDown(event, column)}
        onPointerMove={drag.onPointerMove}
        onPointerUp={drag.onPointerUp}
        onPointerCancel={drag.onPointerCancel}
      >
        <span className="acc-heading-text">{label}</span>
        <SortMark sort={definition.sort} id={shown.id} />
      </button>
      <IconMenuButton
        icon={MoreHorizontal}
        size="small"
        className="acc-heading-menu"
        tabIndex={-1}
        label={words.texts.columnMenu(label)}
        groups={columnMenu({ column, columns, definition, texts: words.texts, onFilter })}
      />
      <div className="acc-grip" aria-hidden="true" {...gripHandlers(column)} />
    </th>
  );
}

interface GridHeaderProps {
  readonly columns: readonly GridColumn[];
  /** Those of them that are in view. */
  readonly drawn: readonly GridColumn[];
  readonly definition: ViewDefinition;
  readonly words: CellWords;
  readonly selectedCount: number;
  readonly shownCount: number;
  readonly scroller: () => HTMLElement | null;
  readonly onSelectAll: (all: boolean) => void;
  readonly onFilter: (columnId: string) => void;
  /** Makes sure that a column can be focused: scrolls it into view. */
  readonly onReveal: (column: GridColumn) => void;
}

export function GridHeader(props: GridHeaderProps) {
  const { columns, drawn, definition, words, selectedCount, shownCount, scroller, onReveal } = props;
  const [stop, setStop] = useState<string>();
  const drag = useColumnDrag(columns, scroller);
  const stopId = drawn.some(({ shown }) => shown.id === stop) ? stop : drawn[0]?.shown.id;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = columns.findIndex(({ shown }) => shown.id === stopId);
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: columns.length - 1,
    };
    const next = columns[steps[event.key] ?? -1];
    if (next === undefined || !(event.target instanceof Element) || !event.target.matches('[data-column]'))
      return;
    event.preventDefault();
    event.stopPropagation();
    const header = event.currentTarget;
    onReveal(next);
    // The heading may only be drawn once it has come into view.
    requestAnimationFrame(() => {
      const id = CSS.escape(next.shown.id);
      header.querySelector<HTMLElement>(`[data-column="${id}"]`)?.focus({ preventScroll: true });
    });
  };
  return (
    <tr aria-rowindex={1} className="acc-header" onKeyDown={onKeyDown}>
      <th scope="col" aria-colindex={1} className="acc-cell acc-check acc-pinned">
        <input
          type="checkbox"
          aria-label={words.texts.selectAll}
          ref={(input) => {
            if (input !== null) input.indeterminate = selectedCount > 0 && selectedCount < shownCount;
          }}
          checked={shownCount > 0 && selectedCount >= shownCount}
          onChange={(event) => props.onSelectAll(event.target.checked)}
        />
      </th>
      {drawn.map((column) => (
        <Heading
          key={column.shown.id}
          column={column}
          columns={columns}
          definition={definition}
          words={words}
          drag={drag}
          isStop={column.shown.id === stopId}
          onStop={() => setStop(column.shown.id)}
          onFilter={props.onFilter}
        />
      ))}
      {drag.mark !== undefined && (
        <td aria-hidden="true" className="acc-drop-mark" style={{ left: drag.mark.left }} />
      )}
    </tr>
  );
}

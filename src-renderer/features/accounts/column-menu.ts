/** What can be done with a column from its heading. */
import {
  ArrowDownNarrowWide,
  ArrowDownWideNarrow,
  ArrowLeft,
  ArrowRight,
  EyeOff,
  Group,
  ListFilter,
  Pin,
  PinOff,
  Plus,
} from 'lucide-react';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { MenuEntry, MenuGroup } from '#renderer/ui/menu.tsx';
import { groupBy, moveColumn, pinColumn, showColumn, sortBy } from '#renderer/ui-state/accounts-view.ts';
import { canGroup } from '#shared/domain/table/column.ts';
import type { ViewDefinition } from '#shared/domain/table/view-definition.ts';
import type { GridColumn } from './use-grid-columns.ts';

export interface ColumnMenuParts {
  readonly column: GridColumn;
  readonly columns: readonly GridColumn[];
  readonly definition: ViewDefinition;
  readonly texts: Texts['accounts'];
  readonly onFilter: (columnId: string) => void;
}

/** Moves by one place among the columns on the same side of the pin. */
export function stepColumn(column: GridColumn, columns: readonly GridColumn[], step: -1 | 1): void {
  const beside = columns[column.place + step];
  if (beside === undefined || beside.pinned !== column.pinned) return;
  const before = step === -1 ? beside : columns[column.place + 2];
  const id = before?.pinned === column.pinned ? before.shown.id : undefined;
  moveColumn(column.shown.id, id);
}

function sortEntries({ column, definition, texts }: ColumnMenuParts): MenuEntry[] {
  const { id } = column.shown;
  const { sort } = definition;
  const current = sort.find((key) => key.column === id);
  const others = sort.some((key) => key.column !== id);
  return [
    {
      id: 'up',
      label: texts.sortUp,
      icon: ArrowDownNarrowWide,
      checked: current?.descending === false,
      run: () => sortBy(id, false, current !== undefined),
    },
    {
      id: 'down',
      label: texts.sortDown,
      icon: ArrowDownWideNarrow,
      checked: current?.descending === true,
      run: () => sortBy(id, true, current !== undefined),
    },
    ...(current === undefined && others
      ? [{ id: 'also', label: texts.sortAlso, icon: Plus, run: () => sortBy(id, false, true) }]
      : []),
    ...(current === undefined
      ? []
      : [{ id: 'unsort', label: texts.sortNot, run: () => sortBy(id, undefined, true) }]),
  ];
}

function placeEntries({ column, columns, texts }: ColumnMenuParts): MenuEntry[] {
  const { shown, pinned, place } = column;
  const { id } = shown;
  return [
    pinned
      ? { id: 'unpin', label: texts.unpin, icon: PinOff, run: () => pinColumn(id, false) }
      : { id: 'pin', label: texts.pin, icon: Pin, run: () => pinColumn(id, true) },
    {
      id: 'left',
      label: texts.moveLeft,
      icon: ArrowLeft,
      keys: 'shift+ArrowLeft',
      disabled: columns[place - 1]?.pinned !== pinned,
      run: () => stepColumn(column, columns, -1),
    },
    {
      id: 'right',
      label: texts.moveRight,
      icon: ArrowRight,
      keys: 'shift+ArrowRight',
      disabled: columns[place + 1]?.pinned !== pinned,
      run: () => stepColumn(column, columns, 1),
    },
    {
      id: 'hide',
      label: texts.hide,
      icon: EyeOff,
      // A table without a single column could not be brought back from its headings.
      disabled: columns.length === 1,
      run: () => showColumn(id, false),
    },
  ];
}

export function columnMenu(parts: ColumnMenuParts): readonly MenuGroup[] {
  const { column, definition, texts, onFilter } = parts;
  const { id } = column.shown;
  const grouped = definition.groupBy === id;
  const find: MenuEntry[] = [
    { id: 'filter', label: texts.filterBy, icon: ListFilter, run: () => onFilter(id) },
    ...(canGroup(column.shown.column.kind)
      ? [
          {
            id: 'group',
            label: texts.groupByThis,
            icon: Group,
            checked: grouped,
            run: () => groupBy(grouped ? null : id),
          },
        ]
      : []),
  ];
  return [
    { id: 'sort', entries: sortEntries(parts) },
    { id: 'find', entries: find },
    { id: 'place', entries: placeEntries(parts) },
  ];
}

/** One account as a line of the table. */
import { memo } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import type { AccountColumn } from './account-columns.ts';
import { Cell } from './cell.tsx';
import type { CellWords } from './cell-words.ts';

/** A column as a row sees it: without its width, so that resizing draws no row again. */
export interface CellColumn {
  readonly shown: AccountColumn;
  readonly place: number;
  readonly pinned: boolean;
}

export interface LinePlace {
  readonly index: number;
  readonly top: number;
  readonly isCursor: boolean;
}

export function lineId(index: number): string {
  return `acc-line-${index}`;
}

export function cellClass({ shown, pinned }: CellColumn): string {
  return classNames('acc-cell', pinned && 'acc-pinned', shown.numeric && 'acc-numeric');
}

interface GridRowProps extends LinePlace {
  readonly row: AccountRow;
  readonly columns: readonly CellColumn[];
  readonly words: CellWords;
  readonly isSelected: boolean;
  /** 1, or 2 inside a group. */
  readonly level: number | undefined;
}

export const GridRow = memo(function GridRow({
  row,
  columns,
  words,
  index,
  top,
  isCursor,
  isSelected,
  level,
}: GridRowProps) {
  return (
    <tr
      id={lineId(index)}
      data-line={index}
      aria-rowindex={index + 2}
      aria-level={level}
      aria-selected={isSelected}
      className={classNames('acc-row', isSelected && 'acc-selected', isCursor && 'acc-cursor')}
      style={{ top }}
    >
      <td aria-colindex={1} className="acc-cell acc-check acc-pinned">
        <input
          type="checkbox"
          tabIndex={-1}
          data-check
          readOnly
          checked={isSelected}
          aria-label={words.texts.selectRow(row.account.name)}
        />
      </td>
      {columns.map((column) => (
        <Cell
          key={column.shown.id}
          shown={column.shown}
          row={row}
          words={words}
          className={cellClass(column)}
          place={column.place}
        />
      ))}
    </tr>
  );
});

/** The heading of a group with its subtotals, and the totals of everything shown. */
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { classNames } from '#renderer/ui/class-names.ts';
import type { RowGroup } from '#shared/domain/table/group-rows.ts';
import type { Totals } from '#shared/domain/table/totals.ts';
import type { AccountColumn } from './account-columns.ts';
import { type CellWords, totalText, valueLabel } from './cell-words.ts';
import { type CellColumn, cellClass, type LinePlace, lineId } from './grid-row.tsx';

interface TotalCellsProps {
  readonly totals: Totals;
  readonly columns: readonly CellColumn[];
  readonly words: CellWords;
  /** One amount below the other (the totals row), or beside it (a group). */
  readonly stacked: boolean;
}

function TotalCells({ totals, columns, words, stacked }: TotalCellsProps) {
  return columns
    .filter(({ place }) => place > 0)
    .map((column) => {
      const total = totals.columns.get(column.shown.id);
      const said = total === undefined ? undefined : totalText(column.shown, total, words);
      return (
        <td
          key={column.shown.id}
          aria-colindex={column.place + 2}
          className={cellClass(column)}
          title={said?.tip}
          style={{ width: `var(--acc-w${column.place})`, left: `var(--acc-x${column.place})` }}
        >
          {stacked ? said?.lines.map((line) => <div key={line}>{line}</div>) : said?.lines.join(' · ')}
        </td>
      );
    });
}

interface GroupLineProps extends LinePlace {
  readonly group: RowGroup;
  readonly by: AccountColumn;
  readonly columns: readonly CellColumn[];
  readonly words: CellWords;
  readonly isOpen: boolean;
  readonly picked: 'none' | 'some' | 'all';
}

export const GroupLine = memo(function GroupLine(props: GroupLineProps) {
  const { group, by, columns, words, isOpen, picked, index, top, isCursor } = props;
  const { texts } = words;
  const label = group.value === undefined ? texts.noValue : valueLabel(by, group.value, words);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <tr
      id={lineId(index)}
      data-line={index}
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={isOpen}
      className={classNames('acc-row acc-group', isCursor && 'acc-cursor')}
      style={{ top }}
    >
      <td aria-colindex={1} className="acc-cell acc-check acc-pinned">
        <input
          type="checkbox"
          tabIndex={-1}
          data-check
          readOnly
          ref={(input) => {
            if (input !== null) input.indeterminate = picked === 'some';
          }}
          checked={picked === 'all'}
          aria-label={texts.selectGroup(label)}
        />
      </td>
      <td aria-colindex={2} className="acc-cell acc-pinned acc-group-name" title={label} data-toggle>
        <Chevron size={14} strokeWidth={1.75} aria-hidden />
        <span className="acc-group-label">{label}</span>
        <span className="acc-soft">{texts.count(group.totals.count)}</span>
      </td>
      <TotalCells totals={group.totals} columns={columns} words={words} stacked={false} />
    </tr>
  );
});

interface TotalsLineProps {
  readonly totals: Totals;
  readonly ofAll: number;
  readonly loaded: number | undefined;
  readonly columns: readonly CellColumn[];
  readonly words: CellWords;
  readonly rowIndex: number;
  /** Grows with the number of currencies. */
  readonly height: number;
}

function countText({ totals, ofAll, loaded, words }: TotalsLineProps): string {
  const { texts } = words;
  if (loaded !== undefined) return texts.loadingRest(loaded, ofAll);
  return totals.count === ofAll ? texts.count(ofAll) : texts.countOf(totals.count, ofAll);
}

/** Stays at the lower edge, whatever is scrolled. */
export function TotalsLine(props: TotalsLineProps) {
  const { totals, columns, words, rowIndex, height } = props;
  return (
    <tr aria-rowindex={rowIndex} className="acc-totals" style={{ height }}>
      <td aria-colindex={1} className="acc-cell acc-pinned acc-totals-count">
        {countText(props)}
      </td>
      <TotalCells totals={totals} columns={columns} words={words} stacked />
    </tr>
  );
}

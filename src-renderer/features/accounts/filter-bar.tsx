/** The filters of the view as chips; each opens its editor. */
import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import { clearFilters, setFilterAt, useAccountsView } from '#renderer/ui-state/accounts-view.ts';
import type { AccountColumn, AccountColumns } from './account-columns.ts';
import { type CellWords, columnLabel } from './cell-words.ts';
import { filterText } from './filter-words.ts';

const FilterEditor = lazy(() =>
  import('./filter-editor.tsx').then((file) => ({ default: file.FilterEditor })),
);

interface FilterBarProps {
  readonly columns: AccountColumns;
  readonly rows: readonly AccountRow[];
  readonly words: CellWords;
}

/** A filter on a column that no row has (a custom field of a file that was undone) is still shown and can be removed. */
function unknownColumn(id: string): AccountColumn {
  return {
    id,
    name: { type: 'custom', name: id.replace(/^custom\./, '') },
    column: { kind: 'text', id, value: () => undefined },
    width: 120,
    numeric: false,
    style: 'plain',
  };
}

export function FilterBar({ columns, rows, words }: FilterBarProps) {
  const { texts } = words;
  const filters = useAccountsView((state) => state.definition.filters);
  if (filters.length === 0) return null;
  return (
    <div className="acc-filters">
      {filters.map((filter, index) => {
        const column = columns.get(filter.column) ?? unknownColumn(filter.column);
        const label = columnLabel(column, words);
        const said = filterText(filter, column, words);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: two filters may be alike; their place is what tells them apart
          <span key={index} className="acc-chip">
            <PopoverButton
              variant="quiet"
              size="small"
              panelLabel={texts.filterOf(label)}
              panel={(close) => (
                <Suspense fallback={<Skeleton lines={4} />}>
                  <FilterEditor
                    column={column}
                    filter={filter}
                    rows={rows}
                    words={words}
                    onDone={(changed) => {
                      setFilterAt(index, changed);
                      close();
                    }}
                  />
                </Suspense>
              )}
            >
              <span className="acc-chip-text" title={`${label} ${said}`}>
                <b>{label}</b> {said}
              </span>
            </PopoverButton>
            <IconButton
              icon={X}
              size="small"
              label={texts.removeFilter(label)}
              onClick={() => setFilterAt(index, undefined)}
            />
          </span>
        );
      })}
      <Button variant="quiet" size="small" onClick={clearFilters}>
        {texts.clearFilters}
      </Button>
    </div>
  );
}

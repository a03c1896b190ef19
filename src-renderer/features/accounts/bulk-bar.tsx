/** What can be done with the selected accounts; floats above the table while some are selected. */
import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { Skeleton } from '#renderer/ui/states.tsx';
import type { AccountColumns } from './account-columns.ts';
import type { AccountsActions } from './accounts-actions.ts';
import { type CellWords, columnLabel } from './cell-words.ts';

const BulkEdit = lazy(() => import('./bulk-edit.tsx').then((file) => ({ default: file.BulkEdit })));

/** Fields that make sense for many accounts at once. */
export const BULK_FIELDS = ['owner', 'stage', 'segment', 'touchModel', 'tags'] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

interface BulkBarProps {
  /** Ids of the selected accounts that are shown. */
  readonly ids: readonly string[];
  readonly rows: readonly AccountRow[];
  readonly columns: AccountColumns;
  readonly words: CellWords;
  readonly actions: AccountsActions;
  readonly onClear: () => void;
}

export function BulkBar({ ids, rows, columns, words, actions, onClear }: BulkBarProps) {
  const { texts } = words;
  return (
    <div className="acc-bulk" role="toolbar" aria-label={texts.selected(ids.length)}>
      <span className="acc-bulk-count" role="status">
        {texts.selected(ids.length)}
      </span>
      {BULK_FIELDS.map((field) => {
        const column = columns.get(field);
        if (column === undefined) return null;
        const label = columnLabel(column, words);
        return (
          <PopoverButton
            key={field}
            variant="quiet"
            size="small"
            panelLabel={texts.setField(label)}
            panel={(close) => (
              <Suspense fallback={<Skeleton lines={3} />}>
                <BulkEdit
                  field={field}
                  column={column}
                  ids={ids}
                  rows={rows}
                  words={words}
                  actions={actions}
                  onDone={close}
                />
              </Suspense>
            )}
          >
            {label}
          </PopoverButton>
        );
      })}
      <IconButton icon={X} size="small" label={texts.clearSelection} keys="Escape" onClick={onClear} />
    </div>
  );
}

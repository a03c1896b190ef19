/** The shown columns as TanStack Table lays them out: order, pinning, width; the rows never pass through it. */
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { ViewDefinition } from '#shared/domain/table/view-definition.ts';
import type { AccountColumn, AccountColumns } from './account-columns.ts';

const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

/** Sorting, filtering and grouping ten thousand rows is done in slices elsewhere; TanStack's row models would block. */
const NO_ROWS: { readonly id: string }[] = [];

/** Width of the checkbox column, always first. */
export const CHECK_WIDTH = 36;

export interface GridColumn {
  readonly shown: AccountColumn;
  /** 0-based, pinned ones first. */
  readonly place: number;
  readonly pinned: boolean;
  readonly width: number;
  /** Left edge in the whole grid, behind the checkbox column. */
  readonly left: number;
}

export function useGridColumns(
  columns: AccountColumns,
  definition: Pick<ViewDefinition, 'shown' | 'pinned' | 'widths'>,
): readonly GridColumn[] {
  const { shown, pinned, widths } = definition;
  const defs = useMemo(
    () => [...columns.values()].map(({ id, width }) => ({ id, size: width, minSize: 56, maxSize: 800 })),
    [columns],
  );
  const state = useMemo(() => {
    const known = shown.filter((id) => columns.has(id));
    const visible = new Set(known);
    return {
      columnOrder: known,
      columnPinning: { start: pinned.filter((id) => visible.has(id)), end: [] },
      columnVisibility: Object.fromEntries([...columns.keys()].map((id) => [id, visible.has(id)])),
      columnSizing: widths,
    };
  }, [columns, shown, pinned, widths]);
  const table = useTable({ features, columns: defs, data: NO_ROWS, state });

  const start = table.getStartVisibleLeafColumns();
  const all = [...start, ...table.getCenterVisibleLeafColumns()];
  // The table object stays the same while its state changes, so the result is remembered by the state.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `all` follows from `columns` and `state`
  return useMemo(() => {
    let left = CHECK_WIDTH;
    return all.flatMap((column, place): GridColumn[] => {
      const found = columns.get(column.id);
      if (found === undefined) return [];
      const width = column.getSize();
      const grid = { shown: found, place, pinned: place < start.length, width, left };
      left += width;
      return [grid];
    });
  }, [columns, state]);
}

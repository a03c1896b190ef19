/** The saved segments as a column to filter by: who belongs to them is worked out elsewhere and only looked up here. */
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { ViewDefinition } from '#shared/domain/table/view-definition.ts';
import type { AccountColumn } from './account-columns.ts';

/** The column's id in filters and saved views. */
export const SEGMENT_COLUMN = 'savedSegment';

export interface TableSegment {
  readonly id: string;
  readonly name: string;
}

export interface TableSegments {
  /** In the order in which they are offered. */
  readonly list: readonly TableSegment[];
  /** The segments of each account; undefined until they are worked out, which waits until a filter asks. */
  readonly byAccount: ReadonlyMap<string, readonly string[]> | undefined;
}

export function asksSegment({ filters }: Pick<ViewDefinition, 'filters'>): boolean {
  return filters.some(({ column }) => column === SEGMENT_COLUMN);
}

const NONE: readonly string[] = [];

export function segmentColumn(segments: TableSegments | undefined, texts: Texts['accounts']): AccountColumn {
  const names = new Map(segments?.list.map(({ id, name }) => [id, name]));
  const byAccount = segments?.byAccount;
  return {
    id: SEGMENT_COLUMN,
    name: { type: 'custom', name: texts.savedSegment },
    column: {
      kind: 'tags',
      id: SEGMENT_COLUMN,
      value: ({ account }) => byAccount?.get(account.id) ?? NONE,
    },
    width: 160,
    numeric: false,
    style: 'plain',
    choices: {
      ids: segments?.list.map(({ id }) => id) ?? NONE,
      // Nothing is known of them yet: neither their names nor that one is gone.
      nameOf: (id) => names.get(id) ?? (segments === undefined ? '…' : texts.goneSegment),
      counted: byAccount !== undefined,
      none: texts.noSegments,
    },
  };
}

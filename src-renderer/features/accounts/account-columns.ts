/** The columns that the accounts table can show: the account's own fields, what its history adds up to, and custom fields. */

import type { AccountRow } from '#renderer/data/book.ts';
import {
  ACCOUNT_FIELDS,
  type AccountField,
  customColumn,
  FIGURE_IDS,
  type FigureId,
  figureColumn,
} from '#shared/domain/summary/account-columns.ts';
import type { Column, Columns } from '#shared/domain/table/column.ts';

/** How the figures of a number column are written. */
export type NumberStyle = 'plain' | 'whole' | 'change' | 'signed' | 'score';

export type ColumnName =
  | { readonly type: 'field'; readonly field: AccountField }
  | { readonly type: 'figure'; readonly figure: FigureId }
  | { readonly type: 'custom'; readonly name: string };

export interface AccountColumn {
  readonly id: string;
  readonly name: ColumnName;
  readonly column: Column<AccountRow>;
  readonly width: number;
  /** Right-aligned, tabular figures. */
  readonly numeric: boolean;
  readonly style: NumberStyle;
  /** Values that are ids of something with a name. */
  readonly choices?: {
    readonly ids: readonly string[];
    readonly nameOf: (id: string) => string;
    /** Whether the rows know already who has which. */
    readonly counted: boolean;
    /** What to say where there are none. */
    readonly none: string;
  };
}

const WIDTHS: Readonly<Record<Column<AccountRow>['kind'], number>> = {
  text: 140,
  choice: 130,
  tags: 160,
  number: 96,
  money: 120,
  date: 130,
  instant: 120,
  boolean: 80,
};

const OWN_WIDTHS: Readonly<Record<string, number>> = {
  name: 240,
  nameKana: 180,
  owner: 144,
  segment: 120,
  openTickets: 124,
  renewalDate: 192,
  arr: 124,
  mrr: 124,
  description: 240,
  address: 200,
  usageTrend: 110,
  health: 156,
  healthBand: 150,
  healthChange: 116,
};

const STYLES: Readonly<Record<string, NumberStyle>> = {
  nps: 'signed',
  health: 'whole',
  healthChange: 'signed',
  usageTrend: 'change',
  csat: 'score',
};

function shown(name: ColumnName, column: Column<AccountRow>): AccountColumn {
  const { id, kind } = column;
  // Signs of health stand below each other.
  const numeric = (kind === 'number' && id !== 'health') || kind === 'money';
  const width = OWN_WIDTHS[id] ?? WIDTHS[kind];
  return { id, name, column, width, numeric, style: STYLES[id] ?? 'plain' };
}

const FIXED: readonly AccountColumn[] = [
  ...ACCOUNT_FIELDS.map(([field, column]) => shown({ type: 'field', field }, column)),
  ...FIGURE_IDS.map((id) => shown({ type: 'figure', figure: id }, figureColumn(id))),
];

export type AccountColumns = ReadonlyMap<string, AccountColumn>;

/** All columns there are now, custom ones last and by name. */
export function accountColumns(
  customFields: ReadonlyMap<string, 'text' | 'number' | 'boolean'>,
): AccountColumns {
  const custom = [...customFields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, kind]) => shown({ type: 'custom', name }, customColumn(name, kind)));
  return new Map([...FIXED, ...custom].map((column) => [column.id, column]));
}

export function engineColumns(columns: AccountColumns): Columns<AccountRow> {
  return new Map([...columns].map(([id, { column }]) => [id, column]));
}

/** What the quick search looks at, a line each. */
export function searchText({ account }: AccountRow): string {
  const { name, nameKana, domain, owner, tags, externalId } = account;
  return [name, nameKana, domain, owner, externalId, ...(tags ?? [])]
    .filter((part) => part !== undefined)
    .join('\n');
}

/** The columns that accounts can be asked by: their own fields, what their history adds up to, custom fields, health. */
import { accountFields } from '../../model/account.ts';
import type { FieldKind, FieldSpec } from '../../model/field.ts';
import type { Band } from '../../model/health.ts';
import type { FieldName } from '../../model/nouns.ts';
import type { Column, NumberTotal } from '../table/column.ts';
import type { AccountRow } from './account-row.ts';

export type AccountField = FieldName<'account'>;

/** Figures that no field holds. */
export const FIGURE_IDS = [
  'health',
  'healthBand',
  'healthChange',
  'mrr',
  'lastTouchAt',
  'lastActivityAt',
  'openTickets',
  'contacts',
  'csat',
  'nps',
  'usageLastMonth',
  'usageTrend',
] as const;
export type FigureId = (typeof FIGURE_IDS)[number];

export const CUSTOM_COLUMN = 'custom.';

const NONE: NumberTotal<AccountRow> = { type: 'none' };
const SUM: NumberTotal<AccountRow> = { type: 'sum' };

function isText(kind: FieldKind): boolean {
  return ['id', 'text', 'longText', 'email', 'phone', 'url', 'person'].includes(kind);
}

function own(row: AccountRow, field: AccountField): unknown {
  return row.account[field];
}

function textOf(row: AccountRow, field: AccountField): string | undefined {
  const value = own(row, field);
  return typeof value === 'string' ? value : undefined;
}

function numberOf(row: AccountRow, field: AccountField): number | undefined {
  const value = own(row, field);
  return typeof value === 'number' ? value : undefined;
}

/** Health is an average of the accounts that have one; counts of things add up. */
function totalOf(field: AccountField, kind: FieldKind): NumberTotal<AccountRow> {
  if (kind !== 'percent') return SUM;
  const of = (row: AccountRow) => {
    const value = numberOf(row, field);
    return value === undefined ? undefined : ([value, 1] as const);
  };
  return { type: 'ratio', times: 1, of };
}

function fieldColumn(field: AccountField, spec: FieldSpec): Column<AccountRow> | undefined {
  const id = field;
  if (field === 'name') {
    // A Japanese name is filed under its reading where one is known.
    const sortAs = (row: AccountRow) => row.account.nameKana ?? row.account.name;
    return { kind: 'text', id, value: (row) => row.account.name, sortAs };
  }
  if (field === 'arr') return { kind: 'money', id, value: (row) => row.arr };
  if (field === 'renewalDate') return { kind: 'date', id, value: (row) => row.renewalDate };
  if (isText(spec.kind)) return { kind: 'text', id, value: (row) => textOf(row, field) };
  switch (spec.kind) {
    case 'choice':
      return { kind: 'choice', id, value: (row) => textOf(row, field), choices: spec.choices ?? [] };
    case 'tags':
      return { kind: 'tags', id, value: (row) => row.account.tags };
    case 'integer':
    case 'number':
    case 'percent':
      return { kind: 'number', id, value: (row) => numberOf(row, field), total: totalOf(field, spec.kind) };
    case 'date':
      return { kind: 'date', id, value: (row) => textOf(row, field) };
    default:
      // A relation shows nothing by its id.
      return undefined;
  }
}

function answers(row: AccountRow): readonly [number, number] | undefined {
  const { summary } = row;
  if (summary === undefined) return undefined;
  const { npsPromoters, npsPassives, npsDetractors } = summary;
  return [npsPromoters - npsDetractors, npsPromoters + npsPassives + npsDetractors];
}

function ratings(row: AccountRow): readonly [number, number] | undefined {
  const { summary } = row;
  return summary === undefined ? undefined : [summary.csatSum, summary.csatCount];
}

const HEALTH_MEAN: NumberTotal<AccountRow> = {
  type: 'ratio',
  times: 1,
  of: ({ health }) => (health?.value === undefined ? undefined : [health.value, 1]),
};

/** The order of bands, and of the groups that they make. */
const WORST_FIRST: readonly Band[] = ['at-risk', 'watch', 'healthy', 'unknown'];

export function figureColumn(id: FigureId): Column<AccountRow> {
  switch (id) {
    case 'mrr':
      return { kind: 'money', id, value: (row) => row.mrr };
    case 'lastTouchAt':
    case 'lastActivityAt':
      return { kind: 'instant', id, value: (row) => row[id] };
    case 'nps':
      return {
        kind: 'number',
        id,
        value: (row) => row.nps,
        total: { type: 'ratio', times: 100, of: answers },
      };
    case 'csat':
      return {
        kind: 'number',
        id,
        value: (row) => row.csat,
        total: { type: 'ratio', times: 1, of: ratings },
      };
    case 'health':
      return { kind: 'number', id, value: (row) => row.health?.value, total: HEALTH_MEAN };
    case 'healthBand':
      return { kind: 'choice', id, value: (row) => row.health?.band, choices: WORST_FIRST };
    case 'healthChange':
      return { kind: 'number', id, value: (row) => row.health?.change30, total: NONE };
    case 'usageTrend':
      return { kind: 'number', id, value: trend, total: NONE };
    default:
      return { kind: 'number', id, value: (row) => row[id], total: SUM };
  }
}

/** In percent: a share of 0.1 reads, sorts and filters as 10. */
function trend(row: AccountRow): number | undefined {
  return row.usageTrend === undefined ? undefined : row.usageTrend * 100;
}

export function customColumn(name: string, kind: 'text' | 'number' | 'boolean'): Column<AccountRow> {
  const id = CUSTOM_COLUMN + name;
  const read = (row: AccountRow) => {
    const { custom } = row.account;
    return custom !== undefined && Object.hasOwn(custom, name) ? custom[name] : undefined;
  };
  switch (kind) {
    case 'number': {
      const value = (row: AccountRow) => {
        const found = read(row);
        return typeof found === 'number' ? found : undefined;
      };
      return { kind: 'number', id, value, total: NONE };
    }
    case 'boolean': {
      const value = (row: AccountRow) => {
        const found = read(row);
        return typeof found === 'boolean' ? found : undefined;
      };
      return { kind: 'boolean', id, value };
    }
    case 'text': {
      const value = (row: AccountRow) => {
        const found = read(row);
        return found === undefined ? undefined : String(found);
      };
      return { kind: 'text', id, value };
    }
  }
}

/** Names accounts one by one, for segments of exactly these accounts; no table shows it. */
export const ACCOUNT_ID_COLUMN: Column<AccountRow> = {
  kind: 'text',
  id: 'id',
  value: ({ account }) => account.id,
};

/** The account's own fields that a table can show. */
export const ACCOUNT_FIELDS: readonly (readonly [AccountField, Column<AccountRow>])[] = (() => {
  const specs: Readonly<Record<AccountField, FieldSpec>> = accountFields;
  return (Object.keys(specs) as AccountField[]).flatMap((field) => {
    const column = fieldColumn(field, specs[field]);
    return column === undefined ? [] : [[field, column] as const];
  });
})();

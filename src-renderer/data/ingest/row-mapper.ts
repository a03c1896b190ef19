/** Turns a row of text cells into values by the columns' plans; made once per table, called for every row. */
import { joinName } from '#shared/import/person-name.ts';
import {
  BAD,
  compileMoneyReader,
  compileReader,
  type MoneyReader,
  type ReaderEnv,
} from '#shared/import/read-value.ts';
import type { FieldKind, FieldValue, NounName } from '#shared/model/field.ts';
import type { ColumnPlan, LinkBy, RejectReason, TablePlan } from '#shared/model/import-plan.ts';
import { fieldSpec, type RecordNoun } from '#shared/model/nouns.ts';

export interface MappedColumn {
  readonly index: number;
  readonly header: string;
  /** Field name, or the custom field's name. */
  readonly name: string;
  readonly custom: boolean;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Half of a person's name: joined with the other half when the row is read. */
  readonly part?: 'given' | 'family';
  readonly read: (text: string) => unknown;
  /** Of amounts: the cell that names the row's currency. */
  readonly currency?: RowCurrency | undefined;
}

export interface RowCurrency {
  /** Position of its cell; −1 = the file has no such column. */
  readonly index: number;
  readonly header: string;
  readonly read: MoneyReader;
}

export interface LinkColumn {
  readonly index: number;
  readonly header: string;
  readonly field: string;
  readonly to: RecordNoun;
  readonly by: LinkBy;
}

export interface RowMapper {
  readonly noun: NounName;
  /** Columns with values, relation columns left out. */
  readonly columns: readonly MappedColumn[];
  readonly links: readonly LinkColumn[];
  /** Position of the external id's cell, or −1. */
  readonly idIndex: number;
  /** Positions of all cells that count as content, in order. */
  readonly contentIndexes: readonly number[];
}

export interface CellProblem {
  readonly column: string;
  readonly value: string;
  readonly reason: RejectReason;
}

const REASONS: Partial<Record<FieldKind, RejectReason>> = {
  date: 'bad-date',
  dateTime: 'bad-date',
  money: 'bad-money',
  boolean: 'bad-boolean',
  percent: 'bad-score',
  integer: 'bad-number',
  number: 'bad-number',
  id: 'broken-id',
};

function rejectReasonOf(kind: FieldKind): RejectReason {
  return REASONS[kind] ?? 'required-missing';
}

const CUSTOM_KINDS = { text: 'text', number: 'number', boolean: 'boolean', date: 'date' } as const;

const DAY = 86_400_000;

/** Moves dates by whole days; everything else is left as it is. */
function shifted(
  kind: FieldKind,
  shiftDays: number,
  read: (text: string) => unknown,
): (text: string) => unknown {
  if (shiftDays === 0 || (kind !== 'date' && kind !== 'dateTime')) return read;
  return (text) => {
    const value = read(text);
    if (typeof value === 'number') return value + shiftDays * DAY;
    return typeof value === 'string'
      ? new Date(Date.parse(value) + shiftDays * DAY).toISOString().slice(0, 10)
      : value;
  };
}

function rowCurrency(
  { kind }: { readonly kind: FieldKind },
  { reading }: ColumnPlan,
  { columns }: TablePlan,
  env: ReaderEnv,
): RowCurrency | undefined {
  const { currencyFrom } = reading;
  if (kind !== 'money' || currencyFrom === undefined) return undefined;
  const index = columns.find(({ header }) => header === currencyFrom)?.index ?? -1;
  return { index, header: currencyFrom, read: compileMoneyReader(reading, env) };
}

function mapColumn(
  noun: NounName,
  plan: ColumnPlan,
  table: TablePlan,
  env: ReaderEnv,
): MappedColumn | undefined {
  const target = plan.target;
  if (target.type === 'skip') return undefined;
  if (target.type === 'custom') {
    const kind = CUSTOM_KINDS[target.valueKind];
    return {
      index: plan.index,
      header: plan.header,
      name: target.name,
      custom: true,
      kind,
      required: false,
      read: compileReader(kind, plan.reading, env),
    };
  }
  const spec = fieldSpec(noun, target.field);
  if (spec === undefined || spec.kind === 'relation') return undefined;
  return {
    index: plan.index,
    header: plan.header,
    name: target.field,
    custom: false,
    kind: spec.kind,
    required: spec.required === true,
    ...(target.part === undefined ? {} : { part: target.part }),
    read: compileReader(spec.kind, plan.reading, env, spec.choices),
    currency: rowCurrency(spec, plan, table, env),
  };
}

export function compileMapper(table: TablePlan, env: ReaderEnv, shiftDays = 0): RowMapper {
  const noun = table.noun === 'skip' ? 'account' : table.noun;
  const columns: MappedColumn[] = [];
  const links: LinkColumn[] = [];
  let idIndex = -1;
  for (const plan of table.columns) {
    if (plan.target.type === 'field' && plan.link !== undefined) {
      const to = plan.link.to;
      if (to === 'account' || to === 'contact' || to === 'subscription' || to === 'opportunity') {
        links.push({
          index: plan.index,
          header: plan.header,
          field: plan.target.field,
          to,
          by: plan.link.by,
        });
      }
      continue;
    }
    const column = mapColumn(noun, plan, table, env);
    if (column === undefined) continue;
    columns.push({ ...column, read: shifted(column.kind, shiftDays, column.read) });
    if (!column.custom && column.name === 'externalId') idIndex = column.index;
  }
  const content = [...columns, ...links, ...columns.flatMap(({ currency }) => currency ?? [])];
  const indexes = new Set(content.map(({ index }) => index).filter((index) => index !== -1));
  const contentIndexes = [...indexes].sort((a, b) => a - b);
  return { noun, columns, links, idIndex, contentIndexes };
}

export interface MappedRow {
  readonly values: Record<string, FieldValue>;
  readonly custom: Record<string, string | number | boolean>;
}

/** Why a cell cannot be read: an amount that could be alone wants its currency. */
export function badCell(column: MappedColumn, text: string, code: string): CellProblem {
  const { currency } = column;
  if (currency === undefined || column.read(text) === BAD)
    return { column: column.header, value: text, reason: rejectReasonOf(column.kind) };
  return { column: currency.header, value: code, reason: 'no-currency' };
}

/** All values of a row, or the first cell that cannot be read. */
export function mapRow(mapper: RowMapper, row: readonly string[]): MappedRow | CellProblem {
  const values: Record<string, FieldValue> = {};
  const custom: [string, string | number | boolean][] = [];
  const halves: { given?: string; family?: string } = {};
  let halved: MappedColumn | undefined;
  for (const column of mapper.columns) {
    const text = row[column.index] ?? '';
    const { currency } = column;
    const code = currency === undefined ? '' : (row[currency.index] ?? '');
    const value = currency === undefined ? column.read(text) : currency.read(code, text);
    if (value === BAD) return badCell(column, text, code);
    if (column.part !== undefined) {
      halved = column;
      if (typeof value === 'string') halves[column.part] = value;
      continue;
    }
    if (value === undefined) {
      if (column.required) return { column: column.header, value: text, reason: 'required-missing' };
      continue;
    }
    if (column.custom) custom.push([column.name, value as string | number | boolean]);
    else values[column.name] = value as FieldValue;
  }
  if (halved !== undefined) {
    const name = joinName(halves.given, halves.family);
    if (name !== undefined) values[halved.name] = name;
    else if (halved.required) return { column: halved.header, value: '', reason: 'required-missing' };
  }
  return { values, custom: Object.fromEntries(custom) };
}

export function isProblem<T extends object>(row: T | CellProblem): row is CellProblem {
  return 'reason' in row;
}

/** Everything about an account that is a number: what correlations can be asked of. */
import type { AccountRow } from '#renderer/data/book.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import type { Formats } from '#renderer/i18n/format.ts';
import { decimalFromMoney, moneyFromDecimal } from '#shared/base/money.ts';
import { isWeekly } from '#shared/domain/correlation/lags.ts';
import { measureOfColumn, measureScale } from '#shared/domain/segments/measure-columns.ts';
import type { Column } from '#shared/domain/table/column.ts';
import type { Sliced } from '#shared/domain/table/sliced.ts';
import type { TableData } from '#shared/domain/table/table-data.ts';
import type { MeasureId } from '#shared/model/health.ts';

export interface NumericMeasure {
  readonly id: string;
  readonly label: string;
  readonly kind: 'measure' | 'figure' | 'custom';
  /** Health measures only. */
  readonly measure: MeasureId | undefined;
  /** Known for every past week. */
  readonly weekly: boolean;
  readonly numbers: (table: TableData<AccountRow>) => Sliced<Float64Array>;
  readonly text: (value: number) => string;
}

export interface MeasureNames {
  readonly labelOf: (column: string) => string | undefined;
  readonly measures: Texts['healthWords']['measures'];
  readonly format: Formats;
}

function kindOf(id: string): NumericMeasure['kind'] {
  if (measureOfColumn(id) !== undefined) return 'measure';
  return id.startsWith('custom.') ? 'custom' : 'figure';
}

function ofNumber(column: Column<AccountRow>, { labelOf, measures, format }: MeasureNames): NumericMeasure {
  const measure = measureOfColumn(column.id);
  const text = (value: number) => format.number(Math.round(value * 100) / 100);
  return {
    id: column.id,
    label: labelOf(column.id) ?? column.id,
    kind: kindOf(column.id),
    measure,
    weekly: measure !== undefined && isWeekly(measure),
    numbers: (table) => table.numbers(column),
    text: measure === undefined ? text : (value) => measures[measure].value(value / measureScale(measure)),
  };
}

/** In the one currency, so that amounts of two are never compared. */
function ofMoney(column: Column<AccountRow>, currency: string, names: MeasureNames): NumericMeasure {
  const { labelOf, format } = names;
  return {
    id: `${column.id}\u001f${currency}`,
    label: `${labelOf(column.id) ?? column.id} (${currency})`,
    kind: 'figure',
    measure: undefined,
    weekly: false,
    *numbers(table) {
      const values = new Float64Array(table.rows.length).fill(Number.NaN);
      if (column.kind !== 'money') return values;
      for (let i = 0; i < values.length; i++) {
        const money = column.value(table.rows[i]!).find((each) => each.currency === currency);
        if (money !== undefined) values[i] = decimalFromMoney(money);
        if (i % 1024 === 1023) yield;
      }
      return values;
    },
    text: (value) => format.moneyShort(moneyFromDecimal(value, currency)),
  };
}

const ORDER: Readonly<Record<NumericMeasure['kind'], number>> = { measure: 0, figure: 1, custom: 2 };

/** Health measures first, then figures, then columns of one's own; each once. */
export function numericMeasures(
  columns: Iterable<Column<AccountRow>>,
  currencies: readonly string[],
  names: MeasureNames,
): readonly NumericMeasure[] {
  const found: NumericMeasure[] = [];
  for (const column of columns) {
    if (column.kind === 'number') found.push(ofNumber(column, names));
    if (column.kind === 'money')
      for (const currency of currencies) found.push(ofMoney(column, currency, names));
  }
  return found.sort((a, b) => ORDER[a.kind] - ORDER[b.kind]);
}

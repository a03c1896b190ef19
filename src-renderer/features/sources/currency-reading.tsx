/** Which currency a column's amounts are in: one for all rows, or the one that another column of the row names. */
import { useText } from '#renderer/i18n/locale.ts';
import { Select } from '#renderer/ui/select.tsx';
import { isCurrencyColumn } from '#shared/import/currency-column.ts';
import type { ColumnPlan, ColumnStats } from '#shared/model/import-plan.ts';
import { withCurrency, withCurrencyFrom } from './column-edit.ts';
import { CURRENCIES } from './currencies.ts';

export interface CurrencyReadingProps {
  readonly column: ColumnPlan;
  /** All of the table. */
  readonly columns: readonly ColumnStats[];
  readonly onChange: (column: ColumnPlan) => void;
}

/** Before the header of a column among the choices: no currency is called so. */
const FROM = 'from:';
const NONE = 'none';

function currenciesWith(currency: string | undefined): readonly string[] {
  return currency === undefined || CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES];
}

export function CurrencyReading({ column, columns, onChange }: CurrencyReadingProps) {
  const texts = useText('sources');
  const { currency, currencyFrom } = column.reading;
  const found = columns.filter((other) => other.index !== column.index && isCurrencyColumn(other));
  const headers = new Set(found.map(({ header }) => header));
  if (currencyFrom !== undefined) headers.add(currencyFrom);
  const oneForAll = headers.size === 0 ? {} : { group: texts.currencyForAll };
  const isBlank = (columns.find(({ header }) => header === currencyFrom)?.blank ?? 1) > 0;
  return (
    <>
      <Select
        quiet
        hideLabel
        label={`${texts.currency}: ${column.header}`}
        value={currencyFrom === undefined ? currency : FROM + currencyFrom}
        placeholder={texts.noCurrency}
        options={[
          ...[...headers].map((header) => ({
            value: FROM + header,
            label: texts.currencyOfRow(header),
            group: texts.currencyOfRows,
          })),
          ...currenciesWith(currency).map((value) => ({ value, label: value, ...oneForAll })),
        ]}
        onChange={(value) =>
          onChange(
            value.startsWith(FROM)
              ? withCurrencyFrom(column, value.slice(FROM.length), undefined)
              : withCurrency(column, value),
          )
        }
      />
      {currencyFrom !== undefined && isBlank && (
        <Select
          quiet
          hideLabel
          label={`${texts.currencyBlank}: ${column.header}`}
          value={currency ?? NONE}
          options={[
            { value: NONE, label: texts.currencyBlankNone },
            ...currenciesWith(currency).map((value) => ({ value, label: texts.currencyBlankAs(value) })),
          ]}
          onChange={(value) =>
            onChange(withCurrencyFrom(column, currencyFrom, value === NONE ? undefined : value))
          }
        />
      )}
    </>
  );
}

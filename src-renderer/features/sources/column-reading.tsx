/** How a column's text becomes values, in place: date order, zone, decimal mark, currency, unit, scale, separator, link. */
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Select } from '#renderer/ui/select.tsx';
import type { ColumnPlan, ColumnStats, DateOrder, TablePlan, ZoneRule } from '#shared/model/import-plan.ts';
import { fieldSpec } from '#shared/model/nouns.ts';
import { linkWays, withReading } from './column-edit.ts';
import { CurrencyReading } from './currency-reading.tsx';
import { targetKind } from './flow-problems.ts';
import { dateExample } from './reading-example.ts';
import { ScaleReading } from './score-scale.tsx';

export interface ColumnReadingProps {
  readonly noun: TablePlan['noun'];
  readonly column: ColumnPlan;
  readonly stats: ColumnStats;
  /** All of the table. */
  readonly columns: readonly ColumnStats[];
  readonly onChange: (column: ColumnPlan) => void;
}

function DateReading({ noun, column, stats, onChange }: ColumnReadingProps) {
  const texts = useText('sources');
  const { format } = useLocale();
  const { dateOrder = 'ymd', zone = 'utc' } = column.reading;
  const kind = targetKind(noun, column) ?? 'date';
  const anyOrder = (stats.shapes.dateDmy ?? 0) + (stats.shapes.dateMdy ?? 0) > 0;
  const zoneless = (stats.shapes.time ?? 0) > (stats.shapes.zoned ?? 0);
  // What reads only one way needs no example.
  const telling = anyOrder || zoneless || (stats.shapes.excelSerial ?? 0) + (stats.shapes.dateEra ?? 0) > 0;
  const example = telling ? dateExample(kind, column.reading, stats, format) : undefined;
  const orders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];
  const zones: readonly ZoneRule[] = ['utc', 'local'];
  return (
    <>
      {anyOrder && (
        <Select
          quiet
          hideLabel
          label={`${texts.dateOrder}: ${column.header}`}
          value={dateOrder}
          options={orders.map((value) => ({ value, label: texts.dateOrders[value] }))}
          onChange={(value) => onChange(withReading(column, { dateOrder: value }))}
        />
      )}
      {kind === 'dateTime' && zoneless && (
        <Select
          quiet
          hideLabel
          label={`${texts.zone}: ${column.header}`}
          value={zone}
          options={zones.map((value) => ({ value, label: texts.zones[value] }))}
          onChange={(value) => onChange(withReading(column, { zone: value }))}
        />
      )}
      {example !== undefined && <span className="kz-hint">{texts.readsAs(example.from, example.to)}</span>}
    </>
  );
}

function NumberReading({ noun, column, stats, columns, onChange }: ColumnReadingProps) {
  const texts = useText('sources');
  const { decimalMark = '.', factor = 1 } = column.reading;
  const marked = (['decimalPoint', 'decimalComma', 'decimalEither'] as const).some(
    (shape) => (stats.shapes[shape] ?? 0) > 0,
  );
  const isMoney = targetKind(noun, column) === 'money';
  const factors = Object.keys(texts.factors);
  const marks: readonly ('.' | ',')[] = ['.', ','];
  return (
    <>
      {isMoney && <CurrencyReading column={column} columns={columns} onChange={onChange} />}
      {marked && (
        <Select
          quiet
          hideLabel
          label={`${texts.decimalMark}: ${column.header}`}
          value={decimalMark}
          options={marks.map((value) => ({ value, label: texts.decimalMarks[value] }))}
          onChange={(value) => onChange(withReading(column, { decimalMark: value }))}
        />
      )}
      {(isMoney || factor !== 1) && (
        <Select
          quiet
          hideLabel
          label={`${texts.factor}: ${column.header}`}
          value={String(factor)}
          options={factors.map((value) => ({ value, label: texts.factors[value] ?? value }))}
          onChange={(value) => onChange(withReading(column, { factor: Number(value) }))}
        />
      )}
    </>
  );
}

function TagReading({ column, onChange }: ColumnReadingProps) {
  const texts = useText('sources');
  return (
    <Select
      quiet
      hideLabel
      label={`${texts.separator}: ${column.header}`}
      value={column.reading.separator}
      placeholder={texts.separator}
      options={Object.entries(texts.separators).map(([value, label]) => ({ value, label }))}
      onChange={(separator) => onChange(withReading(column, { separator }))}
    />
  );
}

function LinkReading({ noun, column, onChange }: ColumnReadingProps) {
  const texts = useText('sources');
  const { nouns } = useText('fields');
  const field = column.target.type === 'field' ? column.target.field : '';
  const to = column.link?.to ?? (noun === 'skip' ? undefined : fieldSpec(noun, field)?.to);
  if (to === undefined) return null;
  return (
    <Select
      quiet
      hideLabel
      label={`${texts.linkBy(nouns[to].one)}: ${column.header}`}
      value={column.link?.by}
      placeholder={texts.linkBy(nouns[to].one)}
      options={linkWays(to, column.link?.by).map((value) => ({
        value,
        label: texts.byWord(texts.linkBys[value]),
      }))}
      onChange={(by) => onChange({ ...column, link: { to, by } })}
    />
  );
}

/** Nothing for kinds that are taken as they stand. */
export function ColumnReadingView(props: ColumnReadingProps) {
  switch (targetKind(props.noun, props.column)) {
    case 'date':
    case 'dateTime':
      return <DateReading {...props} />;
    case 'money':
    case 'number':
    case 'integer':
      return <NumberReading {...props} />;
    case 'percent':
      return <ScaleReading {...props} />;
    case 'tags':
      return <TagReading {...props} />;
    case 'relation':
      return <LinkReading {...props} />;
    default:
      return null;
  }
}

/** Decides how a column's values are to be read, over all of them: date order, decimal mark, currency, score scale. */
import type { FieldKind } from '../model/field.ts';
import type {
  ColumnReading,
  ColumnStats,
  DateOrder,
  ScoreScale,
  TableInspection,
} from '../model/import-plan.ts';
import { currencyColumnOf } from './currency-column.ts';
import { currencyNamed } from './read-number.ts';
import { numberShare, shareOf } from './shape-shares.ts';

export interface ReadingGuess {
  readonly reading: ColumnReading;
  /** 0 to 1: how sure; below 0.6 the screen asks. */
  readonly confidence: number;
}

const ASK = 0.5;

function dateOrderOf(stats: ColumnStats): { order: DateOrder; confidence: number } {
  const dmy = stats.shapes.dateDmy ?? 0;
  const mdy = stats.shapes.dateMdy ?? 0;
  if (dmy + mdy === 0) return { order: 'ymd', confidence: 1 };
  const clash = dmy > 0 && mdy > 0 && dmy < stats.filled * 0.98 && mdy < stats.filled * 0.98;
  if (dmy === mdy)
    return { order: stats.samples.some((s) => s.includes('/')) ? 'mdy' : 'dmy', confidence: ASK };
  return {
    order: dmy > mdy ? 'dmy' : 'mdy',
    confidence: clash && Math.min(dmy, mdy) > Math.abs(dmy - mdy) ? 0.7 : 0.95,
  };
}

/** Warehouse and API exports write UTC without saying so; sheets made by people hold local time. */
function looksLikeApi(table: TableInspection): boolean {
  return (
    table.header.some((h) => /^_fivetran|_at$|^systemmodstamp$|^createddate$|^property_/i.test(h)) ||
    table.format.type === 'json'
  );
}

function dateReading(stats: ColumnStats, kind: FieldKind, table: TableInspection): ReadingGuess {
  const { order, confidence } = dateOrderOf(stats);
  if (kind === 'date') return { reading: { dateOrder: order }, confidence };
  const zoneless = (stats.shapes.time ?? 0) - (stats.shapes.zoned ?? 0);
  const zone = zoneless > 0 && !looksLikeApi(table) ? 'local' : 'utc';
  return { reading: { dateOrder: order, zone }, confidence };
}

function decimalMarkOf(stats: ColumnStats): { mark: '.' | ','; confidence: number } {
  const point = stats.shapes.decimalPoint ?? 0;
  const comma = stats.shapes.decimalComma ?? 0;
  const either = stats.shapes.decimalEither ?? 0;
  if (point !== comma)
    return { mark: point > comma ? '.' : ',', confidence: Math.min(point, comma) === 0 ? 1 : ASK };
  const money = stats.samples.filter((s) => /\d/.test(s));
  if (stats.shapes.currency !== undefined && money.some((s) => /\d,\d{1,2}(?!\d)/.test(s)))
    return { mark: ',', confidence: 0.95 };
  if (either === 0) return { mark: '.', confidence: 1 };
  // 1.234 everywhere: groups where every value is so, which a fraction of three digits would hardly be.
  const dots = stats.samples.filter((s) => /\d\.\d{3}(?!\d)/.test(s)).length;
  return dots > 0 && dots * 2 >= stats.samples.length
    ? { mark: ',', confidence: ASK }
    : { mark: '.', confidence: 0.85 };
}

const HEADER_CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[^a-z])(?:usd|us\$|dollars?)(?:$|[^a-z])|\$/i, 'USD'],
  [/(?:^|[^a-z])(?:eur|euros?)(?:$|[^a-z])|€/i, 'EUR'],
  [/(?:^|[^a-z])gbp(?:$|[^a-z])|£/i, 'GBP'],
  [/(?:^|[^a-z])(?:jpy|yen)(?:$|[^a-z])|[¥￥円]/i, 'JPY'],
];
const CELL_CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/[¥￥円]|JPY/, 'JPY'],
  [/€|EUR/, 'EUR'],
  [/£|GBP/, 'GBP'],
  [/\$|USD/, 'USD'],
];

function match(table: readonly (readonly [RegExp, string])[], text: string): string | undefined {
  return table.find(([pattern]) => pattern.test(text))?.[1];
}

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

interface CurrencyGuess {
  readonly currency?: string;
  /** Header of the column that names it row by row. */
  readonly currencyFrom?: string;
  readonly confidence: number;
}

/** The column's own hint, its rows', another table's of the same import; nothing = nothing says, a person is asked. */
function currencyOf(
  stats: ColumnStats,
  table: TableInspection,
  others: readonly TableInspection[],
): CurrencyGuess {
  const inCells = stats.samples.map((s) => match(CELL_CURRENCIES, s)).find((c) => c !== undefined);
  const own = match(HEADER_CURRENCIES, stats.header) ?? inCells;
  if (own !== undefined) return { currency: own, confidence: 1 };
  const column = currencyColumnOf(stats, table.columns);
  if (column !== undefined) {
    // One currency throughout stands in where a cell is blank; of several none does.
    const only = column.distinct === 1 ? currencyNamed(column.samples[0] ?? '') : undefined;
    return {
      currencyFrom: column.header,
      ...(only === undefined ? {} : { currency: only }),
      confidence: 0.95,
    };
  }
  for (const other of [table, ...others]) {
    for (const header of other.header) {
      const hint = match(HEADER_CURRENCIES, header);
      if (hint !== undefined) return { currency: hint, confidence: 0.8 };
    }
  }
  return { confidence: 0.7 };
}

/** The currency that is offered first where nothing names one: by the language of the headers. */
export function likelyCurrency(table: TableInspection): string {
  const japanese = table.header.filter((header) => JAPANESE.test(header)).length;
  return japanese > table.header.length / 2 ? 'JPY' : 'USD';
}

function factorOf(header: string): number {
  const plain = header.normalize('NFKC');
  if (/百万円/.test(plain)) return 1e6;
  if (/万円/.test(plain)) return 1e4;
  if (/千円|thousands?\b|\$k\b|k\$|\bk(usd|eur|jpy)\b|000s/i.test(plain)) return 1e3;
  return 1;
}

function moneyReading(
  stats: ColumnStats,
  table: TableInspection,
  others: readonly TableInspection[],
): ReadingGuess {
  const { mark, confidence } = decimalMarkOf(stats);
  const { confidence: sure, ...money } = currencyOf(stats, table, others);
  const factor = factorOf(stats.header);
  return {
    reading: {
      decimalMark: mark,
      ...money,
      ...(factor === 1 ? {} : { factor }),
    },
    confidence: Math.min(confidence, sure),
  };
}

const WORD_SCORES: Readonly<Record<string, number>> = {
  'a+': 100,
  a: 90,
  'a-': 85,
  'b+': 80,
  b: 70,
  'b-': 65,
  'c+': 60,
  c: 50,
  'c-': 45,
  'd+': 40,
  d: 30,
  'd-': 25,
  e: 15,
  f: 5,
  green: 85,
  緑: 85,
  青: 85,
  blue: 85,
  yellow: 55,
  黄: 55,
  amber: 55,
  orange: 55,
  橙: 55,
  red: 20,
  赤: 20,
};

function scaleOf(stats: ColumnStats): ReadingGuess {
  if (shareOf(stats, 'letterGrade', 'colourWord') > 0.8) {
    const words: Record<string, number> = {};
    for (const [value] of stats.values ?? stats.samples.map((s) => [s] as const)) {
      const key = value.normalize('NFKC').trim().toLowerCase();
      if (Object.hasOwn(WORD_SCORES, key)) words[key] = WORD_SCORES[key]!;
    }
    return { reading: { scale: { type: 'words', words } }, confidence: ASK };
  }
  const max = stats.max ?? 100;
  const top = max <= 1 ? 1 : max <= 5 ? 5 : max <= 10 ? 10 : 100;
  const higherIsBetter = !/risk|churn|リスク|解約/i.test(stats.header);
  const scale: ScoreScale = { type: 'range', min: 0, max: top, higherIsBetter };
  return {
    reading: { scale, decimalMark: decimalMarkOf(stats).mark },
    confidence: top === 100 && higherIsBetter && max > 50 ? 0.65 : ASK,
  };
}

function percentReading(stats: ColumnStats, field: string): ReadingGuess {
  if (field === 'sourceHealth') return scaleOf(stats);
  const mark = decimalMarkOf(stats).mark;
  if (
    stats.max !== undefined &&
    stats.max <= 1 &&
    shareOf(stats, 'percent') === 0 &&
    shareOf(stats, 'decimalPoint', 'decimalComma') > 0
  ) {
    return {
      reading: { decimalMark: mark, scale: { type: 'range', min: 0, max: 1, higherIsBetter: true } },
      confidence: 0.8,
    };
  }
  return { reading: { decimalMark: mark }, confidence: 1 };
}

/** How the column reads as the given kind of field. */
export function guessReading(
  kind: FieldKind,
  field: string,
  stats: ColumnStats,
  table: TableInspection,
  others: readonly TableInspection[],
): ReadingGuess {
  switch (kind) {
    case 'date':
    case 'dateTime':
      return dateReading(stats, kind, table);
    case 'money':
      return moneyReading(stats, table, others);
    case 'integer':
    case 'number': {
      if (numberShare(stats) === 0 && shareOf(stats, 'percent', 'currency') === 0)
        return { reading: {}, confidence: 1 };
      const { mark, confidence } = decimalMarkOf(stats);
      const factor = factorOf(stats.header);
      return { reading: { decimalMark: mark, ...(factor === 1 ? {} : { factor }) }, confidence };
    }
    case 'percent':
      return percentReading(stats, field);
    case 'tags': {
      const separator =
        shareOf(stats, 'multiSemicolon') > 0 ? ';' : shareOf(stats, 'multiComma') > 0 ? ',' : undefined;
      return { reading: separator === undefined ? {} : { separator }, confidence: 1 };
    }
    default:
      return { reading: {}, confidence: 1 };
  }
}

/** What a person's choices on a column come to: another target brings its own reading and, for relations, its own link. */
import { guessReading } from '#shared/import/guess-reading.ts';
import type { NounName } from '#shared/model/field.ts';
import type {
  ColumnPlan,
  ColumnStats,
  ColumnTarget,
  LinkBy,
  TableInspection,
  TablePlan,
  ValueShape,
} from '#shared/model/import-plan.ts';
import { fieldSpec } from '#shared/model/nouns.ts';
import { targetKind } from './flow-problems.ts';

export type CustomKind = Extract<ColumnTarget, { type: 'custom' }>['valueKind'];

const LINKS: Readonly<Partial<Record<NounName, readonly LinkBy[]>>> = {
  account: ['externalId', 'name', 'domain', 'email'],
  contact: ['externalId', 'email', 'name'],
  subscription: ['externalId', 'name'],
  opportunity: ['externalId', 'name'],
};

/** The ways in which a cell can name a record of the noun; JSON with references has one more. */
export function linkWays(to: NounName, now: LinkBy | undefined): readonly LinkBy[] {
  const ways = LINKS[to] ?? ['externalId'];
  return now === undefined || ways.includes(now) ? ways : [...ways, now];
}

function share(stats: ColumnStats, ...shapes: readonly ValueShape[]): number {
  const fitting = shapes.reduce((sum, shape) => sum + (stats.shapes[shape] ?? 0), 0);
  return stats.filled === 0 ? 0 : fitting / stats.filled;
}

/** What the values of a relation column look like they are. */
export function likelyLink(to: NounName, stats: ColumnStats): LinkBy {
  if (share(stats, 'email') > 0.5) return linkWays(to, undefined).includes('email') ? 'email' : 'externalId';
  if (share(stats, 'url') > 0.5 && to === 'account') return 'domain';
  const wordy = stats.samples.filter((text) => /\s|[^\p{ASCII}]/u.test(text.trim())).length;
  return wordy * 2 > stats.samples.length ? 'name' : 'externalId';
}

export function likelyCustomKind(stats: ColumnStats): CustomKind {
  if (share(stats, 'boolean') > 0.95) return 'boolean';
  if (
    share(stats, 'dateYmd', 'dateEra', 'dateWords') > 0.95 ||
    share(stats, 'dateDmy') > 0.95 ||
    share(stats, 'dateMdy') > 0.95
  )
    return 'date';
  if (
    share(stats, 'brokenId', 'phone') < 0.5 &&
    share(stats, 'integer', 'decimalPoint', 'decimalComma', 'decimalEither') > 0.95
  )
    return 'number';
  return 'text';
}

export interface Place {
  readonly noun: TablePlan['noun'];
  readonly inspection: TableInspection;
  readonly others: readonly TableInspection[];
}

/** The column on another target, chosen by a person. */
export function retarget(column: ColumnPlan, target: ColumnTarget, place: Place): ColumnPlan {
  const next: ColumnPlan = { index: column.index, header: column.header, target, reading: {}, confidence: 1 };
  const kind = targetKind(place.noun, next);
  const stats = place.inspection.columns[column.index];
  if (kind === undefined || stats === undefined) return next;
  if (target.type === 'field' && kind === 'relation' && place.noun !== 'skip') {
    const to = fieldSpec(place.noun, target.field)?.to;
    return to === undefined ? next : { ...next, link: { to, by: likelyLink(to, stats) } };
  }
  const field = target.type === 'field' ? target.field : '';
  return { ...next, reading: guessReading(kind, field, stats, place.inspection, place.others).reading };
}

/** Other ends of a score's range; unchanged where they would be none. */
export function withEnds(column: ColumnPlan, min: number, max: number): ColumnPlan {
  const { scale } = column.reading;
  if (scale?.type !== 'range' || !(min < max)) return column;
  return { ...column, reading: { ...column.reading, scale: { ...scale, min, max } } };
}

/** What a letter or a colour counts, 0 to 100. */
export function withWord(column: ColumnPlan, word: string, score: number): ColumnPlan {
  const { scale } = column.reading;
  if (scale?.type !== 'words' || !(score >= 0 && score <= 100)) return column;
  const words = { ...scale.words, [word]: score };
  return { ...column, reading: { ...column.reading, scale: { ...scale, words } } };
}

/** The best word becomes the worst, and so on. */
export function withWordsTurned(column: ColumnPlan): ColumnPlan {
  const { scale } = column.reading;
  if (scale?.type !== 'words') return column;
  const words = Object.fromEntries(Object.entries(scale.words).map(([word, score]) => [word, 100 - score]));
  return { ...column, reading: { ...column.reading, scale: { ...scale, words } } };
}

/** Turns a score round without moving its ends. */
export function withDirection(column: ColumnPlan, higherIsBetter: boolean): ColumnPlan {
  const { scale } = column.reading;
  if (scale?.type !== 'range') return column;
  return { ...column, reading: { ...column.reading, scale: { ...scale, higherIsBetter } } };
}

export function withReading(column: ColumnPlan, change: Partial<ColumnPlan['reading']>): ColumnPlan {
  return { ...column, reading: { ...column.reading, ...change } };
}

/** One currency for all amounts of the column. */
export function withCurrency(column: ColumnPlan, currency: string): ColumnPlan {
  const { currencyFrom: _, ...reading } = column.reading;
  return { ...column, reading: { ...reading, currency } };
}

/** The currency that another column names, row by row; `blank` stands in where it names none. */
export function withCurrencyFrom(column: ColumnPlan, header: string, blank: string | undefined): ColumnPlan {
  const { currency: _, ...reading } = column.reading;
  const currency = blank === undefined ? {} : { currency: blank };
  return { ...column, reading: { ...reading, ...currency, currencyFrom: header } };
}

/** The words for a target in a list of choices: `field:name/given`, `custom`, `skip`. */
export function targetValue(target: ColumnTarget): string {
  if (target.type !== 'field') return target.type;
  return target.part === undefined ? `field:${target.field}` : `field:${target.field}/${target.part}`;
}

export function targetOf(value: string, column: ColumnPlan, stats: ColumnStats | undefined): ColumnTarget {
  if (value === 'skip') return { type: 'skip' };
  if (value === 'custom') {
    return {
      type: 'custom',
      name: column.header.trim(),
      valueKind: stats === undefined ? 'text' : likelyCustomKind(stats),
    };
  }
  const [field = '', part] = value.slice('field:'.length).split('/');
  return part === 'given' || part === 'family' ? { type: 'field', field, part } : { type: 'field', field };
}

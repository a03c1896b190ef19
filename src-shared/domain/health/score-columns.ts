/** Scores of a whole book at once: the same sums as for one account, over columns of numbers instead of records. */
import { BANDS, type Band, type MeasureId, type Signals } from '../../model/health.ts';
import { dayNumber } from '../table/days.ts';
import { bandOf, type CompiledMeasure, type CompiledScorecard, quotient } from './compile-scorecard.ts';

interface SignalColumn {
  /** NaN = no signal. */
  readonly values: Float64Array;
  /** Milliseconds since 1970 UTC. */
  readonly at: Float64Array;
  /** Day number of the last day on which it holds; left out when no signal of the column ends. */
  until?: Float64Array;
}

/** The signals of many accounts, one place each. */
export interface SignalColumns {
  readonly count: number;
  readonly byMeasure: ReadonlyMap<MeasureId, SignalColumn>;
}

export function signalColumns(list: readonly Signals[]): SignalColumns {
  const count = list.length;
  const byMeasure = new Map<MeasureId, SignalColumn>();
  for (let i = 0; i < count; i++) {
    const signals = list[i]!;
    for (const key in signals) {
      const measure = key as MeasureId;
      const signal = signals[measure];
      if (signal === undefined || !Number.isFinite(signal.value)) continue;
      let column = byMeasure.get(measure);
      if (column === undefined) {
        column = { values: new Float64Array(count).fill(Number.NaN), at: new Float64Array(count) };
        byMeasure.set(measure, column);
      }
      column.values[i] = signal.value;
      column.at[i] = signal.at;
      if (signal.until !== undefined) {
        column.until ??= new Float64Array(count).fill(Number.POSITIVE_INFINITY);
        column.until[i] = dayNumber(signal.until);
      }
    }
  }
  return { count, byMeasure };
}

/** Points of each measure of a card, NaN where it has none: what stays the same while only weights change. */
export type PointColumns = readonly Float64Array[];

type On = { readonly day: string; readonly now: number };

/** Points of one measure: what stays the same until its curve or shelf life changes. */
export function pointColumn(
  { measure, pointsOf, shelf }: CompiledMeasure,
  { count, byMeasure }: SignalColumns,
  on: On,
): Float64Array {
  const today = dayNumber(on.day);
  const points = new Float64Array(count).fill(Number.NaN);
  const column = byMeasure.get(measure);
  if (column === undefined) return points;
  const { values, at, until } = column;
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    if (Number.isNaN(value) || on.now - at[i]! > shelf) continue;
    if (until !== undefined && until[i]! < today) continue;
    points[i] = pointsOf(value);
  }
  return points;
}

/** Points of the measures of a card in their order. */
export function pointColumns({ measures }: CompiledScorecard, columns: SignalColumns, on: On): PointColumns {
  return measures.map((measure) => pointColumn(measure, columns, on));
}

export interface ScoreColumns {
  /** 0 to 100; NaN when no measure is present. */
  readonly values: Float64Array;
  /** 0 to 1. */
  readonly coverage: Float64Array;
  /** Place in BANDS. */
  readonly bands: Uint8Array;
}

const BAND_PLACE: Readonly<Record<Band, number>> = {
  healthy: BANDS.indexOf('healthy'),
  watch: BANDS.indexOf('watch'),
  'at-risk': BANDS.indexOf('at-risk'),
  unknown: BANDS.indexOf('unknown'),
};

/** The weighted sums. `points` may come from an earlier card with the same measures and curves in the same order. */
export function weighColumns(
  { card, measures }: CompiledScorecard,
  points: PointColumns,
  count: number,
): ScoreColumns {
  const values = new Float64Array(count);
  const coverage = new Float64Array(count);
  const bands = new Uint8Array(count);
  for (let m = 0; m < measures.length; m++) {
    const weight = measures[m]!.weight;
    const column = points[m]!;
    for (let i = 0; i < count; i++) {
      const given = column[i]!;
      if (Number.isNaN(given)) continue;
      values[i]! += weight * given;
      coverage[i]! += weight;
    }
  }
  for (let i = 0; i < count; i++) {
    const present = coverage[i]!;
    const value = present > 0 ? quotient(values[i]!, present) : Number.NaN;
    values[i] = value;
    coverage[i] = Math.min(1, present);
    bands[i] = BAND_PLACE[bandOf(value, coverage[i]!, card)];
  }
  return { values, coverage, bands };
}

/** Scores of all accounts of the columns by one card. */
export function scoreColumns(compiled: CompiledScorecard, columns: SignalColumns, on: On): ScoreColumns {
  return weighColumns(compiled, pointColumns(compiled, columns, on), columns.count);
}

export function bandAt({ bands }: ScoreColumns, place: number): Band {
  return BANDS[bands[place] ?? BAND_PLACE.unknown] ?? 'unknown';
}

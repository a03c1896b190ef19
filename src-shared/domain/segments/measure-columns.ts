/** Health measures as columns that rules and pictures can ask, in the units that people type: shares as percent. */
import { MEASURES, type MeasureId, type Scorecard, type Signal, type Signals } from '../../model/health.ts';
import type { NumberColumn } from '../table/column.ts';

/** Prefix of a measure's column: 'measure.nps'. */
export const MEASURE_COLUMN = 'measure.';

/** Raw values that are shares, 0 to 1. */
const SHARES: ReadonlySet<MeasureId> = new Set([
  'active-rate',
  'active-trend',
  'usage-trend',
  'feature-breadth',
  'csat',
  'contract-trend',
  'onboarding-progress',
  'plan-progress',
]);

/** What a raw value is multiplied by in its column. */
export function measureScale(measure: MeasureId): 1 | 100 {
  return SHARES.has(measure) ? 100 : 1;
}

export function measureOfColumn(column: string): MeasureId | undefined {
  return MEASURES.find((measure) => MEASURE_COLUMN + measure === column);
}

const DAY = 86_400_000;

/** A signal too old for the scorecard that applies counts as missing, as it does in the score. */
export function isFresh(
  signal: Signal,
  measure: MeasureId,
  card: Scorecard | undefined,
  on: { readonly day: string; readonly now: number },
): boolean {
  if (signal.until !== undefined && signal.until < on.day) return false;
  const rule = card?.groups.flatMap((group) => group.measures).find((each) => each.measure === measure);
  return rule === undefined || on.now - signal.at <= rule.shelfDays * DAY;
}

export interface MeasureReader<R> {
  readonly signalsOf: (row: R) => Signals;
  readonly cardOf: (row: R) => Scorecard | undefined;
  readonly on: { readonly day: string; readonly now: number };
}

/** One column for each measure; `id` is 'measure.' and the measure. */
export function measureColumns<R>({ signalsOf, cardOf, on }: MeasureReader<R>): NumberColumn<R>[] {
  return MEASURES.map((measure) => {
    const scale = measureScale(measure);
    const value = (row: R): number | undefined => {
      const signal = signalsOf(row)[measure];
      return signal !== undefined && isFresh(signal, measure, cardOf(row), on)
        ? signal.value * scale
        : undefined;
    };
    return { kind: 'number', id: MEASURE_COLUMN + measure, value, total: { type: 'none' } };
  });
}

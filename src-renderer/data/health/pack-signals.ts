/** Signals and past scores as they lie in the database: flat numbers, because ten thousand rows of objects read slowly. */
import type { MeasureId, Signal, SignalSource, Signals } from '#shared/model/health.ts';

/** Two letters a measure, for good: what is stored names its measures by them. */
const CODES: Readonly<Record<MeasureId, string>> = {
  'active-rate': 'ar',
  'active-trend': 'at',
  'login-frequency': 'lf',
  'usage-trend': 'ut',
  'feature-breadth': 'fb',
  'support-load': 'sl',
  'open-severity': 'os',
  'time-to-resolve': 'tr',
  nps: 'np',
  csat: 'cs',
  'touch-cadence': 'tc',
  'executive-contact': 'ec',
  'champion-contact': 'cc',
  'champion-change': 'ch',
  'contract-trend': 'ct',
  'renewal-days': 'rd',
  'onboarding-progress': 'op',
  'plan-progress': 'pp',
  'invoice-status': 'is',
  sentiment: 'se',
};

const BY_CODE = new Map(Object.entries(CODES).map(([measure, code]) => [code, measure as MeasureId]));

/** Places in this list are stored: new ones go to its end. */
const SOURCES: readonly SignalSource[] = [
  'usage',
  'ticket',
  'survey',
  'activity',
  'contact',
  'subscription',
  'account',
  'plan',
];

export interface PackedSignals {
  /** Codes of the measures, one after the other. */
  readonly m: string;
  /** Per measure: value, time, source + 16 × denominator, how many (−1 = not said). */
  readonly v: readonly number[];
  /** Records that signals are about, by place. */
  readonly x?: Readonly<Record<number, string>>;
}

const WIDTH = 4;
const PER: readonly (Signal['per'] | undefined)[] = [undefined, 'licensed', 'tracked'];

export function codeOf(measure: MeasureId): string {
  return CODES[measure];
}

/** Undefined: written by a version that knew another measure. */
export function measureOf(codes: string, place: number): MeasureId | undefined {
  return BY_CODE.get(codes.slice(place * 2, place * 2 + 2));
}

export function packSignal(signal: Signal): readonly [number, number, number, number] {
  const kind = SOURCES.indexOf(signal.source) + 16 * PER.indexOf(signal.per);
  return [signal.value, signal.at, kind, signal.n ?? -1];
}

export function unpackSignal(
  v: readonly number[],
  from: number,
  about: string | undefined,
): Signal | undefined {
  const kind = v[from + 2] as number;
  const source = SOURCES[kind & 15];
  if (source === undefined) return undefined;
  const per = PER[kind >> 4];
  const n = v[from + 3] as number;
  return {
    value: v[from] as number,
    at: v[from + 1] as number,
    source,
    ...(n === -1 ? {} : { n }),
    ...(per === undefined ? {} : { per }),
    ...(about === undefined ? {} : { about }),
  };
}

export function packSignals(signals: Signals): PackedSignals {
  let m = '';
  const v: number[] = [];
  const x: Record<number, string> = {};
  for (const [measure, signal] of Object.entries(signals) as [MeasureId, Signal][]) {
    if (signal.about !== undefined) x[m.length / 2] = signal.about;
    m += CODES[measure];
    v.push(...packSignal(signal));
  }
  return Object.keys(x).length === 0 ? { m, v } : { m, v, x };
}

export function unpackSignals({ m, v, x }: PackedSignals): Signals {
  const signals: Partial<Record<MeasureId, Signal>> = {};
  for (let place = 0; place * 2 < m.length; place++) {
    const measure = measureOf(m, place);
    const signal = unpackSignal(v, place * WIDTH, x?.[place]);
    if (measure !== undefined && signal !== undefined) signals[measure] = signal;
  }
  return signals;
}

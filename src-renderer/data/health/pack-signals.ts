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

/** What only few signals carry. */
export interface SignalExtra {
  readonly about?: string;
  readonly until?: string;
}

export interface PackedSignals {
  /** Codes of the measures, one after the other. */
  readonly m: string;
  /** Per measure: value, time, what kind of signal, `n`, `of` (−1 = not said). */
  readonly v: ArrayLike<number>;
  /** By the measure's place. */
  readonly x?: Readonly<Record<number, SignalExtra>>;
}

/** Packed signals of many accounts: few large pieces cross from the worker in a fraction of the time of many small ones. */
export interface SignalColumns {
  readonly codes: readonly string[];
  readonly values: Float64Array;
  /** Where in `values` each account's numbers end. */
  readonly ends: Uint32Array;
  /** By the account's place. */
  readonly extras: Readonly<Record<number, NonNullable<PackedSignals['x']>>>;
}

/** Numbers per signal. */
export const SIGNAL_WIDTH = 5;
const PER: readonly (Signal['per'] | undefined)[] = [undefined, 'licensed', 'tracked'];
/** Bits of the third number: the source's place, the denominator's place, and four marks. */
const PER_UNIT = 16;
const FOUR_WEEKS = 64;
const SEASON = 128;
const AT_LEAST = 256;
const STAYS = 512;

export function codeOf(measure: MeasureId): string {
  return CODES[measure];
}

/** Undefined: written by a version that knew another measure. */
export function measureOf(codes: string, place: number): MeasureId | undefined {
  return BY_CODE.get(codes.slice(place * 2, place * 2 + 2));
}

type Packed =
  | keyof SignalExtra
  | 'value'
  | 'at'
  | 'source'
  | 'n'
  | 'of'
  | 'per'
  | 'span'
  | 'season'
  | 'atLeast'
  | 'stays';
/** A signal that gains a property no longer fits: it would be lost here. */
type WholeSignal = Signal & Readonly<Record<Exclude<keyof Signal, Packed>, never>>;

export function packSignal(signal: WholeSignal): number[] {
  const { value, at, source, n, of, per, span, season, atLeast, stays } = signal;
  const kind =
    SOURCES.indexOf(source) +
    PER_UNIT * PER.indexOf(per) +
    (span === undefined ? 0 : FOUR_WEEKS) +
    (season === undefined ? 0 : SEASON) +
    (atLeast === undefined ? 0 : AT_LEAST) +
    (stays === undefined ? 0 : STAYS);
  return [value, at, kind, n ?? -1, of ?? -1];
}

export function extraOf({ about, until }: Signal): SignalExtra | undefined {
  if (about === undefined && until === undefined) return undefined;
  return { ...(about === undefined ? {} : { about }), ...(until === undefined ? {} : { until }) };
}

export function unpackSignal(
  v: ArrayLike<number>,
  from: number,
  extra: SignalExtra | undefined,
): Signal | undefined {
  const kind = v[from + 2] as number;
  const source = SOURCES[kind % PER_UNIT];
  if (source === undefined) return undefined;
  const per = PER[Math.floor(kind / PER_UNIT) % 4];
  const n = v[from + 3] as number;
  const of = v[from + 4] as number;
  return {
    value: v[from] as number,
    at: v[from + 1] as number,
    source,
    ...(n === -1 ? {} : { n }),
    ...(of === -1 ? {} : { of }),
    ...(per === undefined ? {} : { per }),
    ...((kind & FOUR_WEEKS) === 0 ? {} : { span: 'four-weeks' as const }),
    ...((kind & SEASON) === 0 ? {} : { season: true as const }),
    ...((kind & AT_LEAST) === 0 ? {} : { atLeast: true as const }),
    ...((kind & STAYS) === 0 ? {} : { stays: true as const }),
    ...extra,
  };
}

export function packSignals(signals: Signals): PackedSignals {
  let m = '';
  const v: number[] = [];
  const x: Record<number, SignalExtra> = {};
  for (const [measure, signal] of Object.entries(signals) as [MeasureId, Signal][]) {
    const extra = extraOf(signal);
    if (extra !== undefined) x[m.length / 2] = extra;
    m += CODES[measure];
    v.push(...packSignal(signal));
  }
  return Object.keys(x).length === 0 ? { m, v } : { m, v, x };
}

export function unpackSignals({ m, v, x }: PackedSignals): Signals {
  const signals: Partial<Record<MeasureId, Signal>> = {};
  for (let place = 0; place * 2 < m.length; place++) {
    const measure = measureOf(m, place);
    const signal = unpackSignal(v, place * SIGNAL_WIDTH, x?.[place]);
    if (measure !== undefined && signal !== undefined) signals[measure] = signal;
  }
  return signals;
}

export function joinSignals(all: readonly PackedSignals[]): SignalColumns {
  const ends = new Uint32Array(all.length);
  let end = 0;
  for (const [place, { v }] of all.entries()) {
    end += v.length;
    ends[place] = end;
  }
  const values = new Float64Array(end);
  const extras: Record<number, NonNullable<PackedSignals['x']>> = {};
  for (const [place, { v, x }] of all.entries()) {
    values.set(v, (ends[place] as number) - v.length);
    if (x !== undefined) extras[place] = x;
  }
  return { codes: all.map(({ m }) => m), values, ends, extras };
}

/** Of the account at a place. */
export function signalsAt({ codes, values, ends, extras }: SignalColumns, place: number): PackedSignals {
  const v = values.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
  const x = extras[place];
  return x === undefined ? { m: codes[place] ?? '', v } : { m: codes[place] ?? '', v, x };
}

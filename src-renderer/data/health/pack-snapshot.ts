/** A past score as one small row: ten thousand accounts times many days must fit on a laptop. */
import type { Band, HealthSnapshot, MeasureScore } from '#shared/model/health.ts';
import {
  codeOf,
  extraOf,
  measureOf,
  packSignal,
  SIGNAL_WIDTH,
  type SignalExtra,
  unpackSignal,
} from './pack-signals.ts';

export interface SnapshotRow {
  account: string;
  /** 'YYYY-MM-DD' in the user's zone. */
  day: string;
  scorecard: string;
  version: number;
  value?: number;
  coverage: number;
  band: Band;
  /** Codes of the measures, one after the other. */
  m: string;
  /** Groups, each once. */
  g: readonly string[];
  /** Per measure: place of its group, weight, state, points (−1 = none). */
  s: readonly number[];
  /** Per measure its signal as pack-signals has it; a measure without one is left out by `state`. */
  v: readonly number[];
  /** What only few signals carry, by the measure's place. */
  x?: Readonly<Record<number, SignalExtra>>;
  /** The parent's score was made of these accounts. */
  from?: readonly string[];
}

export type SnapshotKey = [account: string, day: string];

const STATES: readonly MeasureScore['state'][] = ['present', 'missing', 'stale'];
/** Added to the place of the state where a signal follows. */
const WITH_SIGNAL = 8;
const WIDTH = 4;

export function packSnapshot(snapshot: HealthSnapshot): SnapshotRow {
  const { measures, reconstructed: _real, weighed: _today, from, ...head } = snapshot;
  const g: string[] = [];
  const s: number[] = [];
  const v: number[] = [];
  const x: Record<number, SignalExtra> = {};
  let m = '';
  measures.forEach(({ measure, group, weight, state, signal, points }, place) => {
    m += codeOf(measure);
    if (!g.includes(group)) g.push(group);
    const kind = STATES.indexOf(state) + (signal === undefined ? 0 : WITH_SIGNAL);
    s.push(g.indexOf(group), weight, kind, points ?? -1);
    if (signal === undefined) return;
    v.push(...packSignal(signal));
    const extra = extraOf(signal);
    if (extra !== undefined) x[place] = extra;
  });
  return {
    ...head,
    m,
    g,
    s,
    v,
    ...(Object.keys(x).length === 0 ? {} : { x }),
    ...(from === undefined ? {} : { from }),
  };
}

export function unpackSnapshot(row: SnapshotRow): HealthSnapshot {
  const { m, g, s, v, x, from, ...head } = row;
  const measures: MeasureScore[] = [];
  let at = 0;
  for (let place = 0; place * 2 < m.length; place++) {
    const [group = 0, weight = 0, kind = 0, points = -1] = s.slice(place * WIDTH, place * WIDTH + WIDTH);
    const signal = kind >= WITH_SIGNAL ? unpackSignal(v, at, x?.[place]) : undefined;
    if (kind >= WITH_SIGNAL) at += SIGNAL_WIDTH;
    const measure = measureOf(m, place);
    if (measure === undefined) continue;
    measures.push({
      measure,
      group: g[group] ?? '',
      weight,
      state: STATES[kind % WITH_SIGNAL] ?? 'missing',
      ...(signal === undefined ? {} : { signal }),
      ...(points === -1 ? {} : { points }),
    });
  }
  return { ...head, measures, reconstructed: false, ...(from === undefined ? {} : { from }) };
}

/** Scorecards, signals and scores for tests: any that may occur, sense or nonsense as asked. */
import fc from 'fast-check';
import type { Account } from '#shared/model/account.ts';
import {
  type Curve,
  MEASURES,
  type MeasureGroup,
  type MeasureId,
  type Scorecard,
  type Signal,
  type Signals,
} from '#shared/model/health.ts';

export const NOW = Date.UTC(2026, 10, 20, 9);
export const TODAY = '2026-11-20';
const DAY = 86_400_000;

export function anAccount(fields: Partial<Account> = {}): Account {
  return { id: 'a', name: 'Aoba', createdAt: 0, updatedAt: 0, ...fields };
}

export function aCard(groups: readonly MeasureGroup[], fields: Partial<Scorecard> = {}): Scorecard {
  return {
    id: 'card',
    name: 'Card',
    version: 1,
    note: '',
    groups,
    coverageFloor: 0.4,
    bands: { healthy: 70, watch: 40 },
    scope: { segments: [], touchModels: [], stages: [] },
    parents: 'own',
    createdAt: 0,
    updatedAt: 0,
    ...fields,
  };
}

/** A straight line from 0 points at 0 to 100 points at 100. */
export const STRAIGHT: Curve = {
  type: 'line',
  points: [
    [0, 0],
    [100, 100],
  ],
};

/** One group whose measures have these weights and the straight curve. */
export function plainCard(
  weights: Partial<Record<MeasureId, number>>,
  fields: Partial<Scorecard> = {},
): Scorecard {
  const measures = Object.entries(weights).map(([measure, weight]) => ({
    measure: measure as MeasureId,
    weight,
    curve: STRAIGHT,
    shelfDays: 90,
  }));
  return aCard([{ id: 'all', name: '', weight: 100, measures }], fields);
}

export function aSignal(value: number, fields: Partial<Signal> = {}): Signal {
  return { value, at: NOW - DAY, source: 'usage', ...fields };
}

const raw = fc.double({ min: -1000, max: 1000, noNaN: true });

/** Monotone, in either direction; points at distinct raw values. */
export const someCurve: fc.Arbitrary<Curve> = fc
  .record({
    type: fc.constantFrom('line' as const, 'steps' as const),
    xs: fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 6 }),
    ys: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 6 }),
    up: fc.boolean(),
  })
  .map(({ type, xs, ys, up }) => {
    const sortedX = [...xs].sort((a, b) => a - b);
    const sortedY = ys.slice(0, xs.length).sort((a, b) => (up ? a - b : b - a));
    return { type, points: sortedX.map((x, i): [number, number] => [x, sortedY[i] ?? 0]) };
  });

const weight = fc.integer({ min: 0, max: 100 });

/** Sensible but for its sums: up to four groups over different measures. */
export const someCard: fc.Arbitrary<Scorecard> = fc
  .record({
    measures: fc.shuffledSubarray([...MEASURES], { minLength: 1 }),
    rules: fc.array(fc.record({ weight, curve: someCurve, shelfDays: fc.integer({ min: 1, max: 400 }) }), {
      minLength: MEASURES.length,
      maxLength: MEASURES.length,
    }),
    groups: fc.array(weight, { minLength: 1, maxLength: 4 }),
    floor: fc.double({ min: 0, max: 1, noNaN: true }),
    version: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ measures, rules, groups, floor, version }) =>
    aCard(
      groups.map((groupWeight, g) => ({
        id: `g${g}`,
        name: '',
        weight: groupWeight,
        measures: measures.flatMap((measure, m) => {
          const rule = rules[m];
          return m % groups.length === g && rule !== undefined ? [{ measure, ...rule }] : [];
        }),
      })),
      { coverageFloor: floor, version },
    ),
  );

export const someSignal: fc.Arbitrary<Signal> = fc
  .record({
    value: raw,
    age: fc.integer({ min: -30, max: 500 }),
    until: fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined }),
  })
  .map(({ value, age, until }) => ({
    value,
    at: NOW - age * DAY,
    source: 'usage' as const,
    ...(until === undefined ? {} : { until: new Date(NOW + until * DAY).toISOString().slice(0, 10) }),
  }));

export const someSignals: fc.Arbitrary<Signals> = fc
  .array(fc.tuple(fc.constantFrom(...MEASURES), someSignal), { maxLength: MEASURES.length })
  .map((entries) => Object.fromEntries(entries));

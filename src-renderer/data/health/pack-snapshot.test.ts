import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type HealthSnapshot, MEASURES, type MeasureScore, type Signal } from '#shared/model/health.ts';
import { joinSignals, packSignals, signalsAt, unpackSignals } from './pack-signals.ts';
import { packSnapshot, unpackSnapshot } from './pack-snapshot.ts';

const number = fc.double({ min: -1e6, max: 1e12, noNaN: true });
/** Only what is there, as the engine makes them. */
const signal: fc.Arbitrary<Signal> = fc.record(
  {
    value: number,
    at: fc.integer({ min: 0, max: 2e12 }),
    source: fc.constantFrom(
      'usage',
      'ticket',
      'survey',
      'activity',
      'contact',
      'subscription',
      'account',
      'plan',
    ),
    n: fc.nat(),
    of: fc.double({ min: 0, max: 1e6, noNaN: true }),
    per: fc.constantFrom('licensed', 'tracked'),
    span: fc.constant('four-weeks'),
    season: fc.constant(true),
    atLeast: fc.constant(true),
    until: fc.constant('2026-12-31'),
    about: fc.constantFrom('c1', 'c2'),
  },
  { requiredKeys: ['value', 'at', 'source'], noNullPrototype: true },
) as fc.Arbitrary<Signal>;
const measure = fc.record(
  {
    measure: fc.constantFrom(...MEASURES),
    group: fc.constantFrom('usage', 'voice', '支援'),
    weight: fc.double({ min: 0, max: 1, noNaN: true }),
    state: fc.constantFrom('present', 'missing', 'stale'),
    signal,
    points: fc.double({ min: 0, max: 100, noNaN: true }),
  },
  { requiredKeys: ['measure', 'group', 'weight', 'state'], noNullPrototype: true },
) as fc.Arbitrary<MeasureScore>;

const signals = fc.uniqueArray(fc.tuple(fc.constantFrom(...MEASURES), signal), { selector: ([id]) => id });

it('signals of many accounts come out of their columns as they went in', () => {
  fc.assert(
    fc.property(fc.array(signals, { maxLength: 8 }), (lists) => {
      const all = lists.map((list) => Object.fromEntries(list));
      const columns = joinSignals(all.map(packSignals));
      expect(all.map((_, place) => unpackSignals(signalsAt(columns, place)))).toEqual(all);
    }),
  );
});

it('signals come out as they went in', () => {
  fc.assert(
    fc.property(signals, (list) => {
      const all = Object.fromEntries(list);
      expect(unpackSignals(packSignals(all))).toEqual(all);
    }),
  );
});

it('a snapshot comes out as it went in', () => {
  fc.assert(
    fc.property(fc.array(measure, { maxLength: 20 }), fc.boolean(), (measures, parent) => {
      const snapshot: HealthSnapshot = {
        account: 'a1',
        day: '2026-11-22',
        scorecard: 'saas-high-touch',
        version: 3,
        ...(measures.length === 0 ? {} : { value: 71.25 }),
        coverage: 0.6,
        band: 'healthy',
        measures,
        ...(parent ? { from: ['a2', 'a3'] } : {}),
        reconstructed: false,
      };
      expect(unpackSnapshot(packSnapshot(snapshot))).toEqual(snapshot);
    }),
  );
});

/** The delivered scorecards hold their own rules; what is wrong with others is named; files travel unchanged. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCard, plainCard, STRAIGHT } from '#test/factories/health.ts';
import { type Curve, MEASURES, type MeasureId } from '../../model/health.ts';
import { checkScorecard } from './check-scorecard.ts';
import { directionOf } from './curve.ts';
import { STANDARD_SCORECARDS } from './health-terms.ts';
import { readScorecardFile, writeScorecardFile } from './scorecard-file.ts';
import { STANDARD_CARDS, STANDARD_RULES } from './standard-scorecards.ts';

/** Measures of which less is better. */
const LESS: ReadonlySet<MeasureId> = new Set([
  'support-load',
  'open-severity',
  'time-to-resolve',
  'touch-cadence',
  'executive-contact',
  'champion-contact',
  'champion-change',
  'invoice-status',
]);

describe('the delivered scorecards', () => {
  it('have nothing wrong with them', () => {
    expect(STANDARD_CARDS.map(({ id }) => id)).toEqual([...STANDARD_SCORECARDS]);
    for (const card of STANDARD_CARDS) expect(checkScorecard(card)).toEqual([]);
  });
  it('judge every measure the right way round', () => {
    for (const measure of MEASURES)
      expect([measure, directionOf(STANDARD_RULES[measure].curve)]).toEqual([
        measure,
        LESS.has(measure) ? 'down' : 'up',
      ]);
  });
});

describe('checkScorecard', () => {
  const curved = (curve: Curve) =>
    aCard([
      { id: 'g', name: '', weight: 100, measures: [{ measure: 'nps', weight: 100, curve, shelfDays: 1 }] },
    ]);
  const types = (card: Parameters<typeof checkScorecard>[0]) => checkScorecard(card).map(({ type }) => type);

  it('names nonsense weights and sums that are not 100', () => {
    expect(types(plainCard({ nps: 40, csat: 50 }))).toEqual(['measures-sum']);
    expect(types(plainCard({ nps: Number.NaN, csat: 100 }))).toEqual(['not-a-weight', 'measures-sum']);
    expect(types(plainCard({ nps: -20, csat: 120 }))).toEqual(['not-a-weight', 'not-a-weight']);
    expect(types(plainCard({ nps: 33.3, csat: 33.3, sentiment: 33.3 }))).toEqual([]);
    expect(types(plainCard({ nps: 0 }))).toEqual(['no-measure', 'measures-sum']);
    expect(types(aCard([]))).toEqual(['no-measure']);
    const [group] = plainCard({ nps: 100 }).groups;
    expect(types(aCard(group === undefined ? [] : [{ ...group, weight: 50 }]))).toEqual(['groups-sum']);
    // Switched off and half done.
    const off = { id: 'off', name: '', weight: 0, measures: [] };
    expect(types(aCard(group === undefined ? [] : [group, off]))).toEqual([]);
  });

  it('names curves that are empty, out of order, off the scale or contradict themselves', () => {
    const of = (...points: [number, number][]) => types(curved({ type: 'line', points }));
    expect(of()).toEqual(['curve-empty']);
    expect(of([1, 0], [0, 5])).toEqual(['curve-order']);
    expect(of([0, 0], [0, 5])).toEqual(['curve-order']);
    expect(of([0, 0], [1, 101])).toEqual(['curve-points']);
    expect(of([0, 0], [Number.NaN, 10])).toEqual(['curve-points']);
    expect(of([0, 0], [1, 50], [2, 20])).toEqual(['curve-both-ways']);
  });

  it('names measures that do not exist or stand twice, floors and bands that make no sense', () => {
    const rule = { weight: 50, curve: STRAIGHT, shelfDays: 0 };
    const group = (id: string, measures: string[]) => ({
      id,
      weight: 50,
      measures: measures.map((measure) => ({ measure, ...rule })),
    });
    const card = {
      groups: [group('a', ['nps', 'mood']), group('a', ['nps', 'csat'])],
      coverageFloor: 1.5,
      bands: { healthy: 40, watch: 70 },
    };
    expect(new Set(types(card))).toEqual(
      new Set(['shelf', 'unknown-measure', 'twice', 'twice-group', 'floor', 'bands']),
    );
  });
});

describe('scorecard files', () => {
  it('bring back what was written', () => {
    for (const card of STANDARD_CARDS) {
      const read = readScorecardFile(writeScorecardFile(card, 'Ours'));
      expect(read).toEqual({
        ok: true,
        value: {
          name: 'Ours',
          note: '',
          groups: card.groups,
          coverageFloor: card.coverageFloor,
          bands: card.bands,
          scope: card.scope,
          parents: card.parents,
        },
      });
    }
  });

  it('say what is wrong', () => {
    const [card] = STANDARD_CARDS;
    const text = card === undefined ? '' : writeScorecardFile(card, 'Ours');
    const error = (file: string) => {
      const read = readScorecardFile(file);
      return read.ok ? undefined : read.error;
    };
    expect(error('{"kizuna":')).toEqual({ type: 'not-json' });
    expect(error('[1,2]')).toEqual({ type: 'not-a-scorecard' });
    expect(error('null')).toEqual({ type: 'not-a-scorecard' });
    expect(error(text.replace('"format": 1', '"format": 9'))).toEqual({ type: 'newer', format: 9 });
    expect(error(text.replace('"weight": 30', '"weight": "much"'))).toEqual({
      type: 'wrong-shape',
      path: 'groups.0.weight',
    });
    expect(error(text.replace('"weight": 30', '"weight": 31'))).toEqual({
      type: 'issues',
      issues: [{ type: 'groups-sum', sum: 101 }],
    });
    expect(error(text.replace('"nps"', '"mood"'))).toMatchObject({
      issues: [{ type: 'unknown-measure', measure: 'mood' }],
    });
    expect(error('x'.repeat(600_000))).toEqual({ type: 'too-long' });
    expect(readScorecardFile(`\uFEFF${text}`).ok).toBe(true);
  });

  it('property: no text whatever makes reading throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc
            .jsonValue()
            .map((value) => JSON.stringify({ kizuna: 'scorecard', format: 1, name: 'x', groups: value })),
        ),
        (text) => {
          const read = readScorecardFile(text);
          expect(typeof read.ok).toBe('boolean');
        },
      ),
    );
  });
});

/** The preview agrees with scoring account by account; the axis of a curve holds its points and the book. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreAccount } from '#shared/domain/health/score.ts';
import { NOW, STRAIGHT, someCard, someSignals, TODAY } from '#test/factories/health.ts';
import { distributionOf, ticksOf } from './distribution.ts';
import { Previewer, previewBook } from './preview.ts';

const ON = { account: 'a', day: TODAY, now: NOW };

describe('preview', () => {
  it('property: the bands before and after are those of scoring account by account', () => {
    fc.assert(
      fc.property(someCard, someCard, fc.array(someSignals, { maxLength: 12 }), (saved, edited, list) => {
        const accounts = list.map((_, i) => ({ id: `a${i}`, name: `A${i}`, scope: {} }));
        const previewer = new Previewer(previewBook(accounts, list, TODAY, NOW));
        for (const draft of [edited, { ...edited, coverageFloor: 0 }]) {
          const preview = previewer.preview([saved], draft);
          const expected = list.flatMap((signals, i) => {
            const from = scoreAccount(saved, signals, ON).band;
            const to = scoreAccount(draft, signals, ON).band;
            return from === to ? [] : [[`a${i}`, from, to]];
          });
          const found = preview.movers.map(({ id, from, to }) => [id, from.band, to.band]);
          expect(new Set(found.map(String))).toEqual(new Set(expected.map(String)));
          expect(preview.applied).toBe(list.length);
        }
      }),
    );
  });

  it('a narrower scope hands accounts to another card', () => {
    const card = { ...someCardOf('all'), scope: { segments: [], touchModels: [], stages: [] } };
    const other = { ...someCardOf('high'), scope: { segments: [], touchModels: ['high'], stages: [] } };
    const accounts = [
      { id: 'a', name: 'A', scope: { touchModel: 'high' } },
      { id: 'b', name: 'B', scope: { touchModel: 'tech' } },
    ];
    const previewer = new Previewer(previewBook(accounts, [{}, {}], TODAY, NOW));
    const none = { ...other, scope: { ...other.scope, touchModels: ['low'] } };
    expect(previewer.preview([card, other], none)).toMatchObject({ appliedBefore: 1, applied: 0 });
    expect(previewer.preview([card, other], other)).toMatchObject({
      appliedBefore: 1,
      applied: 1,
      movers: [],
    });
  });
});

function someCardOf(id: string) {
  const [card] = fc.sample(someCard, { numRuns: 1, seed: 1 });
  if (card === undefined) throw new Error('no card');
  return { ...card, id };
}

describe('distribution', () => {
  it('counts every account once and holds the curve', () => {
    const values = [0, 10, 50, 50, 90, 100_000];
    const found = distributionOf(values, STRAIGHT);
    expect(found.bars.reduce((sum, bar) => sum + bar, 0)).toBe(6);
    expect(found.from).toBeLessThan(0);
    expect(found.to).toBeGreaterThan(100);
    expect(found.median).toBe(50);
  });
  it('has an axis without any account, too', () => {
    const found = distributionOf([], { type: 'line', points: [[5, 50]] });
    expect(found.to).toBeGreaterThan(found.from);
    expect(ticksOf(found).length).toBeGreaterThan(1);
  });
  it('property: ticks are few and within the axis', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        fc.double({ min: 0.01, max: 5000, noNaN: true }),
        (from, span) => {
          const ticks = ticksOf({ from, to: from + span });
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThan(12);
        },
      ),
    );
  });
});

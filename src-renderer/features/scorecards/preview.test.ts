/** The preview agrees with scoring account by account; the axis of a curve holds its points and the book. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineParents } from '#shared/domain/health/combine-parents.ts';
import { scoreAccount } from '#shared/domain/health/score.ts';
import type { Scorecard } from '#shared/model/health.ts';
import { aSignal, NOW, plainCard, STRAIGHT, someCard, someSignals, TODAY } from '#test/factories/health.ts';
import { distributionOf, ticksOf } from './distribution.ts';
import { Previewer, previewBook } from './preview.ts';

const ON = { account: 'a', day: TODAY, now: NOW };

/** What a standing shows: never the score without the share of the weight that it is made of. */
const told = ({ band, coverage }: { band: string; coverage: number }) => [band, coverage.toFixed(6)];

describe('preview', () => {
  it('property: the bands before and after are those of scoring account by account', () => {
    fc.assert(
      fc.property(someCard, someCard, fc.array(someSignals, { maxLength: 12 }), (saved, edited, list) => {
        const accounts = list.map((_, i) => ({ id: `a${i}`, name: `A${i}`, scope: {} }));
        const previewer = new Previewer(previewBook(accounts, list, TODAY, NOW));
        for (const draft of [edited, { ...edited, coverageFloor: 0 }]) {
          const preview = previewer.preview([saved], draft);
          const expected = list.flatMap((signals, i) => {
            const from = scoreAccount(saved, signals, ON);
            const to = scoreAccount(draft, signals, ON);
            return from.band === to.band ? [] : [[`a${i}`, ...told(from), ...told(to)]];
          });
          const found = preview.movers.map(({ id, from, to }) => [id, ...told(from), ...told(to)]);
          expect(new Set(found.map(String))).toEqual(new Set(expected.map(String)));
          expect(preview.applied).toBe(list.length);
        }
      }),
    );
  });

  it('property: also of families, made of the worst or by revenue, whichever card is changed', () => {
    const parentRule = fc.constantFrom('own' as const, 'by-arr' as const, 'worst' as const);
    const member = fc.record({
      signals: someSignals,
      touchModel: fc.constantFrom('high', 'low'),
      above: fc.option(fc.nat({ max: 7 }), { nil: undefined }),
      revenue: fc.array(fc.tuple(fc.constantFrom('EUR', 'JPY'), fc.nat({ max: 1_000 })), { maxLength: 1 }),
    });
    const cards = fc.tuple(someCard, someCard, someCard, parentRule, parentRule, parentRule);
    fc.assert(
      fc.property(cards, fc.array(member, { maxLength: 8 }), ([a, b, c, ra, rb, rc], list) => {
        const scope = (touchModel: string) => ({ segments: [], touchModels: [touchModel], stages: [] });
        const high = { ...a, id: 'high', scope: scope('high'), parents: ra };
        const low = { ...b, id: 'low', scope: scope('low'), parents: rb };
        const draft = { ...c, id: 'low', scope: scope('low'), parents: rc };
        const accounts = list.map(({ touchModel, above, revenue }, i) => ({
          id: `a${i}`,
          name: `A${i}`,
          scope: { touchModel },
          revenue,
          ...(above === undefined ? {} : { parent: `a${above}` }),
        }));
        const bandsBy = (cardOf: (touchModel: string) => Scorecard) => {
          const own = new Map(
            list.map(({ signals, touchModel }, i) => [
              `a${i}`,
              scoreAccount(cardOf(touchModel), signals, { ...ON, account: `a${i}` }),
            ]),
          );
          const parentOf = new Map(
            list.flatMap(({ above }, i) => (above === undefined ? [] : [[`a${i}`, `a${above}`] as const])),
          );
          const combined = combineParents({
            scores: own,
            parentOf,
            revenueOf: (id) => list[Number(id.slice(1))]?.revenue ?? [],
            ruleOf: (id) => cardOf(list[Number(id.slice(1))]?.touchModel ?? ''),
          });
          return list.map((_, i) => (combined.get(`a${i}`) ?? own.get(`a${i}`))?.band);
        };
        const before = bandsBy((touchModel) => (touchModel === 'high' ? high : low));
        const after = bandsBy((touchModel) => (touchModel === 'high' ? high : draft));
        const previewer = new Previewer(
          previewBook(
            accounts,
            list.map(({ signals }) => signals),
            TODAY,
            NOW,
          ),
        );
        const preview = previewer.preview([high, low], draft);
        const expected = list.flatMap((_, i) =>
          before[i] === after[i] ? [] : [`a${i} ${before[i]} ${after[i]}`],
        );
        expect(preview.movers.map(({ id, from, to }) => `${id} ${from.band} ${to.band}`).sort()).toEqual(
          expected.sort(),
        );
        expect(preview.concerned).toBeGreaterThanOrEqual(Math.max(preview.applied, preview.movers.length));
      }),
    );
  });

  it('by hand: "the worst" of a parent makes it a mover, and its children do not count twice', () => {
    const card = { ...plainCard({ nps: 100 }), id: 'card' };
    const accounts = [
      { id: 'p', name: 'P', scope: {} },
      { id: 'c', name: 'C', scope: {}, parent: 'p' },
    ];
    const previewer = new Previewer(
      previewBook(accounts, [{ nps: aSignal(90) }, { nps: aSignal(20) }], TODAY, NOW),
    );
    expect(previewer.preview([card], { ...card, parents: 'worst' }).movers).toMatchObject([
      { id: 'p', from: { value: 90, band: 'healthy' }, to: { value: 20, band: 'at-risk' } },
    ]);
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

it('a card that nobody has saved yet comes to the others, as the youngest', () => {
  const scope = { segments: [], touchModels: ['high'], stages: [] };
  const saved = { ...someCardOf('high'), scope, createdAt: 5 };
  const fresh = { ...saved, id: 'new', version: 0, createdAt: Number.MAX_SAFE_INTEGER };
  const accounts = [
    { id: 'a', name: 'A', scope: { touchModel: 'high' } },
    { id: 'b', name: 'B', scope: { touchModel: 'tech' } },
  ];
  const previewer = new Previewer(previewBook(accounts, [{}, {}], TODAY, NOW));
  expect(previewer.preview([saved], fresh)).toMatchObject({ appliedBefore: 0, applied: 1 });
  const older = { ...saved, createdAt: Number.MAX_SAFE_INTEGER };
  expect(previewer.preview([older], { ...fresh, createdAt: 5 })).toMatchObject({ applied: 0 });
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

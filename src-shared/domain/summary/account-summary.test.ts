import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AccountSummary,
  addDelta,
  deltaAdd,
  type EventFacts,
  emptyDelta,
  emptySummary,
} from './account-summary.ts';

const fact: fc.Arbitrary<EventFacts> = fc.record({
  noun: fc.constantFrom('usage', 'ticket', 'activity'),
  kind: fc.constantFrom('usage', 'ticket', 'call', 'note'),
  at: fc.integer({ min: 0, max: 400 }).map((day) => day * 86_400_000),
  usageCount: fc.constantFrom(0, 1, -1, 7),
  ticketOpen: fc.boolean(),
  ticketEscalated: fc.boolean(),
  csat: fc.option(fc.nat(5), { nil: undefined }),
  nps: fc.option(fc.nat(10), { nil: undefined }),
});

function deltaOf(facts: readonly EventFacts[]) {
  const delta = emptyDelta('a');
  for (const each of facts) deltaAdd(delta, each);
  return delta;
}

describe('addDelta', () => {
  it('says the same of an account that had no summary as of one with an empty one', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 20 }), (facts) => {
        expect(addDelta(undefined, deltaOf(facts))).toEqual(addDelta(emptySummary('a'), deltaOf(facts)));
      }),
    );
  });

  it('adds up to the same in one piece as in two', () => {
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 20 }), fc.nat(20), (facts, cut) => {
        const first: AccountSummary = addDelta(undefined, deltaOf(facts.slice(0, cut))).summary;
        const both = addDelta(first, deltaOf(facts.slice(cut))).summary;
        expect(both).toEqual(addDelta(undefined, deltaOf(facts)).summary);
      }),
    );
  });
});

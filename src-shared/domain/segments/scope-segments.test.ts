/** Saved segments as a scorecard's scope: who belongs, and which of them cannot be asked for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountRow } from '#test/factories/account-row.ts';
import { aSignal, NOW, TODAY } from '#test/factories/health.ts';
import { drain } from '../table/sliced.ts';
import type { Filter } from '../table/view-definition.ts';
import { type ScopeSegment, scopeTrouble, segmentsInUse, segmentsOfAccounts } from './scope-segments.ts';
import type { SegmentRule } from './segment-rule.ts';

const calendar = {
  today: TODAY,
  fiscalYearStart: 4,
  startOfDay: (day: string) => Date.parse(`${day}T00:00:00Z`),
};

const ROWS = [
  accountRow('a', {
    account: { name: 'Aoba', owner: 'Sato', custom: { Region: 'East', Seats: 5, VIP: true } },
  }),
  accountRow('b', {
    account: { name: 'Beta', owner: 'Mori', custom: { Region: 'West', Seats: 50, VIP: false } },
  }),
  accountRow('c', { account: { name: 'Ceta' } }),
];

const all = (...filters: Filter[]): SegmentRule => ({ match: 'all', filters });

function members(rule: SegmentRule) {
  const found = drain(
    segmentsOfAccounts(ROWS, [{ id: 's', rule }], {
      calendar,
      now: NOW,
      signalsOf: ({ account }) => (account.id === 'a' ? { nps: aSignal(-20) } : {}),
    }),
  );
  return [...found.keys()];
}

describe('segments of accounts', () => {
  it('ask fields, custom columns, signals and the account itself', () => {
    expect(members(all({ column: 'owner', op: 'anyOf', values: ['Sato'] }))).toEqual(['a']);
    expect(members(all({ column: 'custom.Region', op: 'is', text: 'west' }))).toEqual(['b']);
    expect(members(all({ column: 'custom.Seats', op: 'range', from: 10, to: null }))).toEqual(['b']);
    expect(members(all({ column: 'custom.VIP', op: 'yes' }))).toEqual(['a']);
    expect(members(all({ column: 'measure.nps', op: 'range', from: null, to: 0 }))).toEqual(['a']);
    expect(members(all({ column: 'id', op: 'anyOf', values: ['b', 'c'] }))).toEqual(['b', 'c']);
    expect(members(all())).toEqual(['a', 'b', 'c']);
  });

  it('are the same asked one account at a time or all together', () => {
    const filter = fc.constantFrom<Filter>(
      { column: 'owner', op: 'filled' },
      { column: 'custom.Seats', op: 'range', from: 10, to: null },
      { column: 'measure.nps', op: 'empty' },
      { column: 'custom.gone', op: 'empty' },
      { column: 'name', op: 'contains', text: 'eta' },
    );
    const rule = fc.record({
      match: fc.constantFrom<SegmentRule['match']>('all', 'any'),
      filters: fc.array(filter, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 3 }), (rules) => {
        const segments = rules.map((each, i): ScopeSegment => ({ id: String(i), rule: each }));
        const moment = { calendar, now: NOW, signalsOf: () => ({}) };
        const together = drain(segmentsOfAccounts(ROWS, segments, moment));
        const apart = new Map(ROWS.flatMap((row) => [...drain(segmentsOfAccounts([row], segments, moment))]));
        expect(new Map([...apart].sort())).toEqual(new Map([...together].sort()));
      }),
    );
  });
});

describe('the scope of a scorecard', () => {
  const LOW = all({ column: 'health', op: 'range', from: null, to: 40 });
  const MINE = all({ column: 'owner', op: 'filled' });

  it('cannot ask for what it makes itself, for what is gone, for what nobody can read', () => {
    expect(scopeTrouble({ rule: MINE })).toBeUndefined();
    for (const column of ['health', 'healthBand', 'healthChange'])
      expect(scopeTrouble({ rule: all({ column, op: 'filled' }) })).toBe('asks-health');
    expect(scopeTrouble({ rule: undefined })).toBe('unreadable');
    expect(scopeTrouble(undefined)).toBe('gone');
  });

  it('is worked out only for segments that a card asks for and that can be asked', () => {
    const scope = { segments: [], touchModels: [], stages: [] };
    const known = [
      { id: 'z', rule: MINE },
      { id: 'low', rule: LOW },
      { id: 'new', rule: undefined },
      { id: 'other', rule: MINE },
    ];
    expect(segmentsInUse([{ scope }], known)).toEqual([]);
    const asking = { scope: { ...scope, saved: ['z', 'low', 'new', 'gone'] } };
    expect(segmentsInUse([asking, { scope }], known).map(({ id }) => id)).toEqual(['z']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseViewDefinition } from './view-definition.ts';

const PLAIN = { shown: ['name'], pinned: [], widths: {}, sort: [], filters: [], groupBy: null };
const withFilter = (filter: unknown) => parseViewDefinition({ ...PLAIN, filters: [filter] });

describe('parseViewDefinition', () => {
  it('takes what was stored as it is', () => {
    const view = {
      ...PLAIN,
      widths: { name: 200 },
      sort: [{ column: 'arr', descending: true }],
      groupBy: 'owner',
      filters: [
        { op: 'contains', column: 'name', text: 'a' },
        { op: 'filled', column: 'owner' },
        { op: 'range', column: 'arr', from: 1, to: null, currency: 'JPY' },
        { op: 'range', column: 'nps', from: null, to: 6 },
        { op: 'days', column: 'renewalDate', from: '2026-01-01', to: null },
        { op: 'notPastDays', column: 'lastTouchAt', days: 30 },
        { op: 'beforeToday', column: 'renewalDate' },
        { op: 'period', column: 'renewalDate', period: 'nextQuarter' },
        { op: 'allOf', column: 'tags', values: ['a', 'b'] },
        { op: 'no', column: 'custom.Upgrade' },
      ],
    };
    expect(parseViewDefinition(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  it.each([
    [{ op: 'soundsLike', column: 'name', text: 'a' }],
    [{ op: 'toString', column: 'name' }],
    [{ op: 'contains', text: 'a' }],
    [{ op: 'contains', column: 'name' }],
    [{ op: 'range', column: 'arr', from: 1 }],
    [{ op: 'range', column: 'arr', from: 1, to: 2, currency: 7 }],
    [{ op: 'nextDays', column: 'renewalDate', days: 1.5 }],
    [{ op: 'nextDays', column: 'renewalDate', days: -1 }],
    [{ op: 'period', column: 'renewalDate', period: 'lastYear' }],
    [{ op: 'anyOf', column: 'tags', values: ['a', 1] }],
    ['contains'],
    [null],
  ])('takes no half view: filter %j', (filter) => {
    expect(withFilter(filter)).toBeUndefined();
  });

  it.each([
    [{ shown: 'name' }],
    [{ pinned: undefined }],
    [{ widths: { name: 10 } }],
    [{ widths: { name: Number.NaN } }],
    [{ widths: [100] }],
    [{ sort: [{ column: 'arr' }] }],
    [{ filters: {} }],
    [{ groupBy: undefined }],
  ])('takes no half view: %j', (change) => {
    expect(parseViewDefinition({ ...PLAIN, ...change })).toBeUndefined();
  });

  it('never throws, whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(PLAIN)), (value, key) => {
        parseViewDefinition(value);
        parseViewDefinition({ ...PLAIN, [key]: value });
        withFilter(value);
      }),
    );
  });
});

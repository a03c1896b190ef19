import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '#shared/model/operation.ts';
import { applyChange, invert, misfit, type Row, spliceBetween, toJsonRecord, valueAt } from './operations.ts';

function changed(row: Row, changes: readonly Change[], at = 9): Row {
  return changes.reduce((now, change) => {
    const applied = applyChange(now, change, at);
    if (applied.type !== 'put') throw new Error(applied.type);
    return applied.row;
  }, row);
}

/** Few letters, so that common ends overlap; the halves of a pair, because a splice may fall between them. */
const text = fc.string({
  unit: fc.constantFrom('a', 'b', '絆', '\ud83d', '\ude00', '\ude01'),
  maxLength: 12,
});

describe('spliceBetween', () => {
  it('turns any text into any other, and back', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const splice = spliceBetween(before, after);
        if (splice === undefined) return before === after;
        const change: Change = { type: 'text', table: 'drafts', id: 'd', field: 'body', ...splice };
        const typed = changed({ id: 'd', body: before }, [change]);
        const { changes } = invert(
          { id: 'operation', at: 1, intent: 'x', changes: [change] },
          'inverse-1',
          2,
        );
        return typed['body'] === after && changed(typed, changes)['body'] === before;
      }),
    );
  });
  it('is as small as the key stroke', () => {
    const long = 'あ'.repeat(20_000);
    expect(spliceBetween(long, `${long.slice(0, 9_000)}x${long.slice(9_000)}`)).toEqual({
      at: 9_000,
      remove: '',
      insert: 'x',
    });
  });
});

describe('applyChange', () => {
  it('sets, removes and keeps own columns, whatever their name', () => {
    const row = { id: 'a', name: 'A', custom: { Tier: 'gold' }, updatedAt: 1 };
    const set = (fields: Record<string, [string | null, string | null]>): Change => ({
      type: 'set',
      table: 'accounts',
      id: 'a',
      fields,
    });
    const next = changed(row, [
      set({ name: ['A', 'B'], 'custom.__proto__': [null, 'x'], owner: [null, null] }),
    ]);
    expect(next).toMatchObject({ id: 'a', name: 'B', updatedAt: 9 });
    expect(valueAt(next, 'custom.__proto__')).toBe('x');
    expect(valueAt(next, 'custom.Tier')).toBe('gold');
    expect(changed(row, [set({ 'custom.Tier': ['gold', null] })])).not.toHaveProperty('custom');
  });
  it('says when there is nothing to work on', () => {
    expect(applyChange(undefined, { type: 'set', table: 'accounts', id: 'a', fields: {} }, 1).type).toBe(
      'missing',
    );
    const splice: Change = {
      type: 'text',
      table: 'drafts',
      id: 'd',
      field: 'body',
      at: 3,
      remove: 'x',
      insert: '',
    };
    expect(applyChange({ id: 'd', body: 'ab' }, splice, 1).type).toBe('mismatch');
  });
});

describe('misfit', () => {
  it('names the field that somebody changed since', () => {
    const change: Change = { type: 'set', table: 'accounts', id: 'a', fields: { owner: ['Ken', 'Mia'] } };
    expect(misfit({ id: 'a', owner: 'Ken' }, change)).toBeUndefined();
    expect(misfit({ id: 'a', owner: 'Ada' }, change)).toBe('owner');
    expect(misfit(undefined, change)).toBe('');
  });
});

it('leaves out what has no value', () => {
  expect(
    toJsonRecord({ a: undefined, b: null, c: { d: undefined, e: [1, 'x', true] }, f: Number.NaN }),
  ).toEqual({
    b: null,
    c: { e: [1, 'x', true] },
    f: null,
  });
});

/** What people say about an account's health: stored, ended, taken back. */
import { afterEach, describe, expect, it } from 'vitest';
import { endBed, openBed, watch } from '#test/fakes/health-bed.ts';
import { clearOverride, readOverrides, setOverride } from './health-edits.ts';
import { readSettlements, settle, unsettle } from './settlements.ts';

afterEach(endBed);

describe('what people say', () => {
  it('an override holds until it ends, is lifted, or is undone', async () => {
    const { db, store } = await openBed();
    const today = '2026-10-30';
    const none = await setOverride(store, 'a1', { band: 'at-risk', reason: ' ', until: today }, today);
    expect(none.ok ? '' : none.error.type).toBe('required');
    const past = await setOverride(store, 'a1', { band: 'at-risk', reason: 'x', until: '2026-10-29' }, today);
    expect(past.ok ? '' : past.error.type).toBe('in-the-past');
    await setOverride(store, 'a1', { band: 'at-risk', reason: 'Sponsor left', until: '2026-12-01' }, today);
    const { engine, scored } = watch(db);
    await engine.open();
    expect(scored.overrideOf('a1')?.reason).toBe('Sponsor left');
    expect(scored.bandOf('a1')).toMatchObject({ band: 'at-risk', computed: 'unknown' });
  });

  it('an override takes the place of the one before', async () => {
    const { db, store } = await openBed();
    const today = '2026-10-30';
    await setOverride(store, 'a1', { band: 'at-risk', reason: 'Sponsor left', until: '2026-12-01' }, today);
    await setOverride(store, 'a1', { band: 'watch', reason: 'New sponsor', until: '2026-12-31' }, today);
    const both = await readOverrides(db, 'a1');
    expect(both.map(({ band, until }) => [band, until])).toEqual([
      ['watch', '2026-12-31'],
      ['at-risk', '2026-10-29'],
    ]);
    const lifted = await clearOverride(store, 'a1', today);
    expect(lifted.ok && lifted.value?.intent).toBe('health.clearOverride');
    expect((await readOverrides(db, 'a1')).every(({ until }) => until < today)).toBe(true);
    await store.undoRedo.undo();
    await store.undoRedo.undo();
    expect((await readOverrides(db, 'a1')).map(({ band, until }) => [band, until])).toEqual([
      ['at-risk', '2026-12-01'],
    ]);
  });

  it('a finding is settled with a reason, settled anew, and opened again', async () => {
    const { db, store } = await openBed();
    const input = { id: 'a1\u001frule', account: 'a1', about: 'contradiction' as const, mark: 'm1' };
    const unreasoned = await settle(store, [{ ...input, state: 'dismissed', reason: '' }]);
    expect(unreasoned.ok ? '' : unreasoned.error.type).toBe('required');
    await settle(store, [{ ...input, state: 'explained', reason: 'Year end', until: '2026-12-31' }]);
    expect((await readSettlements(db)).get(input.id)?.until).toBe('2026-12-31');
    await settle(store, [{ ...input, state: 'dismissed', reason: 'Wrong data', mark: 'm2' }]);
    const again = (await readSettlements(db)).get(input.id);
    expect([again?.state, again?.mark, again?.until]).toEqual(['dismissed', 'm2', undefined]);
    await unsettle(store, input.id);
    expect((await readSettlements(db)).size).toBe(0);
    await store.undoRedo.undo();
    expect((await readSettlements(db)).get(input.id)?.state).toBe('dismissed');
  });
});

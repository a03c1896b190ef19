/** Which scorecard an account gets follows the saved segments; what was changed about touches is due follows the cadence. */
import { afterEach, expect, it } from 'vitest';
import { figureOf } from '#shared/domain/cadence/cadence-settings.ts';
import type { SegmentRule } from '#shared/domain/segments/segment-rule.ts';
import type { Change, Operation } from '#shared/model/operation.ts';
import { DAY, endBed, NOW, openBed, watch } from '#test/fakes/health-bed.ts';
import { account as makeAccount, type TestBed } from '#test/fakes/test-store.ts';
import { readCadence, resetCadence, saveCadence } from '../cadence.ts';
import { toJsonRecord } from '../operations.ts';
import { removeSegment, saveSegment } from '../segments.ts';
import type { HealthEngine } from './health-engine.ts';
import { readScorecards, saveScorecard } from './scorecards.ts';
import type { ScoredAccounts } from './scored-accounts.ts';

const VIP: SegmentRule = { match: 'all', filters: [{ column: 'custom.Tier', op: 'is', text: 'vip' }] };

let bed: TestBed;
let engine: HealthEngine;
let scored: ScoredAccounts;

afterEach(endBed);

/** Accounts a (high touch, VIP) and b (high touch). */
async function open(): Promise<void> {
  bed = await openBed();
  for (const [id, Tier] of [
    ['a', 'VIP'],
    ['b', 'plain'],
  ] as const) {
    const record = { ...makeAccount(id, { touchModel: 'high', stage: 'operation', custom: { Tier } }) };
    await bed.store.write('account.edit', [
      { type: 'add', table: 'accounts', record: toJsonRecord({ ...record }) },
    ]);
  }
  ({ engine, scored } = watch(bed.db));
  await engine.open();
}

async function follow(changes: readonly Change[]): Promise<void> {
  await engine.changed(changes);
  await engine.catchUp();
}

async function followLast(): Promise<void> {
  const last = (await bed.db.operations.orderBy('id').toArray()).sort((x, y) => y.order - x.order)[0];
  await follow(last?.operation.changes ?? []);
}

async function written(
  done: Promise<{ readonly ok: boolean; readonly value?: Operation | undefined | string }>,
) {
  const { ok } = await done;
  if (!ok) throw new Error('not written');
  await followLast();
}

const cardsOf = () => ['a', 'b'].map((id) => scored.cardOf(id)?.id);

async function cardFor(segment: string): Promise<void> {
  const [card] = await readScorecards(bed.db);
  if (card === undefined) throw new Error('no card');
  const scope = { segments: [], touchModels: [], stages: [], saved: [segment] };
  await written(saveScorecard(bed.store, { ...card, id: 'vip', name: 'VIP', scope }, ''));
}

async function segmentOf(rule: SegmentRule, id?: string): Promise<string> {
  const done = await saveSegment(bed.store, { name: 'VIPs', rule }, id);
  if (!done.ok) throw new Error(done.error.type);
  await followLast();
  return done.value;
}

it('an account gets the card of its segment, and another one when either changes', async () => {
  await open();
  const standard = scored.cardOf('a')?.id;
  const segment = await segmentOf(VIP);
  await cardFor(segment);
  expect(cardsOf()).toEqual(['vip', standard]);

  await bed.store.write('account.edit', [
    { type: 'set', table: 'accounts', id: 'b', fields: { 'custom.Tier': ['plain', 'vip'] } },
  ]);
  await followLast();
  expect(cardsOf()).toEqual(['vip', 'vip']);

  await segmentOf({ match: 'all', filters: [{ column: 'name', op: 'is', text: 'Account a' }] }, segment);
  expect(cardsOf()).toEqual(['vip', standard]);
});

it('falls back when the segment is deleted or begins to ask for health, and comes back with it', async () => {
  await open();
  const standard = scored.cardOf('a')?.id;
  const segment = await segmentOf(VIP);
  await cardFor(segment);
  await written(removeSegment(bed.store, segment));
  expect(cardsOf()).toEqual([standard, standard]);
  await bed.store.undoRedo.undo();
  await followLast();
  expect(cardsOf()).toEqual(['vip', standard]);
  await segmentOf({ match: 'all', filters: [{ column: 'health', op: 'filled' }] }, segment);
  expect(cardsOf()).toEqual([standard, standard]);
});

it('a new start knows who belongs, without reading anything again', async () => {
  await open();
  await cardFor(await segmentOf(VIP));
  engine.close();
  const before = await bed.db.signals.toArray();
  ({ engine, scored } = watch(bed.db));
  await engine.open();
  expect(cardsOf()[0]).toBe('vip');
  expect(await bed.db.signals.toArray()).toEqual(before);
});

it('a changed cadence is due at once, is undone, and can be put back as delivered', async () => {
  await open();
  const noted = await bed.store.addActivity({ account: 'a', kind: 'meeting', at: NOW - 10 * DAY });
  if (!noted.ok) throw new Error('not written');
  await followLast();
  const due = () => {
    const signal = scored.signalsOf('a')['touch-cadence'];
    return [signal?.n, signal?.of];
  };
  expect(due()).toEqual([10, 14]);
  const figure = figureOf('high', 'operation');
  await written(saveCadence(bed.store, figure, 5));
  expect(due()).toEqual([10, 5]);
  await written(saveCadence(bed.store, figureOf('low', ''), 33));
  await bed.store.undoRedo.undo();
  await bed.store.undoRedo.undo();
  await followLast();
  expect(due()).toEqual([10, 14]);
  await bed.store.undoRedo.redo();
  await followLast();
  expect(due()).toEqual([10, 5]);
  await written(resetCadence(bed.store));
  expect(due()).toEqual([10, 14]);
  expect(await saveCadence(bed.store, figure, 0)).toEqual({ ok: false, error: { type: 'no-days' } });
  expect((await readCadence(bed.db)).otherwise).toBe(45);
});

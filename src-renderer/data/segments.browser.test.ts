/** Segments in a real database: each intention one operation, taken back as one; what cannot be read is kept. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SegmentRule } from '#shared/domain/segments/segment-rule.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { readSegments, removeSegment, saveSegment } from './segments.ts';

const LOW: SegmentRule = { match: 'all', filters: [{ column: 'health', op: 'range', from: null, to: 40 }] };
const EITHER: SegmentRule = {
  match: 'any',
  filters: [...LOW.filters, { column: 'owner', op: 'empty' }],
};

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
});
afterEach(() => bed.end());

const names = async () => (await readSegments(bed.db)).map(({ segment }) => segment.name);
const intents = () => bed.main.journal.map((each) => each.operation.intent);

async function saved(name: string, rule = LOW): Promise<string> {
  const done = await saveSegment(bed.store, { name, rule });
  if (!done.ok) throw new Error(done.error.type);
  return done.value;
}

it('are saved, changed and taken back', async () => {
  const id = await saved('  At risk ');
  expect(await readSegments(bed.db)).toMatchObject([{ segment: { id, name: 'At risk' }, rule: LOW }]);
  expect(await saveSegment(bed.store, { name: 'Look at', rule: EITHER }, id)).toEqual({
    ok: true,
    value: id,
  });
  expect(await readSegments(bed.db)).toMatchObject([{ segment: { id, name: 'Look at' }, rule: EITHER }]);
  await bed.store.undoRedo.undo();
  expect(await readSegments(bed.db)).toMatchObject([{ segment: { name: 'At risk' }, rule: LOW }]);
  await bed.store.undoRedo.undo();
  expect(await names()).toEqual([]);
  await bed.store.resend();
  expect(intents()).toEqual(['segment.save', 'segment.save', 'segment.save', 'segment.save']);
});

it('need a name that no other one has', async () => {
  await saved('At risk');
  expect(await saveSegment(bed.store, { name: ' ', rule: LOW })).toEqual({
    ok: false,
    error: { type: 'no-name' },
  });
  expect(await saveSegment(bed.store, { name: 'At risk', rule: LOW })).toEqual({
    ok: false,
    error: { type: 'name-taken' },
  });
  expect(await saveSegment(bed.store, { name: 'x', rule: LOW }, 'gone')).toMatchObject({
    ok: false,
    error: { type: 'no-such-record' },
  });
});

it('go into the bin and come back', async () => {
  const id = await saved('At risk');
  await saved('Another');
  expect((await removeSegment(bed.store, id)).ok).toBe(true);
  expect(await names()).toEqual(['Another']);
  expect(await bed.db.bin.get(id)).toMatchObject({ table: 'segments', record: { name: 'At risk' } });
  await bed.store.undoRedo.undo();
  expect(await names()).toEqual(['Another', 'At risk']);
  expect(await removeSegment(bed.store, 'gone')).toMatchObject({ ok: false });
});

it('of a newer version are kept, and said to be unreadable', async () => {
  const rule = { match: 'all', filters: [{ column: 'health', op: 'rises' }] };
  await bed.db.segments.add({ id: 's', name: 'Newer', rule, createdAt: 1, updatedAt: 1 });
  expect(await readSegments(bed.db)).toMatchObject([{ segment: { rule }, rule: undefined }]);
});

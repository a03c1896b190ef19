/** What an account's own timeline tells of it: the stages it went through, and the contact that was agreed next. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { termsOf, WRITTEN_HERE } from '#shared/domain/timeline/filter.ts';
import type { Marker } from '#shared/domain/timeline/markers.ts';
import { isTouch } from '#shared/model/activity.ts';
import { baseKeyOf } from '#shared/sync/plan-pull.ts';
import { account, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { applyRecords } from './apply-plan.ts';
import { recountAccounts } from './ingest/recount.ts';
import { openTimeline, type TimelineQuery } from './timeline.ts';
import { liveMarkers } from './timeline-markers.ts';

const DAY = 86_400_000;
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
  await bed.db.accounts.add(account('a', { stage: 'onboarding' }));
});
afterEach(() => bed.end());

async function marks(kind: Marker['kind'], query: Omit<TimelineQuery, 'accountId'> = {}) {
  const { entries } = await openTimeline(bed.db, { accountId: 'a', markers: true, ...query }).next(50);
  const live = (await liveMarkers(bed.db, 'a')).filter(({ marker }) => marker.kind === kind);
  const read = entries.flatMap((entry) =>
    entry.type === 'marker' && entry.marker.kind === kind ? [entry] : [],
  );
  if (query.terms === undefined)
    expect(live.map(({ key }) => key).sort()).toEqual(read.map(({ key }) => key).sort());
  return read;
}

const stages = async (query?: Omit<TimelineQuery, 'accountId'>) =>
  (await marks('stage', query)).flatMap(({ marker }) =>
    marker.kind === 'stage' ? [[marker.record.from, marker.record.to, marker.record.source]] : [],
  );

/** A row of a source, as an import brings it. */
async function imported(stage: string, now: number): Promise<void> {
  await applyRecords(bed.db, {
    noun: 'account',
    sourceId: 'crm',
    jobId: `job ${now}`,
    fields: ['name', 'stage'],
    rows: [
      {
        baseKey: baseKeyOf('crm', 'account', '1'),
        recordId: 'a',
        digest: stage,
        values: { name: 'Account a', stage },
        custom: {},
      },
    ],
    now,
  });
}

describe('stages on the timeline', () => {
  it('come from edits here and from sources, each with who said so', async () => {
    bed.clock.at = 10 * DAY;
    await bed.store.editRecords('account', ['a'], { stage: 'operation', segment: 'SMB' });
    await bed.store.editRecords('account', ['a'], { segment: 'Enterprise' });
    expect(await stages()).toEqual([['onboarding', 'operation', undefined]]);
    await imported('operation', 20 * DAY);
    await imported('field-use', 30 * DAY);
    expect(await stages()).toEqual([
      ['operation', 'field-use', 'crm'],
      ['onboarding', 'operation', undefined],
    ]);
    const from = (source: string) => stages({ terms: termsOf({ source }, isTouch, utc) });
    expect(await from('crm')).toEqual([['operation', 'field-use', 'crm']]);
    expect(await from(WRITTEN_HERE)).toEqual([['onboarding', 'operation', undefined]]);
    const [first] = await marks('stage');
    expect(first?.at).toBe(30 * DAY);
  });

  it('are gone when the change is taken back, and there when it is done again', async () => {
    await bed.store.editRecords('account', ['a'], { stage: 'renewal' });
    await bed.store.undoRedo.undo();
    expect(await stages()).toEqual([]);
    expect(await bed.db.accounts.get('a')).toMatchObject({ stage: 'onboarding' });
    await bed.store.undoRedo.redo();
    expect(await stages()).toEqual([['onboarding', 'renewal', undefined]]);
  });

  it('say nothing of an account that came with its stage', async () => {
    await bed.db.accounts.delete('a');
    await imported('outcome', 5 * DAY);
    expect(await stages()).toEqual([]);
  });
});

describe('the next contact', () => {
  const planned = async () => (await bed.db.summaries.get('a'))?.planned;
  const note = (id: string, at: number, nextOn?: string) => ({
    id,
    account: 'a',
    kind: 'meeting',
    at,
    ...(nextOn === undefined ? {} : { nextOn }),
    createdAt: at,
    updatedAt: at,
  });
  const write = (...changes: Parameters<typeof bed.store.write>[1][number][]) =>
    bed.store.write('activity.add', changes);
  const add = (record: ReturnType<typeof note>) => write({ type: 'add', table: 'activities', record });

  it('is what the newest note says, follows each change of it, and stands ahead on the timeline', async () => {
    await add(note('n1', 10 * DAY, '2026-11-26'));
    await add(note('n2', 20 * DAY));
    expect(await planned()).toEqual({ on: '2026-11-26', at: 10 * DAY, note: 'n1' });
    await add(note('n3', 30 * DAY, '2026-12-03'));
    await add(note('n4', 5 * DAY, '2026-01-01'));
    expect(await planned()).toMatchObject({ on: '2026-12-03', note: 'n3' });
    const [mark] = await marks('next');
    expect(mark).toMatchObject({ at: utc('2026-12-03'), source: WRITTEN_HERE });
    await write({ type: 'set', table: 'activities', id: 'n3', fields: { nextOn: ['2026-12-03', null] } });
    expect(await planned()).toMatchObject({ on: '2026-11-26', note: 'n1' });
    await bed.store.undoRedo.undo();
    expect(await planned()).toMatchObject({ on: '2026-12-03', note: 'n3' });
  });

  it('is found again when the account is counted anew', async () => {
    await add(note('n1', 10 * DAY, '2026-11-26'));
    await add(note('n2', 20 * DAY, 'soon'));
    await bed.db.summaries.clear();
    await recountAccounts(bed.db, ['a']);
    expect(await planned()).toEqual({ on: '2026-11-26', at: 10 * DAY, note: 'n1' });
    expect(await marks('next')).toHaveLength(1);
  });
});

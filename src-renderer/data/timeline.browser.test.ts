/** The timeline's reader over a real IndexedDB, beside the plain filter over all entries. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TimelineFilter, termsOf, WRITTEN_HERE } from '#shared/domain/timeline/filter.ts';
import { isTouch } from '#shared/model/activity.ts';
import { manyEvents, richAccount, seedAccount } from '#test/factories/account-history.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { timeOfEntry } from './find-entry.ts';
import { openTimeline, type TimelineEntry, type TimelineQuery } from './timeline.ts';
import { entryFits } from './timeline-facts.ts';

const TODAY = Date.parse('2026-11-22T03:00:00Z');
const ID = 'ac_aoba';
const DAY = 86_400_000;
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`);
const NAMES = new Map([
  ['co_1', '田中 健'],
  ['co_2', 'Mori Haruka'],
]);

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
  bed.clock.at = TODAY;
});
afterEach(() => bed.end());

async function all(
  query: Omit<TimelineQuery, 'accountId'>,
  by: 'next' | 'step',
  limit = 97,
): Promise<TimelineEntry[]> {
  const reader = openTimeline(bed.db, { accountId: ID, ...query });
  const entries: TimelineEntry[] = [];
  for (let more = true; more; ) {
    const slice = await reader[by](limit);
    entries.push(...slice.entries);
    more = slice.more;
  }
  return entries;
}

const keys = (entries: readonly TimelineEntry[]) => entries.map(({ key }) => key);

async function seed(count: number): Promise<void> {
  const tables = richAccount(TODAY, manyEvents(count, TODAY));
  await seedAccount(bed.db, tables);
  // A second import of the same kinds lies across the pages of the first.
  const late = manyEvents(40, TODAY - 300 * DAY, 99).map((event, i) => ({
    ...event,
    at: event.at - i * 20 * DAY,
  }));
  await seedMore(late);
  for (let i = 0; i < 30; i++) {
    await bed.store.addActivity({
      account: ID,
      kind: i % 3 === 0 ? 'meeting' : 'note',
      at: TODAY - i * 11 * DAY,
      subject: `Written ${i}`,
      ...(i % 4 === 0 ? { contacts: ['co_1'], sentiment: 1 + (i % 5) } : {}),
    });
  }
  await bed.db.tasks.bulkPut([
    {
      id: 't1',
      title: 'Send plan',
      account: ID,
      side: 'ours',
      owner: '佐藤 美咲',
      due: '2026-12-01',
      state: 'open',
      createdAt: 1,
      updatedAt: 1,
    },
    {
      id: 't2',
      title: 'Test labels',
      account: ID,
      side: 'theirs',
      owner: '田中 健',
      state: 'done',
      doneAt: TODAY - 5 * DAY,
      createdAt: 1,
      updatedAt: 1,
    },
  ]);
}

/** More events in pages of their own, beside those that are there. */
async function seedMore(events: ReturnType<typeof manyEvents>): Promise<void> {
  const before = await bed.db.summaries.get(ID);
  await seedAccount(bed.db, { ...richAccount(TODAY, []), events }, 10_000);
  const after = await bed.db.summaries.get(ID);
  if (before === undefined || after === undefined) throw new Error('no summary');
  for (const [month, counts] of Object.entries(before.months)) {
    const own = after.months[month] ?? {};
    for (const [kind, count] of Object.entries(counts)) own[kind] = (own[kind] ?? 0) + count;
    after.months[month] = own;
  }
  await bed.db.summaries.put(after);
}

const FILTERS: readonly TimelineFilter[] = [
  { kinds: ['call'] },
  { kinds: ['survey', 'ticket'] },
  { kinds: ['contract', 'people'] },
  { kinds: ['task'] },
  { kinds: ['meeting'] },
  { touch: 'touch' },
  { touch: 'other', from: '2026-06-01' },
  { person: '田中健' },
  { person: '佐藤 美咲', kinds: ['email', 'task'] },
  { source: WRITTEN_HERE },
  { source: 'crm', to: '2026-03-31' },
  { sentiment: [1, 2] },
  { from: '2026-02-10', to: '2026-02-20' },
  { kinds: ['survey'], from: '2025-01-01', to: '2025-12-31' },
  { kinds: ['churn'] },
];

describe('the reader of a timeline', () => {
  it('gives every entry once, newest first, however it is asked', async () => {
    await seed(1_500);
    const read = await all({ markers: true }, 'next');
    expect(read.length).toBe(1_500 + 40 + 30 + 2 + 7);
    expect(new Set(keys(read)).size).toBe(read.length);
    const times = read.map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(keys(await all({ markers: true }, 'step'))).toEqual(keys(read));
    expect(keys(await all({ markers: true }, 'next', 7))).toEqual(keys(read));
  });

  it('gives the same in a browser that cannot read an index backwards in one request', async () => {
    await seed(200);
    const read = keys(await all({}, 'next', 7));
    const own = Object.getOwnPropertyDescriptor(IDBIndex.prototype, 'getAllRecords');
    if (own === undefined)
      throw new Error('this browser is such a one: the test above says nothing of others');
    Reflect.deleteProperty(IDBIndex.prototype, 'getAllRecords');
    try {
      expect(keys(await all({}, 'next', 7))).toEqual(read);
    } finally {
      Object.defineProperty(IDBIndex.prototype, 'getAllRecords', own);
    }
  });

  it('filters as the plain filter over all entries does', async () => {
    await seed(1_500);
    const everything = await all({ markers: true }, 'next');
    const sourced = await all({ markers: true, terms: termsOf({ source: 'crm' }, isTouch, utc) }, 'next');
    expect(sourced.length).toBeGreaterThan(1_000);
    const months = (await bed.db.summaries.get(ID))?.months;
    for (const filter of FILTERS) {
      const terms = termsOf(filter, isTouch, utc);
      // Where marks come from is only looked up when a filter asks for it.
      const plain = everything.filter((entry) =>
        entry.type === 'marker' && terms.source !== undefined
          ? terms.source === WRITTEN_HERE
            ? entry.marker.kind !== 'people'
            : entry.marker.kind === 'people' && entryFits({ ...entry, source: 'crm' }, terms, NAMES)
          : entryFits(entry, terms, NAMES),
      );
      const query = { markers: true, terms, names: NAMES, months };
      for (const by of ['next', 'step'] as const) {
        expect(keys(await all(query, by)), JSON.stringify(filter)).toEqual(keys(plain));
      }
    }
  });

  it('begins at any time, also in the middle of a page', async () => {
    await seed(900);
    const everything = await all({ markers: true }, 'next');
    for (const place of [3, 100, 129, 500, everything.length - 2]) {
      const before = everything[place]?.at ?? 0;
      const expected = everything.filter(({ at }) => at < before);
      expect(keys(await all({ markers: true, before }, 'step'))).toEqual(keys(expected));
    }
  });

  it('reads pages whose heads come from an older version', async () => {
    await seed(900);
    const heads = await bed.db.pageHeads.toArray();
    await bed.db.pageHeads.bulkPut(
      heads.map(({ page, account, lane, order, jobs }) => ({ page, account, lane, order, jobs })),
    );
    const everything = await all({}, 'next');
    const before = everything[400]?.at ?? 0;
    expect(keys(await all({ before }, 'next'))).toEqual(keys(everything.filter(({ at }) => at < before)));
  });

  it('follows what is kept and ends quietly where there is nothing', async () => {
    await bed.db.accounts.put(richAccount(TODAY, []).account);
    expect(await all({ markers: true }, 'step')).toEqual([]);
    expect(await all({ terms: termsOf({ kinds: ['call'] }, isTouch, utc) }, 'step')).toEqual([]);
  });

  it('finds the time of an entry by its key', async () => {
    await seed(900);
    const everything = await all({ markers: true }, 'next');
    for (const place of [0, 50, 450, everything.length - 1]) {
      const entry = everything[place];
      expect(await timeOfEntry(bed.db, ID, entry?.key ?? '')).toBe(entry?.at);
    }
    expect(await timeOfEntry(bed.db, ID, 'ticket:9:9')).toBeUndefined();
    expect(await timeOfEntry(bed.db, ID, 'nonsense')).toBeUndefined();
  });
});

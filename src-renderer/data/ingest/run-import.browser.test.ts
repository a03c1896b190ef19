import { afterEach, describe, expect, it } from 'vitest';
import type { ImportPlan, TableCounts } from '#shared/model/import-plan.ts';
import { accountsCsv, type UsageOptions, usageBookPlan, usageCsv } from '#test/factories/usage-book.ts';
import type { EventPage } from '../event-page.ts';
import { eachPage } from '../page-store.ts';
import type { FileSource } from '../parse/file-source.ts';
import { KizunaDatabase } from '../schema.ts';
import { openTimeline } from '../timeline.ts';
import { finishJob, startJob } from './import-jobs.ts';
import { confirmedKey } from './link-index.ts';
import type { ImportReport } from './messages.ts';
import { runImport } from './run-import.ts';
import { undoImport } from './undo-import.ts';

function fileOf(name: string, blob: Blob): FileSource {
  return { name, size: blob.size, stream: async (from = 0) => blob.slice(from).stream() };
}

let opened: KizunaDatabase | undefined;
let clock = Date.UTC(2026, 10, 21);

function database(): KizunaDatabase {
  opened = new KizunaDatabase('relaxed', `import-test-${crypto.randomUUID()}`);
  return opened;
}

afterEach(async () => {
  await opened?.delete();
  opened = undefined;
});

async function importBook(db: KizunaDatabase, options: UsageOptions): Promise<ImportReport> {
  const plan = usageBookPlan();
  const files = new Map([
    ['accounts.csv', fileOf('accounts.csv', new Blob([accountsCsv(options.accounts)]))],
    ['usage.csv', fileOf('usage.csv', usageCsv(options))],
  ]);
  const job = await startJob(db, plan, [], clock++, () => crypto.randomUUID());
  const report = await runImport(
    {
      db,
      files,
      env: {},
      now: () => clock,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    },
    plan,
    job,
    false,
  );
  await finishJob(db, job, report, clock++);
  return report;
}

async function undo(db: KizunaDatabase, report: ImportReport): Promise<void> {
  const job = await db.jobs.get(report.jobId);
  if (job === undefined) throw new Error('no job');
  await undoImport(db, job, new AbortController().signal, () => undefined);
}

function countsOf(report: ImportReport, tableId: string): TableCounts | undefined {
  return report.tables.find((table) => table.tableId === tableId)?.counts;
}

/** Everything about the events that a person could see, in an order that does not depend on pages. */
async function everyEvent(db: KizunaDatabase, accounts: number): Promise<string[]> {
  const all: string[] = [];
  for (const account of (await db.accounts.toArray()).slice(0, accounts)) {
    const reader = openTimeline(db, { accountId: account.id });
    let more = true;
    let last = Number.POSITIVE_INFINITY;
    while (more) {
      const slice = await reader.next(37);
      for (const entry of slice.entries) {
        expect(entry.at).toBeLessThanOrEqual(last);
        last = entry.at;
        if (entry.type === 'event')
          all.push(JSON.stringify([account.name, entry.at, entry.event.values, entry.event.custom]));
      }
      more = slice.more;
    }
  }
  return all.sort();
}

async function wholeState(db: KizunaDatabase): Promise<unknown> {
  const summaries = await db.summaries.orderBy('accountId').toArray();
  return { events: await everyEvent(db, 1_000), accounts: await db.accounts.count(), summaries };
}

const SMALL: UsageOptions = { accounts: 20, rows: 4_000, seed: 7 };

describe('importing history', () => {
  it('stores every row once, and the same file again changes nothing', async () => {
    const db = database();
    const first = await importBook(db, SMALL);
    expect(countsOf(first, 'accounts')).toEqual({
      read: 20,
      added: 20,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      unlinked: 0,
    });
    expect(countsOf(first, 'usage')).toEqual({
      read: 4_000,
      added: 4_000,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      unlinked: 0,
    });
    const before = await wholeState(db);
    expect((before as { events: string[] }).events).toHaveLength(4_000);
    const again = await importBook(db, SMALL);
    expect(countsOf(again, 'accounts')).toMatchObject({ read: 20, unchanged: 20 });
    expect(countsOf(again, 'usage')).toMatchObject({ read: 4_000, added: 0, changed: 0, unchanged: 4_000 });
    expect(await wholeState(db)).toEqual(before);
  });

  it('gives the same result for changed rows as importing the changed file alone, and undo brings the first back', async () => {
    const db = database();
    await importBook(db, SMALL);
    const before = await wholeState(db);
    const second = await importBook(db, { ...SMALL, changed: 0.05 });
    const usage = countsOf(second, 'usage');
    expect(usage?.changed).toBeGreaterThan(50);
    expect((usage?.changed ?? 0) + (usage?.unchanged ?? 0)).toBe(4_000);
    const changed = await wholeState(db);
    const fresh = database();
    await importBook(fresh, { ...SMALL, changed: 0.05 });
    expect(await everyEvent(fresh, 100)).toEqual((changed as { events: string[] }).events);
    await fresh.delete();
    await undo(db, second);
    expect(await wholeState(db)).toEqual(before);
    const again = await importBook(db, SMALL);
    expect(countsOf(again, 'usage')).toMatchObject({ unchanged: 4_000 });
    await db.delete();
  });

  it('leaves nothing behind when undone', async () => {
    const db = database();
    const report = await importBook(db, SMALL);
    await undo(db, report);
    for (const table of [
      db.accounts,
      db.bases,
      db.pages,
      db.pageHeads,
      db.digests,
      db.summaries,
      db.undo,
      db.quarantine,
      db.conflicts,
    ]) {
      expect([table.name, await table.count()]).toEqual([table.name, 0]);
    }
  });

  it('keeps the newest first cheap to read when the file is in random order', async () => {
    const db = database();
    await importBook(db, { ...SMALL, shuffled: true });
    expect(await everyEvent(db, 100)).toHaveLength(4_000);
    const account = await db.accounts.toCollection().first();
    const pages: EventPage[] = [];
    for await (const page of eachPage(db, { account: account?.id ?? '', noun: 'usage' })) pages.push(page);
    for (let i = 1; i < pages.length; i++)
      expect(-(pages[i]?.order ?? 0)).toBeLessThanOrEqual(pages[i - 1]?.oldest ?? 0);
  });

  it('counts its own rows as new when it was cut off and starts again', async () => {
    const db = database();
    const plan = usageBookPlan();
    const files = new Map([
      ['accounts.csv', fileOf('accounts.csv', new Blob([accountsCsv(20)]))],
      ['usage.csv', fileOf('usage.csv', usageCsv(SMALL))],
    ]);
    const job = await startJob(db, plan, [], clock++, () => crypto.randomUUID());
    const deps = {
      db,
      files,
      env: {},
      now: () => clock,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    };
    await runImport(deps, plan, job, false);
    const whole = await db.summaries.orderBy('accountId').toArray();
    // Cut off before the end: the pages are there, the summaries are not yet.
    await db.summaries.clear();
    const resumed = await runImport({ ...deps, resumed: true }, plan, job, false);
    expect(countsOf(resumed, 'usage')).toMatchObject({ read: 4_000, added: 4_000, unchanged: 0 });
    expect(await db.summaries.orderBy('accountId').toArray()).toEqual(whole);
    expect(await everyEvent(db, 100)).toHaveLength(4_000);
  });

  it('loses no edit by hand to the same file, and takes the source’s later change where nobody edited', async () => {
    const db = database();
    await importBook(db, SMALL);
    const account = await db.accounts.toCollection().first();
    if (account === undefined) throw new Error('no account');
    await db.accounts.update(account.id, { owner: 'me@vendor.example', segment: 'Strategic' });
    await importBook(db, SMALL);
    expect(await db.accounts.get(account.id)).toMatchObject({
      owner: 'me@vendor.example',
      segment: 'Strategic',
    });
    expect(await db.conflicts.count()).toBe(0);
  });
});

const HEADER =
  'event_id,account_id,occurred_at,user_email,feature,count,duration_seconds,errors,site,plan,session_id,page_url,user_agent,ip_hash,release,comment';

function usageLine(id: string, account: string, at: string, count: string): string {
  return [
    id,
    account,
    at,
    'u@x.example',
    'report',
    count,
    '1',
    '0',
    's',
    'p',
    'sess',
    'url',
    'ua',
    'ip',
    '1',
    '',
  ].join(',');
}

/** The same plan for a file whose rows carry no id of their own. */
function withoutIds(plan: ImportPlan): ImportPlan {
  const tables = plan.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) =>
      column.header === 'event_id' ? { ...column, target: { type: 'skip' } as const } : column,
    ),
  }));
  return { ...plan, tables };
}

async function importLines(
  db: KizunaDatabase,
  lines: readonly string[],
  confirmedLinks: Record<string, string> = {},
  change = (plan: ImportPlan) => plan,
) {
  const plan = change({ ...usageBookPlan(), confirmedLinks });
  const files = new Map([
    ['accounts.csv', fileOf('accounts.csv', new Blob([accountsCsv(3)]))],
    ['usage.csv', fileOf('usage.csv', new Blob([[HEADER, ...lines].join('\n')]))],
  ]);
  const job = await startJob(db, plan, [], clock++, () => crypto.randomUUID());
  const deps = {
    db,
    files,
    env: {},
    now: () => clock,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  };
  const report = await runImport(deps, plan, job, false);
  await finishJob(db, job, report, clock++);
  return report;
}

describe('rows that are not plain', () => {
  it('keeps two events under one id apart, knows a row that stands twice, and rejects what cannot be read', async () => {
    const db = database();
    const lines = [
      usageLine('e1', 'A-0', '2026-01-01T00:00:00Z', '1'),
      usageLine('e1', 'A-1', '2026-01-02T00:00:00Z', '2'),
      usageLine('e2', 'A-0', '2026-01-03T00:00:00Z', '3'),
      usageLine('e2', 'A-0', '2026-01-03T00:00:00Z', '3'),
      usageLine('e3', 'A-0', 'yesterday', '4'),
      usageLine('e4', 'A-0', '2026-01-04T00:00:00Z', 'many'),
    ];
    const first = await importLines(db, lines);
    expect(countsOf(first, 'usage')).toEqual({
      read: 6,
      added: 3,
      changed: 0,
      unchanged: 1,
      rejected: 2,
      unlinked: 0,
    });
    expect(first.tables[1]?.rejections).toMatchObject([
      { row: 6, column: 'occurred_at', value: 'yesterday', reason: 'bad-date' },
      { row: 7, column: 'count', value: 'many', reason: 'bad-number' },
    ]);
    expect(countsOf(await importLines(db, lines), 'usage')).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 4,
      rejected: 2,
    });
    expect(await everyEvent(db, 3)).toHaveLength(3);
  });

  it('lets unlinked rows wait, and moves them once a person has said where they belong', async () => {
    const db = database();
    const lines = [
      usageLine('e1', 'A-0', '2026-01-01T00:00:00Z', '1'),
      usageLine('e2', 'ghost', '2026-01-02T00:00:00Z', '2'),
    ];
    const first = await importLines(db, lines);
    expect(countsOf(first, 'usage')).toMatchObject({ added: 2, unlinked: 1 });
    expect(first.unlinked).toMatchObject([{ to: 'account', value: 'ghost', rows: 1 }]);
    expect(await everyEvent(db, 3)).toHaveLength(1);
    const home = await db.accounts.where('externalId').equals('A-2').first();
    const second = await importLines(db, lines, { [confirmedKey('account', 'ghost')]: home?.id ?? '' });
    expect(countsOf(second, 'usage')).toMatchObject({ added: 0, changed: 1, unchanged: 1, unlinked: 0 });
    expect(await everyEvent(db, 3)).toHaveLength(2);
    expect((await db.summaries.get(home?.id ?? ''))?.rows.usage).toBe(1);
    await undo(db, second);
    expect(await everyEvent(db, 3)).toHaveLength(1);
    expect((await db.summaries.get(home?.id ?? ''))?.rows.usage ?? 0).toBe(0);
  });

  it('knows rows without an id again, tied or untied', async () => {
    const db = database();
    const line = usageLine('', 'ghost', '2026-01-02T00:00:00Z', '2');
    const lines = [line, line, usageLine('', 'A-0', '2026-01-01T00:00:00Z', '1')];
    expect(countsOf(await importLines(db, lines, {}, withoutIds), 'usage')).toMatchObject({
      added: 3,
      unlinked: 2,
    });
    expect(countsOf(await importLines(db, lines, {}, withoutIds), 'usage')).toMatchObject({
      added: 0,
      unchanged: 3,
    });
    const home = await db.accounts.where('externalId').equals('A-2').first();
    const tied = await importLines(
      db,
      lines,
      { [confirmedKey('account', 'ghost')]: home?.id ?? '' },
      withoutIds,
    );
    expect(countsOf(tied, 'usage')).toMatchObject({ added: 0, changed: 2, unchanged: 1, unlinked: 0 });
    expect(await everyEvent(db, 3)).toHaveLength(3);
    expect(await db.summaries.get('~unlinked')).toBeUndefined();
  });

  it('takes back the import of a book in which a person has written since, all but what they wrote on', async () => {
    const db = database();
    const report = await importLines(db, [usageLine('e1', 'A-0', '2026-01-01T00:00:00Z', '1')]);
    const kept = await db.accounts.where('externalId').equals('A-1').first();
    await db.activities.add({
      id: 'note-1',
      account: kept?.id ?? '',
      at: 5,
      kind: 'note',
      createdAt: 5,
      updatedAt: 5,
    });
    await undo(db, report);
    expect((await db.accounts.toArray()).map((account) => account.externalId)).toEqual(['A-1']);
    expect(await db.activities.count()).toBe(1);
    expect(await db.pages.count()).toBe(0);
  });
});

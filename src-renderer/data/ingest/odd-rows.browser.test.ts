/** Rows of a file that are not plain: twice, unreadable, without an id, without an account. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ImportPlan } from '#shared/model/import-plan.ts';
import { accountsCsv, usageBookPlan } from '#test/factories/usage-book.ts';
import { countsOf, everyEvent, filesOf, importFiles, undoBook } from '#test/fakes/imported-book.ts';
import { KizunaDatabase } from '../schema.ts';
import { confirmedKey } from './link-index.ts';

let opened: KizunaDatabase | undefined;

function database(): KizunaDatabase {
  opened = new KizunaDatabase('relaxed', `import-test-${crypto.randomUUID()}`);
  return opened;
}

afterEach(async () => {
  await opened?.delete();
  opened = undefined;
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

function importLines(
  db: KizunaDatabase,
  lines: readonly string[],
  confirmedLinks: Record<string, string> = {},
  change = (plan: ImportPlan) => plan,
) {
  const plan = change({ ...usageBookPlan(), confirmedLinks });
  return importFiles(db, plan, filesOf(accountsCsv(3), new Blob([[HEADER, ...lines].join('\n')])));
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
    const home = await db.accounts.filter((each) => each.externalId === 'A-2').first();
    const second = await importLines(db, lines, { [confirmedKey('account', 'ghost')]: home?.id ?? '' });
    expect(countsOf(second, 'usage')).toMatchObject({ added: 0, changed: 1, unchanged: 1, unlinked: 0 });
    expect(await everyEvent(db, 3)).toHaveLength(2);
    expect((await db.summaries.get(home?.id ?? ''))?.rows.usage).toBe(1);
    await undoBook(db, second);
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
    const home = await db.accounts.filter((each) => each.externalId === 'A-2').first();
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
    const kept = await db.accounts.filter((each) => each.externalId === 'A-1').first();
    await db.activities.add({
      id: 'note-1',
      account: kept?.id ?? '',
      at: 5,
      kind: 'note',
      createdAt: 5,
      updatedAt: 5,
    });
    await undoBook(db, report);
    expect((await db.accounts.toArray()).map((account) => account.externalId)).toEqual(['A-1']);
    expect(await db.activities.count()).toBe(1);
    expect(await db.pages.count()).toBe(0);
  });
});

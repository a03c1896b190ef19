/** Accounts that only other tables name: counted, made where the plan says so, taken back with the import. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guessPlans } from '#shared/import/guess-plans.ts';
import { type ImportPlan, MADE_ACCOUNTS } from '#shared/model/import-plan.ts';
import { beginJob, countsOf, importDeps, importFiles, undoBook } from '#test/fakes/imported-book.ts';
import type { FileSource } from '../parse/file-source.ts';
import { inspectFile } from '../parse/open-table.ts';
import { KizunaDatabase } from '../schema.ts';
import type { ImportReport } from './messages.ts';
import { runImport } from './run-import.ts';

let db: KizunaDatabase;
beforeEach(() => {
  db = new KizunaDatabase('relaxed', `import-test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

type Texts = Readonly<Record<string, string>>;
type Given = Partial<Pick<ImportPlan, 'makeAccounts' | 'confirmedLinks' | 'sourceId'>>;

function filesOf(texts: Texts): ReadonlyMap<string, FileSource> {
  return new Map(
    Object.entries(texts).map(([name, text]) => {
      const blob = new Blob([text]);
      return [name, { name, size: blob.size, stream: async (from = 0) => blob.slice(from).stream() }];
    }),
  );
}

/** The plan as guessed. */
async function planOf(texts: Texts, given: Given): Promise<ImportPlan> {
  const inspections = [];
  for (const file of filesOf(texts).values()) {
    const inspected = await inspectFile(file, () => undefined);
    if (!inspected.ok) throw new Error(inspected.error.type);
    inspections.push(...inspected.value);
  }
  return {
    sourceId: 'crm',
    sourceName: 'CRM',
    tables: guessPlans(inspections),
    confirmedLinks: {},
    ...given,
  };
}

async function bring(texts: Texts, given: Given = {}): Promise<ImportReport> {
  return importFiles(db, await planOf(texts, given), filesOf(texts));
}

const PEOPLE = {
  'contacts.csv': [
    'Full Name,Email,Company,Job Title',
    'Mika Sato,mika@aoba.example,株式会社青葉,Manager',
    'Jun Ito,jun@aoba.example,青葉（株）,Operator',
    'Ann Lee,ann@birch.example,Birch & Co,CEO',
    'Bo Ray,bo@birch.example,Birch & Co,CFO',
    'Cy Fox,cy@gmail.com,,Consultant',
    'Di Kay,di@cedar.example,,Buyer',
    'Ed Orr,ed@gmail.com,N/A,Freelancer',
  ].join('\n'),
};

const homes = async () => {
  const names = new Map((await db.accounts.toArray()).map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    (await db.contacts.toArray()).map(({ name, account }) => [name, names.get(account ?? '')]),
  );
};

function expectWhole(report: ImportReport): void {
  for (const { tableId, counts } of report.tables)
    expect([tableId, counts.added + counts.changed + counts.unchanged + counts.rejected]).toEqual([
      tableId,
      counts.read,
    ]);
}

describe('a list of contacts alone', () => {
  it('makes no accounts unasked, and tells how many it names', async () => {
    const report = await bring(PEOPLE);
    expect(await db.accounts.count()).toBe(0);
    expect(report.named).toBe(3);
    expect(countsOf(report, 'contacts')).toMatchObject({ read: 7, added: 7, unlinked: 7 });
    expect(report.unlinked.map(({ value, rows, account }) => [value, rows, account !== undefined])).toEqual([
      ['Birch & Co', 2, true],
      ['株式会社青葉', 1, true],
      ['青葉（株）', 1, true],
      ['cedar.example', 1, true],
      ['N/A', 1, false],
    ]);
    const [, aoba, other] = report.unlinked;
    expect(aoba?.account).toBe(other?.account);
  });

  it('makes them where that was chosen, ties its rows to them, and is undone with them', async () => {
    const report = await bring(PEOPLE, { makeAccounts: true });
    expectWhole(report);
    expect(countsOf(report, MADE_ACCOUNTS)).toMatchObject({ read: 3, added: 3 });
    expect(countsOf(report, 'contacts')).toMatchObject({ read: 7, added: 7, unlinked: 2 });
    expect(report.made?.map(({ value }) => value)).toEqual([
      'Birch & Co',
      '株式会社青葉',
      '青葉（株）',
      'cedar.example',
    ]);
    expect(report.unlinked.map(({ value }) => value)).toEqual(['N/A']);
    expect(await homes()).toEqual({
      'Mika Sato': '株式会社青葉',
      'Jun Ito': '株式会社青葉',
      'Ann Lee': 'Birch & Co',
      'Bo Ray': 'Birch & Co',
      'Cy Fox': undefined,
      'Di Kay': 'cedar.example',
      'Ed Orr': undefined,
    });
    const birch = (await db.accounts.toArray()).find(({ name }) => name.startsWith('Birch'));
    expect((await db.summaries.get(birch?.id ?? ''))?.contacts).toBe(2);
    await undoBook(db, report);
    expect(await db.accounts.count()).toBe(0);
    expect(await db.contacts.count()).toBe(0);
    expect(await db.bases.count()).toBe(0);
  });

  it('changes nothing when it comes in again, whatever is chosen then', async () => {
    await bring(PEOPLE, { makeAccounts: true });
    const before = [await db.accounts.toArray(), await db.contacts.toArray()];
    for (const again of [await bring(PEOPLE, { makeAccounts: true }), await bring(PEOPLE)]) {
      expectWhole(again);
      expect(again.named).toBeUndefined();
      expect(countsOf(again, 'contacts')).toMatchObject({ unchanged: 7, added: 0, changed: 0 });
      expect(countsOf(again, MADE_ACCOUNTS)).toBeUndefined();
    }
    expect([await db.accounts.toArray(), await db.contacts.toArray()]).toEqual(before);
  });

  it('keeps an account that was given another name meanwhile', async () => {
    await bring(PEOPLE, { makeAccounts: true });
    const [account] = await db.accounts.filter(({ name }) => name === 'Birch & Co').toArray();
    await db.accounts.update(account?.id ?? '', { name: 'Birch Europe' });
    const again = await bring(PEOPLE, { makeAccounts: true });
    expect(countsOf(again, 'contacts')).toMatchObject({ unchanged: 7 });
    expect((await homes())['Ann Lee']).toBe('Birch Europe');
  });

  it('is shown in a preview with the counts that the import has, and writes nothing', async () => {
    const plan = await planOf(PEOPLE, { makeAccounts: true });
    const job = { ...(await beginJob(db, plan)), id: 'preview' };
    const preview = await runImport(importDeps(db, filesOf(PEOPLE)), plan, job, true);
    expect(await db.accounts.count()).toBe(0);
    const report = await bring(PEOPLE, { makeAccounts: true });
    expect(preview.tables.map(({ counts }) => counts)).toEqual(report.tables.map(({ counts }) => counts));
  });

  it('counts what it had made as new when it was cut off and goes on', async () => {
    const plan = await planOf(PEOPLE, { makeAccounts: true });
    const job = await beginJob(db, plan);
    const deps = importDeps(db, filesOf(PEOPLE));
    const first = await runImport(deps, plan, job, false);
    const resumed = await runImport({ ...deps, resumed: true }, plan, job, false);
    expect(resumed.tables.map(({ counts }) => counts)).toEqual(first.tables.map(({ counts }) => counts));
  });

  const BARE = ['Mika Sato,Aoba,Manager,Sales', 'Mika Sato,,Buyer,IT', 'Ann Lee,Birch,CEO,Board'];

  it.each([
    ['read once', 'Full Name,Company,Job Title,Department', BARE],
    [
      'read twice',
      'Full Name,Company,Job Title,Department,Reports To',
      BARE.map((line) => `${line},Ann Lee`),
    ],
  ])(
    'keeps who has neither id nor address one person when the account is found later, %s',
    async (_way, header, lines) => {
      const bare = { 'contacts.csv': [header, ...lines].join('\n') };
      const first = await bring(bare);
      expect(countsOf(first, 'contacts')).toMatchObject({ added: 2, rejected: 1 });
      const ids = (await db.contacts.toArray()).map(({ id }) => id).sort();
      const later = await bring(bare, { makeAccounts: true });
      expectWhole(later);
      // The other one of that name is somebody else, now that it can be seen.
      expect(countsOf(later, 'contacts')).toMatchObject({ added: 1, changed: 2, rejected: 0 });
      const found = await db.contacts.toArray();
      expect(found.filter(({ id }) => ids.includes(id)).map(({ title }) => title)).toEqual(
        expect.arrayContaining(['Manager', 'CEO']),
      );
      expect(found.map(({ title, account }) => [title, account !== undefined]).sort()).toEqual([
        ['Buyer', false],
        ['CEO', true],
        ['Manager', true],
      ]);
      expect(countsOf(await bring(bare), 'contacts')).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
    },
  );

  it('prefers what a person tied by hand', async () => {
    await bring(
      { 'accounts.csv': 'Account ID,Account Name,Industry\nA-1,Elsewhere,IT\n' },
      { sourceId: 'b' },
    );
    const [elsewhere] = await db.accounts.toArray();
    const tied = { 'account\u001fBirch & Co': elsewhere?.id ?? '' };
    const report = await bring(PEOPLE, { makeAccounts: true, confirmedLinks: tied });
    expect(countsOf(report, MADE_ACCOUNTS)).toMatchObject({ added: 2 });
    expect((await homes())['Ann Lee']).toBe('Elsewhere');
  });
});

describe('other tables', () => {
  const DEALS = {
    'opportunities.csv': [
      'Opportunity ID,Account ID,Opportunity Name,Stage,Amount,Close Date',
      'O-1,C-7,Renewal,Won,100,2026-05-01',
      'O-2,C-8,New,Lost,200,2026-05-02',
    ].join('\n'),
    'tickets.csv': [
      'Ticket ID,Account ID,Created At,Subject,Status,Priority',
      'T-1,C-7,2026-05-01,Help,open,high',
      'T-2,C-9,2026-05-02,Help,open,high',
      'T-3,C-9,2026-05-03,Help,closed,low',
    ].join('\n'),
  };

  it('make accounts of ids, history too, and the file that brings them takes them over', async () => {
    const report = await bring(DEALS, { makeAccounts: true });
    expectWhole(report);
    expect(countsOf(report, MADE_ACCOUNTS)).toMatchObject({ read: 3, added: 3 });
    expect(countsOf(report, 'tickets')).toMatchObject({ read: 3, added: 3, unlinked: 0 });
    const ids = (await db.accounts.toArray()).map(({ id, externalId }) => [externalId, id]).sort();
    expect(ids.map(([externalId]) => externalId)).toEqual(['C-7', 'C-8', 'C-9']);
    const whole = {
      ...DEALS,
      'accounts.csv': 'Account ID,Account Name,Industry\nC-7,Aoba,IT\nC-8,Birch,Food\nC-9,Cedar,Food\n',
    };
    const later = await bring(whole, { makeAccounts: true });
    expectWhole(later);
    expect(countsOf(later, 'accounts')).toMatchObject({ read: 3, changed: 3, added: 0 });
    expect(await db.conflicts.count()).toBe(0);
    const after = await db.accounts.toArray();
    expect(after.map(({ id, externalId }) => [externalId, id]).sort()).toEqual(ids);
    expect(after.map(({ name }) => name).sort()).toEqual(['Aoba', 'Birch', 'Cedar']);
    expect(countsOf(await bring(whole), 'accounts')).toMatchObject({ unchanged: 3 });
  });

  it('makes none where two accounts of one name are meant', async () => {
    const report = await bring(
      {
        'accounts.csv': 'Account ID,Account Name,Industry\nA-1,Twin,IT\nA-2,Twin,Food\n',
        'contacts.csv': 'Full Name,Email,Company\nMika Sato,mika@gmail.com,Twin\n',
      },
      { makeAccounts: true },
    );
    expect(await db.accounts.count()).toBe(2);
    expect(report.unlinked.map(({ value, account }) => [value, account])).toEqual([['Twin', undefined]]);
  });

  it('leaves a parent alone that no file brings', async () => {
    const report = await bring(
      { 'accounts.csv': 'Account ID,Account Name,Industry,Parent Account\nA-1,Aoba,IT,Holdings\n' },
      { makeAccounts: true },
    );
    expect((await db.accounts.toArray()).map(({ name }) => name)).toEqual(['Aoba']);
    expect(report.unlinked.map(({ value, account }) => [value, account])).toEqual([['Holdings', undefined]]);
  });
});

/** Rows that refer to rows of their own table: a parent or a superior may stand further down in the file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportPlan } from '#shared/model/import-plan.ts';
import { usageBookPlan } from '#test/factories/usage-book.ts';
import { countsOf, filesOf, importFiles } from '#test/fakes/imported-book.ts';
import { KizunaDatabase } from '../schema.ts';

let db: KizunaDatabase;
beforeEach(() => {
  db = new KizunaDatabase('relaxed', `import-test-${crypto.randomUUID()}`);
});
afterEach(() => db.delete());

/** Accounts alone, with a column that names the parent. */
function planOf(by: 'externalId' | 'name'): ImportPlan {
  const plan = usageBookPlan();
  const accounts = plan.tables.find(({ noun }) => noun === 'account');
  if (accounts === undefined) throw new Error('no accounts');
  const columns = accounts.columns.filter(({ target }) => target.type === 'field').slice(0, 2);
  const [id] = columns;
  if (id === undefined) throw new Error('no columns');
  const parent = {
    ...id,
    index: 2,
    header: 'Parent',
    target: { type: 'field', field: 'parent' } as const,
    link: { to: 'account', by } as const,
  };
  return { ...plan, tables: [{ ...accounts, columns: [...columns, parent] }] };
}

const HEADER = 'account_id,name,Parent';
const bring = (by: 'externalId' | 'name', ...lines: string[]) =>
  importFiles(db, planOf(by), filesOf([HEADER, ...lines].join('\n'), new Blob([])));

async function parents(): Promise<Record<string, string | undefined>> {
  const accounts = await db.accounts.toArray();
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return Object.fromEntries(accounts.map(({ name, parent }) => [name, names.get(parent ?? '')]));
}

describe('a parent', () => {
  it.each([
    ['externalId', 'P-1'],
    ['name', 'Kotogaura Holdings'],
  ] as const)('is found by %s, before and behind its child', async (by, parent) => {
    const report = await bring(
      by,
      `C-1,Kotogaura Logistics,${parent}`,
      'P-1,Kotogaura Holdings,',
      `C-2,Kotogaura Support,${parent}`,
      'X-1,Elsewhere,nobody knows',
    );
    expect(report.unlinked.map(({ value }) => value)).toEqual(['nobody knows']);
    expect(await parents()).toEqual({
      'Kotogaura Logistics': 'Kotogaura Holdings',
      'Kotogaura Holdings': undefined,
      'Kotogaura Support': 'Kotogaura Holdings',
      Elsewhere: undefined,
    });
    expect(countsOf(report, 'accounts')).toMatchObject({ read: 4, added: 4 });
  });

  it('is found again, and nothing has changed, when the same file comes in again', async () => {
    const lines = ['C-1,Kotogaura Logistics,P-1', 'P-1,Kotogaura Holdings,'];
    await bring('externalId', ...lines);
    const again = await bring('externalId', ...lines);
    expect(countsOf(again, 'accounts')).toMatchObject({ unchanged: 2, changed: 0, added: 0 });
    expect((await parents())['Kotogaura Logistics']).toBe('Kotogaura Holdings');
  });

  it('is nobody for who stands as its own', async () => {
    await bring('externalId', 'P-1,Kotogaura Holdings,P-1');
    expect(await parents()).toEqual({ 'Kotogaura Holdings': undefined });
  });

  it('does not change whose record two rows of one name are', async () => {
    await bring('name', 'A-1,Twin,Top', 'A-2,Twin,Top', 'T-1,Top,');
    expect(await db.accounts.count()).toBe(3);
    const again = await bring('name', 'A-1,Twin,Top', 'A-2,Twin,Top', 'T-1,Top,');
    expect(countsOf(again, 'accounts')).toMatchObject({ unchanged: 3 });
  });
});

/** What the accounts screen does to records, on a real database: one operation each, taken back as one. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_DEFINITION } from '#renderer/ui-state/accounts-view.ts';
import { parseViewDefinition } from '#shared/domain/table/view-definition.ts';
import { account, type TestBed, testBed, testIds } from '#test/fakes/test-store.ts';
import { type AccountsActions, createAccountsActions } from './accounts-actions.ts';

let bed: TestBed;
let actions: AccountsActions;

beforeEach(async () => {
  bed = await testBed();
  actions = createAccountsActions({ store: bed.store, clock: bed.clock, newId: testIds('view') });
  await bed.db.accounts.bulkPut([
    account('a', { tags: ['vip', 'beta'], owner: 'Mia' }),
    account('b', { owner: 'Tom' }),
    account('c', { tags: ['beta'] }),
  ]);
});
afterEach(() => bed.end());

const tags = async () => (await bed.db.accounts.toArray()).map((each) => each.tags);
const owners = async () => (await bed.db.accounts.toArray()).map((each) => each.owner);
const operations = () => bed.db.operations.count();

describe('editing many', () => {
  it('sets a field of all and takes it back as one', async () => {
    expect(await actions.edit(['a', 'b', 'c'], { owner: '佐藤' })).toEqual({ ok: true, value: true });
    expect(await owners()).toEqual(['佐藤', '佐藤', '佐藤']);
    expect(await operations()).toBe(1);
    expect((await bed.store.undoRedo.undo()).ok).toBe(true);
    expect(await owners()).toEqual(['Mia', 'Tom', undefined]);
  });

  it('adds and removes tags, each account keeping its others, and takes it back as one', async () => {
    const done = await actions.changeTags(['a', 'b', 'c'], { add: ['QBR'], remove: ['beta'] });
    expect(done).toEqual({ ok: true, value: true });
    expect(await tags()).toEqual([['vip', 'QBR'], ['QBR'], ['QBR']]);
    expect(await operations()).toBe(1);
    expect((await bed.store.undoRedo.undo()).ok).toBe(true);
    expect(await tags()).toEqual([['vip', 'beta'], undefined, ['beta']]);
  });

  it('leaves no empty list behind, and writes nothing when nothing changes', async () => {
    await actions.changeTags(['c'], { add: [], remove: ['beta'] });
    expect(await tags()).toEqual([['vip', 'beta'], undefined, undefined]);
    expect(await actions.changeTags(['a', 'b'], { add: [], remove: ['none'] })).toEqual({
      ok: true,
      value: false,
    });
    expect(await operations()).toBe(1);
  });
});

describe('saved views', () => {
  it('saves, renames, changes and deletes, and brings a deleted one back', async () => {
    const added = await actions.addView('私の担当', DEFAULT_DEFINITION);
    expect(added.ok).toBe(true);
    const stored = async () => (await bed.db.views.toArray())[0]!;
    expect(parseViewDefinition((await stored()).definition)).toEqual(DEFAULT_DEFINITION);
    const grouped = { ...DEFAULT_DEFINITION, groupBy: 'stage' };
    await actions.changeView(await stored(), { name: 'Mine', definition: grouped });
    expect((await stored()).name).toBe('Mine');
    expect(parseViewDefinition((await stored()).definition)).toEqual(grouped);
    await actions.removeView(await stored());
    expect(await bed.db.views.count()).toBe(0);
    expect((await bed.store.undoRedo.undo()).ok).toBe(true);
    expect((await stored()).name).toBe('Mine');
  });
});

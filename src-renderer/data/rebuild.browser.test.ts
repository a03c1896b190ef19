import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FakeMain } from '#test/fakes/fake-bridge.ts';
import { account, baseOf, databaseName, dump, saved, testClock, testIds } from '#test/fakes/test-store.ts';
import { openStore } from './open-store.ts';
import { refreshRollups } from './rollups.ts';
import { KizunaDatabase } from './schema.ts';
import { verifyDatabase } from './verify.ts';

const TABLES = ['accounts', 'activities', 'drafts', 'bases', 'conflicts', 'outbox', 'summaries'];

type Step =
  | { type: 'owner'; id: string; owner: string | null }
  | { type: 'log'; at: number }
  | { type: 'remove' }
  | { type: 'type'; text: string }
  | { type: 'finish' }
  | { type: 'undo' }
  | { type: 'snapshot' }
  | { type: 'lose-answers'; lose: boolean }
  | { type: 'restart' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('owner' as const),
    id: fc.constantFrom('a', 'b'),
    owner: fc.constantFrom('Mia', 'Ken', null),
  }),
  fc.record({ type: fc.constant('log' as const), at: fc.nat(1_000) }),
  fc.record({ type: fc.constant('type' as const), text: fc.string({ unit: 'grapheme', maxLength: 12 }) }),
  fc.record({ type: fc.constant('lose-answers' as const), lose: fc.boolean() }),
  ...(['remove', 'finish', 'undo', 'snapshot', 'restart'] as const).map((type) => fc.constant({ type })),
);

async function open(name: string, main: FakeMain, run: number) {
  const clock = testClock(1_750_000_000_000 + run * 1_000_000);
  const { store, opened } = openStore({ name, bridge: main.bridge(), clock, newId: testIds(`run${run}`) });
  await opened;
  return store;
}

type Opened = Awaited<ReturnType<typeof open>>;

async function take(store: Opened, each: Step): Promise<void> {
  const draft = await store.db.drafts.toCollection().first();
  const activity = await store.db.activities.toCollection().first();
  switch (each.type) {
    case 'owner':
      await store.editRecords('account', [each.id], { owner: each.owner });
      return;
    case 'log':
      await store.addActivity({ account: 'a', kind: 'call', at: each.at });
      return;
    case 'remove':
      if (activity !== undefined) await store.removeRecord('activity', activity.id);
      return;
    case 'type': {
      const started = draft ?? (await store.startDraft({ accountId: 'a', kind: 'note', activityAt: 5 }));
      const id = 'ok' in started ? (started.ok ? started.value.id : '') : started.id;
      store.editDraft(id).input('body', each.text);
      await store.editDraft(id).flush();
      return;
    }
    case 'finish':
      if (draft !== undefined) await store.finishDraft(draft.id);
      return;
    case 'undo':
      await store.undoRedo.undo();
      return;
    case 'snapshot':
      await store.snapshot('manual');
  }
}

async function check(steps: readonly Step[]): Promise<void> {
  const main = new FakeMain();
  const name = databaseName();
  let run = 1;
  let store = await open(name, main, run);
  await store.db.accounts.bulkAdd([account('a'), account('b')]);
  await store.db.bases.add(baseOf(account('a')));
  const { db } = store;
  await db.transaction('rw', [db.subscriptions, db.contacts, db.summaries], () =>
    refreshRollups(db, ['a', 'b']),
  );
  await store.afterImport();
  for (const each of steps) {
    if (each.type === 'lose-answers') {
      if (each.lose) main.losing.add('journal.append');
      else main.losing.clear();
    } else if (each.type === 'restart') {
      await store.resend();
      store.close();
      store = await open(name, main, ++run);
    } else await take(store, each);
  }
  main.losing.clear();
  await store.resend();
  await saved(store);
  const before = await dump(store.db, TABLES);
  expect(await verifyDatabase(store.db, main.manifest)).toBeUndefined();
  store.close();
  await new KizunaDatabase('strict', name).delete();
  const rebuilt = await open(name, main, ++run);
  expect(rebuilt.databaseState.get().type).toBe('restored');
  const after = await dump(rebuilt.db, TABLES);
  for (const table of TABLES) expect(after[table], table).toEqual(before[table]);
  rebuilt.close();
  await new KizunaDatabase('strict', name).delete();
}

it('whatever people did, a lost database comes back as it was', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), check), { numRuns: 30 });
});

it('notices rows that are missing, and lets people remove what they like', async () => {
  const main = new FakeMain();
  const name = databaseName();
  const store = await open(name, main, 1);
  for (const at of [1, 2, 3]) await store.addActivity({ account: 'a', kind: 'call', at });
  await store.snapshot('manual');
  const [first, second] = await store.db.activities.toArray();
  await store.removeRecord('activity', first?.id ?? '');
  expect(await verifyDatabase(store.db, main.manifest)).toBeUndefined();
  await store.db.activities.delete(second?.id ?? '');
  expect(await verifyDatabase(store.db, main.manifest)).toEqual({
    type: 'rows-missing',
    tables: { activities: [1, 3] },
  });
  store.close();
  await new KizunaDatabase('strict', name).delete();
});

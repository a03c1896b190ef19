import { expect, test } from 'vitest';
import type { ImportPlan } from '#shared/model/import-plan.ts';
import { createFakeImporter } from '#test/fakes/fake-importer.ts';
import type { Damage, DatabaseState } from './database-state.ts';
import { withUpkeep } from './import-upkeep.ts';
import type { ImportFailure } from './ingest/messages.ts';
import { createObservable } from './observable.ts';

const PLAN: ImportPlan = { sourceId: 's', sourceName: 's', tables: [], confirmedLinks: {} };
const FILE = { name: 'usage.csv', size: 1, ticket: 'ticket' };

function setUp(state: DatabaseState, failure?: ImportFailure) {
  const told: string[] = [];
  const importer = createFakeImporter({ files: {}, ...(failure !== undefined && { failure }) });
  const store = {
    databaseState: createObservable<DatabaseState>(state),
    afterImport: async () => void told.push('upkeep'),
    noteDamage: ({ type }: Damage) => void told.push(type),
  };
  const wrapped = withUpkeep(importer, store, [{ imported: () => void told.push('follower') }]);
  const writes = {
    apply: () => wrapped.apply(PLAN, []),
    undo: () => wrapped.undo('job'),
    forget: () => wrapped.forget('s'),
  };
  return { importer, wrapped, writes, told };
}

test.each(['apply', 'undo', 'forget'] as const)('%s is refused where the data is read-only', async (name) => {
  const { importer, wrapped, writes, told } = setUp({ type: 'read-only', schemaVersion: 99 });
  await expect(writes[name]()).rejects.toMatchObject({ failure: { type: 'read-only' } });
  expect([...importer.applied, ...importer.undone, ...importer.forgotten, ...told]).toEqual([]);
  // A look at what a file would do writes nothing.
  await expect(wrapped.preview(PLAN, [])).resolves.toBeDefined();
});

test.each(['apply', 'undo', 'forget'] as const)(
  '%s is followed by upkeep, then by search and scores',
  async (name) => {
    const { writes, told } = setUp({ type: 'ready', firstRun: false });
    await writes[name]();
    expect(told).toEqual(['upkeep', 'follower']);
  },
);

test.each(['apply', 'undo', 'forget'] as const)(
  '%s is refused where the database is broken',
  async (name) => {
    const { importer, writes, told } = setUp({
      type: 'damaged',
      damage: { type: 'broken', detail: 'UnknownError' },
    });
    await expect(writes[name]()).rejects.toMatchObject({ failure: { type: 'store-broken' } });
    expect([...importer.applied, ...importer.undone, ...importer.forgotten, ...told]).toEqual([]);
  },
);

test('a broken database that an import meets is told to the window', async () => {
  const failure = { type: 'store-broken', detail: 'UnknownError' } as const;
  const { wrapped, told } = setUp({ type: 'ready', firstRun: false }, failure);
  await expect(wrapped.apply(PLAN, [FILE])).rejects.toMatchObject({ failure: { type: 'store-broken' } });
  await expect(wrapped.preview(PLAN, [FILE])).rejects.toMatchObject({ failure: { type: 'store-broken' } });
  expect(told).toEqual(['broken', 'broken']);
});

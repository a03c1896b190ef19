import { expect, it } from 'vitest';
import { openStore } from '#renderer/data/open-store.ts';
import { createSettingsStore } from '#renderer/data/settings-store.ts';
import type { SettingsPort } from '#renderer/features/settings/settings-port.ts';
import { FakeMain } from '#test/fakes/fake-bridge.ts';
import { databaseName, saved, testClock, testIds } from '#test/fakes/test-store.ts';

it('is what the settings screen asks for: backup, preview, restore, sizes, wipe', async () => {
  const main = new FakeMain();
  const bridge = main.bridge();
  const name = databaseName();
  const { store, opened } = openStore({ name, bridge, clock: testClock(), newId: testIds() });
  await opened;
  const port: SettingsPort = createSettingsStore(store, bridge);
  await store.addActivity({ account: 'a', kind: 'call', at: 1 });
  await saved(store);
  const backup = await port.backupNow();
  const id = backup.ok ? backup.value.id : '';
  await store.addActivity({ account: 'a', kind: 'call', at: 2 });
  await saved(store);
  const preview = await port.previewRestore(id);
  expect(preview.ok && preview.value).toMatchObject({
    now: { activities: 2, drafts: 0 },
    atBackup: { activities: 1, drafts: 0 },
    editsSince: 1,
  });
  expect((await port.storageSize()).ok).toBe(true);
  expect(await port.previewRestore('nothing')).toEqual({ ok: false, error: { type: 'not-found' } });
  main.failing.set('app.showDataFolder', 'io');
  expect(await port.showFolder()).toEqual({ ok: false, error: { type: 'io' } });
  // One activity and its outbox entry.
  expect(await port.restore(id)).toEqual({ ok: true, value: { rows: 2 } });
  expect(await store.db.activities.count()).toBe(1);
  expect((await port.wipe()).ok).toBe(true);
  store.close();
});

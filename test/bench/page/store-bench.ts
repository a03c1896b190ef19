/** An edit from the call that a key press makes to "Saved": the product's store and main's journal, as they run. */
import { openStore } from '#renderer/data/open-store.ts';
import { createBridge } from '#renderer/platform/bridge.ts';

export const benchStore = {
  /** Milliseconds of each edit until the journal's receipt has come. */
  async edits(samples: number): Promise<number[]> {
    const { store, opened } = openStore({
      bridge: createBridge(),
      clock: { now: () => Date.now() },
      newId: () => crypto.randomUUID(),
    });
    await opened;
    const account = await store.db.accounts.toCollection().first();
    if (account === undefined) throw new Error('no account to edit');
    const times: number[] = [];
    for (let i = 0; i < samples; i++) {
      const started = performance.now();
      const edited = await store.editRecords('account', [account.id], { owner: `csm ${i} ${started}` });
      if (!edited.ok) throw new Error(edited.error.type);
      while (store.saveState.get().state !== 'saved') {
        await new Promise<void>((resolve) => {
          const stop = store.saveState.subscribe(() => {
            stop();
            resolve();
          });
        });
      }
      times.push(performance.now() - started);
    }
    store.close();
    return times;
  },
};

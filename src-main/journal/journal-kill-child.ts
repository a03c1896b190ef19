/** A process to be killed: appends for ever and prints each id once it was acknowledged. Only tests start it. */
import { writeSync } from 'node:fs';
import { systemClock } from '#shared/base/clock.ts';
import { createJournalServices } from './journal-services.ts';

const [dataDir, round] = process.argv.slice(2);
if (dataDir === undefined || round === undefined) throw new Error('usage: journal-kill-child DATA_DIR ROUND');

const journal = createJournalServices({
  dataDir,
  clock: systemClock,
  newId: () => `${round}`,
  segmentBytes: 200_000,
});

/** Several of these run side by side, so that one sync serves many calls. */
async function appendForEver(lane: number): Promise<void> {
  for (let i = 0; ; i++) {
    const id = `round${round}-lane${lane}-${i}`;
    const insert = 'か'.repeat((i * 37 + lane * 101) % 900);
    await journal['journal.append']({
      operations: [
        {
          id,
          at: i,
          intent: 'note.type',
          changes: [
            { type: 'text', table: 'activities', id: 'ac_1', field: 'body', at: 0, remove: '', insert },
          ],
        },
      ],
    });
    // Synchronous: what was acknowledged has left this process before it can be killed.
    writeSync(1, `${id}\n`);
  }
}

await Promise.all([0, 1, 2, 3].map(appendForEver));

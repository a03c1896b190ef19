import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SnapshotInfo } from '#shared/model/manifest.ts';
import {
  notCancelled,
  operation,
  readAll,
  services,
  temporaryFolder,
  turnableClock,
} from './journal-fakes.ts';
import type { JournalServices } from './journal-services.ts';
import { coveredByAll, snapshotsToKeep } from './retention.ts';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 3, 15, 12);

function taken(hoursAgo: number, reason: SnapshotInfo['reason'] = 'interval') {
  return { id: `${reason}-${hoursAgo}`, at: now - hoursAgo * HOUR, reason };
}

describe('snapshotsToKeep', () => {
  it('keeps the newest 5 and the newest of each of the last 7 days', () => {
    const hourly = Array.from({ length: 24 * 20 }, (_, i) => taken(i));
    const kept = [...snapshotsToKeep(hourly, now)].sort();
    const days = [0, 13, 37, 61, 85, 109, 133];
    expect(kept).toEqual([...new Set([0, 1, 2, 3, 4, ...days])].map((hours) => `interval-${hours}`).sort());
  });
  it('keeps the newest 10 made on purpose or before an upgrade, however old', () => {
    const precious = Array.from({ length: 12 }, (_, i) =>
      taken(1000 + i, i % 2 === 0 ? 'manual' : 'before-upgrade'),
    );
    const others = Array.from({ length: 8 }, (_, i) => taken(i));
    const kept = snapshotsToKeep([...precious, ...others], now);
    expect(precious.filter(({ id }) => kept.has(id))).toEqual(precious.slice(0, 10));
  });
  it('never keeps fewer than 5 of 5, whatever the clock says', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 40 }),
        fc.integer(),
        (hours, skew) => {
          const kept = snapshotsToKeep(
            hours.map((one) => taken(one)),
            now + skew * 1000,
          );
          expect(kept.size).toBeGreaterThanOrEqual(Math.min(5, hours.length));
        },
      ),
    );
  });
});

describe('coveredByAll', () => {
  it('lets go of nothing with fewer than three verified snapshots, else of what the oldest covers', () => {
    expect(coveredByAll([])).toBe(0);
    expect(coveredByAll([{ lastSeq: 9 }, { lastSeq: 8 }])).toBe(0);
    expect(coveredByAll([{ lastSeq: 9 }, { lastSeq: 4 }, { lastSeq: 8 }])).toBe(4);
  });
});

type Step =
  | { type: 'append'; count: number }
  | { type: 'snapshot'; reason: 'interval' | 'manual'; hours: number }
  | { type: 'restart' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('append' as const), count: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('snapshot' as const),
      reason: fc.constantFrom(
        'interval' as const,
        'interval' as const,
        'interval' as const,
        'manual' as const,
      ),
      hours: fc.nat(60),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('restart' as const) }) },
);

/** The state of the renderer's database, as far as this matters: the ids of all operations, in order. */
async function snapshotOf(history: readonly string[], reason: 'interval' | 'manual', on: JournalServices) {
  const lastSeq = history.length;
  const { id } = await on['snapshot.begin']({ reason, schemaVersion: 1, lastSeq });
  await on['snapshot.append']({ id, table: 'history', rows: history.map((one) => ({ id: one })) });
  await on['snapshot.commit']({ id, counts: { history: history.length } });
}

async function rebuild(from: SnapshotInfo, on: JournalServices): Promise<unknown[]> {
  const ids: unknown[] = [];
  for await (const { rows } of on['snapshot.read']({ id: from.id }, notCancelled))
    ids.push(...rows.map((row) => row.id));
  for (const { id } of await readAll(on, from.lastSeq)) ids.push(id);
  return ids;
}

describe('retention of the journal', () => {
  it('leaves, for every kept snapshot, a journal that completes it to the full history', async () => {
    let removed = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50 }), async (steps) => {
        const folder = temporaryFolder();
        const clock = turnableClock();
        const more = {
          clock,
          segmentBytes: 600,
          log: (_level: string, message: string) => {
            if (message.endsWith('snapshots hold it')) removed += 1;
          },
        };
        let open = services(folder.path, more);
        const history: string[] = [];
        for (const one of steps) {
          if (one.type === 'append') {
            const operations = Array.from({ length: one.count }, (_, i) =>
              operation(`op${history.length + i}`),
            );
            expect(await open['journal.append']({ operations })).toEqual({
              lastSeq: history.length + one.count,
            });
            history.push(...operations.map(({ id }) => id));
          } else if (one.type === 'snapshot') {
            clock.time += one.hours * HOUR + 1;
            await snapshotOf(history, one.reason, open);
          } else {
            await open.close();
            open = services(folder.path, more);
          }
        }
        const { snapshots } = await open['snapshot.list']({});
        for (const snapshot of snapshots) expect(await rebuild(snapshot, open)).toEqual(history);
        if (snapshots.length < 3) expect((await readAll(open)).map(({ id }) => id)).toEqual(history);
        expect(await open['journal.state']({})).toEqual({ lastSeq: history.length, damaged: [] });
        await open.close();
        folder.remove();
      }),
      { numRuns: 40 },
    );
    // The property would hold for a journal that never lets go, too.
    expect(removed).toBeGreaterThan(0);
  }, 120_000);
});

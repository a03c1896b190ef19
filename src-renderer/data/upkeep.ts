/** What happens beside the work: the manifest follows the writes, snapshots are taken, the database is verified. */
import * as z from 'zod/mini';
import type { Clock } from '#shared/base/clock.ts';
import type { Result } from '#shared/base/result.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import type { Manifest, SnapshotInfo } from '#shared/model/manifest.ts';
import type { Damage } from './database-state.ts';
import { readIdentity } from './identity.ts';
import { writeManifest } from './manifest.ts';
import { applyWaiting } from './replay.ts';
import type { KizunaDatabase } from './schema.ts';
import { LAST_SNAPSHOT, type SnapshotError, takeSnapshot } from './snapshots.ts';
import { verifyDatabase } from './verify.ts';

export interface Upkeep {
  /** After each operation: the manifest is written when it has been quiet for a moment. */
  written(): void;
  /** After an import or its undo: edits that waited for its records, a snapshot, the manifest. */
  afterImport(): Promise<void>;
  snapshot(reason: SnapshotInfo['reason']): Promise<Result<SnapshotInfo, SnapshotError>>;
  /** Begins the background work of a start. */
  begin(manifest: Manifest | null): void;
  stop(): void;
}

interface Deps {
  readonly db: KizunaDatabase;
  readonly bridge: Bridge;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
  readonly onDamage: (damage: Damage) => void;
  /** What has lain in the bin for too long goes. */
  readonly purgeBin: () => Promise<unknown>;
}

const QUIET_MS = 2_000;
const VERIFY_AFTER_MS = 3_000;
const PURGE_AFTER_MS = 10_000;
const SNAPSHOT_EVERY_MS = 30 * 60_000;
/** Operations that a rebuild would have to do again, beyond which a start takes a snapshot. */
const JOURNAL_GROWTH = 500;

const lastSnapshotSchema = z.object({ at: z.number(), lastSeq: z.int() });

async function grownSince(db: KizunaDatabase): Promise<number> {
  const identity = await readIdentity(db);
  const last = lastSnapshotSchema.safeParse((await db.meta.get(LAST_SNAPSHOT))?.value);
  return (identity?.lastSeq ?? 0) - (last.success ? last.data.lastSeq : 0);
}

export function createUpkeep(deps: Deps): Upkeep {
  const { db, bridge, clock, onError, onDamage, purgeBin } = deps;
  const openedAt = clock.now();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let changed = false;
  let stopped = false;

  /** Background work never throws at anybody: a broken store shows itself through `onError`. */
  async function attempt(work: () => Promise<unknown>): Promise<void> {
    if (stopped) return;
    try {
      await work();
    } catch (error) {
      if (!stopped) onError(error);
    }
  }

  function later(ms: number, work: () => Promise<unknown>): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void attempt(work);
    }, ms);
    timers.add(timer);
    return timer;
  }

  async function snapshot(reason: SnapshotInfo['reason']): Promise<Result<SnapshotInfo, SnapshotError>> {
    const taken = await takeSnapshot(db, bridge, reason, openedAt);
    if (taken.ok) changed = false;
    await attempt(() => writeManifest(db, bridge, clock));
    return taken;
  }

  async function everyHalfHour(): Promise<void> {
    if (changed) await snapshot('interval');
    later(SNAPSHOT_EVERY_MS, everyHalfHour);
  }

  return {
    snapshot,
    written() {
      changed = true;
      if (quiet !== undefined) {
        clearTimeout(quiet);
        timers.delete(quiet);
      }
      quiet = later(QUIET_MS, () => writeManifest(db, bridge, clock));
    },
    async afterImport() {
      await attempt(() => applyWaiting(db));
      await snapshot('import');
    },
    begin(manifest) {
      later(VERIFY_AFTER_MS, async () => {
        const damage = await verifyDatabase(db, manifest);
        if (damage !== undefined) onDamage(damage);
        else if ((await grownSince(db)) > JOURNAL_GROWTH) await snapshot('start');
      });
      later(PURGE_AFTER_MS, purgeBin);
      later(SNAPSHOT_EVERY_MS, everyHalfHour);
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}

/** Which snapshots stay: a pure rule over what is there. */
import type { SnapshotInfo } from '#shared/model/manifest.ts';

const NEWEST = 5;
const DAYS = 7;
const PRECIOUS = 10;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The newest 5, the newest of each of the last 7 days (UTC), and of those made on purpose the newest 10. */
export function snapshotsToKeep(
  snapshots: readonly Pick<SnapshotInfo, 'id' | 'at' | 'reason'>[],
  now: number,
): Set<string> {
  const newestFirst = [...snapshots].sort((a, b) => b.at - a.at);
  const keep = new Set(newestFirst.slice(0, NEWEST).map((one) => one.id));
  const today = Math.floor(now / DAY_MS);
  const days = new Set<number>();
  for (const one of newestFirst) {
    const day = Math.floor(one.at / DAY_MS);
    if (days.has(day) || day <= today - DAYS) continue;
    days.add(day);
    keep.add(one.id);
  }
  const precious = newestFirst.filter((one) => one.reason === 'manual' || one.reason === 'before-upgrade');
  for (const one of precious.slice(0, PRECIOUS)) keep.add(one.id);
  return keep;
}

const SNAPSHOTS_BEFORE_REMOVAL = 3;

/**
 * The journal is not needed up to this number, because every kept snapshot holds it; 0 = keep all of it. Fewer than
 * three verified snapshots are too few to let go of anything.
 */
export function coveredByAll(verified: readonly Pick<SnapshotInfo, 'lastSeq'>[]): number {
  if (verified.length < SNAPSHOTS_BEFORE_REMOVAL) return 0;
  return Math.min(...verified.map((one) => one.lastSeq));
}

/** Files that no import will read again leave the inbox: those of windows that were closed on the way. */
import type { Bridge } from '#shared/ipc/contract.ts';
import type { KizunaDatabase } from './schema.ts';

export interface SweepDeps {
  readonly db: Pick<KizunaDatabase, 'jobs'>;
  readonly bridge: Pick<Bridge, 'call'>;
  /** Milliseconds since 1970 UTC when this window opened: files handed over since are its own. */
  readonly openedAt: number;
}

/** Releases what is older than this window and named by no import that can still be resumed. */
export async function sweepInbox({ db, bridge, openedAt }: SweepDeps): Promise<number> {
  const jobs = await db.jobs.where('state').equals('running').toArray();
  const wanted = new Set(jobs.flatMap((job) => Object.values(job.tickets)));
  const { files } = await bridge.call('files.list', {});
  const left = files.filter(({ ticket, receivedAt }) => receivedAt < openedAt && !wanted.has(ticket));
  for (const { ticket } of left) await bridge.call('files.release', { ticket });
  return left.length;
}

const LOCK = 'kizuna-inbox';

/**
 * Once per window. Another window of this browser may be in the middle of choosing files: each holds a lock as long as
 * it lives, and only who is alone tidies up.
 */
export async function sweepWhenAlone(deps: SweepDeps): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await sweepInbox(deps);
  });
  void navigator.locks.request(LOCK, { mode: 'shared' }, () => new Promise<never>(() => undefined));
}

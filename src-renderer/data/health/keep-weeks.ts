/** Keeps the weeks of all accounts true to their pages: after an import, its undo, a restore, a crash. */
import { UNLINKED_ACCOUNT } from '../event-page.ts';
import { readIdentity } from '../identity.ts';
import type { KizunaDatabase } from '../schema.ts';
import { localZone } from './local-day.ts';
import { stampsOfPages, stampsOfWeeks, WEEKS_FORMAT } from './page-stamps.ts';
import { buildWeeks } from './page-weeks.ts';
import type { WeeksRow } from './rows.ts';

/** Meta key: the imports whose history the weeks reflect. */
export const REFLECTED = 'health-weeks';

export interface KeepWeeks {
  readonly db: KizunaDatabase;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** After each slice: its accounts are up to date; `share` of the work is done. */
  readonly onSlice: (accounts: readonly string[], share: number) => Promise<void> | void;
}

/** All imports and undos so far, and of which database. */
export async function importsOf(db: KizunaDatabase): Promise<string> {
  const identity = await readIdentity(db);
  const jobs = await db.jobs.orderBy('number').toArray();
  return [
    WEEKS_FORMAT,
    localZone(),
    identity?.databaseId,
    identity?.generation,
    ...jobs.map((job) => `${job.number}${job.state}${job.finishedAt ?? ''}`),
  ].join(' ');
}

interface Stale {
  readonly build: readonly string[];
  readonly remove: readonly string[];
}

async function findStale(db: KizunaDatabase, signal: AbortSignal): Promise<Stale> {
  const pages = await stampsOfPages(db, signal);
  const weeks = await stampsOfWeeks(db);
  const build = [...pages.keys()].filter(
    (account) => account !== UNLINKED_ACCOUNT && weeks.get(account) !== pages.get(account),
  );
  return { build, remove: [...weeks.keys()].filter((account) => !pages.has(account)) };
}

/** Accounts whose weeks are written and told of together. */
const SLICE = 25;

async function buildSlice({ db, now, signal }: KeepWeeks, accounts: readonly string[]): Promise<void> {
  const rows: WeeksRow[] = [];
  for (const account of accounts) {
    signal.throwIfAborted();
    const row = await buildWeeks(db, account, now());
    if (row !== undefined) rows.push(row);
  }
  await db.weeks.bulkPut(rows);
}

/** Answers the accounts whose weeks changed; does nothing when no import or undo happened since the last time. */
export async function catchUpWeeks(work: KeepWeeks): Promise<readonly string[]> {
  const { db, signal, onSlice } = work;
  const imports = await importsOf(db);
  if ((await db.meta.get(REFLECTED))?.value === imports) return [];
  const { build, remove } = await findStale(db, signal);
  if (remove.length > 0) {
    await db.weeks.bulkDelete([...remove]);
    await onSlice(remove, 0);
  }
  for (let from = 0; from < build.length; from += SLICE) {
    const slice = build.slice(from, from + SLICE);
    await buildSlice(work, slice);
    await onSlice(slice, Math.min(1, (from + SLICE) / build.length));
  }
  signal.throwIfAborted();
  // Asked before the pages were looked at: an import that came in between is found by the next time.
  await db.meta.put({ key: REFLECTED, value: imports });
  return [...remove, ...build];
}

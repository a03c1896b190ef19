/**
 * Of which pages an account's weeks were built, and by which zone's calendar: two sums over the heads of its pages,
 * different after any change.
 */
import type { HeadRow } from '../event-page.ts';
import type { KizunaDatabase } from '../schema.ts';
import { localZone } from './local-day.ts';

/** Grows when weeks are built of pages in another way: all stamps are other ones then. */
export const WEEKS_FORMAT = 3;

const HEADS_TOGETHER = 4_000;

/** One round of a 32-bit hash with good spread (Murmur3's finish). */
function mixed(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A page carries what its head says. */
type Head = Pick<HeadRow, 'page' | 'lane' | 'order' | 'jobs'>;

function hashOf(head: Head, seed: number, running: ReadonlySet<number>): number {
  let hash = seed;
  const take = (value: number): void => {
    hash = mixed(hash ^ mixed(value));
  };
  take(head.page);
  take(head.lane);
  take(head.order / 4_294_967_296);
  take(head.order);
  for (const job of head.jobs) {
    take(job);
    // A job that is still at it may change the page once more, and leave no other mark.
    if (running.has(job)) take(0x52756e);
  }
  return hash;
}

/** Sums, so that the order of pages is of no account. */
export class Stamp {
  private a = 0;
  private b = 0;

  take(head: Head, running: ReadonlySet<number>): void {
    this.a = (this.a + hashOf(head, 0x9e3779b9, running)) >>> 0;
    this.b = (this.b + hashOf(head, 0x7f4a7c15, running)) >>> 0;
  }

  text(): string {
    return `${WEEKS_FORMAT}.${localZone()}.${this.a.toString(36)}.${this.b.toString(36)}`;
  }
}

/** Numbers of the imports that have not come to their end. */
export async function runningJobs(db: KizunaDatabase): Promise<ReadonlySet<number>> {
  const jobs = await db.jobs.where('state').equals('running').toArray();
  return new Set(jobs.map((job) => job.number));
}

/** Every account that has pages. */
export async function stampsOfPages(
  db: KizunaDatabase,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const running = await runningJobs(db);
  const stamps = new Map<string, Stamp>();
  let after = Number.NEGATIVE_INFINITY;
  for (;;) {
    signal.throwIfAborted();
    const heads = await db.pageHeads.where('page').above(after).limit(HEADS_TOGETHER).toArray();
    for (const head of heads) {
      let stamp = stamps.get(head.account);
      if (stamp === undefined) {
        stamp = new Stamp();
        stamps.set(head.account, stamp);
      }
      stamp.take(head, running);
    }
    const last = heads.at(-1);
    if (last === undefined || heads.length < HEADS_TOGETHER) break;
    after = last.page;
  }
  return new Map([...stamps].map(([account, stamp]) => [account, stamp.text()]));
}

/** What the stored weeks were built of; only keys are read. */
export async function stampsOfWeeks(db: KizunaDatabase): Promise<ReadonlyMap<string, string>> {
  const stamps = new Map<string, string>();
  for (const key of await db.weeks.orderBy('[account+stamp]').keys())
    if (Array.isArray(key)) stamps.set(String(key[0]), String(key[1]));
  return stamps;
}

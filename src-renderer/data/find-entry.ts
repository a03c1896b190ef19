/** Finds the time of an entry of which only its key is known (a link, a hit of the search), so that it can be shown. */
import { HISTORY_NOUNS } from '#shared/model/nouns.ts';
import { type EventPage, pageTime } from './event-page.ts';
import { keysOf } from './page-store.ts';
import type { KizunaDatabase } from './schema.ts';
import { liveMarkers } from './timeline-markers.ts';

/** Pages looked into before anybody else gets a turn. */
const TOGETHER = 24;

function rowOf(page: EventPage, hi: number, lo: number): number {
  return page.keyHi.findIndex((own, row) => own === hi && page.keyLo[row] === lo);
}

/** `noun:hi:lo`, as the timeline names events of sources. */
async function timeOfEvent(
  db: KizunaDatabase,
  accountId: string,
  key: string,
  isOver: () => boolean,
): Promise<number | undefined> {
  const [name, hi, lo] = key.split(':');
  const noun = HISTORY_NOUNS.find((each) => each === name);
  if (noun === undefined || hi === undefined || lo === undefined) return undefined;
  const keys = await keysOf(db, { account: accountId, noun });
  for (let from = 0; from < keys.length && !isOver(); from += TOGETHER) {
    for (const page of await db.pages.bulkGet(keys.slice(from, from + TOGETHER))) {
      const row = page === undefined ? -1 : rowOf(page, Number(hi), Number(lo));
      if (page !== undefined && row !== -1) return pageTime(page, row);
    }
  }
  return undefined;
}

/** Where an entry that people wrote stands; a task that was moved to another account still names it. */
export async function accountOfEntry(db: KizunaDatabase, key: string): Promise<string | undefined> {
  return (await db.activities.get(key))?.account;
}

/** Milliseconds since 1970 UTC; undefined when the account has no such entry. */
export async function timeOfEntry(
  db: KizunaDatabase,
  accountId: string,
  key: string,
  isOver: () => boolean = () => false,
): Promise<number | undefined> {
  const written = await db.activities.get(key);
  if (written !== undefined) return written.account === accountId ? written.at : undefined;
  const marker = (await liveMarkers(db, accountId)).find((each) => each.key === key);
  return marker?.at ?? timeOfEvent(db, accountId, key, isOver);
}

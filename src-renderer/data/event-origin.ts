/** Which source an event of the history came from, and when; asked only when somebody opens the event. */
import type { HistoryEvent } from '#shared/model/stored.ts';
import type { EventPage } from './event-page.ts';
import { keysOf } from './page-store.ts';
import type { KizunaDatabase } from './schema.ts';

export interface EventOrigin {
  readonly sourceName: string;
  /** Milliseconds since 1970 UTC when the import that last touched the event's page was over. */
  readonly importedAt: number;
}

function holds(page: EventPage, event: HistoryEvent): boolean {
  return page.keyHi.some((hi, row) => hi === event.keyHi && page.keyLo[row] === event.keyLo);
}

export async function originOf(db: KizunaDatabase, event: HistoryEvent): Promise<EventOrigin | undefined> {
  // The page whose newest time is the nearest above the event holds it, save where pages overlap.
  const keys = await keysOf(db, { account: event.accountId, noun: event.noun, newestFrom: event.at });
  let page: EventPage | undefined;
  for (const key of keys.reverse()) {
    const candidate = await db.pages.get(key);
    if (candidate !== undefined && candidate.oldest <= event.at && holds(candidate, event)) {
      page = candidate;
      break;
    }
  }
  if (page === undefined) return undefined;
  const [job] = await db.jobs.where('number').anyOf(page.jobs).reverse().sortBy('number');
  const sourceId = page.scope.split('\u001f')[0] ?? '';
  const source = await db.sources.get(sourceId);
  if (job === undefined && source === undefined) return undefined;
  return {
    sourceName: source?.name ?? job?.plan.sourceName ?? sourceId,
    importedAt: job?.finishedAt ?? job?.startedAt ?? source?.lastImportAt ?? 0,
  };
}

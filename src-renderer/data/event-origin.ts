/** Which source an event of the history came from, and when; asked only when somebody opens the event. */
import type { HistoryEvent } from '#shared/model/stored.ts';
import { type EventPage, laneOf } from './event-page.ts';
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
  const lane = laneOf(event.noun);
  // The page whose newest time is the nearest above the event holds it, save where pages overlap.
  const page = await db.pages
    .where('[account+lane+order+page]')
    .between(
      [event.accountId, lane, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY],
      [event.accountId, lane, -event.at, Number.POSITIVE_INFINITY],
      true,
      true,
    )
    .reverse()
    .filter((each) => each.oldest <= event.at && holds(each, event))
    .first();
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

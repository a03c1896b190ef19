/**
 * Tidies the pages that a run has made: where an account's pages overlap in time (a file in random order) or are too
 * small (many accounts, weekly files), its events are sorted and packed again, so that reading the newest stays cheap.
 */
import type { HistoryNoun } from '#shared/model/nouns.ts';
import { applyHistory } from '../apply-plan.ts';
import type { DigestIndex } from '../digest-index.ts';
import {
  type EventPage,
  PAGE_EVENTS,
  type PageEvent,
  packPage,
  pageColumns,
  unpackEvents,
} from '../event-page.ts';
import { storedPage } from '../page-bytes.ts';
import { getPages, keysOf } from '../page-store.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { Counters } from './counters.ts';
import type { PageSpan } from './history-ingest.ts';

/** Below this mean, pages are worth packing together. */
const SMALL_PAGE = 32;
const COMMIT_EVENTS = 16_000;
const HIGHEST = Number.MAX_SAFE_INTEGER;

export interface SettleInput {
  readonly scope: string;
  readonly noun: HistoryNoun;
  readonly index: DigestIndex;
  readonly spans: ReadonlyMap<string, readonly PageSpan[]>;
  readonly counters: Counters;
  readonly jobId: string;
  readonly signal: AbortSignal;
}

function overlap(spans: readonly PageSpan[]): boolean {
  const sorted = [...spans].sort((a, b) => b.newest - a.newest);
  return sorted.some((span, i) => i > 0 && span.newest > (sorted[i - 1]?.oldest ?? HIGHEST));
}

export function needsSettling(spans: readonly PageSpan[]): boolean {
  const events = spans.reduce((sum, span) => sum + span.count, 0);
  const small = events / spans.length < SMALL_PAGE;
  return small || overlap(spans);
}

/** The run's pages and, when they are small, the newest older ones beside them that have room. */
async function pagesToMerge(
  db: KizunaDatabase,
  input: SettleInput,
  account: string,
  spans: readonly PageSpan[],
): Promise<EventPage[]> {
  const own = (
    await getPages(
      db,
      spans.map((span) => span.page),
    )
  ).flatMap((page) => page ?? []);
  const keys = (await keysOf(db, { account, noun: input.noun })).slice(0, spans.length + 2);
  const newest = (await db.pages.bulkGet(keys)).flatMap((page) => page ?? []);
  const known = new Set(own.map((page) => page.page));
  const beside = newest.filter(
    (page) => !known.has(page.page) && page.scope === input.scope && page.count < SMALL_PAGE,
  );
  return [...own, ...beside];
}

/** Pages can be packed together only where they have the same columns. */
function byColumns(pages: readonly EventPage[]): EventPage[][] {
  const groups = new Map<string, EventPage[]>();
  for (const page of pages) {
    const key = page.names.join('\u001f');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [page]);
    else group.push(page);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function repack(input: SettleInput, pages: readonly EventPage[]): EventPage[] {
  const first = pages[0];
  if (first === undefined) return [];
  const events: PageEvent[] = pages.flatMap((page) => unpackEvents(page));
  events.sort((a, b) => b.at - a.at);
  const count = Math.max(1, Math.round(events.length / PAGE_EVENTS));
  const size = Math.ceil(events.length / count);
  const jobs = [...new Set(pages.flatMap((page) => page.jobs))];
  const packed: EventPage[] = [];
  for (let from = 0; from < events.length; from += size) {
    const piece = events.slice(from, from + size);
    const page = ++input.counters.page;
    const made = packPage(
      {
        page,
        account: first.account,
        noun: input.noun,
        scope: input.scope,
        columns: pageColumns(first),
        jobs,
      },
      piece,
    );
    packed.push(made);
    for (const event of piece) {
      const slot = input.index.find(event.keyHi, event.keyLo);
      if (slot !== -1) input.index.place(slot, page);
    }
  }
  return packed;
}

export async function settlePages(db: KizunaDatabase, input: SettleInput): Promise<void> {
  let put: EventPage[] = [];
  let remove: EventPage[] = [];
  let events = 0;
  const commit = async (): Promise<void> => {
    if (put.length === 0) return;
    const digests = input.index.takeReady(input.scope);
    await applyHistory(
      db,
      input.jobId,
      {
        putPages: put.map(storedPage),
        removePages: remove,
        digests,
        digestsReplace: false,
        scope: input.scope,
        deltas: [],
        undoEvents: [],
      },
      input.counters,
    );
    put = [];
    remove = [];
    events = 0;
  };
  for (const [account, spans] of input.spans) {
    input.signal.throwIfAborted();
    if (!needsSettling(spans)) continue;
    for (const group of byColumns(await pagesToMerge(db, input, account, spans))) {
      put.push(...repack(input, group));
      remove.push(...group);
      events += group.reduce((sum, page) => sum + page.count, 0);
    }
    if (events >= COMMIT_EVENTS) await commit();
  }
  await commit();
}

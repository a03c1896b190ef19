/** The marks that an account's contracts, deals, people, tasks and stages leave on its timeline, read by their index. */

import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import { WRITTEN_HERE } from '#shared/domain/timeline/filter.ts';
import { type MarkedRecords, markersOf, type PlacedMarker } from '#shared/domain/timeline/markers.ts';
import type { Account } from '#shared/model/account.ts';
import type { Base } from '#shared/model/stored.ts';
import type { EventOrigin } from './event-origin.ts';
import type { KizunaDatabase } from './schema.ts';
import { openSummary, type StoredSummary } from './stored-summary.ts';
import type { MarkerEntry, TimelineEntry } from './timeline-entry.ts';
import { answered, END, HIGHEST, type Lane } from './timeline-lanes.ts';

/** Tables that `readMarkers` needs in its transaction. */
export const MARKER_TABLES = [
  'subscriptions',
  'opportunities',
  'contacts',
  'tasks',
  'bases',
  'accounts',
  'summaries',
] as const;

/** What people do here has no base to ask for its source, nor has what a source's own row said by the way. */
function entryOf(placed: PlacedMarker): MarkerEntry {
  const { marker } = placed;
  const source =
    marker.kind === 'stage'
      ? (marker.record.source ?? WRITTEN_HERE)
      : marker.kind === 'task' || marker.kind === 'next'
        ? WRITTEN_HERE
        : undefined;
  return source === undefined ? { ...placed, type: 'marker' } : { ...placed, type: 'marker', source };
}

async function readMarkers(tx: IDBTransaction, account: string): Promise<readonly MarkerEntry[]> {
  const of = <T>(table: string) =>
    answered<T[]>(tx.objectStore(table).index('account').getAll(IDBKeyRange.only(account)));
  const [subscriptions, opportunities, contacts, tasks, own, summary] = await Promise.all([
    of<MarkedRecords['subscriptions'][number]>('subscriptions'),
    of<MarkedRecords['opportunities'][number]>('opportunities'),
    of<MarkedRecords['contacts'][number]>('contacts'),
    of<MarkedRecords['tasks'][number]>('tasks'),
    answered<Account | undefined>(tx.objectStore('accounts').get(account)),
    answered<AccountSummary | StoredSummary | undefined>(tx.objectStore('summaries').get(account)),
  ]);
  const records = { subscriptions, opportunities, contacts, tasks };
  const planned = summary === undefined ? undefined : openSummary(summary).planned;
  return markersOf({ ...records, stages: own?.stages, planned }).map(entryOf);
}

/** What the source of each mark's record is; only a filter by source needs to know. */
async function withSources(
  tx: IDBTransaction,
  markers: readonly MarkerEntry[],
): Promise<readonly MarkerEntry[]> {
  const bases = tx.objectStore('bases').index('recordId');
  const sourceOf = async (entry: MarkerEntry): Promise<MarkerEntry> => {
    const { record } = entry.marker;
    if (entry.source !== undefined || !('id' in record)) return entry;
    const base = await answered<Base | undefined>(bases.get(record.id));
    return { ...entry, source: base?.sourceId ?? WRITTEN_HERE };
  };
  return Promise.all(markers.map(sourceOf));
}

interface MarkerAsk {
  readonly account: string;
  readonly extra: readonly TimelineEntry[];
  readonly withSources: boolean;
  readonly before: number | undefined;
  readonly test: ((entry: TimelineEntry) => boolean) | undefined;
}

/** All of them at once: there are few. `extra` is what other features put in. */
export function markerLane({ account, extra, withSources: sourced, before, test }: MarkerAsk): Lane {
  const state: Lane = {
    waiting: [],
    floor: HIGHEST,
    tables: MARKER_TABLES,
    load: async (tx) => {
      const markers = await readMarkers(tx, account);
      const all = [...(sourced ? await withSources(tx, markers) : markers), ...extra];
      state.waiting = all.filter(
        (entry) => (before === undefined || entry.at < before) && (test === undefined || test(entry)),
      );
      state.floor = END;
    },
  };
  return state;
}

/** Who gave the record of a mark, and when; undefined = it was made here. */
export async function recordOrigin(db: KizunaDatabase, recordId: string): Promise<EventOrigin | undefined> {
  const base = await db.bases.where('recordId').equals(recordId).first();
  if (base === undefined) return undefined;
  const source = await db.sources.get(base.sourceId);
  return { sourceName: source?.name ?? base.sourceId, importedAt: base.seenAt };
}

/** The same for a live query. */
export async function liveMarkers(db: KizunaDatabase, account: string): Promise<readonly MarkerEntry[]> {
  const [subscriptions, opportunities, contacts, tasks, own, summary] = await Promise.all([
    db.subscriptions.where('account').equals(account).toArray(),
    db.opportunities.where('account').equals(account).toArray(),
    db.contacts.where('account').equals(account).toArray(),
    db.tasks.where('account').equals(account).toArray(),
    db.accounts.get(account),
    db.summaries.get(account),
  ]);
  const records = { subscriptions, opportunities, contacts, tasks };
  const planned = summary === undefined ? undefined : openSummary(summary).planned;
  return markersOf({ ...records, stages: own?.stages, planned }).map(entryOf);
}

/** The marks that an account's contracts, deals, people and tasks leave on its timeline, read by their index. */
import { WRITTEN_HERE } from '#shared/domain/timeline/filter.ts';
import { type MarkedRecords, markersOf } from '#shared/domain/timeline/markers.ts';
import type { Base } from '#shared/model/stored.ts';
import type { EventOrigin } from './event-origin.ts';
import type { KizunaDatabase } from './schema.ts';
import type { MarkerEntry, TimelineEntry } from './timeline-entry.ts';
import { answered, END, HIGHEST, type Lane } from './timeline-lanes.ts';

/** Tables that `readMarkers` needs in its transaction. */
export const MARKER_TABLES = ['subscriptions', 'opportunities', 'contacts', 'tasks', 'bases'] as const;

async function readMarkers(tx: IDBTransaction, account: string): Promise<readonly MarkerEntry[]> {
  const of = <T>(table: string) =>
    answered<T[]>(tx.objectStore(table).index('account').getAll(IDBKeyRange.only(account)));
  const [subscriptions, opportunities, contacts, tasks] = await Promise.all([
    of<MarkedRecords['subscriptions'][number]>('subscriptions'),
    of<MarkedRecords['opportunities'][number]>('opportunities'),
    of<MarkedRecords['contacts'][number]>('contacts'),
    of<MarkedRecords['tasks'][number]>('tasks'),
  ]);
  return markersOf({ subscriptions, opportunities, contacts, tasks }).map((placed) => ({
    ...placed,
    type: 'marker',
    ...(placed.marker.kind === 'task' ? { source: WRITTEN_HERE } : {}),
  }));
}

/** What the source of each mark's record is; only a filter by source needs to know. */
async function withSources(
  tx: IDBTransaction,
  markers: readonly MarkerEntry[],
): Promise<readonly MarkerEntry[]> {
  const bases = tx.objectStore('bases').index('recordId');
  const sourceOf = async (entry: MarkerEntry): Promise<MarkerEntry> => {
    if (entry.source !== undefined) return entry;
    const base = await answered<Base | undefined>(bases.get(entry.marker.record.id));
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
  const [subscriptions, opportunities, contacts, tasks] = await Promise.all([
    db.subscriptions.where('account').equals(account).toArray(),
    db.opportunities.where('account').equals(account).toArray(),
    db.contacts.where('account').equals(account).toArray(),
    db.tasks.where('account').equals(account).toArray(),
  ]);
  return markersOf({ subscriptions, opportunities, contacts, tasks }).map((placed) => ({
    ...placed,
    type: 'marker',
  }));
}

/** Who took part in what: an account's notes and imported activities, read for their people only. */
import type { Encounter } from '#shared/domain/people/encounters.ts';
import { touchRuleOf } from '#shared/model/activity.ts';
import { type EventPage, pageTime } from './event-page.ts';
import { cellAt } from './pack-column.ts';
import { eachPage } from './page-store.ts';
import type { KizunaDatabase } from './schema.ts';

/** Newest imported activities that are looked at: more than a CSM meets people, less than a screen should wait for. */
export const HISTORY_READ = 20_000;

export interface EncounterRead {
  readonly encounters: readonly Encounter[];
  /** Older imported activities than this were not looked at (milliseconds since 1970 UTC); absent = all were. */
  readonly readBackTo?: number;
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return Array.isArray(value) ? value.map(String) : [];
}

interface Kinds {
  readonly touches: (kind: string) => boolean;
  /** The user's own name of a kind; a built-in one that nobody renamed keeps its id. */
  readonly nameOf: (kind: string) => string;
}

async function readKinds(db: KizunaDatabase): Promise<Kinds> {
  const rows = await db.kinds.toArray();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return { touches: touchRuleOf(rows), nameOf: (kind) => names.get(kind) || kind };
}

/** Only the columns that tell of people are unpacked. */
function* fromPage(page: EventPage, source: string, kinds: Kinds): Generator<Encounter> {
  const column = (name: string) => {
    const place = page.names.findIndex((each, i) => each === name && page.custom[i] !== 1);
    const packed = place === -1 ? undefined : page.columns[place];
    return (row: number): unknown => (packed === undefined ? undefined : cellAt(packed, row));
  };
  const [kind, contact, participants, owner, team] = ['kind', 'contact', 'participants', 'owner', 'team'].map(
    column,
  );
  for (let row = 0; row < page.count; row++) {
    const name = kind?.(row);
    const is = typeof name === 'string' ? name : 'other';
    yield {
      at: pageTime(page, row),
      kind: kinds.nameOf(is),
      touch: kinds.touches(is),
      theirs: texts(contact?.(row)),
      ours: [...texts(owner?.(row)), ...texts(team?.(row))],
      either: texts(participants?.(row)),
      source,
    };
  }
}

async function sourceNames(db: KizunaDatabase): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.sources.toArray()).map((source) => [source.id, source.name]));
}

/** In no order. */
export async function encountersOf(db: KizunaDatabase, accountId: string): Promise<EncounterRead> {
  const kinds = await readKinds(db);
  const names = await sourceNames(db);
  const encounters: Encounter[] = [];
  const written = await db.activities.where('account').equals(accountId).toArray();
  for (const activity of written) {
    const { at, kind = 'note', contacts = [], contact, participants = [], owner, team = [] } = activity;
    encounters.push({
      at,
      kind: kinds.nameOf(kind),
      touch: kinds.touches(kind),
      theirs: [...contacts, ...texts(contact)],
      ours: [...texts(owner), ...team],
      either: participants,
      source: '',
    });
  }
  let read = 0;
  for await (const page of eachPage(db, { account: accountId, noun: 'activity' })) {
    if (read >= HISTORY_READ) return { encounters, readBackTo: -page.order };
    const sourceId = page.scope.split('\u001f')[0] ?? '';
    for (const encounter of fromPage(page, names.get(sourceId) ?? sourceId, kinds))
      encounters.push(encounter);
    read += page.count;
  }
  return { encounters };
}

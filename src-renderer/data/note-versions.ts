/** Earlier versions of a note: each as it stood before an edit, and the way back to it. */
import { err, ok } from '#shared/base/result.ts';
import { factChanges, whoIsNow } from '#shared/domain/notes/note-facts.ts';
import type { Activity } from '#shared/model/activity.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { NoteVersion } from '#shared/model/note.ts';
import type { Change, Json } from '#shared/model/operation.ts';
import { scopeOf } from './apply-operation.ts';
import { saysNothingNew, versionBefore } from './finish-note.ts';
import { toJson, toJsonRecord } from './operations.ts';
import { contactsOf, draftsOf } from './records.ts';
import type { KizunaDatabase } from './schema.ts';
import type { Store } from './store.ts';
import type { WriteError } from './write-with-outbox.ts';

/** Newest first. */
export async function versionsOf(db: KizunaDatabase, activityId: string): Promise<NoteVersion[]> {
  const versions = await db.versions.where('activity').equals(activityId).toArray();
  return versions.sort((a, b) => b.at - a.at);
}

export interface VersionedNote {
  readonly activity: Activity;
  /** Newest first. */
  readonly versions: readonly NoteVersion[];
  /** Of the account. */
  readonly contacts: readonly Contact[];
}

/** Undefined when the note is gone. */
export async function readVersionedNote(
  db: KizunaDatabase,
  activityId: string,
): Promise<VersionedNote | undefined> {
  const [activity, versions] = await Promise.all([db.activities.get(activityId), versionsOf(db, activityId)]);
  if (activity === undefined) return undefined;
  return { activity, versions, contacts: await contactsOf(db, activity.account ?? '') };
}

const VERSION_TABLES = ['activities', 'versions', 'drafts'];

/** What must be written for the note to read as the version does. */
function fieldsBack(version: NoteVersion, activity: Activity, contacts: readonly Contact[]) {
  const words = (['subject', 'body'] as const).map((field): [string, [Json, Json]] => [
    field,
    [activity[field] ?? null, version[field] === '' ? null : version[field]],
  ]);
  const row = toJsonRecord({ ...activity });
  const facts = factChanges(version, activity, whoIsNow(contacts)).map(
    ({ field, before }): [string, [Json, Json]] => [field, [row[field] ?? null, toJson(before)]],
  );
  return [...words, ...facts].filter(([, [from, to]]) => from !== to);
}

/** A form that was only opened would otherwise put back what was there before. */
async function idleDrafts(db: KizunaDatabase, activity: Activity): Promise<Change[]> {
  const drafts = await draftsOf(db, activity.account ?? '');
  return drafts
    .filter((draft) => draft.activityId === activity.id && saysNothingNew(draft, activity))
    .map((draft) => ({ type: 'remove', table: 'drafts', record: toJsonRecord({ ...draft }) }));
}

/** The note reads again as it did then, in all that the version knows of; how it reads now becomes a version itself. */
export function bringBackVersion({ db, decideAndWrite, clock, newId }: Store, versionId: string) {
  const scope = scopeOf(VERSION_TABLES.map((table): Change => ({ type: 'set', table, id: '', fields: {} })));
  return decideAndWrite<WriteError>('version.bringBack', [...scope, 'contacts'], async () => {
    const version = await db.versions.get(versionId);
    if (version === undefined) return err({ type: 'no-such-record', table: 'versions', id: versionId });
    const activity = await db.activities.get(version.activity);
    if (activity === undefined)
      return err({ type: 'no-such-record', table: 'activities', id: version.activity });
    const contacts = await contactsOf(db, activity.account ?? '');
    const fields = fieldsBack(version, activity, contacts);
    if (fields.length === 0) return ok([]);
    return ok([
      { type: 'set', table: 'activities', id: activity.id, fields: Object.fromEntries(fields) },
      versionBefore(activity, newId(), clock.now()),
      ...(await idleDrafts(db, activity)),
    ]);
  });
}

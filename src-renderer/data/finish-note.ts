/** What finishing a draft comes to: the activity (new or edited), its version before, new contacts and tasks. */
import type { NewId } from '#shared/base/ids.ts';
import { sameValue } from '#shared/base/same-value.ts';
import { findHashTags } from '#shared/domain/notes/find-hash-tags.ts';
import { factsOf } from '#shared/domain/notes/note-facts.ts';
import type { Activity } from '#shared/model/activity.ts';
import type { NoteVersion } from '#shared/model/note.ts';
import type { Change, Json } from '#shared/model/operation.ts';
import type { Draft } from '#shared/model/stored.ts';
import type { Task } from '#shared/model/task.ts';
import { scopeOf } from './apply-operation.ts';
import type { FinishExtras } from './finish-extras.ts';
import { localDayOf } from './health/local-day.ts';
import { toJsonRecord } from './operations.ts';
import { SAID_TABLES, saidChanges, saysOfPlanOrPeople } from './said-changes.ts';
import type { KizunaDatabase } from './schema.ts';

interface Finishing {
  readonly db: KizunaDatabase;
  readonly draft: Draft;
  readonly extras: FinishExtras;
  readonly now: number;
  readonly newId: NewId;
}

interface FinishPlan {
  readonly activityId: string;
  readonly changes: readonly Change[];
}

const NOTE_TABLES = ['drafts', 'activities', 'contacts', 'tasks', 'versions'] as const;

/** The tables that a transaction must cover to finish a draft. */
export function finishScope(also: readonly Change[], draft: Draft | undefined): string[] {
  const said = draft !== undefined && saysOfPlanOrPeople(draft) ? SAID_TABLES : [];
  const touched = [...NOTE_TABLES, ...said].map(
    (table): Change => ({ type: 'set', table, id: '', fields: {} }),
  );
  return [...scopeOf([...touched, ...also]), 'team'];
}

/** The draft in which a logged note is edited. */
export function draftOfActivity(activity: Activity): Omit<Draft, 'id' | 'noun' | 'createdAt' | 'updatedAt'> {
  const { durationMinutes, contacts, team, sentiment, sentimentReasons, tags, nextOn } = activity;
  return {
    accountId: activity.account ?? '',
    activityId: activity.id,
    kind: activity.kind ?? 'note',
    activityAt: activity.at,
    subject: activity.subject ?? '',
    body: activity.body ?? '',
    ...(durationMinutes === undefined ? {} : { durationMinutes }),
    ...(contacts === undefined ? {} : { contacts }),
    ...(team === undefined ? {} : { team }),
    ...(sentiment === undefined ? {} : { sentiment }),
    ...(sentimentReasons === undefined ? {} : { sentimentReasons }),
    ...(tags === undefined ? {} : { tags }),
    ...(nextOn === undefined ? {} : { nextOn }),
  };
}

/** What the draft says about each field of the activity; null = no value. */
function valuesOf(draft: Draft): Record<string, Json> {
  const list = (values: readonly string[] | undefined): Json =>
    values === undefined || values.length === 0 ? null : [...new Set(values)];
  const text = (value: string): Json => (value.trim() === '' ? null : value);
  return {
    account: text(draft.accountId),
    kind: draft.kind,
    at: draft.activityAt,
    subject: text(draft.subject),
    body: text(draft.body),
    durationMinutes: draft.durationMinutes ?? null,
    contacts: list(draft.contacts),
    team: list(draft.team),
    sentiment: draft.sentiment ?? null,
    sentimentReasons: list(draft.sentimentReasons),
    tags: list([...(draft.tags ?? []), ...findHashTags(draft.body)]),
    nextOn: draft.nextOn ?? null,
  };
}

function newContactChanges({ draft, now }: Finishing): Change[] {
  const present = new Set(draft.contacts);
  return (draft.newContacts ?? [])
    .filter((contact) => present.has(contact.id))
    .map((contact) => ({
      type: 'add',
      table: 'contacts',
      record: {
        ...toJsonRecord({ ...contact }),
        ...(draft.accountId === '' ? {} : { account: draft.accountId }),
        createdAt: now,
        updatedAt: now,
      },
    }));
}

function taskChanges({ draft, extras, now, newId }: Finishing, activity: string): Change[] {
  return (extras.tasks ?? []).map((given) => {
    const task: Task = {
      ...given,
      id: newId(),
      account: draft.accountId,
      state: 'open',
      activity,
      createdAt: now,
      updatedAt: now,
    };
    return { type: 'add', table: 'tasks', record: toJsonRecord({ ...task }) };
  });
}

/** The note as it stands, to be kept when something in it is about to change. */
export function versionBefore(activity: Activity, id: string, now: number): Change {
  const { subject = '', body = '' } = activity;
  const version: NoteVersion = {
    id,
    activity: activity.id,
    at: now,
    subject,
    body,
    facts: factsOf(activity),
    createdAt: now,
    updatedAt: now,
  };
  return { type: 'add', table: 'versions', record: toJsonRecord({ ...version }) };
}

function changedFields(draft: Draft, activity: Activity): [string, [Json, Json]][] {
  const row = toJsonRecord({ ...activity });
  return Object.entries(valuesOf(draft)).flatMap(([field, to]): [string, [Json, Json]][] => {
    const from = row[field] ?? null;
    return sameValue(from, to) ? [] : [[field, [from, to]]];
  });
}

/** Typed beside the note, and part of it in no way yet. */
const BESIDE = ['mail', 'parkedLine', 'contactLine', 'teamLine', 'reasonLine', 'tagLine'] as const;

/** An edit that changes nothing, or a new note without any content. */
export function saysNothingNew(draft: Draft, edited: Activity | undefined): boolean {
  if (BESIDE.some((field) => (draft[field] ?? '').trim() !== '')) return false;
  if (edited !== undefined) return changedFields(draft, edited).length === 0;
  const { account: _account, kind: _kind, at: _at, ...content } = valuesOf(draft);
  if (Object.values(draft.saidValues ?? {}).some((value) => value !== '')) return false;
  if (saysOfPlanOrPeople(draft)) return false;
  return Object.values(content).every((value) => value === null);
}

function editChanges({ draft, now, newId }: Finishing, activity: Activity): Change[] {
  const fields = changedFields(draft, activity);
  if (fields.length === 0) return [];
  return [
    { type: 'set', table: 'activities', id: activity.id, fields: Object.fromEntries(fields) },
    versionBefore(activity, newId(), now),
  ];
}

function newActivity({ draft, now }: Finishing, id: string, owner: string | undefined): Change {
  const given = Object.entries(valuesOf(draft)).filter(([, value]) => value !== null);
  const record = {
    id,
    ...Object.fromEntries(given),
    ...(owner === undefined ? {} : { owner }),
    createdAt: now,
    updatedAt: now,
  };
  return { type: 'add', table: 'activities', record };
}

/** What somebody wrote to the customer and did not send yet is not gone with the meeting. */
function waitingMail({ draft, extras, now, newId }: Finishing): Change[] {
  const { mail = '', accountId, contacts, subject } = draft;
  if (mail.trim() === '' || extras.mail === 'handed-over') return [];
  const waiting: Draft = {
    id: newId(),
    noun: 'activity',
    accountId,
    kind: 'email',
    activityAt: now,
    subject: extras.mail?.subject ?? subject,
    body: mail,
    ...(contacts === undefined ? {} : { contacts }),
    createdAt: now,
    updatedAt: now,
  };
  return [{ type: 'add', table: 'drafts', record: toJsonRecord({ ...waiting }) }];
}

/** Inside a transaction over `finishScope`. */
export async function planFinish(finishing: Finishing): Promise<FinishPlan> {
  const { db, draft, extras, newId } = finishing;
  const edited = draft.activityId === undefined ? undefined : await db.activities.get(draft.activityId);
  const me = (await db.team.toArray()).find((member) => member.me === true);
  // A note that was deleted while it was edited comes back as a new one: what was typed is never lost.
  const activityId = edited?.id ?? newId();
  const note =
    edited === undefined ? [newActivity(finishing, activityId, me?.name)] : editChanges(finishing, edited);
  return {
    activityId,
    changes: [
      { type: 'remove', table: 'drafts', record: toJsonRecord({ ...draft }) },
      ...newContactChanges(finishing),
      ...note,
      ...taskChanges(finishing, activityId),
      ...waitingMail(finishing),
      ...(await saidChanges(db, draft, localDayOf(draft.activityAt))),
      ...(extras.also ?? []),
    ],
  };
}

/** What notes, meetings and tasks ask of the data: kinds, drafts, people, templates, pictures and the bin. */
import { ok } from '#shared/base/result.ts';
import type { Activity } from '#shared/model/activity.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { BinRow } from '#shared/model/note.ts';
import type { Change } from '#shared/model/operation.ts';
import type { Draft } from '#shared/model/stored.ts';
import type { Task } from '#shared/model/task.ts';
import { scopeOf } from './apply-operation.ts';
import { useData } from './data-context.ts';
import { kindsFrom, type NoteKind } from './kinds.ts';
import { draftsOf } from './records.ts';
import type { KizunaDatabase } from './schema.ts';
import type { Store } from './store.ts';
import { readTemplates, type TemplateView } from './templates.ts';
import { type Live, useLive } from './use-live.ts';
import type { WriteError } from './write-with-outbox.ts';

const NO_KINDS: readonly NoteKind[] = kindsFrom([]);

/** All kinds, hidden ones too; as delivered until the database has answered. */
export function useKinds(): readonly NoteKind[] {
  const { db } = useData();
  const live = useLive(async () => kindsFrom(await db.kinds.toArray()), [db]);
  return live.state === 'ready' ? live.value : NO_KINDS;
}

export function useTemplates(): Live<readonly TemplateView[]> {
  const { db } = useData();
  return useLive(() => readTemplates(db), [db]);
}

/** A note that waits to be finished, and on which account. */
export interface WaitingDraft {
  readonly draft: Draft;
  /** Undefined: it belongs to no account, or to one that is not here. */
  readonly accountName: string | undefined;
}

/** Drafts that say something, last touched first: for Today, tasks and the account. */
export function useWaitingDrafts(accountId?: string): Live<readonly WaitingDraft[]> {
  const { db } = useData();
  return useLive(async () => {
    const drafts = await draftsOf(db, accountId);
    const accounts = await db.accounts.bulkGet(drafts.map((draft) => draft.accountId));
    return drafts.map((draft, i) => ({ draft, accountName: accounts[i]?.name }));
  }, [db, accountId]);
}

export interface NotePeople {
  /** Of the account; who left stands last. */
  readonly contacts: readonly Contact[];
  /** Names on our side: the team, and everybody who owns an account or took part in a note. */
  readonly team: readonly string[];
  /** The user of this machine, where they said who they are. */
  readonly me: string | undefined;
  /** Whose account it is. */
  readonly owner: string | undefined;
  /** Tags that this account and its notes carry. */
  readonly tags: readonly string[];
}

function byPresence(a: Contact, b: Contact): number {
  const left = Number(a.leftOn !== undefined) - Number(b.leftOn !== undefined);
  return left === 0 ? a.name.localeCompare(b.name) : left;
}

export async function readNotePeople(db: KizunaDatabase, accountId: string): Promise<NotePeople> {
  const [contacts, members, owners, account, notes] = await Promise.all([
    db.contacts.where('account').equals(accountId).toArray(),
    db.team.toArray(),
    db.accounts.orderBy('owner').uniqueKeys(),
    db.accounts.get(accountId),
    db.activities.where('account').equals(accountId).toArray(),
  ]);
  const names = [
    ...members.map((member) => member.name),
    ...(account?.owner === undefined ? [] : [account.owner]),
    ...notes.flatMap((note) => note.team ?? []),
    ...owners.map(String),
  ];
  return {
    contacts: contacts.sort(byPresence),
    team: [...new Set(names)],
    me: members.find((member) => member.me === true)?.name,
    owner: account?.owner,
    tags: [...new Set([...(account?.tags ?? []), ...notes.flatMap((note) => note.tags ?? [])])],
  };
}

/** The tasks that a note made. */
export function tasksOfActivity(db: KizunaDatabase, activityId: string): Promise<Task[]> {
  return db.tasks.where('activity').equals(activityId).toArray();
}

export function getActivity(db: KizunaDatabase, id: string): Promise<Activity | undefined> {
  return db.activities.get(id);
}

export interface PictureInput {
  /** 'data:image/…;base64,…' */
  readonly data: string;
  readonly width: number;
  readonly height: number;
}

/** The value is the picture's id, by which notes name it as kizuna-image:ID. */
export async function savePicture({ write, clock, newId }: Store, picture: PictureInput) {
  const id = newId();
  const now = clock.now();
  const record = { id, ...picture, createdAt: now, updatedAt: now };
  const written = await write('image.add', [{ type: 'add', table: 'images', record }]);
  return written.ok ? ok(id) : written;
}

export async function loadPicture(db: KizunaDatabase, id: string): Promise<string | undefined> {
  return (await db.images.get(id))?.data;
}

/** Everything in the bin, last deleted first. */
export async function readBin(db: KizunaDatabase): Promise<BinRow[]> {
  return db.bin.orderBy('deletedAt').reverse().toArray();
}

/** Adds somebody on our side, or says that it is the user of this machine. The value is the member's id. */
export async function saveTeamMember(
  { db, decideAndWrite, clock, newId }: Store,
  name: string,
  options: { readonly me?: boolean } = {},
) {
  const id = newId();
  const now = clock.now();
  const scope = scopeOf([{ type: 'set', table: 'team', id: '', fields: {} }]);
  return decideAndWrite<WriteError>('team.save', scope, async () => {
    const members = await db.team.toArray();
    const known = members.find((member) => member.name === name.trim());
    const changes: Change[] = [];
    const { me } = options;
    if (me === true)
      for (const member of members)
        if (member.me === true && member !== known)
          changes.push({ type: 'set', table: 'team', id: member.id, fields: { me: [true, null] } });
    if (known === undefined) {
      const record = {
        id,
        name: name.trim(),
        ...(me === true ? { me } : {}),
        createdAt: now,
        updatedAt: now,
      };
      changes.push({ type: 'add', table: 'team', record });
    } else if (me === true && known.me !== true)
      changes.push({ type: 'set', table: 'team', id: known.id, fields: { me: [known.me ?? null, true] } });
    return ok(changes);
  });
}

/** The people of an account: what screens read about them, and adding, removing and merging them as one operation each. */
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import { contactsById } from '#shared/domain/people/contacts-by-id.ts';
import { mergePeople, type Side } from '#shared/domain/people/merge-contacts.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { TeamMember } from '#shared/model/note.ts';
import { fieldSpec } from '#shared/model/nouns.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import { scopeOf } from './apply-operation.ts';
import { intoBin } from './bin.ts';
import { checkValue, type ValueError } from './check-value.ts';
import { type Row, toJson, toJsonRecord } from './operations.ts';
import { type EncounterRead, encountersOf } from './people-history.ts';
import type { KizunaDatabase } from './schema.ts';
import type { WriteError, Writer } from './write-with-outbox.ts';

export interface PeopleRead extends EncounterRead {
  readonly contacts: readonly Contact[];
  /** What sources call each contact in their rows, by contact id. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  readonly team: readonly TeamMember[];
}

const KEY_PARTS = 3;

/** A row's key within its source, out of the base's key. */
function rowKey(key: string): string {
  return key
    .split('\u001f')
    .slice(KEY_PARTS - 1)
    .join('\u001f');
}

async function sourceKeys(
  db: KizunaDatabase,
  contacts: readonly Contact[],
): Promise<Map<string, readonly string[]>> {
  const owner = new Map<string, string>();
  for (const contact of contacts) {
    for (const merged of contact.merged ?? []) owner.set(merged.id, contact.id);
  }
  for (const contact of contacts) owner.set(contact.id, contact.id);
  const keys = new Map<string, readonly string[]>();
  const bases = await db.bases
    .where('recordId')
    .anyOf([...owner.keys()])
    .toArray();
  for (const base of bases) {
    const id = owner.get(base.recordId);
    if (id !== undefined) keys.set(id, [...(keys.get(id) ?? []), rowKey(base.key)]);
  }
  return keys;
}

export async function readPeople(db: KizunaDatabase, accountId: string): Promise<PeopleRead> {
  const contacts = await db.contacts.where('account').equals(accountId).toArray();
  const [keys, team, history] = await Promise.all([
    sourceKeys(db, contacts),
    db.team.toArray(),
    encountersOf(db, accountId),
  ]);
  return { contacts, keys, team, ...history };
}

/** Whom the ids in an account's notes mean today; nobody for a note that belongs to none. */
export async function readMentioned(
  db: KizunaDatabase,
  accountId: string | undefined,
): Promise<ReadonlyMap<string, Contact>> {
  if (accountId === undefined) return new Map();
  return contactsById(await db.contacts.where('account').equals(accountId).toArray());
}

export type PeopleError = ValueError | WriteError;
type Written = Promise<Result<Operation | undefined, PeopleError>>;

export interface PeopleWrites {
  /** The value is the new contact's id. */
  addContact(fields: Readonly<Record<string, unknown>>): Promise<Result<string, PeopleError>>;
  /** To the bin: it can be put back for 30 days. */
  removeContact(id: string): Written;
  /**
   * `droppedId` becomes part of `keptId`. Notes, tasks, reports and drafts follow in the same operation; source rows and history
   * follow by the mark that stays on the kept contact.
   */
  mergeContacts(keptId: string, droppedId: string, choices: Readonly<Record<string, Side>>): Written;
  /** The two are no duplicates and are not proposed again. */
  keepApart(id: string, otherId: string): Written;
}

interface Deps {
  readonly db: KizunaDatabase;
  readonly writer: Pick<Writer, 'write' | 'decideAndWrite'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

function scope(...tables: string[]): string[] {
  const touched = tables.map((table): Change => ({ type: 'set', table, id: '', fields: {} }));
  return scopeOf(touched);
}

function setChange(
  table: string,
  id: string,
  before: Row,
  after: Readonly<Record<string, unknown>>,
): Change[] {
  const fields: Record<string, [Json, Json]> = {};
  for (const [field, value] of Object.entries(after)) {
    const from = toJson(before[field] ?? null);
    const to = toJson(value ?? null);
    if (!sameValue(from, to)) fields[field] = [from, to];
  }
  return Object.keys(fields).length === 0 ? [] : [{ type: 'set', table, id, fields }];
}

/** What stands in the bin under this id already gives way: a record has one place there. */
async function clearBin(db: KizunaDatabase, id: string): Promise<Change[]> {
  const old = await db.bin.get(id);
  return old === undefined ? [] : [{ type: 'remove', table: 'bin', record: toJsonRecord({ ...old }) }];
}

/** Each once. */
function renamed(contacts: readonly string[], kept: string, dropped: string): string[] {
  return [...new Set(contacts.map((id) => (id === dropped ? kept : id)))];
}

async function dropConflicts(db: KizunaDatabase, id: string, only?: ReadonlySet<string>): Promise<Change[]> {
  const open = await db.conflicts.where('recordId').equals(id).toArray();
  return open
    .filter((conflict) => only === undefined || only.has(conflict.field))
    .map((conflict) => ({ type: 'remove', table: 'conflicts', record: toJsonRecord({ ...conflict }) }));
}

/** Notes that are being written name the kept one as well, and what they say of the two they say of it. */
async function waitingDrafts(db: KizunaDatabase, kept: string, dropped: string, accounts: readonly string[]) {
  const drafts = await db.drafts.where('accountId').anyOf(accounts).toArray();
  return drafts.flatMap((draft): Change[] => {
    const { contacts = [], saidPeople = {} } = draft;
    const { [dropped]: said, ...others } = saidPeople;
    const after = {
      ...(contacts.includes(dropped) ? { contacts: renamed(contacts, kept, dropped) } : {}),
      ...(said === undefined ? {} : { saidPeople: { ...others, [kept]: { ...said, ...others[kept] } } }),
    };
    return setChange('drafts', draft.id, { ...draft }, after);
  });
}

/** Notes, tasks, reports and waiting drafts that name the dropped contact name the kept one. */
async function followers(db: KizunaDatabase, kept: Contact, dropped: Contact): Promise<Change[]> {
  const accounts = [...new Set([kept.account, dropped.account])].filter((id) => id !== undefined);
  const [activities, tasks, reports] = await Promise.all([
    db.activities.where('account').anyOf(accounts).toArray(),
    db.tasks.where('account').anyOf(accounts).toArray(),
    db.contacts
      .where('account')
      .anyOf(accounts)
      .filter((contact) => contact.reportsTo === dropped.id && contact.id !== kept.id)
      .toArray(),
  ]);
  const changes: Change[] = [];
  for (const activity of activities) {
    const { contacts = [], contact } = activity;
    if (!contacts.includes(dropped.id) && contact !== dropped.id) continue;
    const present = renamed(contacts, kept.id, dropped.id);
    const after = {
      ...(contacts.includes(dropped.id) ? { contacts: present } : {}),
      ...(contact === dropped.id ? { contact: kept.id } : {}),
    };
    changes.push(...setChange('activities', activity.id, { ...activity }, after));
  }
  for (const task of tasks) {
    if (task.contact !== dropped.id) continue;
    changes.push(...setChange('tasks', task.id, { ...task }, { contact: kept.id }));
  }
  for (const report of reports)
    changes.push(...setChange('contacts', report.id, { ...report }, { reportsTo: kept.id }));
  changes.push(...(await waitingDrafts(db, kept.id, dropped.id, accounts)));
  return changes;
}

/** From every field that either has to what the kept one has afterwards; what it lost becomes no value. */
function becomes(kept: Contact, after: Contact): Change[] {
  const { id, createdAt: _made, updatedAt: _changed, custom = {}, ...values } = after;
  const { id: _id, createdAt: _madeBefore, updatedAt: _changedBefore, custom: ours = {}, ...before } = kept;
  const gone = Object.fromEntries(Object.keys(before).map((field) => [field, null]));
  const own = (record: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [`custom.${name}`, value]));
  return setChange('contacts', id, { ...before, ...own(ours) }, { ...gone, ...values, ...own(custom) });
}

export function createPeopleWrites({ db, writer, clock, newId }: Deps): PeopleWrites {
  return {
    async addContact(given) {
      const values: Record<string, Json> = {};
      for (const [field, value] of Object.entries(given)) {
        const checked = checkValue(field, fieldSpec('contact', field), value);
        if (!checked.ok) return checked;
        if (checked.value !== null) values[field] = checked.value;
      }
      if (values.name === undefined) return err({ type: 'required', field: 'name' });
      const id = newId();
      const now = clock.now();
      const record = { id, ...values, createdAt: now, updatedAt: now };
      const written = await writer.write('contact.add', [{ type: 'add', table: 'contacts', record }]);
      return written.ok ? ok(id) : written;
    },

    async removeContact(id) {
      const tables = scope('contacts', 'bin', 'conflicts');
      return writer.decideAndWrite<PeopleError>('contact.remove', tables, async () => {
        const row = await db.contacts.get(id);
        if (row === undefined) return err({ type: 'no-such-record', table: 'contacts', id });
        const before = await clearBin(db, id);
        return ok([
          ...before,
          ...(await dropConflicts(db, id)),
          ...intoBin('contacts', { ...row }, clock.now()),
        ]);
      });
    },

    async mergeContacts(keptId, droppedId, choices) {
      const tables = scope('contacts', 'bin', 'conflicts', 'activities', 'tasks', 'drafts');
      return writer.decideAndWrite<PeopleError>('contact.merge', tables, async () => {
        const [kept, dropped] = await db.contacts.bulkGet([keptId, droppedId]);
        const missing = kept === undefined ? keptId : droppedId;
        if (kept === undefined || dropped === undefined || keptId === droppedId)
          return err({ type: 'no-such-record', table: 'contacts', id: missing });
        const now = clock.now();
        const after = mergePeople(kept, dropped, choices, now);
        return ok([
          ...(await clearBin(db, droppedId)),
          ...(await dropConflicts(db, droppedId)),
          ...(await dropConflicts(db, keptId, new Set(Object.keys(choices)))),
          ...becomes(kept, after),
          ...(await followers(db, kept, dropped)),
          ...intoBin('contacts', { ...dropped }, now),
        ]);
      });
    },

    async keepApart(id, otherId) {
      return writer.decideAndWrite<PeopleError>('contact.keepApart', scope('contacts'), async () => {
        const row = await db.contacts.get(id);
        if (row === undefined) return err({ type: 'no-such-record', table: 'contacts', id });
        const apartFrom = [...new Set([...(row.apartFrom ?? []), otherId])];
        return ok(setChange('contacts', id, { ...row }, { apartFrom }));
      });
    },
  };
}

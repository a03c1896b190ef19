/** Playbooks as they are kept: delivered, changed and one's own; each change one operation, each start one as well. */
import { err, ok, type Result } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import {
  composePlaybook,
  fieldsToStore,
  type PlaybookFields,
} from '#shared/domain/playbooks/edit-playbook.ts';
import { type PlaybookRun, runningPlaybooks } from '#shared/domain/playbooks/runs.ts';
import type { AccountFacts, PlannedTask } from '#shared/domain/playbooks/start-playbook.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import type { Playbook, PlaybookRow } from '#shared/model/playbook.ts';
import type { Task } from '#shared/model/task.ts';
import { scopeOf } from './apply-operation.ts';
import { intoBin } from './bin.ts';
import { toJsonRecord } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';
import type { Store } from './store.ts';
import type { WriteError } from './write-with-outbox.ts';

type Language = 'en' | 'ja';

export interface PlaybookView {
  readonly playbook: Playbook;
  readonly builtIn: boolean;
  /** A delivered one that somebody changed: it can be as delivered again. */
  readonly changed: boolean;
}

type Written = Promise<Result<Operation | undefined, WriteError>>;
type WriteStore = Pick<Store, 'db' | 'decideAndWrite' | 'clock' | 'newId'>;

const touching = (table: string): Change => ({ type: 'set', table, id: '', fields: {} });
const SCOPE = scopeOf([touching('playbooks'), touching('bin')]);
const START_SCOPE = scopeOf([touching('tasks')]);

/** Their words are long and needed on few screens: never part of the start. */
async function delivered(language: Language): Promise<readonly Playbook[]> {
  const { deliveredPlaybooks } = await import('#shared/domain/playbooks/delivered.ts');
  if (language === 'ja')
    return deliveredPlaybooks((await import('#shared/domain/playbooks/delivered-ja.ts')).deliveredJa);
  return deliveredPlaybooks((await import('#shared/domain/playbooks/delivered-en.ts')).deliveredEn);
}

/** Delivered ones in their order, then one's own by age. */
export async function readPlaybooks(db: KizunaDatabase, language: Language): Promise<PlaybookView[]> {
  // Dexie's own queries first: what is waited for after them is not watched by a live query.
  const rows = new Map((await db.playbooks.toArray()).map((row) => [row.id, row]));
  const views = (await delivered(language)).map((each): PlaybookView => {
    const row = rows.get(each.id);
    rows.delete(each.id);
    return { playbook: composePlaybook(each, row), builtIn: true, changed: row !== undefined };
  });
  const own = [...rows.values()].sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return [
    ...views,
    ...own.map((row) => ({ playbook: composePlaybook(undefined, row), builtIn: false, changed: false })),
  ];
}

/** By id. */
export async function readPlaybookNames(
  db: KizunaDatabase,
  language: Language,
): Promise<ReadonlyMap<string, string>> {
  const views = await readPlaybooks(db, language);
  return new Map(views.map(({ playbook }) => [playbook.id, playbook.name]));
}

function changesTo(row: PlaybookRow | undefined, id: string, wanted: PlaybookFields, now: number): Change[] {
  const fields = toJsonRecord({ ...wanted });
  if (row === undefined) {
    if (Object.keys(fields).length === 0) return [];
    return [{ type: 'add', table: 'playbooks', record: { id, ...fields, createdAt: now, updatedAt: now } }];
  }
  const before = toJsonRecord({ ...row });
  const names = ['name', 'purpose', 'steps', 'proposedFor', 'segment', 'off'];
  // Nothing is left that differs from the delivered one: it is that one again.
  if (Object.keys(fields).length === 0) return [{ type: 'remove', table: 'playbooks', record: before }];
  const changed = names.flatMap((name): [string, [Json, Json]][] => {
    const [from, to] = [before[name] ?? null, fields[name] ?? null];
    return sameValue(from, to) ? [] : [[name, [from, to]]];
  });
  if (changed.length === 0) return [];
  return [{ type: 'set', table: 'playbooks', id, fields: Object.fromEntries(changed) }];
}

/**
 * Changes one as it stands in the database, so that of two quick changes none is lost; of a delivered one only what
 * differs is kept. A new one of the user's own where the id is unknown.
 */
export async function changePlaybook(
  store: WriteStore,
  language: Language,
  id: string,
  change: (now: Playbook) => Playbook,
): Written {
  const { db, clock } = store;
  const base = (await delivered(language)).find((each) => each.id === id);
  return store.decideAndWrite<WriteError>('playbook.save', SCOPE, async () => {
    const row = await db.playbooks.get(id);
    const wanted = change({ ...composePlaybook(base, row), id });
    return ok(changesTo(row, id, fieldsToStore(base, wanted), clock.now()));
  });
}

/** New ones out of files that a colleague gave: all of them in one operation. */
export function importPlaybooks(
  { decideAndWrite, clock, newId }: WriteStore,
  given: readonly Omit<Playbook, 'id'>[],
): Written {
  return decideAndWrite<WriteError>('playbook.import', SCOPE, async () => {
    const now = clock.now();
    const changes = given.flatMap((each) => {
      const id = newId();
      return changesTo(undefined, id, fieldsToStore(undefined, { ...each, id }), now);
    });
    return ok(changes);
  });
}

function gone(id: string) {
  return err<WriteError>({ type: 'no-such-record', table: 'playbooks', id });
}

/** A delivered one is as delivered again. */
export function resetPlaybook({ db, decideAndWrite }: WriteStore, id: string): Written {
  return decideAndWrite<WriteError>('playbook.reset', SCOPE, async () => {
    const row = await db.playbooks.get(id);
    if (row === undefined) return gone(id);
    return ok([{ type: 'remove', table: 'playbooks', record: toJsonRecord({ ...row }) }]);
  });
}

/** One of the user's own goes into the bin, from which it can be put back for 30 days. */
export function removePlaybook({ db, decideAndWrite, clock }: WriteStore, id: string): Written {
  return decideAndWrite<WriteError>('playbook.remove', SCOPE, async () => {
    const row = await db.playbooks.get(id);
    return row === undefined ? gone(id) : ok(intoBin('playbooks', { ...row }, clock.now()));
  });
}

/** What a playbook on one account comes to. */
export interface Start {
  readonly account: string;
  readonly tasks: readonly PlannedTask[];
}

function taskOf(
  planned: PlannedTask,
  more: Pick<Task, 'id' | 'account' | 'playbook' | 'run'>,
  now: number,
): Task {
  const { step, title, side, owner, contact, due } = planned;
  return {
    ...more,
    step,
    title,
    side,
    owner,
    ...(contact === undefined ? {} : { contact }),
    ...(due === undefined ? {} : { due }),
    state: 'open',
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * All tasks of all accounts in one operation, so that one undo takes all of it back. Where the playbook still runs only
 * steps without a task are added, to the same run: pressed twice, it has started once.
 */
export function startPlaybooks(store: WriteStore, playbook: string, starts: readonly Start[]): Written {
  const { db, clock, newId } = store;
  return store.decideAndWrite<WriteError>('playbook.start', START_SCOPE, async () => {
    const accounts = starts.map(({ account }) => account);
    const tasks = await db.tasks.where('account').anyOf(accounts).toArray();
    const runs = runningPlaybooks(tasks).filter((run) => run.playbook === playbook);
    const running = new Map(runs.map((run) => [run.account, run]));
    const now = clock.now();
    return ok(
      starts.flatMap(({ account, tasks: planned }): Change[] => {
        const run = running.get(account);
        const more = { account, playbook, run: run?.run ?? newId() };
        return planned
          .filter(({ step }) => run?.steps.has(step) !== true)
          .map((each) => ({
            type: 'add',
            table: 'tasks',
            record: toJsonRecord({ ...taskOf(each, { ...more, id: newId() }, now) }),
          }));
      }),
    );
  });
}

function byAccount<T extends { readonly account?: string }>(list: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(each.account ?? '');
    if (group === undefined) groups.set(each.account ?? '', [each]);
    else group.push(each);
  }
  return groups;
}

/** What the days and people of a playbook's tasks are worked out from, for each account that is there. */
export async function readAccountFacts(
  db: KizunaDatabase,
  accounts: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, AccountFacts>> {
  const ids = [...accounts];
  const [rows, summaries, contacts] = await Promise.all([
    db.accounts.bulkGet(ids),
    db.summaries.bulkGet(ids),
    db.contacts.where('account').anyOf(ids).toArray(),
  ]);
  const people = byAccount(contacts);
  const facts = new Map<string, AccountFacts>();
  for (const [i, account] of rows.entries()) {
    if (account === undefined) continue;
    const { renewalDate } = toAccountRow(account, summaries[i], today);
    facts.set(account.id, {
      owner: account.owner,
      renewal: renewalDate,
      contacts: people.get(account.id) ?? [],
    });
  }
  return facts;
}

export async function runsOfAccount(db: KizunaDatabase, account: string): Promise<readonly PlaybookRun[]> {
  return runningPlaybooks(await db.tasks.where('account').equals(account).toArray());
}

/** By account. */
export async function readRuns(db: KizunaDatabase): Promise<ReadonlyMap<string, readonly PlaybookRun[]>> {
  const tasks = await db.tasks.filter(({ run }) => run !== undefined).toArray();
  return byAccount(runningPlaybooks(tasks));
}

/** The page of the fault test: opens the app's own store over the real bridge, works like a hasty person, and looks. */

import { readIdentity } from '#renderer/data/identity.ts';
import { withUpkeep } from '#renderer/data/import-upkeep.ts';
import { createImporter, ImportFailed } from '#renderer/data/imports.ts';
import { type AppStore, openStore } from '#renderer/data/open-store.ts';
import { createBridge, uploadFile } from '#renderer/platform/bridge.ts';
import { systemClock } from '#shared/base/clock.ts';
import type { Activity } from '#shared/model/activity.ts';
import type { ImportPlan } from '#shared/model/import-plan.ts';

/** Told to the test, which outlives this page: only what was shown as Saved. */
declare global {
  interface Window {
    faultsSaved(entry: SavedEntry): Promise<void>;
    faults: Faults;
  }
}

export type SavedEntry =
  | { readonly type: 'activity'; readonly subject: string }
  | { readonly type: 'owner'; readonly value: string }
  | { readonly type: 'draft'; readonly body: string };

export interface Seen {
  readonly state: string;
  readonly cause: string | undefined;
  readonly detail: string;
  readonly subjects: readonly string[];
  readonly owner: string | undefined;
  readonly draft: string | undefined;
  readonly accounts: number;
  readonly events: number;
  readonly lastSeq: number | undefined;
  /** Ids that the journal holds more than once. */
  readonly doubled: readonly string[];
}

export interface Faults {
  open(): Promise<Seen>;
  restore(): Promise<Seen>;
  /** Works until the process dies. */
  work(round: number): void;
  importFile(name: string, text: string, sourceId: string): Promise<void>;
  look(): Promise<Seen>;
}

const RECORD = 'faults-account';
const DRAFT = 'faults-draft';

const secret = new URLSearchParams(location.hash.slice(1)).get('secret');
for (let i = 0; secret !== null && i < 20; i++) {
  const answer = await fetch('/session', { method: 'POST', body: secret }).catch(() => undefined);
  if (answer?.ok) break;
  await new Promise((resolve) => setTimeout(resolve, 100));
}

const bridge = createBridge();
let opened: AppStore | undefined;

function current(): AppStore {
  if (opened === undefined) throw new Error('not opened');
  return opened;
}

/** Resolves when the frame would show "Saved". */
function shownSaved(): Promise<void> {
  const { saveState } = current();
  return new Promise((resolve) => {
    if (saveState.get().state === 'saved') return resolve();
    const end = saveState.subscribe((state) => {
      if (state.state !== 'saved') return;
      end();
      resolve();
    });
  });
}

async function journalIds(): Promise<string[]> {
  const ids: string[] = [];
  await bridge.subscribe('journal.read', { afterSeq: 0 }, (entries) => {
    for (const entry of entries) ids.push(entry.operation.id);
  });
  return ids;
}

/** Every row of every table: what is damaged shows itself. */
async function readAll(): Promise<void> {
  for (const table of current().db.tables) await table.toArray();
}

async function look(): Promise<Seen> {
  const { db, databaseState, noteFailure } = current();
  try {
    await readAll();
  } catch (error) {
    noteFailure(error);
  }
  const state = databaseState.get();
  if (state.type === 'failed' || state.type === 'damaged')
    return seenNothing(state.type, JSON.stringify(state));
  const activities: Activity[] = await db.activities.toArray();
  const ids = await journalIds();
  const summaries = await db.summaries.toArray();
  return {
    state: state.type,
    cause: state.type === 'restored' ? state.report.cause : undefined,
    detail: JSON.stringify(state),
    subjects: activities.flatMap((activity) => activity.subject ?? []),
    owner: (await db.accounts.get(RECORD))?.owner,
    draft: (await db.drafts.toArray())[0]?.body,
    accounts: await db.accounts.count(),
    events: summaries.reduce((sum, summary) => sum + (summary.rows.usage ?? 0), 0),
    lastSeq: (await readIdentity(db))?.lastSeq,
    doubled: ids.filter((id, i) => ids.indexOf(id) !== i),
  };
}

function seenNothing(state: string, detail: string): Seen {
  const nothing = {
    cause: undefined,
    subjects: [],
    owner: undefined,
    draft: undefined,
    accounts: 0,
    events: 0,
  };
  return { ...nothing, state, detail, lastSeq: undefined, doubled: [] };
}

async function open(): Promise<Seen> {
  const start = openStore({ bridge, clock: systemClock, newId: () => crypto.randomUUID() });
  opened = start.store;
  await start.opened;
  return look();
}

async function prepare(): Promise<string> {
  const { db, write } = current();
  if ((await db.accounts.get(RECORD)) === undefined) {
    const record = { id: RECORD, name: 'Fault Works', createdAt: 1, updatedAt: 1 };
    await write('account.add', [{ type: 'add', table: 'accounts', record }]);
  }
  const [draft] = await db.drafts.toArray();
  if (draft !== undefined) return draft.id;
  const started = await current().startDraft({
    accountId: RECORD,
    kind: 'note',
    activityAt: 1,
    subject: DRAFT,
  });
  if (!started.ok) throw new Error(started.error.type);
  return started.value.id;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function type(draftId: string, round: number): Promise<void> {
  const editor = current().editDraft(draftId);
  let body = (await current().db.drafts.get(draftId))?.body ?? '';
  editor.saved.subscribe((saved) => {
    if (saved === 'saved') void window.faultsSaved({ type: 'draft', body });
  });
  for (let i = 0; ; i++) {
    for (const key of `r${round}w${String(i).padStart(4, '0')} 絆 `) {
      body += key;
      editor.input('body', body);
      await pause(Math.random() * 6);
    }
  }
}

async function log(round: number): Promise<void> {
  for (let i = 0; ; i++) {
    const subject = `r${round}a${i}`;
    await current().addActivity({ account: RECORD, kind: 'call', at: i, subject });
    await shownSaved();
    void window.faultsSaved({ type: 'activity', subject });
    await pause(Math.random() * 10);
  }
}

async function edit(round: number): Promise<void> {
  for (let i = 0; ; i++) {
    const value = `${round}.${i}`;
    await current().editRecords('account', [RECORD], { owner: value });
    await shownSaved();
    void window.faultsSaved({ type: 'owner', value });
    await pause(Math.random() * 15);
  }
}

const worker = createImporter(
  () =>
    new Worker(new URL('../../../src-renderer/data/ingest/import-worker.ts', import.meta.url), {
      type: 'module',
    }),
);

/** As the stepper does it, guesses accepted; a job that died with the window before is gone on with. */
async function applyFile(name: string, text: string, sourceId: string): Promise<void> {
  const importer = withUpkeep(worker, current(), []);
  const ticket = await uploadFile(new File([text], name));
  const files = [{ name: ticket.name, size: ticket.size, ticket: ticket.ticket }];
  const inspected = await importer.inspect(files);
  const tables = await importer.guess(inspected.flatMap((file) => file.tables));
  const plan: ImportPlan = { sourceId, sourceName: sourceId, tables, confirmedLinks: {} };
  const [left] = await current().db.jobs.where('state').equals('running').toArray();
  await importer.apply(plan, files, left === undefined ? {} : { resumeJobId: left.id });
}

/** A database that breaks meanwhile is told by the window's state, which the test looks at. */
async function importFile(name: string, text: string, sourceId: string): Promise<void> {
  try {
    await applyFile(name, text, sourceId);
  } catch (error) {
    // As screens do it with every read that fails.
    current().noteFailure(error);
    if (current().databaseState.get().type === 'damaged') return;
    throw error instanceof ImportFailed ? new Error(JSON.stringify(error.failure)) : error;
  }
}

window.faults = {
  open,
  look,
  importFile,
  async restore() {
    const restored = await current().restoreNow();
    if (!restored.ok) return seenNothing('failed', JSON.stringify(restored.error));
    return look();
  },
  work(round) {
    void prepare().then((draftId) => Promise.all([type(draftId, round), log(round), edit(round)]));
  },
};

/** Notes that are being written: each input is on disk a moment later, and the writer is told exactly when. */
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import type { Draft } from '#shared/model/stored.ts';
import { sameValue } from '#shared/sync/merge-record.ts';
import { scopeOf } from './apply-operation.ts';
import { type JournalClient, TYPING_INTENT } from './journal-client.ts';
import { createObservable, type Observable } from './observable.ts';
import { spliceBetween, toJsonRecord } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';
import type { WriteError, Writer } from './write-with-outbox.ts';

export type DraftSaved = 'saved' | 'saving' | 'failed';
type TextField = 'subject' | 'body';

export interface DraftEditor {
  readonly id: string;
  /** `saved` only while the last key stroke is in the journal. */
  readonly saved: Observable<DraftSaved>;
  /** The whole text of the field after a key stroke. */
  input(field: TextField, text: string): void;
  /** Settles when everything typed so far is in the database and the journal has answered (or failed). */
  flush(): Promise<DraftSaved>;
}

interface NewDraft {
  readonly accountId: string;
  readonly kind: string;
  readonly activityAt: number;
  readonly subject?: string;
  readonly body?: string;
}

interface DraftPatch {
  readonly kind?: string;
  readonly activityAt?: number;
}

type DraftResult<T> = Promise<Result<T, WriteError>>;

export interface Drafts {
  startDraft(draft: NewDraft): DraftResult<Draft>;
  /** The same editor for the same draft, so that two places that show it do not write against each other. */
  editDraft(id: string): DraftEditor;
  changeDraft(id: string, patch: DraftPatch): DraftResult<Operation | undefined>;
  /** The draft becomes an activity, in one operation; the value is the activity's id. */
  finishDraft(id: string): DraftResult<string>;
  /** Can be undone. */
  discardDraft(id: string): DraftResult<Operation | undefined>;
}

interface Deps {
  readonly db: KizunaDatabase;
  readonly writer: Writer;
  readonly journal: JournalClient;
  readonly clock: Clock;
  readonly newId: NewId;
}

function gone(id: string): { ok: false; error: WriteError } {
  return err({ type: 'no-such-record', table: 'drafts', id });
}

function createEditor(deps: Deps, id: string): DraftEditor {
  const { db, writer, journal } = deps;
  const saved = createObservable<DraftSaved>('saved');
  const wanted = new Map<TextField, string>();
  let running: Promise<void> | undefined;

  async function planTyping(): Promise<Result<Change[], WriteError>> {
    const draft = await db.drafts.get(id);
    if (draft === undefined) return gone(id);
    const changes = [...wanted].flatMap(([field, text]): Change[] => {
      const splice = spliceBetween(draft[field], text);
      return splice === undefined ? [] : [{ type: 'text', table: 'drafts', id, field, ...splice }];
    });
    wanted.clear();
    return ok(changes);
  }

  /** One write at a time; what is typed meanwhile goes into the next one together. */
  async function drain(): Promise<void> {
    while (wanted.size > 0) {
      const taken = new Map(wanted);
      const written = await writer.decideAndWrite<WriteError>(TYPING_INTENT, scope, planTyping);
      if (!written.ok) {
        // Nothing is dropped: what was typed since wins, the rest waits for the next key stroke or flush.
        for (const [field, text] of taken) if (!wanted.has(field)) wanted.set(field, text);
        saved.set('failed');
        return;
      }
      const outcome = written.value === undefined ? 'saved' : await journal.settled(written.value.id);
      if (wanted.size === 0) saved.set(outcome);
    }
  }

  function start(): Promise<void> {
    running ??= drain().finally(() => {
      running = undefined;
      if (wanted.size > 0 && saved.get() !== 'failed') void start();
    });
    return running;
  }

  journal.saveState.subscribe((state) => {
    if (state.state === 'saved' && saved.get() === 'failed' && wanted.size === 0) saved.set('saved');
  });

  return {
    id,
    saved,
    input(field, text) {
      wanted.set(field, text);
      saved.set('saving');
      void start();
    },
    async flush() {
      while (running !== undefined || wanted.size > 0) {
        await start();
        if (saved.get() === 'failed') break;
      }
      return saved.get();
    },
  };
}

const scope = ['drafts', 'operations', 'outbox', 'bases', 'meta'];

function activityOf(draft: Draft, id: string, now: number): Record<string, Json> {
  const { accountId, kind, activityAt, subject, body } = draft;
  return {
    id,
    ...(accountId === '' ? {} : { account: accountId }),
    kind,
    at: activityAt,
    ...(subject.trim() === '' ? {} : { subject }),
    ...(body.trim() === '' ? {} : { body }),
    createdAt: now,
    updatedAt: now,
  };
}

export function createDrafts(deps: Deps): Drafts {
  const { db, writer, clock, newId } = deps;
  const editors = new Map<string, DraftEditor>();

  function editDraft(id: string): DraftEditor {
    const editor = editors.get(id) ?? createEditor(deps, id);
    editors.set(id, editor);
    return editor;
  }

  function removal(draft: Draft): Change {
    return { type: 'remove', table: 'drafts', record: toJsonRecord({ ...draft }) };
  }

  async function flushed(id: string): Promise<void> {
    await editors.get(id)?.flush();
  }

  return {
    editDraft,

    async startDraft(given) {
      const now = clock.now();
      const draft: Draft = {
        subject: '',
        body: '',
        ...given,
        id: newId(),
        noun: 'activity',
        createdAt: now,
        updatedAt: now,
      };
      const record = toJsonRecord({ ...draft });
      const written = await writer.write('draft.start', [{ type: 'add', table: 'drafts', record }]);
      return written.ok ? ok(draft) : written;
    },

    async changeDraft(id, patch) {
      return writer.decideAndWrite<WriteError>('draft.edit', scope, async () => {
        const draft = await db.drafts.get(id);
        if (draft === undefined) return gone(id);
        const was: Readonly<Record<string, Json>> = { kind: draft.kind, activityAt: draft.activityAt };
        const fields = Object.entries(patch).flatMap(([field, to]): [string, [Json, Json]][] => {
          const from = was[field] ?? null;
          return to === undefined || sameValue(from, to) ? [] : [[field, [from, to]]];
        });
        if (fields.length === 0) return ok([]);
        return ok([{ type: 'set', table: 'drafts', id, fields: Object.fromEntries(fields) }]);
      });
    },

    async finishDraft(id) {
      await flushed(id);
      const activityId = newId();
      const tables = [...scope, ...scopeOf([{ type: 'add', table: 'activities', record: {} }])];
      const written = await writer.decideAndWrite<WriteError>(
        'draft.finish',
        [...new Set(tables)],
        async () => {
          const draft = await db.drafts.get(id);
          if (draft === undefined) return gone(id);
          const record = activityOf(draft, activityId, clock.now());
          return ok([removal(draft), { type: 'add', table: 'activities', record }]);
        },
      );
      if (!written.ok) return written;
      editors.delete(id);
      return ok(activityId);
    },

    async discardDraft(id) {
      await flushed(id);
      return writer.decideAndWrite<WriteError>('draft.discard', scope, async () => {
        const draft = await db.drafts.get(id);
        return draft === undefined ? ok([]) : ok([removal(draft)]);
      });
    },
  };
}

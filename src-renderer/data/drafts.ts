/** Notes that are being written: each input is on disk a moment later, and the writer is told exactly when. */
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { sameValue } from '#shared/base/same-value.ts';
import type { Change, Json, Operation } from '#shared/model/operation.ts';
import type { Draft, DraftText } from '#shared/model/stored.ts';
import type { FinishExtras } from './finish-extras.ts';
import { type JournalClient, TYPING_INTENT } from './journal-client.ts';
import { createObservable, type Observable } from './observable.ts';
import { spliceBetween, toJsonRecord } from './operations.ts';
import type { KizunaDatabase } from './schema.ts';
import type { WriteError, Writer } from './write-with-outbox.ts';

export type DraftSaved = 'saved' | 'saving' | 'failed';

export interface DraftEditor {
  readonly id: string;
  /** `saved` only while the last key stroke is in the journal. */
  readonly saved: Observable<DraftSaved>;
  /** The whole text of the field after a key stroke. */
  input(field: DraftText, text: string): void;
  /** Settles when everything typed so far is in the database and the journal has answered (or failed). */
  flush(): Promise<DraftSaved>;
}

/** Everything of a draft that is chosen rather than typed. */
const CHOSEN_FIELDS = [
  'accountId',
  'kind',
  'activityAt',
  'durationMinutes',
  'contacts',
  'team',
  'sentiment',
  'sentimentReasons',
  'tags',
  'nextOn',
  'newContacts',
  'taskChoices',
  'saidValues',
  'saidSteps',
  'saidPeople',
] as const satisfies readonly (keyof Draft)[];
type ChosenField = (typeof CHOSEN_FIELDS)[number];

export type NewDraft = Pick<Draft, 'accountId' | 'kind' | 'activityAt'> &
  Partial<Pick<Draft, ChosenField | DraftText>>;

/** New values by field; null removes the value. */
export type DraftPatch = { readonly [F in ChosenField]?: Draft[F] | null };

type DraftResult<T> = Promise<Result<T, WriteError>>;

export interface Drafts {
  startDraft(draft: NewDraft): DraftResult<Draft>;
  /** The same editor for the same draft, so that two places that show it do not write against each other. */
  editDraft(id: string): DraftEditor;
  /** Something was typed that `input` is told of soon: until the answer is called, nothing is shown as saved. */
  expectTyping(): () => void;
  changeDraft(id: string, patch: DraftPatch): DraftResult<Operation | undefined>;
  /** A draft in which a logged note is edited: the one that waits already, else a new one. */
  editActivity(activityId: string): DraftResult<Draft>;
  /**
   * The draft becomes an activity, or changes the one that it edits, in one operation with its new contacts and tasks;
   * the value is the activity's id.
   */
  finishDraft(id: string, extras?: FinishExtras): DraftResult<string>;
  /** When the writer leaves: a draft that says nothing, or nothing new, goes; any other waits. */
  closeDraft(id: string): DraftResult<Operation | undefined>;
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
  const wanted = new Map<DraftText, string>();
  let running: Promise<void> | undefined;

  async function planTyping(): Promise<Result<Change[], WriteError>> {
    const draft = await db.drafts.get(id);
    if (draft === undefined) return gone(id);
    const changes = [...wanted].flatMap(([field, text]): Change[] => {
      const splice = spliceBetween(draft[field] ?? '', text);
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

function chosenChanges(draft: Draft, patch: DraftPatch): Change[] {
  const row = toJsonRecord({ ...draft });
  const wanted = toJsonRecord({ ...patch });
  const fields = CHOSEN_FIELDS.flatMap((field): [string, [Json, Json]][] => {
    const to = wanted[field];
    const from = row[field] ?? null;
    return to === undefined || sameValue(from, to) ? [] : [[field, [from, to]]];
  });
  if (fields.length === 0) return [];
  return [{ type: 'set', table: 'drafts', id: draft.id, fields: Object.fromEntries(fields) }];
}

export function createDrafts(deps: Deps): Drafts {
  const { db, writer, journal, clock, newId } = deps;
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

  async function start(given: NewDraft & Pick<Draft, 'activityId'>): DraftResult<Draft> {
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
  }

  return {
    editDraft,
    expectTyping() {
      const key = `typing ${newId()}`;
      journal.expect(key);
      return () => journal.forget(key);
    },

    startDraft: start,

    async changeDraft(id, patch) {
      return writer.decideAndWrite<WriteError>('draft.edit', scope, async () => {
        const draft = await db.drafts.get(id);
        if (draft === undefined) return gone(id);
        return ok(chosenChanges(draft, patch));
      });
    },

    async editActivity(activityId) {
      const activity = await db.activities.get(activityId);
      if (activity === undefined) return err({ type: 'no-such-record', table: 'activities', id: activityId });
      const waiting = await db.drafts
        .where('accountId')
        .equals(activity.account ?? '')
        .toArray();
      const known = waiting.find((draft) => draft.activityId === activityId);
      if (known !== undefined) return ok(known);
      const { draftOfActivity } = await import('./finish-note.ts');
      return start(draftOfActivity(activity));
    },

    async finishDraft(id, extras = {}) {
      await flushed(id);
      const { finishScope, planFinish } = await import('./finish-note.ts');
      let activityId = '';
      const written = await writer.decideAndWrite<WriteError>(
        'note.finish',
        finishScope(extras.also ?? [], await db.drafts.get(id)),
        async () => {
          const draft = await db.drafts.get(id);
          if (draft === undefined) return gone(id);
          const plan = await planFinish({ db, draft, extras, now: clock.now(), newId });
          activityId = plan.activityId;
          return ok(plan.changes);
        },
      );
      if (!written.ok) return written;
      editors.delete(id);
      return ok(activityId);
    },

    async closeDraft(id) {
      await flushed(id);
      const { saysNothingNew } = await import('./finish-note.ts');
      return writer.decideAndWrite<WriteError>('draft.edit', [...scope, 'activities'], async () => {
        const draft = await db.drafts.get(id);
        if (draft === undefined) return ok([]);
        const edited = draft.activityId === undefined ? undefined : await db.activities.get(draft.activityId);
        return ok(saysNothingNew(draft, edited) ? [removal(draft)] : []);
      });
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

/** A note's way into the database: nothing is stored before the first key stroke, everything is from then on. */
import type { DraftEditor, DraftPatch, DraftSaved } from '#renderer/data/drafts.ts';
import type { FinishExtras } from '#renderer/data/finish-extras.ts';
import { createObservable, type Observable } from '#renderer/data/observable.ts';
import type { Store } from '#renderer/data/store.ts';
import type { WriteError } from '#renderer/data/write-with-outbox.ts';
import { ok, type Result } from '#shared/base/result.ts';
import { DRAFT_TEXTS, type Draft } from '#shared/model/stored.ts';
import { type NoteFields, newDraftOf, saysSomething } from './note-fields.ts';

export interface NoteWriter {
  /** `none` while there is nothing to save; `saved` only while all of it is in the journal. */
  readonly saved: Observable<DraftSaved | 'none'>;
  write(patch: Partial<NoteFields>): void;
  /** Onto the timeline; the value is the activity's id. Undefined when nothing was ever written. */
  finish(extras: FinishExtras): Promise<Result<string, WriteError> | undefined>;
  /** To another account, without the first one's people; the value is the draft's id. Undefined when nothing was written. */
  moveTo(accountId: string): Promise<Result<string, WriteError> | undefined>;
  discard(): Promise<Result<unknown, WriteError> | undefined>;
  /** The panel closes: a draft that says nothing new goes, any other waits. */
  close(): Promise<void>;
  /** Follows what the journal says while the panel is on screen; returns the way to stop. */
  watch(): () => void;
}

type NoteStore = Pick<
  Store,
  'startDraft' | 'editDraft' | 'changeDraft' | 'finishDraft' | 'discardDraft' | 'closeDraft' | 'saveState'
>;

const TYPED: ReadonlySet<string> = new Set(DRAFT_TEXTS);

/** What was chosen rather than typed; null where a value was taken away. */
function chosenPatch(patch: Partial<NoteFields>): DraftPatch {
  const entries = Object.entries(patch).filter(([field]) => !TYPED.has(field));
  return Object.fromEntries(entries.map(([field, value]) => [field, value ?? null])) as DraftPatch;
}

/** What differs between two states of the form. */
function difference(before: NoteFields, after: NoteFields): Partial<NoteFields> {
  const names = Object.keys(after) as (keyof NoteFields)[];
  return Object.fromEntries(
    names.filter((name) => before[name] !== after[name]).map((name) => [name, after[name]]),
  );
}

export function createNoteWriter(
  store: NoteStore,
  accountId: string,
  start: NoteFields,
  draft: Draft | undefined,
): NoteWriter {
  const saved = createObservable<DraftSaved | 'none'>(draft === undefined ? 'none' : 'saved');
  let latest = start;
  let editor: DraftEditor | undefined;
  let starting: Promise<void> | undefined;
  /** Choices go one after the other, so that the last one wins. */
  let choosing: Promise<void> = Promise.resolve();
  let refused = false;
  /** Finished or discarded: what the editor still hands over while it goes away is in there already. */
  let over = false;
  const editorSaved = createObservable<DraftSaved>('saved');

  /** The worst of what the draft, its choices, and the journal say. */
  function show(): void {
    if (starting !== undefined) saved.set('saving');
    else if (refused) saved.set('failed');
    else if (editor !== undefined) {
      const own = editorSaved.get();
      const { state } = store.saveState.get();
      saved.set(own === 'saved' ? state : own);
    }
  }

  function take(id: string): void {
    const own = store.editDraft(id);
    editor = own;
    editorSaved.set(own.saved.get());
    own.saved.subscribe(editorSaved.set);
  }

  function send(own: DraftEditor, patch: Partial<NoteFields>): void {
    for (const field of DRAFT_TEXTS) {
      const text = patch[field];
      if (text !== undefined) own.input(field, text);
    }
    const chosen = chosenPatch(patch);
    if (Object.keys(chosen).length === 0) return;
    choosing = choosing.then(async () => {
      const changed = await store.changeDraft(own.id, chosen);
      refused = !changed.ok;
      show();
    });
  }

  /** Stores what there is, then what was typed while it was being stored. */
  async function begin(): Promise<void> {
    const first = latest;
    const started = await store.startDraft(newDraftOf(accountId, first));
    starting = undefined;
    refused = !started.ok;
    if (started.ok) {
      take(started.value.id);
      if (editor !== undefined) send(editor, difference(first, latest));
    }
    show();
  }

  async function settled(): Promise<DraftEditor | undefined> {
    await starting;
    await choosing;
    return editor;
  }

  editorSaved.subscribe(show);
  if (draft !== undefined) take(draft.id);

  return {
    saved,
    write(patch) {
      if (over) return;
      latest = { ...latest, ...patch };
      if (editor !== undefined) send(editor, patch);
      else if (starting === undefined && saysSomething(latest)) starting = begin();
      show();
    },
    async finish(extras) {
      const own = await settled();
      if (own === undefined) return undefined;
      const done = await store.finishDraft(own.id, extras);
      over = done.ok;
      return done;
    },
    async moveTo(to) {
      const own = await settled();
      if (own === undefined) return undefined;
      await own.flush();
      const done = await store.changeDraft(own.id, {
        accountId: to,
        contacts: null,
        newContacts: null,
        saidValues: null,
        saidSteps: null,
        saidPeople: null,
      });
      return done.ok ? ok(own.id) : done;
    },
    async discard() {
      const own = await settled();
      if (own === undefined) return undefined;
      const done = await store.discardDraft(own.id);
      over = done.ok;
      return done;
    },
    async close() {
      const own = await settled();
      if (own !== undefined) await store.closeDraft(own.id);
    },
    watch() {
      show();
      return store.saveState.subscribe(show);
    },
  };
}

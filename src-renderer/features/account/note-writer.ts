/** A note's way into the database: nothing is stored before the first key stroke, everything is from then on. */
import type { DraftEditor, DraftSaved } from '#renderer/data/drafts.ts';
import { createObservable, type Observable } from '#renderer/data/observable.ts';
import type { Store } from '#renderer/data/store.ts';
import type { WriteError } from '#renderer/data/write-with-outbox.ts';
import type { Result } from '#shared/base/result.ts';
import type { Draft } from '#shared/model/stored.ts';

export interface NoteText {
  readonly kind: string;
  /** Milliseconds since 1970 UTC. */
  readonly activityAt: number;
  readonly subject: string;
  readonly body: string;
}

export interface NoteWriter {
  /** `none` while there is nothing to save; `saved` only while all of it is in the journal. */
  readonly saved: Observable<DraftSaved | 'none'>;
  write(patch: Partial<NoteText>): void;
  /** Onto the timeline; the value is the activity's id. Undefined when nothing was ever written. */
  finish(): Promise<Result<string, WriteError> | undefined>;
  discard(): Promise<Result<unknown, WriteError> | undefined>;
  /** Everything typed so far is handed to the database. */
  flush(): Promise<void>;
  stop(): void;
}

type NoteStore = Pick<
  Store,
  'startDraft' | 'editDraft' | 'changeDraft' | 'finishDraft' | 'discardDraft' | 'saveState'
>;

export function createNoteWriter(
  store: NoteStore,
  accountId: string,
  start: NoteText,
  draft: Draft | undefined,
): NoteWriter {
  const saved = createObservable<DraftSaved | 'none'>(draft === undefined ? 'none' : 'saved');
  let latest = start;
  let editor: DraftEditor | undefined;
  let starting: Promise<void> | undefined;
  let refused = false;
  const ends: (() => void)[] = [];

  /** The worst of what the draft, its kind and date, and the journal say. */
  function show(): void {
    if (starting !== undefined) saved.set('saving');
    else if (refused) saved.set('failed');
    else if (editor !== undefined) {
      const own = editor.saved.get();
      const { state } = store.saveState.get();
      saved.set(own === 'saved' ? state : own);
    }
  }

  function take(id: string): void {
    const own = store.editDraft(id);
    editor = own;
    ends.push(own.saved.subscribe(show));
  }

  function changeHead(id: string, patch: Partial<NoteText>): void {
    const { kind, activityAt } = patch;
    const head = {
      ...(kind === undefined ? {} : { kind }),
      ...(activityAt === undefined ? {} : { activityAt }),
    };
    if (Object.keys(head).length === 0) return;
    void store.changeDraft(id, head).then((changed) => {
      refused = !changed.ok;
      show();
    });
  }

  /** Stores what there is, then what was typed while it was being stored. */
  async function begin(): Promise<void> {
    const first = latest;
    const started = await store.startDraft({ accountId, ...first });
    starting = undefined;
    refused = !started.ok;
    if (started.ok) {
      take(started.value.id);
      if (latest.subject !== first.subject) editor?.input('subject', latest.subject);
      if (latest.body !== first.body) editor?.input('body', latest.body);
      if (latest.kind !== first.kind || latest.activityAt !== first.activityAt)
        changeHead(started.value.id, { kind: latest.kind, activityAt: latest.activityAt });
    }
    show();
  }

  ends.push(store.saveState.subscribe(show));
  if (draft !== undefined) take(draft.id);

  return {
    saved,
    write(patch) {
      latest = { ...latest, ...patch };
      if (editor !== undefined) {
        if (patch.subject !== undefined) editor.input('subject', patch.subject);
        if (patch.body !== undefined) editor.input('body', patch.body);
        changeHead(editor.id, patch);
      } else if (starting === undefined && (latest.subject !== '' || latest.body !== '')) {
        // A kind or a date alone is no note yet.
        starting = begin();
      }
      show();
    },
    async flush() {
      await starting;
      await editor?.flush();
    },
    async finish() {
      await starting;
      return editor === undefined ? undefined : store.finishDraft(editor.id);
    },
    async discard() {
      await starting;
      return editor === undefined ? undefined : store.discardDraft(editor.id);
    },
    stop() {
      for (const end of ends) end();
    },
  };
}

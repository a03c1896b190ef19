/** The note that is being written beside the list: begun or gone on with from a line, which stays where it is. */
import { Fragment, type ReactNode, type RefObject, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { draftsOf, getDraft } from '#renderer/data/records.ts';
import { catchKeys, takeKeys } from '#renderer/ui/caught-keys.ts';
import type { TodayEntry } from '#shared/domain/today/entry.ts';
import type { Draft } from '#shared/model/stored.ts';

export interface NoteParts {
  readonly accountId: string;
  readonly accountName: string;
  /** The draft to go on with; undefined begins a new one. */
  readonly draft: Draft | undefined;
  readonly now: () => number;
  /** It is another account's now; without a draft nothing was written yet. */
  readonly onMoved: (accountId: string, draftId: string | undefined) => void;
  readonly onClose: () => void;
}

/** The form of a note: another feature. */
export type ShowNote = (parts: NoteParts) => ReactNode;

interface LineNoteInput {
  readonly page: RefObject<HTMLElement | null>;
  readonly nameOf: (account: string) => string | undefined;
  readonly now: () => number;
  readonly show: ShowNote;
  /** Back to the line. */
  readonly onClosed: () => void;
}

interface OpenNote {
  /** Grows, so that each opening starts fresh. */
  readonly key: number;
  readonly account: string;
  readonly draft: Draft | undefined;
}

export function useLineNote({ page, nameOf, now, show, onClosed }: LineNoteInput) {
  const { db, store } = useData();
  const [note, setNote] = useState<OpenNote>();
  /** Of an account the one that waits, where one does: an unfinished note is gone on with, not doubled. */
  const read = async (account: string, draftId: string | undefined): Promise<Draft | undefined> => {
    const id =
      draftId ?? (await draftsOf(db, account)).find(({ activityId }) => activityId === undefined)?.id;
    if (id === undefined) return undefined;
    // What was typed a moment ago may still be on its way into the row.
    await store.editDraft(id).flush();
    return getDraft(db, id);
  };
  const openFor = (account: string, draftId?: string) => {
    // The editor is there in a moment; what is typed until then is meant for it.
    catchKeys();
    read(account, draftId).then(
      (draft) => setNote((before) => ({ key: (before?.key ?? 0) + 1, account, draft })),
      (error: unknown) => {
        takeKeys();
        store.noteFailure(error);
      },
    );
  };
  const close = () => {
    setNote(undefined);
    onClosed();
  };
  const name = note === undefined ? undefined : nameOf(note.account);
  return {
    open({ account, item }: TodayEntry) {
      const draftId = item.kind === 'draft' ? item.draft.id : undefined;
      const isOpen = note?.account === account && (draftId === undefined || draftId === note.draft?.id);
      const text = page.current?.querySelector<HTMLElement>(
        '.kz-note-body :is(textarea, [contenteditable="true"])',
      );
      if (isOpen && text !== null && text !== undefined) text.focus();
      else openFor(account, draftId);
    },
    panel:
      note === undefined || name === undefined ? undefined : (
        <Fragment key={note.key}>
          {show({
            accountId: note.account,
            accountName: name,
            draft: note.draft,
            now,
            onMoved: openFor,
            onClose: close,
          })}
        </Fragment>
      ),
  };
}

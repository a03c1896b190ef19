/** The note that is written beside the tabs: begun, gone on with, followed from a link, closed. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import { getDraft } from '#renderer/data/records.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { catchKeys } from '#renderer/ui/caught-keys.ts';
import type { Draft } from '#shared/model/stored.ts';
import type { AccountView } from './account-view.ts';
import { useChanges } from './use-changes.ts';

/** The note that is open: a new one, or a draft to go on with. `key` grows so that each opening starts fresh. */
interface OpenNote {
  readonly key: number;
  readonly draft: Draft | undefined;
}

/** Follows `?draft=ID` (from a list of drafts elsewhere) and `?draft=new` in the address. Followed once. */
function useLinkedDraft(open: (id: string) => void): void {
  const id = new URLSearchParams(useSearch()).get('draft');
  const [path, navigate] = useLocation();
  const latest = useRef({ open, path, navigate });
  useEffect(() => {
    latest.current = { open, path, navigate };
  });
  useEffect(() => {
    if (id === null || id === '') return;
    const now = latest.current;
    now.navigate(now.path, { replace: true });
    now.open(id);
  }, [id]);
}

/** `page` holds the panel of the note and the button that opens it, which have the focus by turns. */
export function useOpenNote(accountId: string, view: AccountView, page: RefObject<HTMLDivElement | null>) {
  const texts = useText('account');
  const { db, store } = useData();
  const changes = useChanges();
  const [note, setNote] = useState<OpenNote | undefined>(undefined);
  const openDraft = async (draft: Draft | undefined) => {
    // The editor is there in a moment; what is typed until then is meant for it.
    catchKeys();
    const id = draft?.id;
    // What was typed a moment ago may still be on its way into the row.
    if (id !== undefined) await store.editDraft(id).flush();
    const fresh = id === undefined ? undefined : await getDraft(db, id);
    setNote((before) => ({ key: (before?.key ?? 0) + 1, draft: fresh }));
  };
  const startNote = () => {
    if (note === undefined) void openDraft(view.drafts.find((draft) => draft.activityId === undefined));
    else
      page.current
        ?.querySelector<HTMLElement>('.kz-note-body :is(textarea, [contenteditable="true"])')
        ?.focus();
  };
  useLinkedDraft((id) => {
    if (id === 'new') return startNote();
    void getDraft(db, id).then((draft) => {
      if (draft?.accountId === accountId) void openDraft(draft);
    });
  });
  const editNote = async (activityId: string) => {
    const opened = await store.editActivity(activityId);
    if (opened.ok) await openDraft(opened.value);
    else changes.refuse(opened.error, texts.note);
  };
  const closeNote = () => {
    setNote(undefined);
    page.current?.querySelector<HTMLElement>('.kz-acc-actions [aria-keyshortcuts]')?.focus();
  };
  return {
    note,
    startNote,
    closeNote,
    openDraft: (draft: Draft) => void openDraft(draft),
    editNote: (activityId: string) => void editNote(activityId),
  };
}

/** Edits as the page makes them: stored, told in a toast that takes them back, refused in the user's words. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import type { EditableNoun, EditError, Patch } from '#renderer/data/edits.ts';
import { TYPING_INTENT } from '#renderer/data/journal-client.ts';
import { CUSTOM_PREFIX } from '#renderer/data/operations.ts';
import type { Store } from '#renderer/data/store.ts';
import type { UndoError } from '#renderer/data/undo-redo.ts';
import type { account } from '#renderer/i18n/en/account.ts';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { assertNever } from '#shared/base/assert-never.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import type { Conflict } from '#shared/model/stored.ts';

export interface Changes {
  /** `value` null removes it. True when it was stored (or was so already). */
  setField(noun: RecordNoun, id: string, field: string, value: unknown, said?: string): Promise<boolean>;
  settle(conflict: Conflict, choice: 'ours' | 'theirs'): Promise<void>;
  removeActivity(id: string): Promise<void>;
  /** A toast with the way back; it leaves as soon as something else is written, since undo then means that. */
  offerUndo(message: string): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** Why something was not stored, in a toast. */
  refuse(error: EditError, field: string): void;
}

type Texts = typeof account;

function patchOf(field: string, value: unknown): Patch<EditableNoun> {
  const own = field.startsWith(CUSTOM_PREFIX);
  return (
    own ? { custom: { [field.slice(CUSTOM_PREFIX.length)]: value } } : { [field]: value }
  ) as Patch<EditableNoun>;
}

function refusal(texts: Texts, error: EditError, label: string): string {
  switch (error.type) {
    case 'required':
      return texts.editRequired(label);
    case 'wrong-kind':
    case 'not-a-choice':
    case 'unknown-field':
      return texts.editWrong(label);
    case 'read-only':
    case 'read-only-field':
      return texts.editReadOnly;
    case 'no-such-record':
      return texts.editGone;
    case 'store-failed':
      return texts.editFailed;
    default:
      return assertNever(error);
  }
}

function undoRefusal(texts: Texts, error: UndoError): string {
  switch (error.type) {
    case 'nothing-to-undo':
      return texts.nothingToUndo;
    case 'changed-since':
      return texts.changedSince;
    default:
      return refusal(texts, error, '');
  }
}

function undoing(store: Store, texts: Texts): Pick<Changes, 'offerUndo' | 'undo' | 'redo'> {
  async function step(direction: 'undo' | 'redo'): Promise<void> {
    const done = await store.undoRedo[direction]();
    if (!done.ok) toast({ message: undoRefusal(texts, done.error) });
    else toast({ message: direction === 'undo' ? texts.undone : texts.redone });
  }
  return {
    undo: () => step('undo'),
    redo: () => step('redo'),
    offerUndo(message) {
      const close = toast({ message, undo: () => void step('undo') });
      const end = store.onWritten((operation) => {
        if (operation.intent === TYPING_INTENT) return;
        close();
        end();
      });
    },
  };
}

export function useChanges(): Changes {
  const { store } = useData();
  const texts = useText('account');
  const fields = useText('fields');
  return useMemo(() => {
    const undo = undoing(store, texts);
    const refuse = (error: EditError, label: string) =>
      toast({ message: refusal(texts, error, label), tone: 'danger' });
    return {
      ...undo,
      refuse: (error, field) => void refuse(error, field),
      async setField(noun, id, field, value, said) {
        const label = field.startsWith(CUSTOM_PREFIX)
          ? field.slice(CUSTOM_PREFIX.length)
          : fieldLabel(fields, noun, field);
        const result = await store.editRecords<EditableNoun>(noun, [id], patchOf(field, value));
        if (!result.ok) refuse(result.error, label);
        else if (result.value !== undefined) undo.offerUndo(said ?? texts.changed(label));
        return result.ok;
      },
      async settle(conflict, choice) {
        const label = fieldLabel(fields, conflict.noun, conflict.field);
        const result = await store.settleConflict(conflict.key, { type: choice });
        if (!result.ok) refuse(result.error, label);
        else if (result.value !== undefined) undo.offerUndo(texts.settled(label));
      },
      async removeActivity(id) {
        const result = await store.removeRecord('activity', id);
        if (!result.ok) refuse(result.error, '');
        else if (result.value !== undefined) undo.offerUndo(texts.removed);
      },
    };
  }, [store, texts, fields]);
}

/** Edits as the page makes them: stored, told in a toast that takes them back, refused in the user's words. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import type { EditableNoun, EditError, Patch } from '#renderer/data/edits.ts';
import { CUSTOM_PREFIX } from '#renderer/data/operations.ts';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { editRefusalText } from '#renderer/ui/refusal.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';
import type { RecordNoun } from '#shared/model/nouns.ts';
import type { Conflict } from '#shared/model/stored.ts';

export interface Changes {
  /** `value` null removes it. True when it was stored (or was so already). */
  setField(noun: RecordNoun, id: string, field: string, value: unknown, said?: string): Promise<boolean>;
  settle(conflict: Conflict, choice: 'ours' | 'theirs'): Promise<void>;
  removeActivity(id: string): Promise<void>;
  /** A toast with the way back. */
  offerUndo(message: string): void;
  /** Why something was not stored, in a toast. */
  refuse(error: EditError, field: string): void;
}

function patchOf(field: string, value: unknown): Patch<EditableNoun> {
  const own = field.startsWith(CUSTOM_PREFIX);
  return (
    own ? { custom: { [field.slice(CUSTOM_PREFIX.length)]: value } } : { [field]: value }
  ) as Patch<EditableNoun>;
}

export function useChanges(): Changes {
  const { store } = useData();
  const texts = useText('account');
  const { refused } = useText('ui');
  const fields = useText('fields');
  return useMemo(() => {
    const refuse = (error: EditError, label: string) =>
      toast({ message: editRefusalText(refused, error, () => label), tone: 'danger' });
    return {
      offerUndo,
      refuse: (error, field) => void refuse(error, field),
      async setField(noun, id, field, value, said) {
        const label = field.startsWith(CUSTOM_PREFIX)
          ? field.slice(CUSTOM_PREFIX.length)
          : fieldLabel(fields, noun, field);
        const result = await store.editRecords<EditableNoun>(noun, [id], patchOf(field, value));
        if (!result.ok) refuse(result.error, label);
        else if (result.value !== undefined) offerUndo(said ?? texts.changed(label));
        return result.ok;
      },
      async settle(conflict, choice) {
        const label = fieldLabel(fields, conflict.noun, conflict.field);
        const result = await store.settleConflict(conflict.key, { type: choice });
        if (!result.ok) refuse(result.error, label);
        else if (result.value !== undefined) offerUndo(texts.settled(label));
      },
      async removeActivity(id) {
        const result = await store.removeRecord('activity', id);
        if (!result.ok) refuse(result.error, '');
        else if (result.value !== undefined) offerUndo(texts.removed);
      },
    };
  }, [store, texts, refused, fields]);
}

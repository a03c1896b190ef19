/** What every part of notes says after it did something: what was done with the way back, or why it was refused. */
import { useMemo } from 'react';
import type { BinError } from '#renderer/data/bin.ts';
import type { EditError } from '#renderer/data/edits.ts';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { editRefusalText } from '#renderer/ui/refusal.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';

export interface NoteActions {
  /** Call it after the change was stored. */
  did(message: string): void;
  refuse(error: EditError | BinError): void;
}

export function useNoteActions(): NoteActions {
  const texts = useText('notes');
  const fields = useText('fields');
  const { refused } = useText('ui');
  return useMemo(() => {
    const refusal = (error: EditError | BinError): string =>
      error.type === 'already-there'
        ? texts.refusedThere
        : editRefusalText(refused, error, (field) => fieldLabel(fields, 'activity', field));
    return {
      did: offerUndo,
      refuse: (error) => void toast({ message: refusal(error), tone: 'danger' }),
    };
  }, [texts, fields, refused]);
}

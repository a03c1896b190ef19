/** What every part of notes says after it did something: what was done with the way back, or why it was refused. */
import { useMemo } from 'react';
import type { BinError } from '#renderer/data/bin.ts';
import type { EditError } from '#renderer/data/edits.ts';
import type { notes } from '#renderer/i18n/en/notes.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { toast } from '#renderer/ui/toast.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';

export interface NoteActions {
  /** Call it after the change was stored. */
  did(message: string): void;
  refuse(error: EditError | BinError): void;
}

function refusal(texts: typeof notes, error: EditError | BinError): string {
  switch (error.type) {
    case 'read-only':
    case 'read-only-field':
      return texts.refusedReadOnly;
    case 'no-such-record':
      return texts.refusedGone;
    case 'already-there':
      return texts.refusedThere;
    default:
      return texts.refusedFailed;
  }
}

export function useNoteActions(): NoteActions {
  const texts = useText('notes');
  return useMemo(
    () => ({
      did: offerUndo,
      refuse: (error) => void toast({ message: refusal(texts, error), tone: 'danger' }),
    }),
    [texts],
  );
}

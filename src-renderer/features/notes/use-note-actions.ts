/** What every part of notes says after it did something: a toast that names it and takes it back, or why it was refused. */
import { useMemo } from 'react';
import type { BinError } from '#renderer/data/bin.ts';
import { useData } from '#renderer/data/data-context.ts';
import type { EditError } from '#renderer/data/edits.ts';
import { isBackground, type UndoError } from '#renderer/data/undo-redo.ts';
import type { notes } from '#renderer/i18n/en/notes.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { toast } from '#renderer/ui/toast.tsx';

type Texts = typeof notes;

export interface NoteActions {
  /** A toast with the way back; it leaves as soon as something else is written, since undo then means that. */
  did(message: string): void;
  refuse(error: EditError | BinError): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

function refusal(texts: Texts, error: EditError | BinError): string {
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

function undoRefusal(texts: Texts, error: UndoError): string {
  if (error.type === 'nothing-to-undo') return texts.nothingToUndo;
  return error.type === 'changed-since' ? texts.changedSince : refusal(texts, error);
}

/** What an operation was, in words. */
export function nameOf(texts: Texts, intent: string): string {
  const names: Readonly<Record<string, string>> = texts.did;
  return Object.hasOwn(names, intent) ? (names[intent] ?? texts.did.other) : texts.did.other;
}

export function useNoteActions(): NoteActions {
  const { store } = useData();
  const texts = useText('notes');
  return useMemo(() => {
    async function step(direction: 'undo' | 'redo'): Promise<void> {
      const done = await store.undoRedo[direction]();
      if (!done.ok) toast({ message: undoRefusal(texts, done.error) });
      else
        toast({
          message: texts[direction === 'undo' ? 'undone' : 'redone'](nameOf(texts, done.value.intent)),
        });
    }
    return {
      undo: () => step('undo'),
      redo: () => step('redo'),
      refuse: (error) => void toast({ message: refusal(texts, error), tone: 'danger' }),
      did(message) {
        const close = toast({ message, undo: () => void step('undo') });
        const end = store.onWritten((operation) => {
          if (isBackground(operation.intent)) return;
          close();
          end();
        });
      },
    };
  }, [store, texts]);
}

/** A failed edit in the user's words: what happened, and that nothing was changed. */
import type { EditError } from '#renderer/data/edits.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { toast } from '#renderer/ui/toast.tsx';

export function sayProblem(texts: Texts['accounts'], error: EditError, label: string): void {
  const message =
    error.type === 'read-only'
      ? texts.readOnly
      : error.type === 'store-failed' || error.type === 'no-such-record'
        ? texts.editFailed
        : texts.badValue(label);
  toast({ message, tone: 'danger' });
}

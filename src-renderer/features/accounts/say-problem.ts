/** A failed edit in the user's words. */
import type { EditError } from '#renderer/data/edits.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { editRefusalText } from '#renderer/ui/refusal.ts';
import { toast } from '#renderer/ui/toast.tsx';

export function sayProblem({ refused }: Texts['ui'], error: EditError, label: string): void {
  toast({ message: editRefusalText(refused, error, () => label), tone: 'danger' });
}

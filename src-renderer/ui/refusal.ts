/** Why a change was not stored, in the user's words: one wording for every feature. */
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { Result } from '#shared/base/result.ts';
import { toast } from './toast.tsx';
import { offerUndo } from './undo-toast.ts';

type Words = Texts['ui']['refused'];

/** What may be said to any write. */
type Refusal = { readonly type: 'read-only' | 'no-such-record' | 'store-failed' };

/** What may be said to a value. */
type FieldRefusal = {
  readonly type: 'read-only-field' | 'unknown-field' | 'required' | 'wrong-kind' | 'not-a-choice';
  readonly field: string;
};

/** `gone` names what is no longer here. */
export function refusalText(words: Words, { type }: Refusal, gone = words.gone): string {
  switch (type) {
    case 'read-only':
      return words.readOnly;
    case 'no-such-record':
      return gone;
    case 'store-failed':
      return words.failed;
    default:
      return assertNever(type);
  }
}

/** `labelOf` names the field that it is about. */
export function editRefusalText(
  words: Words,
  error: Refusal | FieldRefusal,
  labelOf: (field: string) => string,
  gone?: string,
): string {
  switch (error.type) {
    case 'required':
      return words.required(labelOf(error.field));
    case 'wrong-kind':
    case 'not-a-choice':
    case 'unknown-field':
      return words.wrong(labelOf(error.field));
    case 'read-only-field':
      return words.readOnly;
    default:
      return refusalText(words, error, gone);
  }
}

/**
 * Says what came of a change: done with the way back, nothing when it was so already, or why it was refused.
 * True unless it was refused.
 */
export function tell<E>(done: Result<unknown, E>, said: string, refusal: (error: E) => string): boolean {
  if (!done.ok) toast({ message: refusal(done.error), tone: 'danger' });
  else if (done.value !== undefined) offerUndo(said);
  return done.ok;
}

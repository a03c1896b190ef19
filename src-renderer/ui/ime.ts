/** The one place that knows whether a key press belongs to an input method (Japanese conversion) instead of to us. */

interface KeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing?: boolean;
  readonly nativeEvent?: { readonly isComposing?: boolean };
}

/** Safari ends the composition before the key event of its last Enter; it still carries the old code for "in an IME". */
const IME_KEY_CODE = 229;

export function isComposing(event: KeyPress): boolean {
  return (
    event.isComposing === true || event.nativeEvent?.isComposing === true || event.keyCode === IME_KEY_CODE
  );
}

/** True for an Enter that means "done", never for the one that accepts a conversion. */
export function isCommitKey(event: KeyPress): boolean {
  return event.key === 'Enter' && !isComposing(event);
}

/** True for an Escape that means "cancel", never for the one that takes back a conversion. */
export function isCancelKey(event: KeyPress): boolean {
  return event.key === 'Escape' && !isComposing(event);
}

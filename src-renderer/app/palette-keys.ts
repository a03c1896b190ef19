/** Keeps what is typed between the key that opens the palette and the moment its field is there: no letter is lost. */
import { isCancelKey, isCommitKey, isComposing } from '#renderer/ui/ime.ts';

export interface CaughtKeys {
  readonly text: string;
  /** Enter was pressed: the first result is to be taken when it is there. */
  readonly enter: boolean;
}

const NOTHING: CaughtKeys = { text: '', enter: false };
/** The palette did not come (a window that outlived its files): the keys belong to the screen again. */
const PATIENCE_MS = 5_000;

let caught = NOTHING;
let stop: (() => void) | undefined;

function withKey(event: KeyboardEvent): CaughtKeys | undefined {
  if (isCommitKey(event)) return { ...caught, enter: true };
  if (event.key === 'Backspace') return { ...caught, text: caught.text.slice(0, -1) };
  const letter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
  return letter && !caught.enter ? { ...caught, text: caught.text + event.key } : undefined;
}

/** `onCancel`: Escape was pressed before anything was shown. */
export function catchKeys(onCancel: () => void): void {
  stop?.();
  caught = NOTHING;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (isCancelKey(event)) {
      takeKeys();
      onCancel();
    } else {
      const next = withKey(event);
      if (next === undefined) return;
      caught = next;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('keydown', onKeyDown, true);
  const patience = setTimeout(takeKeys, PATIENCE_MS);
  stop = () => {
    clearTimeout(patience);
    window.removeEventListener('keydown', onKeyDown, true);
    stop = undefined;
  };
}

/** What was typed so far; from now on keys go where the focus is. */
export function takeKeys(): CaughtKeys {
  stop?.();
  const taken = caught;
  caught = NOTHING;
  return taken;
}

/** Keeps what is typed between the key that opens something and the moment its field is there: no letter is lost. */
import { isCancelKey, isComposing } from './ime.ts';

/** What did not come (a window that outlived its files) gets no keys: they belong to the screen again. */
const PATIENCE_MS = 5_000;
const NAMED: ReadonlySet<string> = new Set(['Enter', 'Backspace']);

let caught: string[] = [];
let stop: (() => void) | undefined;

/** `onCancel`: Escape was pressed before anything was shown. */
export function catchKeys(onCancel: () => void = () => undefined): void {
  stop?.();
  caught = [];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (isCancelKey(event)) {
      takeKeys();
      onCancel();
    } else {
      const plain = !(event.ctrlKey || event.metaKey || event.altKey);
      if (!plain || (event.key.length > 1 && !NAMED.has(event.key))) return;
      caught.push(event.key);
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

/** The keys so far, characters and the names of NAMED; from now on keys go where the focus is. */
export function takeKeys(): readonly string[] {
  stop?.();
  const taken = caught;
  caught = [];
  return taken;
}

/** What the keys leave in a field of one line; Enter ends it. */
export function typedLine(keys: readonly string[]): { readonly text: string; readonly enter: boolean } {
  const end = keys.indexOf('Enter');
  let text = '';
  for (const key of end === -1 ? keys : keys.slice(0, end))
    text = key === 'Backspace' ? text.slice(0, -1) : text + key;
  return { text, enter: end !== -1 };
}

/** Keys as they are printed on the keyboard, and a row of hints below a list. */
import './kbd.css';
import { keyCaps } from './keys.ts';

/** `keys` in the notation of `keys.ts`: `mod+k`, `?`, `Escape`. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className="kz-kbd">
      {keyCaps(keys).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  );
}

export function KeyHints({
  hints,
}: {
  readonly hints: readonly { readonly keys: string; readonly label: string }[];
}) {
  return (
    <div className="kz-key-hints">
      {hints.map((hint) => (
        <span key={hint.keys}>
          <Kbd keys={hint.keys} />
          {hint.label}
        </span>
      ))}
    </div>
  );
}

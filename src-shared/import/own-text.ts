/** Cuts a text loose from the file chunk that it is a slice of, so that keeping one cell does not keep a megabyte. */

/** Texts shorter than this are copied by the engine anyway. */
const SLICE_FROM = 13;

export function ownText(text: string): string {
  if (text.length < SLICE_FROM) return text;
  // Joining makes a rope; reading a character flattens it into memory of its own.
  const joined = ` ${text}`;
  joined.charCodeAt(1);
  return joined.slice(1);
}

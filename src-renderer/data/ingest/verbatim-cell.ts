/** Whether the bytes of a cell are its value as they stand, so that no text need be made of them. */
const BACKSLASH = 92;
const ZERO = 48;
const NINE = 57;
const PLUS = 43;
const MIN_ZEROS = 15;

/** Neither a blank nor beyond ASCII. */
export function inked(byte: number): boolean {
  return byte > 32 && byte < 127;
}

/** Whether the reader of a text or id would give these bytes back as they are. */
export function isVerbatim(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return false;
  const first = bytes[start] as number;
  if (!inked(first) || !inked(bytes[end - 1] as number) || first === BACKSLASH) return false;
  if (first < ZERO || first > NINE) return true;
  // Salesforce writes "none" in zeros, and an id that a spreadsheet broke has a plus: those are left to the reader.
  let zeros = start;
  for (let at = start; at < end; at++) {
    if (bytes[at] === PLUS) return false;
    if (bytes[at] === ZERO && zeros === at) zeros++;
  }
  return zeros - start < MIN_ZEROS;
}

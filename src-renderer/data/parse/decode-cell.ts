/** The text of a cell of UTF-8 bytes. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Cells up to this length are made texts here: asking the decoder takes several times as long as they do. */
const SHORT = 48;
const characters: number[] = [];

export function decodeCell(bytes: Uint8Array, start: number, end: number): string {
  const length = end - start;
  if (length === 0) return '';
  if (length > SHORT) return decoder.decode(bytes.subarray(start, end));
  characters.length = length;
  for (let i = 0; i < length; i++) {
    const byte = bytes[start + i] as number;
    if (byte >= 128) return decoder.decode(bytes.subarray(start, end));
    characters[i] = byte;
  }
  return String.fromCharCode.apply(null, characters);
}

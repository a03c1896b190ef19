/** Finds out how a text file's bytes spell characters, over a sample from its start, middle and end. */
import Encoding from 'encoding-japanese';
import type { Encoding as EncodingName } from '#shared/model/import-plan.ts';

export interface EncodingGuess {
  readonly encoding: EncodingName;
  /** 0 to 1. */
  readonly confidence: number;
  readonly why: 'bom' | 'ascii' | 'valid-utf8' | 'zero-bytes' | 'japanese' | 'fallback' | 'possible';
}

const LINE_FEED = 10;
const MIN_JAPANESE_NEIGHBOURS = 0.5;

function bomOf(bytes: Uint8Array): EncodingName | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: ASCII characters leave a zero byte on one side and none on the other. */
function utf16Of(bytes: Uint8Array): EncodingName | undefined {
  let even = 0;
  let odd = 0;
  const pairs = bytes.length >> 1;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  if (pairs === 0 || even + odd < pairs * 0.05) return undefined;
  if (odd > 10 * even) return 'utf-16le';
  return even > 10 * odd ? 'utf-16be' : undefined;
}

interface Decoded {
  readonly text: string;
  /** Characters beyond ASCII, and those of them that are no characters in this encoding. */
  readonly foreign: number;
  readonly bad: number;
}

/** One damaged byte in fifty characters is damage, more is another encoding. */
const MAX_BAD_SHARE = 0.02;

/** Decodes each piece; a character cut at a piece's end is no error. Undefined = not in this encoding. */
function decoded(pieces: readonly Uint8Array[], encoding: EncodingName): Decoded | undefined {
  const text = pieces.map((piece) => new TextDecoder(encoding).decode(piece, { stream: true })).join('\n');
  let foreign = 0;
  let bad = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    foreign++;
    if (code === 0xfffd) bad++;
  }
  return bad <= foreign * MAX_BAD_SHARE ? { text, foreign, bad } : undefined;
}

/** From the first line end to the last: a piece from the middle of a file may begin and end inside a character. */
function wholeLines(piece: Uint8Array, isFirst: boolean): Uint8Array {
  const from = isFirst ? 0 : piece.indexOf(LINE_FEED) + 1;
  const to = piece.lastIndexOf(LINE_FEED) + 1;
  return to > from ? piece.subarray(from, to) : piece.subarray(from);
}

/** Japanese stands in runs; Western accents misread as Japanese stand alone between ASCII letters. */
function looksJapanese(text: string): boolean {
  let foreign = 0;
  let besideForeign = 0;
  let kana = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    foreign++;
    if (code >= 0x3041 && code <= 0x30fe) kana++;
    if (text.charCodeAt(i - 1) >= 0x80 || text.charCodeAt(i + 1) >= 0x80) besideForeign++;
  }
  return foreign > 0 && (kana >= foreign * 0.1 || besideForeign >= foreign * MIN_JAPANESE_NEIGHBOURS);
}

function japaneseGuesses(pieces: readonly Uint8Array[]): EncodingGuess[] {
  const sjis = decoded(pieces, 'shift_jis');
  const euc = decoded(pieces, 'euc-jp');
  const found: EncodingName[] = [];
  if (sjis !== undefined && looksJapanese(sjis.text)) found.push('shift_jis');
  if (euc !== undefined && looksJapanese(euc.text)) found.push('euc-jp');
  // Fewer damaged characters first; where both are clean, the library tells them apart.
  if (found.length === 2 && sjis!.bad !== euc!.bad) {
    if (euc!.bad < sjis!.bad) found.reverse();
  } else if (found.length === 2) {
    const sample = pieces[0]!.subarray(0, 256 * 1024);
    if (Encoding.detect(sample, ['SJIS', 'EUCJP']) === 'EUCJP') found.reverse();
  }
  return found.map((encoding, i) => ({
    encoding,
    confidence: i === 0 ? (found.length === 1 ? 0.95 : 0.85) : 0.1,
    why: i === 0 ? ('japanese' as const) : ('possible' as const),
  }));
}

/**
 * Ranks the encodings that can read the sample, the likeliest first; never empty. `pieces`: the file's first megabyte,
 * then pieces from further on.
 */
export function detectEncoding(pieces: readonly Uint8Array[]): EncodingGuess[] {
  const first = pieces[0] ?? new Uint8Array();
  const bom = bomOf(first);
  if (bom !== undefined) return [{ encoding: bom, confidence: 1, why: 'bom' }];
  const utf16 = utf16Of(first);
  if (utf16 !== undefined) return [{ encoding: utf16, confidence: 0.95, why: 'zero-bytes' }];
  const whole = pieces.map((piece, i) => wholeLines(piece, i === 0));
  if (whole.every((piece) => piece.every((byte) => byte < 0x80))) {
    return [{ encoding: 'utf-8', confidence: 1, why: 'ascii' }];
  }
  const utf8 = decoded(whole, 'utf-8');
  if (utf8 !== undefined)
    return [{ encoding: 'utf-8', confidence: utf8.bad === 0 ? 0.99 : 0.8, why: 'valid-utf8' }];
  const japanese = japaneseGuesses(whole);
  const western: EncodingGuess = {
    encoding: 'windows-1252',
    confidence: japanese.length > 0 ? 0.05 : 0.7,
    why: japanese.length > 0 ? 'possible' : 'fallback',
  };
  return [...japanese, western];
}

/** Bytes to text, piece by piece; a byte order mark at the start is left out, bad bytes become U+FFFD. */
export function decodeStream(encoding: EncodingName): TextDecoder {
  return new TextDecoder(encoding);
}

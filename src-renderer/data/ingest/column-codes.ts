/**
 * The different texts of one column, each read, hashed and cut loose from its file chunk once (keeping a slice keeps a
 * megabyte). A row then holds small numbers instead of texts, and where it came as bytes no text is made at all.
 * A column of ever new texts is found out and left alone.
 */
import { ownText } from '#shared/import/own-text.ts';
import { type CellHash, hashBytes, hashCell, newCellHash } from './cell-hash.ts';

/** So many texts are looked at before a column may be found not to repeat: fewer where no two of them are the same. */
const TRIAL = 2_000;
const SHORT_TRIAL = 512;
const MAX_TEXTS = 60_000;
/** What stands for bytes that are no UTF-8. */
const DAMAGED = '\ufffd';

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

export class ColumnCodes {
  readonly #read: (text: string) => unknown;
  #seen = 0;
  #known = true;
  /** By text, and by the hash of its bytes: code + 1 in open buckets, 0 = none. */
  readonly #byText = new Map<string, number>();
  #byHash = new Uint32Array(1_024);
  readonly #hash: CellHash = newCellHash();
  /** By code: hash of the bytes that the code was learned from; differs from `hi`, `lo` only for damaged bytes. */
  readonly #rawHi: number[] = [];
  readonly #rawLo: number[] = [];
  /** By code: what the text reads as. */
  readonly values: unknown[] = [];
  /** By code: the hash of the text. */
  readonly hi: number[] = [];
  readonly lo: number[] = [];
  /** No value so far is anything but a text or blank. */
  onlyTexts = true;

  constructor(read: (text: string) => unknown) {
    this.#read = read;
  }

  /** False once the column's texts were found not to repeat: then every code is −1. */
  get repeats(): boolean {
    return this.#known;
  }

  read(text: string): unknown {
    return this.#read(text);
  }

  /** The text's code, or −1. */
  code(text: string): number {
    if (!this.#known) return -1;
    this.#seen++;
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    hashCell(text, this.#hash);
    const { hi, lo } = this.#hash;
    const found = this.#find(hi, lo);
    const own = ownText(text);
    const code = found === -1 ? this.#learn(own, hi, lo, hi, lo) : found;
    this.#byText.set(own, code);
    return code;
  }

  /** The code of the cell whose bytes have this hash, or −1. */
  codeOfBytes(hash: CellHash, bytes: Uint8Array, start: number, end: number): number {
    if (!this.#known) return -1;
    this.#seen++;
    const { hi, lo } = hash;
    const found = this.#find(hi, lo);
    if (found !== -1) return found;
    const text = decodeCell(bytes, start, end);
    if (hash.ascii || !text.includes(DAMAGED)) return this.#learn(text, hi, lo, hi, lo);
    hashCell(text, this.#hash);
    return this.#learn(text, this.#hash.hi, this.#hash.lo, hi, lo);
  }

  #find(hi: number, lo: number): number {
    const buckets = this.#byHash;
    const mask = buckets.length - 1;
    for (let at = lo & mask; ; at = (at + 1) & mask) {
      const code = (buckets[at] as number) - 1;
      if (code === -1) return -1;
      if (this.#rawLo[code] === lo && this.#rawHi[code] === hi) return code;
    }
  }

  #enter(code: number): void {
    const buckets = this.#byHash;
    const mask = buckets.length - 1;
    let at = (this.#rawLo[code] as number) & mask;
    while (buckets[at] !== 0) at = (at + 1) & mask;
    buckets[at] = code + 1;
  }

  #learn(own: string, hi: number, lo: number, rawHi: number, rawLo: number): number {
    const code = this.values.length;
    const value = this.#read(own);
    if (value !== undefined && typeof value !== 'string') this.onlyTexts = false;
    this.values.push(value);
    this.hi.push(hi);
    this.lo.push(lo);
    this.#rawHi.push(rawHi);
    this.#rawLo.push(rawLo);
    if (this.values.length * 2 > this.#byHash.length) {
      this.#byHash = new Uint32Array(this.#byHash.length * 2);
      for (let each = 0; each < code; each++) this.#enter(each);
    }
    this.#enter(code);
    if (this.#tooMany(code + 1)) {
      this.#known = false;
      this.#byText.clear();
      this.#byHash = new Uint32Array(1_024);
    }
    return code;
  }

  #tooMany(different: number): boolean {
    if (this.#seen >= TRIAL) return different * 2 > this.#seen || different > MAX_TEXTS;
    return this.#seen >= SHORT_TRIAL && different === this.#seen;
  }
}

/** The hash of a cell that has no code, into `hash`; damaged bytes count as what a reader of them sees. */
export function canonicalHash(hash: CellHash, bytes: DataView, start: number, end: number): void {
  hashBytes(bytes, start, end, hash);
  if (hash.ascii) return;
  const text = decoder.decode(new Uint8Array(bytes.buffer, bytes.byteOffset + start, end - start));
  if (!text.includes(DAMAGED)) return;
  hashCell(text, hash);
  hash.ascii = false;
}

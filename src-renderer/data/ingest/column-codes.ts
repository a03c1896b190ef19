/**
 * The different texts of one column, each read, hashed and cut loose from its file chunk once (keeping a slice keeps a
 * megabyte). A row then holds small numbers instead of texts, and where it came as bytes no text is made at all.
 * A column of ever new texts is found out and left alone.
 */
import { type ByteHash, hashBytes, newByteHash } from '#shared/base/hash-bytes.ts';
import { HashNumbers } from '#shared/base/hash-numbers.ts';
import { ownText } from '#shared/import/own-text.ts';
import { decodeCell } from '../parse/decode-cell.ts';
import { hashCell } from './cell-hash.ts';

/** So many texts are looked at before a column may be found not to repeat: fewer where no two of them are the same. */
const TRIAL = 2_000;
const SHORT_TRIAL = 512;
const MAX_TEXTS = 60_000;
/** What stands for bytes that are no UTF-8. */
const DAMAGED = '\ufffd';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export class ColumnCodes {
  readonly #read: (text: string) => unknown;
  #seen = 0;
  #known = true;
  readonly #byText = new Map<string, number>();
  /** By the hash of the bytes that the code was learned from; it differs from `hi`, `lo` only for damaged bytes. */
  readonly #byHash = new HashNumbers();
  readonly #hash: ByteHash = newByteHash();
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
    const found = this.#byHash.find(hi, lo);
    const own = ownText(text);
    const code = found === -1 ? this.#learn(own, hi, lo, hi, lo) : found;
    this.#byText.set(own, code);
    return code;
  }

  /** The code of the cell whose bytes have this hash, or −1. */
  codeOfBytes(hash: ByteHash, bytes: Uint8Array, start: number, end: number): number {
    if (!this.#known) return -1;
    this.#seen++;
    const { hi, lo } = hash;
    const found = this.#byHash.find(hi, lo);
    if (found !== -1) return found;
    const text = decodeCell(bytes, start, end);
    if (hash.ascii || !text.includes(DAMAGED)) return this.#learn(text, hi, lo, hi, lo);
    hashCell(text, this.#hash);
    return this.#learn(text, this.#hash.hi, this.#hash.lo, hi, lo);
  }

  #learn(own: string, hi: number, lo: number, rawHi: number, rawLo: number): number {
    const code = this.#byHash.add(rawHi, rawLo);
    const value = this.#read(own);
    if (value !== undefined && typeof value !== 'string') this.onlyTexts = false;
    this.values.push(value);
    this.hi.push(hi);
    this.lo.push(lo);
    if (this.#tooMany(code + 1)) {
      this.#known = false;
      this.#byText.clear();
      this.#byHash.clear();
    }
    return code;
  }

  #tooMany(different: number): boolean {
    if (this.#seen >= TRIAL) return different * 2 > this.#seen || different > MAX_TEXTS;
    return this.#seen >= SHORT_TRIAL && different === this.#seen;
  }
}

/** The hash of a cell that has no code, into `hash`; damaged bytes count as what a reader of them sees. */
export function canonicalHash(hash: ByteHash, bytes: DataView, start: number, end: number): void {
  hashBytes(bytes, start, end, hash);
  if (hash.ascii) return;
  const text = decoder.decode(new Uint8Array(bytes.buffer, bytes.byteOffset + start, end - start));
  if (!text.includes(DAMAGED)) return;
  hashCell(text, hash);
  hash.ascii = false;
}

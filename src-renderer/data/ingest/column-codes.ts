/**
 * The different texts of one column, each read, hashed and cut loose from its file chunk once (keeping a slice keeps a
 * megabyte). A row then holds small numbers instead of texts. A column of ever new texts is found out and left alone.
 */
import { feed, newLanes, resetLanes } from '#shared/base/hash.ts';
import { ownText } from '#shared/import/own-text.ts';

const TRIAL = 2_000;
const MAX_TEXTS = 20_000;

export class ColumnCodes {
  readonly #read: (text: string) => unknown;
  #codes: Map<string, number> | undefined = new Map();
  #seen = 0;
  readonly #lanes = newLanes();
  /** By code: what the text reads as. */
  readonly values: unknown[] = [];
  /** By code: the two lanes of the text's hash, the same as `feed` gives for a text without a code. */
  readonly hi: number[] = [];
  readonly lo: number[] = [];
  /** No value so far is anything but a text or blank. */
  onlyTexts = true;

  constructor(read: (text: string) => unknown) {
    this.#read = read;
  }

  /** The text's code, or −1 where the column's texts do not repeat. */
  code(text: string): number {
    const codes = this.#codes;
    if (codes === undefined) return -1;
    this.#seen++;
    return codes.get(text) ?? this.#learn(codes, text);
  }

  read(text: string): unknown {
    return this.#read(text);
  }

  #learn(codes: Map<string, number>, text: string): number {
    const own = ownText(text);
    const code = this.values.length;
    const value = this.#read(own);
    if (value !== undefined && typeof value !== 'string') this.onlyTexts = false;
    this.values.push(value);
    const lanes = this.#lanes;
    resetLanes(lanes);
    feed(lanes, own);
    this.hi.push(lanes.hi);
    this.lo.push(lanes.lo);
    codes.set(own, code);
    if ((this.#seen >= TRIAL && codes.size > this.#seen / 2) || codes.size > MAX_TEXTS)
      this.#codes = undefined;
    return code;
  }
}

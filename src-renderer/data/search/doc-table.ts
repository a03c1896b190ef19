/** The documents of the index by their number: what must be at hand for every query, in flat columns. */

/** One document on its way into the index. */
export interface DocRow {
  /** Where its record is; see document-keys.ts. */
  readonly key: string;
  /** Changes when the record does. */
  readonly stamp: number;
  /** `group/kind`. */
  readonly kind: string;
  readonly account: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** A run of documents as stored. */
export interface DocBlock {
  readonly first: number;
  readonly count: number;
  /** KEYS_TOGETHER keys each, as one text: few large texts take a fraction of many small ones. */
  readonly keys: readonly string[];
  /** Seconds since 1970 UTC. */
  readonly at: Uint32Array;
  readonly stamp: Uint32Array;
  readonly kind: Uint16Array | Uint8Array;
  readonly account: Uint32Array | Uint16Array;
  readonly kinds: readonly string[];
  readonly accounts: readonly string[];
}

const KEYS_TOGETHER = 64;
const LATEST = 0xffff_ffff;

class Names {
  readonly list: string[] = [];
  readonly #places = new Map<string, number>();

  place(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.list.length);
    return this.list.push(name) - 1;
  }

  find(name: string): number | undefined {
    return this.#places.get(name);
  }
}

/** What all of them begin with. */
function commonHead(keys: readonly string[]): string {
  let head = keys[0] ?? '';
  for (const key of keys) while (!key.startsWith(head)) head = head.slice(0, -1);
  return head;
}

/** The head's length and the head; the length of all tails, or 0 and then each one's where they differ; the tails. */
function joinKeys(keys: readonly string[]): string {
  const head = commonHead(keys);
  const tails = keys.map((key) => key.slice(head.length));
  const lengths = tails.map((tail) => tail.length);
  const same = lengths[0] !== 0 && lengths.every((length) => length === lengths[0]);
  const told = String.fromCharCode(...(same ? lengths.slice(0, 1) : [0, ...lengths]));
  return String.fromCharCode(head.length) + head + told + tails.join('');
}

function headOf(joined: string): string {
  return joined.slice(1, joined.charCodeAt(0) + 1);
}

function splitKeys(joined: string, count: number): string[] {
  const head = headOf(joined);
  const told = head.length + 1;
  const length = joined.charCodeAt(told);
  const keys: string[] = [];
  let at = told + (length === 0 ? count + 1 : 1);
  for (let i = 1; i <= count; i++) {
    const end = at + (length === 0 ? joined.charCodeAt(told + i) : length);
    keys.push(head + joined.slice(at, end));
    at = end;
  }
  return keys;
}

export function packBlock(first: number, rows: readonly DocRow[]): DocBlock {
  const kinds = new Names();
  const accounts = new Names();
  const account = rows.map((row) => accounts.place(row.account));
  const kind = rows.map((row) => kinds.place(row.kind));
  const keys: string[] = [];
  for (let from = 0; from < rows.length; from += KEYS_TOGETHER) {
    const together = rows.slice(from, from + KEYS_TOGETHER);
    keys.push(joinKeys(together.map((row) => row.key)));
  }
  return {
    first,
    count: rows.length,
    keys,
    at: Uint32Array.from(rows, (row) => Math.min(LATEST, Math.max(0, Math.floor(row.at / 1000)))),
    stamp: Uint32Array.from(rows, (row) => row.stamp),
    kind: kinds.list.length < 256 ? Uint8Array.from(kind) : Uint16Array.from(kind),
    account: accounts.list.length < 65_536 ? Uint16Array.from(account) : Uint32Array.from(account),
    kinds: kinds.list,
    accounts: accounts.list,
  };
}

function longer<T extends Uint8Array | Uint16Array | Uint32Array>(
  make: (length: number) => T,
  old: T,
  count: number,
): T {
  if (old.length >= count) return old;
  const next = make(Math.ceil(count * 1.2));
  next.set(old);
  return next;
}

export class DocTable {
  count = 0;
  dead = 0;
  at = new Uint32Array(0);
  stamp = new Uint32Array(0);
  kind = new Uint16Array(0);
  account = new Uint32Array(0);
  gone = new Uint8Array(0);
  readonly kinds = new Names();
  readonly accounts = new Names();
  readonly #blocks: DocBlock[] = [];

  append(block: DocBlock): void {
    const { first, count } = block;
    const end = first + count;
    this.at = longer((length) => new Uint32Array(length), this.at, end);
    this.stamp = longer((length) => new Uint32Array(length), this.stamp, end);
    this.kind = longer((length) => new Uint16Array(length), this.kind, end);
    this.account = longer((length) => new Uint32Array(length), this.account, end);
    this.gone = longer((length) => new Uint8Array(length), this.gone, end);
    this.at.set(block.at, first);
    this.stamp.set(block.stamp, first);
    const kinds = block.kinds.map((name) => this.kinds.place(name));
    const accounts = block.accounts.map((name) => this.accounts.place(name));
    for (let i = 0; i < count; i++) {
      this.kind[first + i] = kinds[block.kind[i] as number] as number;
      this.account[first + i] = accounts[block.account[i] as number] as number;
    }
    // The columns are here now; only the keys are still needed.
    const nothing = new Uint32Array(0);
    this.#blocks.push({ ...block, at: nothing, stamp: nothing, account: nothing, kind: new Uint16Array(0) });
    this.count = end;
  }

  /** False where it was gone already. */
  remove(doc: number): boolean {
    if (this.gone[doc] !== 0) return false;
    this.gone[doc] = 1;
    this.dead++;
    return true;
  }

  /** The block in which a document is. */
  #blockOf(doc: number): DocBlock | undefined {
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#blocks[middle]?.first ?? 0) <= doc) low = middle;
      else high = middle - 1;
    }
    return this.#blocks[low];
  }

  keyOf(doc: number): string {
    const block = this.#blockOf(doc);
    const at = doc - (block?.first ?? 0);
    const keys = block === undefined ? [] : keysIn(block, Math.floor(at / KEYS_TOGETHER));
    return keys[at % KEYS_TOGETHER] ?? '';
  }

  *keys(): Generator<readonly [doc: number, key: string]> {
    for (const block of this.#blocks) {
      let doc = block.first;
      for (let i = 0; i < block.keys.length; i++) for (const key of keysIn(block, i)) yield [doc++, key];
    }
  }

  /** The live document with this key: a look through all keys, quick enough for a record that somebody changed. */
  find(key: string): number | undefined {
    for (const block of this.#blocks) {
      for (const [i, together] of block.keys.entries()) {
        const head = headOf(together);
        if (!key.startsWith(head) || !together.includes(key.slice(head.length))) continue;
        const place = keysIn(block, i).indexOf(key);
        const doc = block.first + i * KEYS_TOGETHER + place;
        if (place !== -1 && this.gone[doc] === 0) return doc;
      }
    }
    return undefined;
  }
}

function keysIn({ keys, count }: DocBlock, i: number): string[] {
  return splitKeys(keys[i] ?? '', Math.min(KEYS_TOGETHER, count - i * KEYS_TOGETHER));
}

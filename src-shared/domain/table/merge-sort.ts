/** A stable merge sort of row indexes that pauses every thousand steps, so that no sort blocks the screen. */
import { SLICE_ROWS, type Sliced } from './sliced.ts';

/** Runs this short are sorted by insertion. */
const RUN = 12;

export type CompareIndexes = (a: number, b: number) => number;

function sortRun(items: Uint32Array, from: number, to: number, compare: CompareIndexes): void {
  for (let i = from + 1; i < to; i++) {
    const item = items[i]!;
    let j = i - 1;
    while (j >= from && compare(items[j]!, item) > 0) {
      items[j + 1] = items[j]!;
      j--;
    }
    items[j + 1] = item;
  }
}

/** Two neighbouring sorted runs on their way into one. */
interface Merge {
  left: number;
  right: number;
  readonly middle: number;
  readonly end: number;
  out: number;
}

/** Moves at most `limit` items; true when the merge is complete. */
function mergeSome(
  from: Uint32Array,
  to: Uint32Array,
  merge: Merge,
  compare: CompareIndexes,
  limit: number,
): boolean {
  const { middle, end } = merge;
  let { left, right, out } = merge;
  const stop = Math.min(end, out + limit);
  while (out < stop && left < middle && right < end) {
    const a = from[left]!;
    const b = from[right]!;
    if (compare(a, b) <= 0) {
      to[out++] = a;
      left++;
    } else {
      to[out++] = b;
      right++;
    }
  }
  if (left === middle || right === end) {
    to.set(left === middle ? from.subarray(right, end) : from.subarray(left, middle), out);
    return true;
  }
  merge.left = left;
  merge.right = right;
  merge.out = out;
  return false;
}

/** The items in order; `items` itself is used as working memory. Equal items keep their order. */
export function* mergeSort(
  items: Uint32Array<ArrayBuffer>,
  compare: CompareIndexes,
): Sliced<Uint32Array<ArrayBuffer>> {
  const { length } = items;
  let done = 0;
  for (let start = 0; start < length; start += RUN) {
    sortRun(items, start, Math.min(start + RUN, length), compare);
    done += RUN;
    if (done >= SLICE_ROWS / 4) {
      done = 0;
      yield;
    }
  }
  let from = items;
  let to = new Uint32Array(length);
  for (let width = RUN; width < length; width *= 2) {
    done = 0;
    for (let start = 0; start < length; start += width * 2) {
      const middle = Math.min(start + width, length);
      const end = Math.min(start + width * 2, length);
      const merge: Merge = { left: start, right: middle, middle, end, out: start };
      while (!mergeSome(from, to, merge, compare, SLICE_ROWS)) yield;
      done += end - start;
      if (done >= SLICE_ROWS) {
        done = 0;
        yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

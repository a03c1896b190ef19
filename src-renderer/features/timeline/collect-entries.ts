/** Reads all entries that fit, in pieces, for a file or for paper; can be given up at any time. */
import type { TimelineEntry, TimelineReader } from '#renderer/data/timeline.ts';

const PIECE = 1_000;

interface Collecting {
  readonly reader: TimelineReader;
  readonly isOver: () => boolean;
  /** After each piece: how many there are so far. */
  readonly onProgress: (count: number) => void;
  /** Takes each piece as it comes. */
  readonly take: (entries: readonly TimelineEntry[]) => void;
  readonly most?: number;
}

/** False when it was given up, or when there are more than `most`. */
export async function collectEntries(input: Collecting): Promise<'done' | 'more' | 'over'> {
  const { reader, isOver, onProgress, take, most = Number.POSITIVE_INFINITY } = input;
  let count = 0;
  let more = true;
  while (more && !isOver()) {
    if (count >= most) return 'more';
    const slice = await reader.step(Math.min(PIECE, most - count));
    more = slice.more;
    count += slice.entries.length;
    take(slice.entries);
    onProgress(count);
    // Deep in a long file the screen still answers.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return isOver() ? 'over' : 'done';
}

/** Drives sliced work only while the page has nothing better to do. */
import type { Sliced } from '#shared/domain/table/sliced.ts';

/** Milliseconds of an idle period that are left to whatever comes next. */
const SPARE = 3;

/** Begins at the next idle moment; the answer ends it. */
export function runWhenIdle(work: Sliced<unknown>): () => void {
  let handle = requestIdleCallback(go);
  function go(deadline: IdleDeadline): void {
    do {
      if (work.next().done === true) return;
    } while (deadline.timeRemaining() > SPARE);
    handle = requestIdleCallback(go);
  }
  return () => cancelIdleCallback(handle);
}

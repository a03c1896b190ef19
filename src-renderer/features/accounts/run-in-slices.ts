/** Drives sliced work on the UI thread: a few milliseconds at a time, given up as soon as something newer is asked. */
import type { Sliced } from '#shared/domain/table/sliced.ts';

/** Leaves most of a 16 ms frame to drawing and typing. */
export const SLICE_MS = 8;

/** The next task, without the 4 ms that nested timers wait. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** True when the work ended within the slice. */
function runSlice<T>(work: Sliced<T>, done: (value: T) => void): boolean {
  const until = performance.now() + SLICE_MS;
  do {
    const step = work.next();
    if (step.done === true) {
      done(step.value);
      return true;
    }
  } while (performance.now() < until);
  return false;
}

/**
 * Calls `done` with the result: at once when one slice was enough, else some tasks later; never after `signal` aborts.
 */
export function runInSlices<T>(work: Sliced<T>, signal: AbortSignal, done: (value: T) => void): void {
  if (runSlice(work, done)) return;
  const later = async () => {
    do {
      await nextTask();
      if (signal.aborted) return;
    } while (!runSlice(work, done));
  };
  void later();
}

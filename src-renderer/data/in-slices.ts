/** Drives sliced work on the screen's thread: a few milliseconds at a time, never again after it is given up. */
import type { Sliced } from '#shared/domain/table/sliced.ts';

/** Leaves half of a 16 ms frame to drawing and typing. */
const SLICE_MS = 8;

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

/** Throws the signal's reason when it was given up. */
export async function inSlices<T>(work: Sliced<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    signal.throwIfAborted();
    const until = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
    await nextTask();
  }
}

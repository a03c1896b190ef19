/** Long work in small steps: it yields often, and whoever drives it decides when to give the thread back. */

/** Each `yield` is a place where the work may pause or be given up. */
export type Sliced<T> = Generator<undefined, T, undefined>;

/** Rows handled between two pauses: well under a millisecond of work. */
export const SLICE_ROWS = 1024;

/** Runs the work to its end without a pause: for tests and small tables. */
export function drain<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

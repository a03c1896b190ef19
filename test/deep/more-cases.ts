/** fast-check as it is, save that each property is asked for many times as many cases. */
import * as fc from '../../node_modules/fast-check/lib/fast-check.js';

export * from '../../node_modules/fast-check/lib/fast-check.js';

const TIMES = Number(process.env.KIZUNA_CASES ?? 20);

/** What waits for the disk is in tests that give it a minute or two: as many cases as fit. */
const DISK_MS = 45_000;

export const assert: typeof fc.assert = ((property, parameters = {}) =>
  fc.assert(property, {
    ...parameters,
    numRuns: (parameters.numRuns ?? 100) * TIMES,
    ...(property.isAsync() && { interruptAfterTimeLimit: DISK_MS }),
  })) as typeof fc.assert;

export default { ...fc.default, assert };

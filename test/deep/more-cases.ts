/** fast-check as it is, save that each property is asked for many times as many cases. */
import * as fc from '../../node_modules/fast-check/lib/fast-check.js';

export * from '../../node_modules/fast-check/lib/fast-check.js';

const TIMES = Number(process.env.KIZUNA_CASES ?? 20);

export const assert: typeof fc.assert = ((property, parameters = {}) =>
  fc.assert(property, {
    ...parameters,
    numRuns: (parameters.numRuns ?? 100) * TIMES,
  })) as typeof fc.assert;

export default { ...fc.default, assert };

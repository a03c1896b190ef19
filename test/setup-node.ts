/** Node has no Temporal yet: tests of pure code get the same polyfill that the renderer falls back to. */
import 'temporal-polyfill/global';
import * as fc from 'fast-check';

// A commit is judged by the same cases wherever it is judged; at a desk, and in `npm run test:deep`, they are drawn anew.
if (process.env.CI !== undefined) fc.configureGlobal({ seed: 20_261_122 });

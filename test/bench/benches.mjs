/** What is measured, one entry per name of `npm run bench -- NAME`. Every figure has its reference from the same run. */
import { accounts } from './accounts.mjs';
import { coldStart, startUpBytes } from './cold-start.mjs';
import { editor } from './editor.mjs';
import { edits } from './edits.mjs';
import { health } from './health.mjs';
import { imports } from './imports.mjs';
import { search } from './search.mjs';
import { timeline } from './timeline.mjs';

export const benches = [
  { name: 'import', run: imports },
  { name: 'accounts', run: accounts },
  { name: 'timeline', run: timeline },
  { name: 'cold-start', run: coldStart },
  { name: 'start-up-bytes', run: startUpBytes },
  { name: 'edit', run: edits },
  { name: 'editor', run: editor },
  { name: 'search', run: search },
  { name: 'health', run: health },
];

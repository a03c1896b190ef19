/** `npm run test:deep`: the property tests alone, each with many times its cases, from new seeds. For an idle hour. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const root = here('../../');

/** The unit tests that draw their cases: in the others nothing would change. */
const drawing = ['src-main', 'src-renderer', 'src-shared', 'test'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => path.endsWith('.test.ts') && !path.endsWith('.browser.test.ts'))
    .filter((path) => readFileSync(root + path, 'utf8').includes("from 'fast-check'")),
);

export default defineConfig({
  root,
  test: {
    include: drawing,
    setupFiles: [here('../setup-node.ts')],
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
    alias: [{ find: /^fast-check$/, replacement: here('./more-cases.ts') }],
  },
});

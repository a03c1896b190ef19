/** `npm run bench [-- NAME…] [--out FILE]`: builds, starts the browser shell and Chromium, measures, prints every figure beside its reference. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { benches } from './benches.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const place = join(root, '.cache/bench');

function readArguments(argv) {
  const names = [];
  let out;
  for (let i = 0; i < argv.length; i++) {
    if (argv[i] === '--out') out = argv[++i];
    else names.push(argv[i]);
  }
  for (const name of names) {
    if (!benches.some((bench) => bench.name === name)) {
      console.error(
        `There is no bench called ${name}. There are: ${benches.map((bench) => bench.name).join(', ')}`,
      );
      process.exit(2);
    }
  }
  return { names, out };
}

/** The product as built, and beside it the bench page, which uses the product's modules and is served by its own main. */
async function prepare() {
  const built = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0 && !existsSync(join(root, 'out/main/browser.js'))) process.exit(1);
  rmSync(place, { recursive: true, force: true });
  cpSync(join(root, 'out/main'), join(place, 'main'), { recursive: true });
  await build({
    root: join(root, 'test/bench/page'),
    configFile: false,
    logLevel: 'error',
    base: '/',
    worker: { format: 'es' },
    build: {
      outDir: join(place, 'renderer'),
      emptyOutDir: true,
      target: 'chrome120',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(root, 'test/bench/page/bench.html') },
    },
  });
  cpSync(join(root, 'out/renderer'), join(place, 'renderer'), { recursive: true });
}

function print(row) {
  const value = Number.isFinite(row.value)
    ? row.value.toLocaleString('en', { maximumFractionDigits: 2 })
    : String(row.value);
  const reference =
    row.reference === undefined
      ? ''
      : `  reference ${row.reference.toLocaleString('en', { maximumFractionDigits: 2 })}`;
  const ratio = row.ratio === undefined ? '' : `  ratio ${row.ratio.toFixed(2)}`;
  const goal = row.goal === undefined ? '' : `  goal ${row.goal}  ${row.holds ? 'holds' : 'DOES NOT HOLD'}`;
  console.log(`${row.name}: ${value} ${row.unit}${reference}${ratio}${goal}  (${row.samples} samples)`);
}

const { names, out } = readArguments(process.argv.slice(2));
await prepare();
const work = mkdtempSync(join(tmpdir(), 'kizuna-bench-'));
const rows = [];
try {
  for (const bench of benches) {
    if (names.length > 0 && !names.includes(bench.name)) continue;
    for (const row of await bench.run({ root, place, work })) {
      rows.push(row);
      print(row);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
if (out !== undefined) writeFileSync(out, `${JSON.stringify(rows, null, 2)}\n`);

/** Import of CSV files of 100,000 and 1,000,000 usage rows: speed, scaling, memory, import again, bytes, newest entries. */

import { once } from 'node:events';
import { createWriteStream, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { figure, median } from './figures.mjs';
import { atRest, peakDuring, startShell } from './shell.mjs';

const SAMPLES = Number(process.env.KIZUNA_BENCH_SAMPLES ?? 5);
const ACCOUNTS = 1_000;
/** Rows that the bare loop puts: enough for a steady rate; at more rows it only gets slower. */
const BARE_ROWS = 100_000;

async function loadFactory({ root, place }) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(root, 'test/factories/usage-book.ts'),
      outDir: join(place, 'factory'),
      emptyOutDir: true,
    },
  });
  return import(pathToFileURL(join(place, 'factory/usage-book.js')).href);
}

async function writeUsage(factory, path, options) {
  const file = createWriteStream(path);
  let lines = `${factory.USAGE_HEADER.join(',')}\n`;
  for (const row of factory.usageRows(options)) {
    lines += `${row.join(',')}\n`;
    if (lines.length > 4_000_000) {
      if (!file.write(lines)) await once(file, 'drain');
      lines = '';
    }
  }
  file.end(lines);
  await once(file, 'close');
  return statSync(path).size;
}

function folderBytes(folder) {
  let total = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) total += statSync(join(entry.parentPath ?? entry.path, entry.name)).size;
  }
  return total;
}

async function hand(shell, paths) {
  return [await shell.upload(paths.accounts, 'accounts.csv'), await shell.upload(paths.usage, 'usage.csv')];
}

/** The bare loop twice, in a profile of its own: what it leaves behind must not be tidied up while the import runs. */
async function bareLoops(input, rows, n) {
  const folder = join(input.work, `bare-${rows}-${n}`);
  const shell = await startShell({ place: input.place, folder });
  try {
    const page = await shell.openBench();
    const loop = () =>
      page.evaluate(([count, seed]) => window.bench.bareLoop(count, seed), [Math.min(rows, BARE_ROWS), 5]);
    return [await loop(), await loop()];
  } finally {
    await shell.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As whoever opens an account another day finds it: a fresh start of shell and browser, and nothing left to tidy up. */
async function newestAnotherDay(place, { folder, port }) {
  const shell = await startShell({ place, folder, port });
  try {
    const page = await shell.openBench();
    await atRest(shell);
    return await page.evaluate((count) => window.bench.newest(count), 400);
  } finally {
    await shell.stop();
  }
}

/** One fresh profile: import, newest, import again with 1 % changed, newest another day; the bare loop beside it. */
async function sample(input, rows, n) {
  const [bare, reput] = await bareLoops(input, rows, n);
  const folder = join(input.work, `import-${rows}-${n}`);
  const shell = await startShell({ place: input.place, folder });
  try {
    const page = await shell.openBench();
    const files = await hand(shell, input.paths[rows]);
    await page.requestGC();
    // As the screen does it: the worker that looked the files through imports them.
    const { result, peak } = await peakDuring(shell, async () => ({
      inspected: await page.evaluate((given) => window.bench.inspect(given), files),
      imported: await page.evaluate((given) => window.bench.importBook(given), files),
    }));
    const { inspected, imported } = result;
    const newestAtOnce = await page.evaluate((count) => window.bench.newest(count), 200);
    const changedFiles = await hand(shell, { ...input.paths[rows], usage: input.paths[rows].changed });
    const again = await page.evaluate((given) => window.bench.importBook(given), changedFiles);
    const rate = (1000 * Math.min(rows, BARE_ROWS)) / bare.ms;
    await shell.stop();
    const bytes = folderBytes(join(folder, 'profile/Default/IndexedDB'));
    const newest = await newestAnotherDay(input.place, shell);
    return {
      bareRate: rate,
      jsonPerRow: bare.json / Math.min(rows, BARE_ROWS),
      rate: (1000 * rows) / imported.ms,
      wholeRate: (1000 * rows) / (imported.ms + inspected),
      longest: Math.max(imported.longest, again.longest),
      counts: imported.counts,
      againCounts: again.counts,
      again: again.ms / ((reput.ms * rows) / Math.min(rows, BARE_ROWS)),
      peak,
      newest,
      newestAtOnce,
      bytes,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function check(samples, rows) {
  for (const { counts, againCounts } of samples) {
    if (counts[1].added !== rows) throw new Error(`imported ${JSON.stringify(counts[1])} of ${rows}`);
    if (againCounts[1].added !== 0 || againCounts[1].changed === 0)
      throw new Error(`again: ${JSON.stringify(againCounts[1])}`);
  }
}

export async function imports(input) {
  const factory = await loadFactory(input);
  const sizes = process.env.KIZUNA_BENCH_ROWS
    ? process.env.KIZUNA_BENCH_ROWS.split(',').map(Number)
    : [100_000, 1_000_000];
  const paths = {};
  const figures = [];
  const runs = {};
  for (const rows of sizes) {
    paths[rows] = {
      accounts: join(input.work, 'accounts.csv'),
      usage: join(input.work, `usage-${rows}.csv`),
      changed: join(input.work, `usage-${rows}-changed.csv`),
    };
    writeFileSync(paths[rows].accounts, factory.accountsCsv(ACCOUNTS));
    const size = await writeUsage(factory, paths[rows].usage, { accounts: ACCOUNTS, rows, seed: 1 });
    await writeUsage(factory, paths[rows].changed, { accounts: ACCOUNTS, rows, seed: 1, changed: 0.01 });
    console.log(
      `file of ${rows} rows: ${(size / 1e6).toFixed(0)} MB, ${(size / rows).toFixed(0)} bytes a row`,
    );
    const samples = [];
    for (let n = 0; n < SAMPLES; n++) {
      samples.push(await sample({ ...input, paths }, rows, n));
      const last = samples.at(-1);
      console.log(
        `  ${n + 1}: ${last.rate.toFixed(0)} rows/s, bare ${last.bareRate.toFixed(0)}, again ${last.again.toFixed(3)}, peak ${(last.peak / 1e6).toFixed(0)} MB, ${(last.bytes / rows).toFixed(0)} bytes a row on disk`,
      );
    }
    check(samples, rows);
    runs[rows] = samples;
    figures.push(...figuresOf(rows, samples));
  }
  const [small, large] = sizes;
  if (large !== undefined) figures.push(...scaling(runs[small], runs[large]));
  return figures;
}

function figuresOf(rows, samples) {
  const of = (pick) => median(samples.map(pick));
  const label = rows >= 1_000_000 ? `${rows / 1_000_000}m` : `${rows / 1_000}k`;
  const count = samples.length;
  return [
    figure({
      name: `import-${label}`,
      value: of((s) => s.rate),
      unit: 'rows/s',
      reference: of((s) => s.bareRate),
      ratio: of((s) => s.rate / s.bareRate),
      goal: '≥ 6',
      samples: count,
    }),
    figure({
      name: `import-${label}-with-inspection`,
      value: of((s) => s.wholeRate),
      unit: 'rows/s',
      reference: of((s) => s.bareRate),
      ratio: of((s) => s.wholeRate / s.bareRate),
      samples: count,
    }),
    figure({
      name: `import-${label}-again-1-percent-changed`,
      value: of((s) => s.again),
      unit: 'of a blind re-put',
      goal: '≤ 0.15',
      samples: count,
    }),
    figure({
      name: `import-${label}-peak-memory`,
      value: of((s) => s.peak) / 1e6,
      unit: 'MB above idle',
      goal: '≤ 500',
      samples: count,
    }),
    figure({
      name: `import-${label}-longest-ui-task`,
      value: of((s) => s.longest),
      unit: 'ms',
      goal: '≤ 50',
      samples: count,
    }),
    figure({
      name: `stored-bytes-${label}`,
      value: of((s) => s.bytes / rows),
      unit: 'bytes/event',
      reference: of((s) => s.jsonPerRow),
      ratio: of((s) => s.bytes / rows / s.jsonPerRow),
      goal: '≤ 0.45',
      samples: count,
    }),
    figure({
      name: `newest-50-${label}-while-the-import-is-tidied-up`,
      value: of((s) => s.newestAtOnce.newest),
      unit: 'ms p95',
      reference: of((s) => s.newestAtOnce.get),
      ratio: of((s) => s.newestAtOnce.newest / s.newestAtOnce.get),
      samples: count,
    }),
    figure({
      name: `newest-50-${label}`,
      value: of((s) => s.newest.newest),
      unit: 'ms p95',
      reference: of((s) => s.newest.get),
      ratio: of((s) => s.newest.newest / s.newest.get),
      goal: '≤ 3',
      samples: count,
    }),
  ];
}

function scaling(small, large) {
  const of = (samples, pick) => median(samples.map(pick));
  return [
    figure({
      name: 'import-scaling',
      value: of(large, (s) => s.rate),
      unit: 'rows/s',
      reference: of(small, (s) => s.rate),
      ratio: of(large, (s) => s.rate) / of(small, (s) => s.rate),
      goal: '≥ 0.8',
      samples: large.length,
    }),
    figure({
      name: 'import-memory-growth',
      value: of(large, (s) => s.peak) / 1e6,
      unit: 'MB',
      reference: of(small, (s) => s.peak) / 1e6,
      ratio: of(large, (s) => s.peak) / of(small, (s) => s.peak),
      goal: '≤ 1.5',
      samples: large.length,
    }),
    figure({
      name: 'newest-50-growth',
      value: of(large, (s) => s.newest.newest),
      unit: 'ms p95',
      reference: of(small, (s) => s.newest.newest),
      ratio: of(large, (s) => s.newest.newest) / of(small, (s) => s.newest.newest),
      goal: '≤ 1.5',
      samples: large.length,
    }),
  ];
}

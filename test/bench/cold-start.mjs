/** From navigation to a usable accounts table with a large book, against a small one; and the bytes of start-up script. */

import { once } from 'node:events';
import { createWriteStream, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { figure, median } from './figures.mjs';
import { startShell } from './shell.mjs';

const SAMPLES = Number(process.env.KIZUNA_BENCH_SAMPLES ?? 7);

async function writeBook({ root, place, work }, accounts, rows) {
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
  const factory = await import(pathToFileURL(join(place, 'factory/usage-book.js')).href);
  const paths = { accounts: join(work, `a-${accounts}.csv`), usage: join(work, `u-${rows}.csv`) };
  writeFileSync(paths.accounts, factory.accountsCsv(accounts));
  const file = createWriteStream(paths.usage);
  let lines = `${factory.USAGE_HEADER.join(',')}\n`;
  for (const row of factory.usageRows({ accounts, rows, seed: 3 })) {
    lines += `${row.join(',')}\n`;
    if (lines.length > 4_000_000) {
      if (!file.write(lines)) await once(file, 'drain');
      lines = '';
    }
  }
  file.end(lines);
  await once(file, 'close');
  return paths;
}

/** A fresh browser on a kept profile: milliseconds from navigation to rows that can be clicked, and the longest task. */
async function startOnce(place, folder, port) {
  const shell = await startShell({ place, folder, port });
  const { page } = shell;
  await page.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.longest = Math.max(window.longest, entry.duration);
    }).observe({ type: 'longtask', buffered: true });
    const look = () => {
      const row = document.querySelector('.acc-grid tbody .acc-cell');
      if (row !== null && row.getBoundingClientRect().height > 0) window.usableAt ??= performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(shell.link);
  await page.waitForFunction(() => window.usableAt !== undefined, undefined, { timeout: 60_000 });
  const usable = await page.evaluate(() => window.usableAt);
  await page.waitForTimeout(3_000);
  const longest = await page.evaluate(() => window.longest);
  await shell.stop();
  return { usable, longest };
}

async function prepareBook(input, name, accounts, rows) {
  const folder = join(input.work, name);
  const paths = await writeBook(input, accounts, rows);
  const shell = await startShell({ place: input.place, folder });
  const page = await shell.openBench();
  const files = [
    await shell.upload(paths.accounts, 'accounts.csv'),
    await shell.upload(paths.usage, 'usage.csv'),
  ];
  await page.evaluate((given) => window.bench.importBook(given), files);
  const { port } = shell;
  await shell.stop();
  // The first start after an import is not the one that is measured: it takes its snapshot.
  await startOnce(input.place, folder, port);
  return { folder, port };
}

export async function coldStart(input) {
  const rows = Number(process.env.KIZUNA_BENCH_START_ROWS ?? 1_000_000);
  const small = await prepareBook(input, 'small-book', 100, 1_000);
  const large = await prepareBook(input, 'large-book', 10_000, rows);
  const times = { small: [], large: [], longest: [] };
  for (let n = 0; n < SAMPLES; n++) {
    times.small.push((await startOnce(input.place, small.folder, small.port)).usable);
    const { usable, longest } = await startOnce(input.place, large.folder, large.port);
    times.large.push(usable);
    times.longest.push(longest);
  }
  for (const { folder } of [small, large]) rmSync(folder, { recursive: true, force: true });
  return [
    figure({
      name: 'cold-start',
      value: median(times.large),
      unit: 'ms',
      reference: median(times.small),
      ratio: median(times.large) / median(times.small),
      goal: '≤ 1.1',
      samples: SAMPLES,
    }),
    figure({
      name: 'cold-start-longest-ui-task',
      value: median(times.longest),
      unit: 'ms',
      samples: SAMPLES,
    }),
  ];
}

/** The scripts that the page loads before anything is asked for: the entry and what it imports statically. */
export async function startUpBytes({ root }) {
  const folder = join(root, 'out/renderer');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const queue = [...html.matchAll(/(?:src|href)="\/?(assets\/[^"]+\.js)"/g)].map((found) => found[1]);
  const seen = new Set();
  let bytes = 0;
  while (queue.length > 0) {
    const name = queue.pop();
    if (seen.has(name)) continue;
    seen.add(name);
    bytes += statSync(join(folder, name)).size;
    const text = readFileSync(join(folder, name), 'utf8');
    for (const found of text.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^'"()]*?from\s*)?["']\.\/([^"']+\.js)["']/g,
    ))
      queue.push(`assets/${found[1]}`);
  }
  return [
    figure({ name: 'start-up-bytes', value: bytes / 1000, unit: 'kB minified', goal: '≤ 450', samples: 1 }),
  ];
}

/** Search over 100,000 and 500,000 notes, half Japanese: found against a plain scan, speed against scan and MiniSearch, size. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { figure, median, percentile } from './figures.mjs';
import { startShell } from './shell.mjs';

const NOTES = Number(process.env.KIZUNA_BENCH_NOTES ?? 100_000);
const TIMES = 5;
/** Notes that an import brings. */
const IMPORTED = 5_000;
const MEGABYTE = 1024 * 1024;

async function call(page, name, ...values) {
  return page.evaluate(([work, given]) => window.bench[work](...given), [name, values]);
}

/** A fresh page: nothing of the step before is in memory. */
async function fresh(shell) {
  await shell.page.goto(`${shell.origin}/bench.html`);
  await shell.page.waitForFunction(() => 'bench' in window);
  return shell.page;
}

async function heapOf(shell, page) {
  const session = await shell.context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize + backingStorageSize;
}

/** What holding the open index, after all queries, adds to the heap. */
async function heldHeap(shell) {
  const page = await fresh(shell);
  const before = await heapOf(shell, page);
  await call(page, 'hold', NOTES);
  return (await heapOf(shell, page)) - before;
}

export async function search(input) {
  const folder = join(input.work, 'search');
  const shell = await startShell({ place: input.place, folder });
  try {
    let page = await shell.openBench();
    const text = await call(page, 'writeNotes', NOTES);
    const built = await call(page, 'buildIndex', NOTES);
    page = await fresh(shell);
    const first = [];
    for (let i = 0; i < TIMES; i++) first.push(await call(page, 'firstQuery', NOTES));
    const ours = await call(page, 'queries', NOTES);
    const sizes = await call(page, 'indexBytes', NOTES);
    const bytes = Object.values(sizes).reduce((sum, each) => sum + each, 0);
    const heap = await heldHeap(shell);
    page = await fresh(shell);
    const oracle = await call(page, 'oracle', NOTES);
    for (const line of oracle.wrong) console.error(`search: not as the scan: ${line}`);
    page = await fresh(shell);
    const scans = await call(page, 'scans', NOTES);
    const mini = await call(page, 'miniSearch', NOTES);
    page = await fresh(shell);
    await call(page, 'importNotes', NOTES, IMPORTED);
    page = await fresh(shell);
    const caught = await call(page, 'catchUp', NOTES);
    await call(page, 'forgetNotes', NOTES);

    page = await fresh(shell);
    const many = NOTES * 5;
    await call(page, 'writeNotes', many);
    const builtMany = await call(page, 'buildIndex', many);
    page = await fresh(shell);
    const oursMany = await call(page, 'queries', many);

    const p95 = percentile(ours.all, 0.95);
    const miniP95 = percentile(mini.times, 0.95);
    const samples = ours.all.length;
    return [
      figure({ name: 'search-recall', value: oracle.recall, unit: 'of 1', goal: '≥ 1', samples: 40 }),
      figure({ name: 'search-precision', value: oracle.precision, unit: 'of 1', goal: '≥ 1', samples: 40 }),
      figure({
        name: 'search-p95',
        value: p95,
        unit: 'ms',
        reference: miniP95,
        ratio: p95 / miniP95,
        goal: '≤ 0.1',
        samples,
      }),
      figure({
        name: 'search-p95-never-asked-before',
        value: percentile(ours.unseen, 0.95),
        unit: 'ms',
        reference: miniP95,
        ratio: percentile(ours.unseen, 0.95) / miniP95,
        samples: ours.unseen.length,
      }),
      figure({
        name: 'search-rare-words',
        value: percentile(ours.rare, 0.95),
        unit: 'ms',
        reference: median(scans.rare),
        ratio: percentile(ours.rare, 0.95) / median(scans.rare),
        goal: '≤ 0.25',
        samples: ours.rare.length,
      }),
      figure({
        name: 'search-first-query-after-start',
        value: median(first),
        unit: 'ms',
        reference: scans.cold,
        ratio: median(first) / scans.cold,
        goal: '≤ 0.25',
        samples: TIMES,
      }),
      figure({
        name: `search-p95-${many}-notes`,
        value: percentile(oursMany.all, 0.95),
        unit: 'ms',
        reference: p95,
        ratio: percentile(oursMany.all, 0.95) / p95,
        goal: '≤ 4',
        samples,
      }),
      figure({
        name: 'search-index-bytes',
        value: bytes / MEGABYTE,
        unit: 'MB',
        reference: text.bytes / MEGABYTE,
        ratio: bytes / text.bytes,
        goal: '≤ 0.3',
        samples: 1,
      }),
      figure({ name: 'search-heap', value: heap / MEGABYTE, unit: 'MB', goal: '≤ 40', samples: 1 }),
      figure({
        name: 'search-longest-ui-task',
        value: Math.max(built.longest, caught.longest),
        unit: 'ms',
        goal: '≤ 50',
        samples: 2,
      }),
      figure({
        name: 'search-every-match-p95',
        value: percentile(oracle.everything, 0.95),
        unit: 'ms',
        samples: oracle.everything.length,
      }),
      figure({
        name: 'search-build',
        value: built.ms,
        unit: 'ms',
        reference: mini.build,
        ratio: built.ms / mini.build,
        samples: 1,
      }),
      figure({ name: `search-build-${many}-notes`, value: builtMany.ms, unit: 'ms', samples: 1 }),
      figure({ name: `search-catch-up-${IMPORTED}-notes`, value: caught.ms, unit: 'ms', samples: 1 }),
    ];
  } finally {
    await shell.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The accounts table with 10,000 rows: open, sort, filter and group beside the bare array operations on the same rows. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { figure, median } from './figures.mjs';
import { startShell } from './shell.mjs';

const ROWS = 10_000;
const SAMPLES = 7;

export async function accounts(input) {
  const folder = join(input.work, 'accounts');
  const shell = await startShell({ place: input.place, folder });
  const page = await shell.openBench();
  const times = await page.evaluate(
    ([count, samples]) => window.bench.accountOperations(count, samples),
    [ROWS, SAMPLES],
  );
  const tasks = await page.evaluate((count) => window.bench.accountScreenTasks(count), ROWS);
  await shell.stop();
  rmSync(folder, { recursive: true, force: true });
  // Shown columns are read into flat arrays while the screen is idle, before sort, filter and group are timed.
  return [
    ...times.map(({ name, ours, bare }) =>
      figure({
        name: `accounts-${name}`,
        value: median(ours),
        unit: 'ms',
        reference: median(bare),
        ratio: median(ours) / median(bare),
        goal: '≤ 2',
        samples: SAMPLES,
      }),
    ),
    figure({ name: 'accounts-longest-ui-task', value: tasks.longest, unit: 'ms', goal: '≤ 50', samples: 1 }),
  ];
}

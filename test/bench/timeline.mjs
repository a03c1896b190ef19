/** The timeline of an account with 200,000 entries beside that of one with 200, in the same page and run. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { figure, median } from './figures.mjs';
import { startShell } from './shell.mjs';

const SHORT = 200;
const LONG = 200_000;
const SAMPLES = 9;
const FRAMES = 600;
/** 9,000 pixels a second at 60 frames: a fast wheel. */
const PIXELS = 150;

const COMPARED = [
  { name: 'timeline-first-paint', call: 'timelineFirstPaint', goal: '≤ 1.5' },
  { name: 'timeline-filter-by-lane', call: 'timelineByLane', goal: '≤ 1.5' },
  { name: 'timeline-filter-by-kind', call: 'timelineByKind', goal: '≤ 1.5' },
  // Five entries, a year apart each: they are looked for through all of the history.
  { name: 'timeline-filter-by-rare-kind', call: 'timelineByRareKind', goal: '≤ 2' },
];

export async function timeline(input) {
  const folder = join(input.work, 'timeline');
  const shell = await startShell({ place: input.place, folder });
  const page = await shell.openBench();
  await page.evaluate(([short, long]) => window.bench.timelineSeed(short, long), [SHORT, LONG]);
  const figures = [];
  for (const { name, call, goal } of COMPARED) {
    const times = { short: [], long: [] };
    // The first round only warms up both; then one after the other, so that both meet the same machine.
    for (let round = -1; round < SAMPLES; round++) {
      for (const size of ['short', 'long']) {
        const took = await page.evaluate(([what, which]) => window.bench[what](which), [call, size]);
        if (round >= 0) times[size].push(took);
      }
    }
    figures.push(
      figure({
        name,
        value: median(times.long),
        unit: 'ms',
        reference: median(times.short),
        ratio: median(times.long) / median(times.short),
        goal,
        samples: SAMPLES,
      }),
    );
  }
  const scrolled = await page.evaluate(
    ([frames, pixels]) => window.bench.timelineScroll(frames, pixels),
    [FRAMES, PIXELS],
  );
  await page.evaluate(() => window.bench.timelineEnd());
  await shell.stop();
  rmSync(folder, { recursive: true, force: true });
  figures.push(
    figure({
      name: 'timeline-scroll-blank-frames',
      value: scrolled.blank,
      unit: `of ${scrolled.frames} frames, ${Math.round(scrolled.pixels)} px`,
      goal: '≤ 0',
      samples: scrolled.frames,
    }),
    figure({
      name: 'timeline-scroll-longest-task',
      value: scrolled.longest,
      unit: 'ms',
      goal: '≤ 50',
      samples: 1,
    }),
  );
  return figures;
}

/** Health of 10,000 accounts: scores from what is stored beside reading the account list, a changed weight, a saved note. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { figure, median, percentile } from './figures.mjs';
import { startShell } from './shell.mjs';

const ACCOUNTS = Number(process.env.KIZUNA_BENCH_ACCOUNTS ?? 10_000);
const STARTS = 5;
const WEIGHTS = 30;
const SAVES = 5;
const NOTES = 40;
const TWO_FRAMES_MS = 33.4;

export async function health(input) {
  const folder = join(input.work, 'health');
  const shell = await startShell({ place: input.place, folder });
  try {
    const page = await shell.openBench();
    const call = (name, ...values) =>
      page.evaluate(([work, given]) => window.bench[work](...given), [name, values]);
    const first = await call('seedHealth', ACCOUNTS);
    const starts = await call('healthStarts', STARTS);
    const opening = await call('openHealth');
    const pure = await call('pureWeights', WEIGHTS);
    const findings = await call('findings', WEIGHTS);
    const notes = await call('savedNotes', NOTES);
    const saves = await call('savedWeights', SAVES);
    const score = median(pure.score);
    const sort = median(pure.sort);
    return [
      figure({ name: 'health-first-scoring', value: first, unit: 'ms', samples: 1 }),
      figure({
        name: 'health-scores-from-store',
        value: median(starts.ours),
        unit: `ms for ${starts.measures} measures`,
        reference: median(starts.list),
        ratio: median(starts.ours) / median(starts.list),
        goal: '≤ 1.5',
        samples: STARTS,
      }),
      figure({
        name: 'health-weight-score',
        value: score,
        unit: 'ms',
        reference: median(pure.bareScore),
        ratio: score / median(pure.bareScore),
        samples: WEIGHTS,
      }),
      figure({
        name: 'health-weight-order',
        value: sort,
        unit: 'ms',
        reference: median(pure.bareSort),
        ratio: sort / median(pure.bareSort),
        samples: WEIGHTS,
      }),
      figure({
        name: 'health-weight-two-frames',
        value: score + sort,
        unit: 'ms',
        goal: `≤ ${TWO_FRAMES_MS}`,
        samples: WEIGHTS,
      }),
      figure({
        name: 'health-findings',
        value: median(findings.rules),
        unit: `ms for ${findings.found} alerts and contradictions`,
        reference: median(findings.score),
        ratio: median(findings.rules) / median(findings.score),
        goal: '≤ 2',
        samples: WEIGHTS,
      }),
      figure({ name: 'health-findings-gather', value: findings.gather, unit: 'ms', samples: 1 }),
      figure({ name: 'health-weight-saved', value: median(saves.times), unit: 'ms', samples: SAVES }),
      figure({
        name: 'health-note-to-score',
        value: percentile(notes.times, 0.95),
        unit: 'ms p95',
        goal: '≤ 1000',
        samples: NOTES,
      }),
      ...[
        ['start', opening],
        ['notes', notes.longest],
        ['weights', saves.longest],
      ].map(([name, value]) =>
        figure({ name: `health-longest-ui-task-${name}`, value, unit: 'ms', goal: '≤ 50', samples: 1 }),
      ),
    ];
  } finally {
    await shell.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

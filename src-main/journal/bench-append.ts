/** How long an append takes from call to "on disk", beside a bare append and fdatasync of the same bytes. */
import { appendFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { systemClock } from '#shared/base/clock.ts';
import type { Operation } from '#shared/model/operation.ts';
import { FRAME_HEAD } from './frame.ts';
import { createJournalServices } from './journal-services.ts';

export interface AppendFigures {
  /** Milliseconds, 95th of 100. */
  readonly journalP95: number;
  readonly bareP95: number;
  readonly ratio: number;
  readonly samples: number;
}

/** What a key stroke appends. */
function keyStroke(i: number): Operation {
  const change = {
    type: 'text',
    table: 'activities',
    id: 'ac_bench',
    field: 'body',
    at: i,
    remove: '',
    insert: 'あ',
  } as const;
  return { id: `bench-${String(i).padStart(8, '0')}`, at: i, intent: 'note.type', changes: [change] };
}

function p95(samples: number[]): number {
  return (
    samples.sort((a, b) => a - b)[Math.min(samples.length - 1, Math.floor(samples.length * 0.95))] ??
    Number.NaN
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** One call at a time, the two in turn, so that both meet the same disk. `folder` must exist and be empty. */
export async function benchAppend(folder: string, samples = 500): Promise<AppendFigures> {
  const journal = createJournalServices({
    dataDir: join(folder, 'data'),
    clock: systemClock,
    newId: () => 'bench',
  });
  const barePath = join(folder, 'bare');
  appendFileSync(barePath, '');
  const bare = await open(barePath, 'a');
  const journalTimes: number[] = [];
  const bareTimes: number[] = [];
  // The first append makes the segment; it is not what is measured.
  await journal['journal.append']({ operations: [keyStroke(0)] });
  for (let i = 1; i <= samples; i++) {
    const operation = keyStroke(i);
    const bytes = Buffer.alloc(FRAME_HEAD + Buffer.byteLength(JSON.stringify(operation)), 0x61);
    journalTimes.push(await timed(() => journal['journal.append']({ operations: [operation] })));
    bareTimes.push(
      await timed(async () => {
        await bare.appendFile(bytes);
        await bare.datasync();
      }),
    );
  }
  await bare.close();
  await journal.close();
  rmSync(barePath);
  const journalP95 = p95(journalTimes);
  const bareP95 = p95(bareTimes);
  return { journalP95, bareP95, ratio: journalP95 / bareP95, samples };
}

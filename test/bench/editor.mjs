/** A key press until its character is on the screen, in a long note with saves on their way, beside an empty note at rest. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { figure, percentile } from './figures.mjs';
import { startShell } from './shell.mjs';

const CHARACTERS = 20_000;
const PENDING = 100;
const ROUNDS = 3;
const WORDS = 'the quick brown fox jumps over the lazy dog and writes it all down '.repeat(2);
/** A quick typist's pause between two keys, milliseconds. */
const PAUSE = 40;

async function typeInto(shell, characters, pending) {
  const page = await shell.openBench();
  await page.evaluate(([c, p]) => window.bench.openEditor(c, p), [characters, pending]);
  await page.keyboard.type('warm up ', { delay: PAUSE });
  await page.keyboard.type(WORDS, { delay: PAUSE });
  const { times, saved } = await page.evaluate(() => window.bench.closeEditor());
  if (!saved.includes(WORDS.trim())) throw new Error('what was typed is not what was saved');
  return times.slice(8);
}

export async function editor(input) {
  const folder = join(input.work, 'editor');
  const shell = await startShell({ place: input.place, folder });
  const empty = [];
  const full = [];
  for (let round = 0; round < ROUNDS; round++) {
    empty.push(...(await typeInto(shell, 0, 0)));
    full.push(...(await typeInto(shell, CHARACTERS, PENDING)));
  }
  await shell.stop();
  rmSync(folder, { recursive: true, force: true });
  const value = percentile(full, 0.95);
  const reference = percentile(empty, 0.95);
  return [
    figure({
      name: 'editor-key-to-screen',
      value,
      unit: 'ms p95',
      reference,
      ratio: value / reference,
      goal: '≤ 1.5',
      samples: full.length,
    }),
  ];
}

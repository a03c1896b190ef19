import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAll, services, temporaryFolder } from './journal-fakes.ts';

const ROUNDS = 20;
const program = temporaryFolder();
const data = temporaryFolder();

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('./journal-kill-child.ts', import.meta.url)),
      outDir: program.path,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
}, 60_000);

afterAll(() => {
  program.remove();
  data.remove();
});

/** Starts the child, kills it `wait` milliseconds after its first acknowledgement, answers what it had printed. */
function runAndKill(round: number, wait: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`${program.path}/child.mjs`, data.path, String(round)]);
    let printed = '';
    let failed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      if (printed === '') setTimeout(() => child.kill('SIGKILL'), wait);
      printed += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      failed += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the child ended by itself: ${failed}`));
      // The last line may be cut off by the kill; what is whole was acknowledged.
      else resolve(printed.split('\n').slice(0, -1));
    });
  });
}

it('holds every acknowledged operation once after SIGKILL, round after round', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const printed = await runAndKill(round, (round * 53) % 120);
    expect(printed.length).toBeGreaterThan(0);
    acknowledged.push(...printed);
    const journal = services(data.path);
    const found = await readAll(journal);
    const ids = new Set(found.map(({ id }) => id));
    expect(ids.size).toBe(found.length);
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    for (let i = 1; i < found.length; i++) expect(found[i]!.seq).toBeGreaterThan(found[i - 1]!.seq);
    // Per lane in the order in which it was typed, without a hole.
    for (let lane = 0; lane < 4; lane++) {
      const numbers = [...ids].filter((id) => id.startsWith(`round${round}-lane${lane}-`));
      expect(numbers.map((id) => Number(id.split('-')[2]))).toEqual(numbers.map((_, i) => i));
    }
    await journal.close();
  }
}, 120_000);

/** `npm start` refuses what it does not know before it installs, builds or opens anything. */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { USAGE } from '#main/shells/command-line.ts';

const root = resolve(import.meta.dirname, '../..');

function start(...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const done = spawnSync(process.execPath, [join(root, 'scripts/start.mjs'), ...args], { encoding: 'utf8' });
  return { code: done.status, stdout: done.stdout, stderr: done.stderr };
}

it('tells the same flags as the shells', () => {
  expect(start('--help')).toEqual({ code: 0, stdout: `${USAGE}\n`, stderr: '' });
});

it.each([
  [['--prot', '1']],
  [['--port']],
  [['--port', 'x']],
  [['--lang', 'fr']],
  [['--data-dir', '--no-open']],
  [['stray']],
])('refuses %j', (args) => {
  const { code, stdout, stderr } = start(...args);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(USAGE);
});

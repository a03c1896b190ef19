/** Brings `out/` up to date before the first test; does nothing when it is. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export default function buildOnce(): void {
  const script = resolve(import.meta.dirname, '../../scripts/build.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('The build failed; see above.');
}

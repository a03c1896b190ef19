/** Brings `out/` up to date before the first test; does nothing when it is. Makes the folder for what a run shares. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export default function buildOnce(): () => void {
  const script = resolve(import.meta.dirname, '../../scripts/build.mjs');
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('The build failed; see above.');
  // Of this run only: another build may store other things.
  const folder = mkdtempSync(join(tmpdir(), 'kizuna-e2e-run-'));
  process.env.KIZUNA_E2E_RUN = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Finds the Electron program, or says why there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { digest, recall, remember, root, say } from './build.mjs';

const PATIENCE_MS = 60_000;

/** The Electron program, or why there is none. A download that failed is not tried again for this version. */
export function findElectron({ retry = false } = {}) {
  const require = createRequire(join(root, 'package.json'));
  let folder;
  let version;
  try {
    folder = dirname(require.resolve('electron/package.json'));
    version = require('electron/package.json').version;
  } catch {
    return { reason: 'the electron package is not installed' };
  }
  const program = () => {
    const name = join(folder, 'path.txt');
    if (!existsSync(name)) return undefined;
    const path = join(folder, 'dist', readFileSync(name, 'utf8'));
    return existsSync(path) ? path : undefined;
  };
  const there = program();
  if (there !== undefined) return { program: there };
  const key = digest(version, process.platform, process.arch);
  if (!retry && recall('electron-failed') === key) return { reason: 'its download failed before' };
  say('Fetching Electron (once)…');
  const tried = spawnSync(process.execPath, [join(folder, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  const fetched = tried.status === 0 ? program() : undefined;
  if (fetched !== undefined) return { program: fetched };
  remember('electron-failed', key);
  return { reason: 'its program could not be downloaded' };
}

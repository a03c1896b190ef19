/** `npm run verify-electron`: drives the real Electron through the checks of test/e2e-electron. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build, fail, install, root } from './build.mjs';
import { findElectron } from './electron-program.mjs';

install();
build();
const { program, reason } = findElectron({ retry: true });
if (program === undefined) {
  fail(
    `Electron cannot be verified here: ${reason}.\n` +
      'The bundle is tested on a double by `npm test`; run this on a machine that can have Electron.',
  );
}
const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
const config = join(root, 'test', 'e2e-electron', 'playwright.config.ts');
const done = spawnSync(process.execPath, [cli, 'test', '--config', config, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, KIZUNA_ELECTRON: program },
});
process.exit(done.status ?? 1);

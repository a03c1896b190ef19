/** `npm start`: installs and builds what is missing or stale, then opens Kizuna in Electron or in the browser shell. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, fail, install, root, say } from './build.mjs';
import { findElectron } from './electron-program.mjs';

const USAGE = `Usage: npm start -- [flags]
  --browser        use the browser shell even where Electron is there
  --port N         port of the browser shell (default 5230)
  --data-dir DIR   data folder (default: the platform's own place)
  --no-open        serve only, open no window
  --lang en|ja     language (default: the system's)`;

function checkFlags(args) {
  const withValue = { '--port': /^\d{1,5}$/, '--data-dir': /^(?!--)./, '--lang': /^(?:en|ja)$/ };
  for (let i = 0; i < args.length; i++) {
    const [flag, inline] = args[i].split(/=(.*)/s, 2);
    if (flag === '--help' || flag === '-h') {
      process.stdout.write(`${USAGE}\n`);
      process.exit(0);
    }
    if (inline === undefined && (flag === '--browser' || flag === '--no-open')) continue;
    const shape = withValue[flag];
    if (shape === undefined) fail(`Unknown flag ${args[i]}\n${USAGE}`, 2);
    const value = inline ?? args[++i];
    if (value === undefined || !shape.test(value)) fail(`${flag} needs a value that fits\n${USAGE}`, 2);
  }
}

/** Electron on a Linux without a display cannot show anything. */
function noDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

function choose(args) {
  if (args.includes('--browser')) return { reason: '--browser was given' };
  // Electron is its window; only the server can run without one.
  if (args.includes('--no-open')) return { reason: '--no-open was given' };
  if (noDisplay()) return { reason: 'this machine has no display' };
  return findElectron();
}

function run(program, args) {
  const child = spawn(program, args, { cwd: process.cwd(), stdio: 'inherit' });
  // Ctrl+C reaches the child by itself; a signal sent to us alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(error.message));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)));
}

const args = process.argv.slice(2);
checkFlags(args);
install();
build();
const { program, reason } = choose(args);
if (program === undefined) {
  say(`Opening in the browser shell: ${reason}.`);
  run(process.execPath, [join(root, 'out', 'main', 'browser.js'), ...args]);
} else {
  say('Opening in Electron.');
  run(program, [root, ...args]);
}

/** `npm start`: installs and builds what is missing or stale, then opens Kizuna in Electron or in the browser shell. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, fail, install, root, say } from './build.mjs';
import { findElectron } from './electron-program.mjs';

/** An end within this time counts as a failure to start. */
const EARLY_MS = 10_000;

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

/** Resolves with how the program ended; a signal sent to us alone is passed on, Ctrl+C reaches it by itself. */
function run(program, args) {
  return new Promise((resolve) => {
    const startedAt = Date.now();
    const child = spawn(program, args, { stdio: 'inherit' });
    let told = false;
    const pass = (signal) => {
      told = true;
      child.kill(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass);
    const end = (how) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, pass);
      resolve({ ...how, told, early: Date.now() - startedAt < EARLY_MS });
    };
    child.on('error', (error) => end({ code: 1, signal: null, error }));
    child.on('exit', (code, signal) => end({ code, signal }));
  });
}

async function openBrowserShell(args, reason) {
  say(`Opening in the browser shell: ${reason}.`);
  const { code, error } = await run(process.execPath, [join(root, 'out', 'main', 'browser.js'), ...args]);
  if (error !== undefined) say(error.message);
  process.exit(code ?? 1);
}

/** A program that cannot even begin (no sandbox, missing libraries) dies at once and not by its own will. */
const diedAtOnce = ({ code, signal, error, told, early }) =>
  error !== undefined || (early && !told && (signal !== null || code >= 126));

const args = process.argv.slice(2);
checkFlags(args);
install();
build();
const { program, reason } = choose(args);
if (program === undefined) {
  await openBrowserShell(args, reason);
} else {
  say('Opening in Electron.');
  const ended = await run(program, [root, ...args]);
  if (!diedAtOnce(ended)) process.exit(ended.code ?? 1);
  await openBrowserShell(
    args,
    `Electron could not start here (${ended.error?.message ?? ended.signal ?? ended.code})`,
  );
}

/** `npm start`: installs and builds what is missing or stale, then opens Kizuna in Electron or in the browser shell. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const cache = join(modules, '.cache', 'kizuna');
const ELECTRON_PATIENCE_MS = 60_000;

const USAGE = `Usage: npm start -- [flags]
  --browser        use the browser shell even where Electron is there
  --port N         port of the browser shell (default 5230)
  --data-dir DIR   data folder (default: the platform's own place)
  --no-open        do not open a browser window
  --lang en|ja     language (default: the system's)`;

/** Everything for the reader goes to stderr: the ready line is the only one on stdout. */
const say = (text) => process.stderr.write(`${text}\n`);

function fail(text, code = 1) {
  say(text);
  process.exit(code);
}

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

function remember(name, text) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, name), text);
}

function recall(name) {
  const path = join(cache, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

const digest = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

function install() {
  const lock = digest(readFileSync(join(root, 'package-lock.json')));
  const installed = existsSync(join(modules, 'vite', 'package.json'));
  if (installed && recall('install') === lock) return;
  // A tree that npm itself put there from this lock file needs no second install.
  if (installed && recall('install') === undefined && treeMatchesLock()) return remember('install', lock);
  say('Installing packages (once)…');
  const npm = process.env.npm_execpath;
  const [program, args] = npm
    ? [process.execPath, [npm]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const done = spawnSync(program, [...args, 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: npm === undefined && process.platform === 'win32',
  });
  if (done.status !== 0) fail('npm ci failed; see above.');
  remember('install', lock);
}

/** npm writes what it installed to node_modules/.package-lock.json. */
function treeMatchesLock() {
  try {
    const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
    const wanted = read(join(root, 'package-lock.json'));
    const there = read(join(modules, '.package-lock.json'));
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

/** All that goes into the build; a test file that changes does not make it stale. */
function* sources() {
  const walk = function* (folder) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) yield* walk(path);
      else if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) yield path;
    }
  };
  for (const folder of ['src-main', 'src-renderer', 'src-shared']) yield* walk(folder);
  yield* [
    'electron.vite.config.ts',
    'package.json',
    'package-lock.json',
    'scripts/licences.ts',
    'tsconfig.base.json',
  ];
}

function build() {
  const hash = createHash('sha256');
  for (const path of [...sources()].sort())
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  const stamp = hash.digest('hex');
  const built = [
    'out/main/browser.js',
    'out/main/electron.js',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
  ];
  const stampFile = join(root, 'out', 'stamp');
  const isThere = built.every((path) => existsSync(join(root, path))) && existsSync(stampFile);
  if (isThere && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Building…');
  const cli = join(modules, 'electron-vite', 'bin', 'electron-vite.js');
  const done = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) fail('The build failed; see above.');
  writeFileSync(stampFile, stamp);
}

/** The Electron program, or why there is none. A download that failed is not tried again for this version. */
function findElectron() {
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
  if (recall('electron-failed') === key) return { reason: 'its download failed before' };
  say('Fetching Electron (once)…');
  const tried = spawnSync(process.execPath, [join(folder, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: ELECTRON_PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  const fetched = tried.status === 0 ? program() : undefined;
  if (fetched !== undefined) return { program: fetched };
  remember('electron-failed', key);
  return { reason: 'its program could not be downloaded' };
}

/** Electron on a Linux without a display cannot show anything. */
function noDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

function choose(args) {
  if (args.includes('--browser')) return { reason: '--browser was given' };
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

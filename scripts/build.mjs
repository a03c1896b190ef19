/** Brings `node_modules` and `out` up to date with the sources; needs nothing but Node. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const cache = join(modules, '.cache', 'kizuna');

/** Everything for the reader goes to stderr: the ready line of `npm start` is the only one on stdout. */
export const say = (text) => process.stderr.write(`${text}\n`);

export function fail(text, code = 1) {
  say(text);
  process.exit(code);
}

/** Small notes beside the packages; they go when the packages go. */
export function remember(name, text) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, name), text);
}

export function recall(name) {
  const path = join(cache, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

export const digest = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

export function install() {
  const lock = digest(readFileSync(join(root, 'package-lock.json')));
  const installed = existsSync(join(modules, 'vite', 'package.json'));
  if (installed && recall('install') === lock) return;
  // A tree that npm itself put there from this lock file needs no second install.
  if (installed && treeMatchesLock()) return remember('install', lock);
  say('Installing packages (once)…');
  // A registry that lacks some packages of other platforms leaves gaps in the lock file that `npm ci` stumbles over;
  // `npm install` takes the same versions and closes the gaps.
  const exact = npm('ci');
  if (exact.status !== 0) {
    const closing = npm('install', '--no-save');
    if (closing.status !== 0)
      fail(`${exact.stderr}\n${closing.stderr}\nThe packages could not be installed; see above.`);
  }
  remember('install', lock);
}

function npm(...command) {
  const path = process.env.npm_execpath;
  const [program, first] = path
    ? [process.execPath, [path]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  return spawnSync(program, [...first, ...command, '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    shell: path === undefined && process.platform === 'win32',
  });
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

export function build() {
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
  // A build that breaks off leaves a mixture behind; without the stamp nobody takes it for a whole one.
  rmSync(stampFile, { force: true });
  const cli = join(modules, 'electron-vite', 'bin', 'electron-vite.js');
  const done = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) fail('The build failed; see above.');
  writeFileSync(stampFile, stamp);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  install();
  build();
}

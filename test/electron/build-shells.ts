/** Builds main and preload with the real configuration into a folder of its own, once per state of the sources. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { resolveConfig } from 'electron-vite';
import { mergeConfig, build as viteBuild } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules', '.cache', 'kizuna', 'test-shells');

export interface BuiltShells {
  /** `out/main/electron.js` and so on below it, with a small page in place of the renderer. */
  readonly folder: string;
  readonly electron: string;
  readonly browser: string;
  readonly preload: string;
}

function stamp(): string {
  const hash = createHash('sha256');
  for (const folder of ['src-main', 'src-shared', 'src-renderer/platform', 'test/electron']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.endsWith('.test.ts')) continue;
      const path = join(entry.parentPath, entry.name);
      hash.update(path).update(readFileSync(path));
    }
  }
  for (const name of ['electron.vite.config.ts', 'package.json']) hash.update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 20);
}

const PAGE = `<!doctype html><title>Kizuna fixture</title><script type="module" src="/assets/attach.js"></script>`;

/** The page of the fixture; its assets stand for hashed ones, the file beside the folder for what must stay hidden. */
function writeFixture(folder: string): void {
  mkdirSync(join(folder, 'out/renderer/assets'), { recursive: true });
  mkdirSync(join(folder, 'resources/sample-company'), { recursive: true });
  writeFileSync(join(folder, 'out/renderer/index.html'), PAGE);
  const attach = "import * as bridge from './bridge.js'; Object.assign(window, { bridge });";
  writeFileSync(join(folder, 'out/renderer/assets/attach.js'), attach);
  writeFileSync(join(folder, 'out/renderer/assets/app-1a2b3c.js'), 'export {};');
  writeFileSync(join(folder, 'out/secret.json'), '{"secret":true}');
  writeFileSync(join(folder, 'resources/sample-company/accounts.csv'), 'id,name\n1,Acme\n');
  writeFileSync(join(folder, 'resources/sample-company/plan.json'), '{"tables":[]}');
}

/** The real bridge as a module for the page of the fixture, which puts it into `window.bridge`. */
async function buildBridge(outDir: string): Promise<void> {
  const entry = join(root, 'src-renderer/platform/bridge.ts');
  await viteBuild({
    root,
    configFile: false,
    logLevel: 'error',
    build: { outDir, target: 'chrome120', lib: { entry, formats: ['es'], fileName: () => 'bridge.js' } },
  });
}

export async function buildShells(): Promise<BuiltShells> {
  const folder = join(cache, stamp());
  if (!existsSync(folder)) {
    const building = `${folder}-${process.pid}`;
    const configFile = join(root, 'electron.vite.config.ts');
    const { config } = await resolveConfig({ configFile, root, logLevel: 'error' }, 'build', 'production');
    for (const part of ['main', 'preload'] as const) {
      const outDir = join(building, 'out', part);
      await viteBuild(
        mergeConfig(config?.[part] ?? {}, { configFile: false, build: { outDir, emptyOutDir: true } }),
      );
    }
    writeFileSync(join(building, 'package.json'), '{"type":"module"}');
    await buildBridge(join(building, 'out/renderer/assets'));
    writeFixture(building);
    // Builds of an hour ago are nobody's any more; a younger one may be in use by another run.
    for (const old of readdirSync(cache)) {
      const path = join(cache, old);
      if (Date.now() - statSync(path).mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true });
    }
    // Another test file may have been faster; its build is the same.
    if (existsSync(folder)) rmSync(building, { recursive: true, force: true });
    else renameSync(building, folder);
  }
  return {
    folder,
    electron: join(folder, 'out/main/electron.js'),
    browser: join(folder, 'out/main/browser.js'),
    preload: join(folder, 'out/preload/preload.cjs'),
  };
}

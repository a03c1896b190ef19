/** The Electron shell for real: origin, isolation, policy, files, guards, and data that survives a restart. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const executablePath = process.env.KIZUNA_ELECTRON;

let dataDir = '';
let app: ElectronApplication;
let page: Page;

async function start(): Promise<void> {
  if (executablePath === undefined) {
    throw new Error('There is no Electron program; start these checks with `npm run verify-electron`.');
  }
  app = await _electron.launch({
    executablePath,
    args: [root, '--data-dir', dataDir, '--lang', 'en'],
    cwd: root,
  });
  page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
}

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kizuna-e2e-'));
  await start();
});

test.afterAll(async () => {
  await app?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('the page has its own origin and nothing of Node', async () => {
  const found = await page.evaluate(() => ({
    origin: location.origin,
    secure: isSecureContext,
    api: Object.keys(Reflect.get(window, 'kizuna') ?? {}).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
  }));
  expect(found).toEqual({ origin: 'app://kizuna', secure: true, api: ['call', 'subscribe'], node: [] });
});

test('the policy stops inline code, eval and foreign connections', async () => {
  const found = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.head.append(script);
    let evaluated = true;
    try {
      Function('return 1')();
    } catch {
      evaluated = false;
    }
    const reached = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    return { injected: 'injected' in window, evaluated, reached };
  });
  expect(found).toEqual({ injected: false, evaluated: false, reached: false });
});

test('bytes go in by slices and come back as a stream', async () => {
  const same = await page.evaluate(async () => {
    const part = new Uint8Array(4 * 1024 * 1024).map((_, i) => i % 251);
    const size = part.length * 2;
    const first = await fetch(`/files?name=a.csv&size=${size}&at=0`, {
      method: 'PUT',
      body: new Blob([part]),
    });
    const { upload } = await first.json();
    const query = `name=a.csv&size=${size}&at=${part.length}&upload=${upload}`;
    const last = await fetch(`/files?${query}`, { method: 'PUT', body: new Blob([part]) });
    const { ticket } = await last.json();
    const back = new Uint8Array(await (await fetch(`/files/${ticket}`)).arrayBuffer());
    return back.length === size && back.every((byte, i) => byte === part[i % part.length]);
  });
  expect(same).toBe(true);
});

test('the page cannot leave, open windows or get permissions', async () => {
  await page.evaluate(() => {
    location.href = 'file:///etc/passwd';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toMatch(/^app:\/\/kizuna\//);
  expect(await page.evaluate(() => window.open('app://kizuna/') === null)).toBe(true);
  expect(app.windows()).toHaveLength(1);
  const permission = await page.evaluate(() => Notification.requestPermission());
  expect(permission).toBe('denied');
});

test('the database of the origin is there after a restart', async () => {
  const write = () =>
    new Promise<void>((done, failed) => {
      const opening = indexedDB.open('verify-electron', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
        transaction.objectStore('rows').put('kept', 1);
        transaction.oncomplete = () => done();
        transaction.onerror = () => failed(transaction.error);
      };
    });
  const read = () =>
    new Promise<unknown>((done, failed) => {
      const opening = indexedDB.open('verify-electron', 1);
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const asking = opening.result.transaction('rows').objectStore('rows').get(1);
        asking.onsuccess = () => done(asking.result);
        asking.onerror = () => failed(asking.error);
      };
    });
  await page.evaluate(write);
  await app.close();
  await start();
  expect(await page.evaluate(read)).toBe('kept');
});

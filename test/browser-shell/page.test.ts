/** A real page in a real Chromium on the browser shell: the link, the session, the bridge and its files. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type RunningShell, startShell } from './run-shell.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

type BridgeModule = typeof import('#renderer/platform/bridge.ts');

const dataDir = mkdtempSync(join(tmpdir(), 'kizuna-page-'));
const complaints: string[] = [];
let browser: Browser;
let shell: RunningShell;
let page: Page;

const linkOf = ({ port, secret }: RunningShell): string => `http://127.0.0.1:${port}/#session=${secret}`;

beforeAll(async () => {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
  browser = await chromium.launch({
    args: ['--no-sandbox', '--disable-background-networking'],
    ...(system === undefined ? {} : { executablePath: system }),
  });
  shell = await startShell(dataDir);
});

afterAll(async () => {
  await browser.close();
  await shell.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function openPage(): Promise<void> {
  const context = await browser.newContext();
  page = await context.newPage();
  complaints.length = 0;
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(linkOf(shell));
  await page.waitForFunction(() => 'bridge' in window, undefined, { polling: 100 });
}

beforeEach(async () => {
  await page?.context().close();
  await openPage();
});

describe('the link', () => {
  it('is traded for a session and leaves nothing in the address', async () => {
    expect(page.url()).toBe(`http://127.0.0.1:${shell.port}/`);
    expect(complaints).toEqual([]);
    const again = await page.context().newPage();
    await again.goto(`http://127.0.0.1:${shell.port}/accounts`);
    expect(await again.title()).toBe('Kizuna fixture');
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });
  it('is asked for in both languages where it is missing or wrong', async () => {
    const context = await browser.newContext();
    const stranger = await context.newPage();
    for (const fragment of ['', '#session=wrong']) {
      await stranger.goto('about:blank');
      await stranger.goto(`http://127.0.0.1:${shell.port}/${fragment}`);
      await stranger.waitForFunction(() => document.querySelector('main:not([hidden])') !== null);
      const text = await stranger.evaluate(() => document.body.textContent);
      expect(text).toContain('npm start');
      expect(text).toContain('リンク');
    }
    await context.close();
  });
  it('lets no other page in, not even one of another port of this machine', async () => {
    const other = await startShell(mkdtempSync(join(tmpdir(), 'kizuna-other-')));
    const foreign = await page.context().newPage();
    await foreign.goto(linkOf(other));
    await foreign.waitForFunction(() => 'bridge' in window);
    const [embedded, read, socket] = await foreign.evaluate(async (port) => {
      const reads = await fetch(`http://127.0.0.1:${port}/files/x`).then(
        () => 'read',
        () => 'refused',
      );
      const opens = await new Promise<string>((resolve) => {
        const attempt = new WebSocket(`ws://127.0.0.1:${port}/link`);
        attempt.onopen = () => resolve('opened');
        attempt.onerror = () => resolve('refused');
      });
      return ['', reads, opens];
    }, shell.port);
    expect([embedded, read, socket]).toEqual(['', 'refused', 'refused']);
    await other.stop();
  });
});

describe('the bridge', () => {
  it('calls, and throws typed failures', async () => {
    const result = await page.evaluate(async () => {
      const { createBridge, BridgeError }: BridgeModule = Reflect.get(window, 'bridge');
      const bridge = createBridge();
      const info = await bridge.call('app.info', {});
      const failure = await bridge.call('snapshot.commit', { id: 'no', counts: {} }).catch((error) => error);
      const typed = failure instanceof BridgeError;
      return { shell: info.shell, licences: info.licences.length, typed, code: typed ? failure.code : '' };
    });
    expect(result).toMatchObject({ shell: 'browser', typed: true });
    expect(result.licences).toBeGreaterThan(10);
    expect(result.code).not.toBe('bug');
    expect(complaints).toEqual([]);
  });

  it('hands items over one at a time, and cancels', async () => {
    const result = await page.evaluate(async () => {
      const { createBridge, BridgeError }: BridgeModule = Reflect.get(window, 'bridge');
      const bridge = createBridge();
      for (let batch = 0; batch < 3; batch++) {
        const operations = Array.from({ length: 300 }, (_, i) => ({
          id: `page-${batch}-${i}-0`,
          at: 1,
          intent: 'edit',
          changes: [{ type: 'remove' as const, table: 'accounts', record: { id: 'a' } }],
        }));
        await bridge.call('journal.append', { operations });
      }
      let read = 0;
      let inside = 0;
      let overlapped = false;
      await bridge.subscribe('journal.read', { afterSeq: 0 }, async (items) => {
        inside += 1;
        overlapped ||= inside > 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        read += items.length;
        inside -= 1;
      });
      const abort = new AbortController();
      setTimeout(() => abort.abort(), 50);
      const cancelled = await bridge
        .subscribe('app.events', {}, () => {}, abort.signal)
        .catch((error) => error);
      const thrown = await bridge
        .subscribe('journal.read', { afterSeq: 0 }, () => {
          throw new Error('mine');
        })
        .catch((error) => String(error));
      return { read, overlapped, code: cancelled instanceof BridgeError ? cancelled.code : '', thrown };
    });
    expect(result).toEqual({ read: 900, overlapped: false, code: 'cancelled', thrown: 'Error: mine' });
  });

  it('uploads in slices with progress, reads back, and cancels', async () => {
    const result = await page.evaluate(async () => {
      const { createBridge, fileUrl, uploadFile, BridgeError }: BridgeModule = Reflect.get(window, 'bridge');
      const bytes = new Uint8Array(40 * 1024 * 1024);
      for (let i = 0; i < bytes.length; i += 4096) bytes[i] = (i / 4096) % 251;
      const progress: number[] = [];
      const ticket = await uploadFile(new File([bytes], 'große datei.csv'), (sent) => progress.push(sent));
      const back = new Uint8Array(await (await fetch(fileUrl(ticket.ticket))).arrayBuffer());
      const tail = await (await fetch(fileUrl(ticket.ticket, bytes.length - 2))).arrayBuffer();
      const empty = await uploadFile(new File([], 'empty.csv'));
      const abort = new AbortController();
      const refused = await uploadFile(
        new File([bytes], 'half.csv'),
        () => abort.abort(),
        abort.signal,
      ).catch((error) => error);
      await createBridge().call('files.release', { ticket: empty.ticket });
      const { files } = await createBridge().call('files.list', {});
      return {
        same: back.length === bytes.length && back.every((byte, i) => byte === bytes[i]),
        tail: tail.byteLength,
        progress: progress.map((sent) => sent / 1024 / 1024),
        emptySize: empty.size,
        code: refused instanceof BridgeError ? refused.code : '',
        names: files.map((file) => file.name),
      };
    });
    expect(result).toEqual({
      same: true,
      tail: 2,
      progress: [16, 32, 40],
      emptySize: 0,
      code: 'cancelled',
      names: ['große datei.csv'],
    });
    expect(complaints).toEqual([]);
  });

  it('comes back to the same server, and is lost to another start of it', async () => {
    await page.evaluate(async () => {
      const { createBridge, onLinkState }: BridgeModule = Reflect.get(window, 'bridge');
      const states: string[] = [];
      Object.assign(window, { states });
      onLinkState((state) => states.push(state));
      await createBridge().call('app.info', {});
    });
    const states = (): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'states') as string[]);
    expect((await states()).at(-1)).toBe('connected');

    const { port } = shell;
    await shell.stop();
    await vi.waitFor(async () => expect((await states()).at(-1)).toBe('reconnecting'), 5000);
    shell = await startShell(dataDir, ['--port', String(port)]);
    await vi.waitFor(async () => expect((await states()).at(-1)).toBe('lost'), 15_000);
    const code = await page.evaluate(async () => {
      const { createBridge }: BridgeModule = Reflect.get(window, 'bridge');
      return createBridge()
        .call('app.info', {})
        .catch((error) => error.code);
    });
    expect(code).toBe('closed');

    // The new link in the same tab changes the fragment only; the page must notice.
    await page.evaluate((link) => location.assign(link), linkOf(shell));
    await page.waitForFunction(() => location.hash === '' && 'bridge' in window && !('states' in window));
    const again = await page.evaluate(async () => {
      const { createBridge }: BridgeModule = Reflect.get(window, 'bridge');
      return (await createBridge().call('app.info', {})).shell;
    });
    expect(again).toBe('browser');
  });
});

/** The built Electron bundle boots on a double of Electron, and everything that protects it is in place. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Booted, boot } from './boot.ts';

interface WindowSeen {
  readonly options: {
    readonly webPreferences: Record<string, unknown> & { readonly preload: string };
    readonly show: boolean;
  };
  readonly loaded: string;
}

interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: readonly MenuItem[];
}

interface State {
  readonly schemes: readonly { readonly scheme: string; readonly privileges: Record<string, boolean> }[];
  readonly windows: readonly WindowSeen[];
  readonly external: readonly string[];
  readonly openedPaths: readonly string[];
  readonly focused: number;
  readonly restored: number;
  readonly sandboxed: boolean;
  readonly readyBeforeSchemes: boolean;
  readonly paths: Record<string, string>;
  readonly handled: readonly string[];
  readonly invokeChannels: readonly string[];
  readonly menu: readonly MenuItem[];
}

interface Fetched {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string } };

vi.setConfig({ testTimeout: 30_000 });

let app: Booted;
beforeAll(async () => {
  app = await boot();
  await app.until<State>('state', (state) => state.windows.length === 1);
}, 60_000);
afterAll(() => app.stop());

const state = (): Promise<State> => app.act<State>('state');
const get = (path: string, init: Record<string, unknown> = {}): Promise<Fetched> =>
  app.act<Fetched>('fetch', { url: `app://kizuna${path}`, ...init });
const call = (channel: string, input: unknown = {}, from: Record<string, unknown> = {}): Promise<Outcome> =>
  app.act<Outcome>('invoke', { message: { type: 'call', id: 0, channel, input }, ...from });

describe('the window', () => {
  it('is sandboxed and isolated, and loads our own origin', async () => {
    const { windows, sandboxed } = await state();
    const { options, loaded } = windows[0]!;
    expect(loaded).toBe('app://kizuna/');
    expect(sandboxed).toBe(true);
    expect(options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
    });
    expect(existsSync(options.webPreferences.preload)).toBe(true);
  });
  it('declares its scheme before the app is ready, without any way round the policy', async () => {
    const { schemes, readyBeforeSchemes } = await state();
    expect(readyBeforeSchemes).toBe(false);
    expect(schemes).toHaveLength(1);
    expect(schemes[0]).toMatchObject({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    });
    expect(schemes[0]!.privileges.bypassCSP ?? false).toBe(false);
  });
  it('keeps Chromium inside the data folder', async () => {
    expect((await state()).paths.userData).toBe(join(app.dataDir, 'electron'));
  });
});

describe('the scheme', () => {
  it('serves the page with a strict policy', async () => {
    const page = await get('/');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Kizuna fixture');
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('*');
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    expect(page.headers['permissions-policy']).toContain('camera=()');
  });
  it('serves routes of the app as the page, and hashed assets as immutable', async () => {
    expect((await get('/accounts/ac_1')).text).toContain('Kizuna fixture');
    const asset = await get('/assets/app-1a2b3c.js');
    expect(asset.headers['content-type']).toContain('text/javascript');
    expect(asset.headers['cache-control']).toContain('immutable');
  });
  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%5csecret.json',
    '/assets/%00.js',
    '/%E0%A4%A.js',
    '/files/..%2f..%2flock-1.json',
    '/files/../../lock-1.json',
  ])('does not leave its folder for %s', async (path) => {
    const answer = await app.act<Fetched>('fetchRaw', { url: `app://kizuna${path}` });
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain('secret":');
    expect(answer.text).not.toContain('"pid"');
  });
  it('serves no other host of the scheme', async () => {
    expect((await app.act<Fetched>('fetch', { url: 'app://other/' })).status).toBe(404);
    expect((await app.act<Fetched>('fetch', { url: 'app://kizuna.evil/' })).status).toBe(404);
  });
  it('refuses methods that it does not know', async () => {
    expect((await get('/', { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await get('/files', { method: 'POST', body: 'x' })).status).toBe(405);
  });
  it('takes a file and gives it back', async () => {
    const put = await get('/files?name=..%2F..%2Fetc%2Faccounts.csv', { method: 'PUT', body: 'id\n1\n' });
    expect(put.status).toBe(201);
    const ticket = JSON.parse(put.text) as { ticket: string; name: string; size: number };
    expect(ticket).toMatchObject({ name: 'accounts.csv', size: 5 });
    const bytes = await get(`/files/${ticket.ticket}?from=3`);
    expect(bytes.text).toBe('1\n');
    expect(bytes.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    const listed = await call('files.list');
    expect(listed).toMatchObject({ ok: true, value: { files: [{ name: 'accounts.csv' }] } });
  });
});

describe('calls', () => {
  it('answer our own page', async () => {
    const info = await call('app.info');
    expect(info).toMatchObject({ ok: true, value: { shell: 'electron', dataDir: app.dataDir } });
  });
  it.each([
    ['a frame inside the page', { from: 'inner' }],
    ['a frame that is gone', { from: 'gone' }],
    ['a window of somebody else', { from: 'stranger', url: 'https://evil.example/' }],
    ['a host that only looks like ours', { from: 'stranger', url: 'app://kizuna.evil/' }],
    ['a host behind a user name', { from: 'stranger', url: 'app://kizuna@evil/' }],
    ['another scheme', { from: 'stranger', url: 'https://kizuna/' }],
    ['no address', { from: 'stranger', url: '' }],
  ])('refuse %s', async (_who, from) => {
    expect(await call('app.info', {}, from)).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
  it('refuse what does not fit the contract', async () => {
    const bad = async (message: unknown): Promise<Outcome> => app.act<Outcome>('invoke', { message });
    expect(await call('app.log', { level: 'loud', message: 'x' })).toMatchObject({
      error: { code: 'bad-input' },
    });
    expect(await call('store.wipe', { confirmed: false })).toMatchObject({ error: { code: 'bad-input' } });
    expect(await call('constructor')).toMatchObject({ error: { code: 'not-found' } });
    expect(await call('__proto__')).toMatchObject({ error: { code: 'not-found' } });
    expect(await call('journal.read', { afterSeq: 0 })).toMatchObject({ error: { code: 'not-found' } });
    expect(await bad('app.info')).toMatchObject({ error: { code: 'bad-input' } });
    expect(await bad({ type: 'open', id: 1, channel: 'app.info', input: {} })).toMatchObject({ ok: false });
  });
  it('register one channel and no other', async () => {
    expect((await state()).invokeChannels).toEqual(['kizuna:call']);
  });
  it('open https and mailto outside, nothing else', async () => {
    const open = (url: string): Promise<Outcome> => call('app.openExternal', { url });
    expect(await open('https://example.com/a?b=1')).toMatchObject({ value: { opened: true } });
    expect(await open('mailto:someone@example.com')).toMatchObject({ value: { opened: true } });
    for (const url of [
      'http://example.com/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/share',
      'ms-msdt:/id',
      'https://user:pass@example.com/',
      'app://kizuna/',
      'nonsense',
    ]) {
      expect(await open(url), url).toMatchObject({ value: { opened: false } });
    }
    expect((await state()).external).toEqual(['https://example.com/a?b=1', 'mailto:someone@example.com']);
  });
  it('show the data folder', async () => {
    expect(await call('app.showDataFolder')).toMatchObject({ value: { shown: true, path: app.dataDir } });
    expect((await state()).openedPaths).toEqual([app.dataDir]);
  });
});

describe('the guards', () => {
  const navigate = (name: string, url: string, isMainFrame = true): Promise<boolean> =>
    app.act<boolean>('contentsEvent', { name, fields: { url, isMainFrame } });

  it('let the page stay at home and nowhere else', async () => {
    expect(await navigate('will-navigate', 'app://kizuna/accounts')).toBe(false);
    for (const url of [
      'https://example.org/out',
      'file:///etc/passwd',
      'app://other/',
      'http://kizuna/',
      'data:text/html,x',
    ]) {
      expect(await navigate('will-navigate', url), url).toBe(true);
      expect(await navigate('will-frame-navigate', url), url).toBe(true);
      expect(await navigate('will-redirect', url), url).toBe(true);
    }
    expect((await state()).external.filter((url) => url.includes('example.org'))).toEqual([
      'https://example.org/out',
    ]);
  });
  it('let no frame inside the page load anything, not even us', async () => {
    expect(await navigate('will-frame-navigate', 'app://kizuna/', false)).toBe(true);
    expect(await navigate('will-frame-navigate', 'app://kizuna/', true)).toBe(false);
  });
  it('open no windows; https links go to the system', async () => {
    const open = (url: string): Promise<unknown> => app.act('windowOpen', { url });
    expect(await open('https://example.net/window')).toEqual({ action: 'deny' });
    expect(await open('app://kizuna/')).toEqual({ action: 'deny' });
    expect(await open('file:///etc/passwd')).toEqual({ action: 'deny' });
    expect((await state()).external.filter((url) => /example\.net|file:|app:/.test(url))).toEqual([
      'https://example.net/window',
    ]);
  });
  it('attach no webview', async () => {
    expect(await app.act('contentsEvent', { name: 'will-attach-webview' })).toBe(true);
  });
  it.each([
    'geolocation',
    'media',
    'notifications',
    'openExternal',
    'clipboard-read',
    'fileSystem',
    'unknown',
  ])('give no permission for %s', async (permission) => {
    expect(await app.act('permission', { kind: 'request', permission })).toBe(false);
    expect(await app.act('permission', { kind: 'check', permission })).toBe(false);
  });
  it('let our own page copy text, and no other', async () => {
    const permission = 'clipboard-sanitized-write';
    for (const kind of ['request', 'check']) {
      expect(await app.act('permission', { kind, permission })).toBe(true);
      for (const origin of ['https://example.com', 'app://other', 'null', ''])
        expect(await app.act('permission', { kind, permission, origin })).toBe(false);
    }
  });
  it('give no devices and no screen', async () => {
    expect(await app.act('permission', { kind: 'device', permission: 'usb' })).toBe(false);
    expect(await app.act('permission', { kind: 'display' })).toEqual({});
  });
  it('download only what the page made itself', async () => {
    expect(await app.act('download', { url: 'https://example.com/x.exe' })).toBe(true);
    expect(await app.act('download', { url: 'blob:app://kizuna/1-2-3' })).toBe(false);
  });
});

describe('the log', () => {
  it('tells what was refused, and holds no addresses', async () => {
    await call('app.log', { level: 'warn', message: 'mail to taro@example.co.jp failed\n2026 error forged' });
    const text = readFileSync(join(app.dataDir, 'logs/kizuna.log'), 'utf8');
    expect(text).toContain('refused: call from a foreign frame');
    expect(text).toContain('<address>');
    expect(text).not.toContain('taro@');
    expect(text.split('\n').filter((line) => line.startsWith('2026 error'))).toEqual([]);
    if (process.platform !== 'win32') expect(statSync(join(app.dataDir, 'logs')).mode & 0o077).toBe(0);
  });
});

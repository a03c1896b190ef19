/** The life of the Electron app on the double: streams, menu, window place, second start, leaving. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Booted, type BootOptions, boot } from './boot.ts';

interface Sent {
  readonly channel: string;
  readonly message: Record<string, unknown>;
}

interface State {
  readonly windows: readonly { readonly options: Record<string, unknown>; readonly maximised?: boolean }[];
  readonly focused: number;
  readonly restored: number;
  readonly errorBoxes: readonly { readonly text: string }[];
  readonly menu: readonly MenuItem[];
}

interface MenuItem {
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: readonly MenuItem[];
}

vi.setConfig({ testTimeout: 30_000 });

const running: Booted[] = [];
const folders: string[] = [];

async function started(options: BootOptions = {}): Promise<Booted> {
  const app = await boot(options);
  running.push(app);
  return app;
}

async function opened(options: BootOptions = {}): Promise<Booted> {
  const app = await started(options);
  await app.until<State>('state', (state) => state.windows.length === 1);
  return app;
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'kizuna-life-'));
  folders.push(path);
  return path;
}

afterEach(async () => {
  for (const app of running.splice(0)) await app.stop();
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

const operation = (number: number) => ({
  id: `operation-${number}`,
  at: number,
  intent: 'edit',
  changes: [{ type: 'remove', table: 'accounts', record: { id: String(number) } }],
});

const call = (app: Booted, channel: string, input: unknown): Promise<unknown> =>
  app.act('invoke', { message: { type: 'call', id: 0, channel, input } });
const stream = (app: Booted, message: Record<string, unknown>, from: Record<string, unknown> = {}) =>
  app.act('stream', { message, ...from });
const quiet = (ms = 120): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('streams', () => {
  it('send one item for each that is asked for, and end', async () => {
    const app = await opened();
    for (let batch = 0; batch < 3; batch++) {
      const operations = Array.from({ length: 200 }, (_, i) => operation(batch * 200 + i));
      expect(await call(app, 'journal.append', { operations })).toMatchObject({ ok: true });
    }
    await stream(app, { type: 'open', id: 7, channel: 'journal.read', input: { afterSeq: 0 } });
    await app.until<Sent[]>('sent', (sent) => sent.length === 1);
    await quiet();
    expect(await app.act<Sent[]>('sent')).toHaveLength(1);

    await stream(app, { type: 'next', id: 7 });
    await app.until<Sent[]>('sent', (sent) => sent.length === 2);
    await quiet();
    expect(await app.act<Sent[]>('sent')).toHaveLength(2);

    for (let i = 0; i < 4; i++) {
      await stream(app, { type: 'next', id: 7 });
      await quiet(40);
    }
    const sent = await app.until<Sent[]>('sent', (all) => all.at(-1)?.message.type === 'end');
    expect(sent.every((entry) => entry.channel === 'kizuna:stream' && entry.message.id === 7)).toBe(true);
  });

  it('carry menu commands, and end with cancel, reload and the window', async () => {
    const app = await opened();
    const open = (id: number): Promise<unknown> =>
      stream(app, { type: 'open', id, channel: 'app.events', input: {} });
    const heard = async (): Promise<unknown[]> =>
      (await app.act<Sent[]>('sent')).map(({ message }) => `${message.id}:${message.type}`);

    await open(1);
    await quiet(40);
    await app.act('click', { label: 'Settings…' });
    const sent = await app.until<Sent[]>('sent', (all) => all.length === 1);
    expect(sent[0]?.message).toMatchObject({ type: 'item', item: { type: 'command', command: 'settings' } });

    await stream(app, { type: 'next', id: 1 });
    await stream(app, { type: 'cancel', id: 1 });
    await app.act('click', { label: 'Settings…' });
    await quiet();
    expect(await heard()).toEqual(['1:item']);

    await open(2);
    await app.act('contentsEvent', {
      name: 'did-start-navigation',
      fields: { isMainFrame: true, isSameDocument: false },
    });
    await app.act('click', { label: 'Settings…' });
    await quiet();
    expect(await heard()).toEqual(['1:item']);

    await open(3);
    await app.act('destroyContents');
    await app.act('click', { label: 'Settings…' });
    await quiet();
    expect(await heard()).toEqual(['1:item']);
  });

  it('refuse foreign frames, unknown channels and bad input', async () => {
    const app = await opened();
    const events = { type: 'open', id: 4, channel: 'app.events', input: {} };
    await stream(app, events, { from: 'inner' });
    await stream(app, events, { from: 'gone' });
    await stream(app, { type: 'open', id: 'four' });
    await app.act('click', { label: 'Settings…' });
    await quiet();
    expect(await app.act<Sent[]>('sent')).toEqual([]);

    await stream(app, { ...events, channel: 'app.info' });
    await stream(app, { type: 'open', id: 5, channel: 'journal.read', input: { afterSeq: 'x' } });
    const sent = await app.until<Sent[]>('sent', (all) => all.length === 2);
    expect(sent.map(({ message }) => message)).toMatchObject([
      { type: 'failure', id: 4, failure: { code: 'not-found' } },
      { type: 'failure', id: 5, failure: { code: 'bad-input' } },
    ]);
  });
});

describe('the menu', () => {
  const labels = (items: readonly MenuItem[]): string[] =>
    items
      .flatMap((item) => [item.label ?? '', ...labels(item.submenu ?? [])])
      .filter((label) => label !== '');

  it('follows the system, the flag and the window', async () => {
    const system = await opened({ settings: { locale: 'ja-JP' } });
    expect(labels((await system.act<State>('state')).menu)).toContain('設定…');
    const app = await opened({ settings: { locale: 'ja-JP' }, flags: ['--lang', 'en'] });
    expect(labels((await app.act<State>('state')).menu)).toContain('Settings…');
    await call(app, 'app.language', { language: 'ja' });
    expect(labels((await app.act<State>('state')).menu)).toContain('設定…');
  });
  it('offers developer tools in a checkout only', async () => {
    const packaged = await opened({ settings: { packaged: true } });
    expect(labels((await packaged.act<State>('state')).menu)).not.toContain('Developer Tools');
    const checkout = await opened();
    expect(labels((await checkout.act<State>('state')).menu)).toContain('Developer Tools');
  });
});

describe('the place of the window', () => {
  it('is remembered with its state', async () => {
    const dataDir = folder();
    const first = await opened({ dataDir });
    await first.act('windowEvent', { name: 'close' });
    await first.stop();
    const second = await opened({ dataDir });
    const { windows } = await second.act<State>('state');
    expect(windows[0]?.options).toMatchObject({ x: 40, y: 50, width: 1200, height: 800 });
  });
  it('comes back maximised, but not on a display that is gone, nor from a damaged file', async () => {
    const dataDir = folder();
    const path = join(dataDir, 'window.json');
    const saved = { bounds: { x: 2500, y: 100, width: 1200, height: 800 }, maximised: true };
    const displays = [{ workArea: { x: 1920, y: 0, width: 1920, height: 1040 } }];
    writeFileSync(path, JSON.stringify(saved));
    const there = await opened({ dataDir, settings: { displays } });
    const seen = (await there.act<State>('state')).windows[0];
    expect(seen?.maximised).toBe(true);
    expect(seen?.options).toMatchObject({ x: 2500 });
    await there.stop();

    const gone = await opened({ dataDir });
    expect((await gone.act<State>('state')).windows[0]?.options).not.toHaveProperty('x');
    await gone.stop();

    writeFileSync(path, '{"bounds":');
    const damaged = await opened({ dataDir });
    expect((await damaged.act<State>('state')).windows[0]?.options).not.toHaveProperty('x');
  });
});

describe('starting twice', () => {
  it('brings the first window to the front', async () => {
    const app = await opened();
    await app.act('minimise');
    await app.act('appEvent', { name: 'second-instance' });
    expect(await app.act<State>('state')).toMatchObject({ focused: 1, restored: 1 });
  });
  it('ends the second start before it touches anything', async () => {
    const dataDir = folder();
    const second = await started({ dataDir, settings: { singleInstance: false } });
    expect(await second.exited()).toBe(0);
    expect(readdirSync(dataDir)).toEqual([]);
  });
  it('refuses a data folder that another shell holds', async () => {
    const dataDir = folder();
    await opened({ dataDir });
    const second = await started({ dataDir });
    expect(await second.exited()).toBe(1);
  });
});

describe('leaving', () => {
  it('closes the journal and gives the folder back', async () => {
    const dataDir = folder();
    const app = await opened({ dataDir });
    await app.act('quit');
    expect(await app.exited()).toBe(0);
    const lock = readdirSync(dataDir).find((name) => name.startsWith('lock-'));
    expect(JSON.parse(readFileSync(join(dataDir, lock ?? ''), 'utf8'))).toMatchObject({ released: true });
    await opened({ dataDir });
  });
});

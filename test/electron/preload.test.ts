/** The built preload script: one file that needs nothing but Electron, and shows the window two functions. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { beforeAll, expect, it } from 'vitest';
import { buildShells } from './build-shells.ts';

interface Api {
  call(channel: string, input: unknown): Promise<unknown>;
  subscribe(
    channel: string,
    input: unknown,
    onItem: (item: unknown) => Promise<void>,
  ): { done: Promise<unknown>; cancel(): void };
}

interface Sent {
  readonly type: string;
  readonly id: number;
}

let code = '';
beforeAll(async () => {
  code = readFileSync((await buildShells()).preload, 'utf8');
}, 60_000);

function load() {
  const exposed: Record<string, Api> = {};
  const sent: Sent[] = [];
  const invoked: unknown[] = [];
  let listener: (event: unknown, reply: unknown) => void = () => {};
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Api) => Object.assign(exposed, { [name]: api }) },
    ipcRenderer: {
      send: (_channel: string, message: Sent) => sent.push(message),
      on: (_channel: string, hear: typeof listener) => {
        listener = hear;
      },
      invoke: async (channel: string, message: unknown) => {
        invoked.push({ channel, message });
        return { ok: true, value: 1 };
      },
    },
  };
  const require = (name: string): unknown => {
    if (name === 'electron') return electron;
    throw new Error(`a sandboxed preload cannot require ${name}`);
  };
  runInNewContext(code, { require, module: { exports: {} }, exports: {}, Promise, Map });
  return { exposed, sent, invoked, reply: (message: unknown) => listener({}, message) };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('exposes call and subscribe, nothing else', async () => {
  const { exposed, invoked } = load();
  expect(Object.keys(exposed)).toEqual(['kizuna']);
  expect(Object.keys(exposed.kizuna ?? {}).sort()).toEqual(['call', 'subscribe']);
  expect(await exposed.kizuna?.call('app.info', {})).toEqual({ ok: true, value: 1 });
  expect(invoked).toEqual([
    { channel: 'kizuna:call', message: { type: 'call', id: 0, channel: 'app.info', input: {} } },
  ]);
});

it('asks for the next item only when the reader has settled', async () => {
  const { exposed, sent, reply } = load();
  let finish: () => void = () => {};
  const items: unknown[] = [];
  const stream = exposed.kizuna!.subscribe('app.events', {}, (item) => {
    items.push(item);
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  const { id } = sent[0]!;
  reply({ type: 'item', id, item: 'a' });
  await turn();
  expect(sent.map((message) => message.type)).toEqual(['open']);
  finish();
  await turn();
  expect(sent.map((message) => message.type)).toEqual(['open', 'next']);
  reply({ type: 'end', id });
  expect(await stream.done).toEqual({ ok: true, value: undefined });
  expect(items).toEqual(['a']);
});

it('cancels once, and ends when the reader fails', async () => {
  const { exposed, sent, reply } = load();
  const first = exposed.kizuna!.subscribe('app.events', {}, async () => {});
  first.cancel();
  first.cancel();
  expect(await first.done).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  const second = exposed.kizuna!.subscribe('app.events', {}, () => Promise.reject(new Error('no')));
  reply({ type: 'item', id: sent.at(-1)!.id, item: 1 });
  expect(await second.done).toMatchObject({ ok: false });
  expect(sent.map((message) => message.type)).toEqual(['open', 'cancel', 'open', 'cancel']);
});

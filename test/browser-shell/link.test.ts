/** The WebSocket of the browser shell: calls, pulled streams, slow readers, bad messages, heartbeat. */
import { once } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createDispatch } from '#main/services/dispatch.ts';
import { ServiceError } from '#main/services/service-error.ts';
import { type BrowserServer, startBrowserServer } from '#main/shells/browser/server.ts';
import { createSession } from '#main/shells/browser/session.ts';
import type { Services } from '#shared/ipc/contract.ts';
import { replySchema, type WireReply, type WireRequest } from '#shared/ipc/wire.ts';

vi.setConfig({ testTimeout: 20_000 });

/** What the fake services of one connection saw. */
interface Seen {
  produced: number;
  ended: number;
  slowOpen: number;
}

const operation = {
  id: 'operation-1',
  at: 1,
  intent: 'x'.repeat(100_000),
  changes: [{ type: 'remove', table: 'accounts', record: {} }],
} as const;

function fakeServices(seen: Seen): Partial<Services> {
  return {
    'app.log': async () => ({}),
    'app.showDataFolder': async () => {
      throw new ServiceError('disk-full', 'no room');
    },
    'files.list': async () => {
      throw new Error('nobody foresaw this');
    },
    'journal.state': async () => {
      seen.slowOpen += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      seen.slowOpen -= 1;
      return { lastSeq: 1, damaged: [] };
    },
    async *'journal.read'({ afterSeq }) {
      try {
        for (let seq = afterSeq; seq < 10_000; seq++) {
          seen.produced += 1;
          yield [{ seq, operation: { ...operation, changes: [...operation.changes] } }];
        }
      } finally {
        seen.ended += 1;
      }
    },
    async *'app.events'(_input, signal) {
      try {
        await new Promise<void>((resolve) => signal.addEventListener('abort', resolve));
        yield { type: 'command', command: 'never' };
      } finally {
        seen.ended += 1;
      }
    },
  };
}

const open: { server?: BrowserServer; sockets: WebSocket[] } = { sockets: [] };

afterEach(async () => {
  for (const socket of open.sockets.splice(0)) socket.terminate();
  await open.server?.close();
});

interface Connected {
  readonly socket: WebSocket;
  readonly bugs: readonly string[];
  readonly seen: Seen;
}

async function connect(heartbeatMs = 15_000, autoPong = true): Promise<Connected> {
  const server = await startBrowserServer(0);
  open.server = server;
  const session = createSession(server.port);
  const bugs: string[] = [];
  const seen: Seen = { produced: 0, ended: 0, slowOpen: 0 };
  server.serve({
    session,
    dispatch: createDispatch(fakeServices(seen) as Services, (detail) => bugs.push(detail)),
    respond: async () => new Response(null, { status: 404 }),
    headers: {},
    version: '0',
    link: { heartbeatMs },
  });
  const cookie = session.exchange(session.secret)?.split(';')[0] ?? '';
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/link`, {
    headers: { cookie },
    origin: `http://127.0.0.1:${server.port}`,
    autoPong,
  });
  open.sockets.push(socket);
  await once(socket, 'open');
  return { socket, bugs, seen };
}

const send = (socket: WebSocket, message: WireRequest): void => socket.send(JSON.stringify(message));

async function reply(socket: WebSocket): Promise<WireReply> {
  const [data] = await once(socket, 'message');
  return replySchema.parse(JSON.parse(String(data)));
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('answers calls, and failures as values', async () => {
  const { socket, bugs } = await connect();
  send(socket, { type: 'call', id: 1, channel: 'app.log', input: { level: 'info', message: 'x' } });
  expect(await reply(socket)).toEqual({ type: 'result', id: 1, output: {} });
  send(socket, { type: 'call', id: 2, channel: 'app.log', input: { level: 'loud', message: 'x' } });
  expect(await reply(socket)).toMatchObject({ type: 'failure', id: 2, failure: { code: 'bad-input' } });
  send(socket, { type: 'call', id: 3, channel: 'app.showDataFolder', input: {} });
  expect(await reply(socket)).toMatchObject({ failure: { code: 'disk-full', detail: 'no room' } });
  expect(bugs).toEqual([]);
  send(socket, { type: 'call', id: 4, channel: 'files.list', input: {} });
  expect(await reply(socket)).toMatchObject({ failure: { code: 'bug' } });
  expect(bugs).toHaveLength(1);
  send(socket, { type: 'call', id: 5, channel: 'toString', input: {} });
  expect(await reply(socket)).toMatchObject({ failure: { code: 'not-found' } });
});

it('produces one item for each that was asked for, and stops at cancel', async () => {
  const { socket, seen } = await connect();
  send(socket, { type: 'open', id: 1, channel: 'journal.read', input: { afterSeq: 0 } });
  expect(await reply(socket)).toMatchObject({ type: 'item', id: 1 });
  await wait(150);
  expect(seen.produced).toBe(1);
  send(socket, { type: 'next', id: 1 });
  await reply(socket);
  await wait(50);
  expect(seen.produced).toBe(2);
  send(socket, { type: 'cancel', id: 1 });
  await vi.waitFor(() => expect(seen.ended).toBe(1));
  send(socket, { type: 'next', id: 1 });
  await wait(50);
  expect(seen.produced).toBe(2);
});

it('does not run ahead of a reader that asks a thousand times without reading', async () => {
  const { socket, seen } = await connect();
  socket.pause();
  send(socket, { type: 'open', id: 1, channel: 'journal.read', input: { afterSeq: 0 } });
  for (let i = 0; i < 1000; i++) send(socket, { type: 'next', id: 1 });
  await wait(400);
  // 100 kB an item: what is in flight stays within the socket's buffers and our high-water mark.
  expect(seen.produced).toBeLessThan(250);
});

it('ends a waiting stream when the page goes away', async () => {
  const { socket, seen } = await connect();
  send(socket, { type: 'open', id: 1, channel: 'app.events', input: {} });
  send(socket, { type: 'open', id: 2, channel: 'app.events', input: {} });
  await wait(50);
  socket.terminate();
  await vi.waitFor(() => expect(seen.ended).toBe(2));
});

it('refuses to open more streams than any page needs', async () => {
  const { socket } = await connect();
  for (let id = 1; id <= 65; id++) send(socket, { type: 'open', id, channel: 'app.events', input: {} });
  expect(await reply(socket)).toMatchObject({ type: 'failure', id: 65, failure: { code: 'busy' } });
});

it('stops reading from a page that calls faster than it is answered', async () => {
  const { socket, seen } = await connect();
  // Five times what the largest read of a socket holds.
  const calls = 5_000;
  for (let id = 1; id <= calls; id++) send(socket, { type: 'call', id, channel: 'journal.state', input: {} });
  await wait(60);
  // What one read of the socket already brought in is answered too; the rest waits in the page.
  expect(seen.slowOpen).toBeLessThan(calls);
  let answers = 0;
  socket.on('message', () => {
    answers += 1;
  });
  await vi.waitFor(() => expect(answers).toBe(calls), 20_000);
});

it.each([
  ['no JSON', 'hello'],
  ['another shape', '{"type":"call","id":"one","channel":"app.log","input":{}}'],
  ['an unknown type', '{"type":"eval","id":1}'],
  ['bytes', Buffer.from('{"type":"next","id":1}')],
])('hangs up on %s', async (_what, message) => {
  const { socket } = await connect();
  socket.send(message);
  const [code] = await once(socket, 'close');
  expect(code).toBe(1008);
});

it('hangs up on a message that is too large', async () => {
  const { socket } = await connect();
  socket.on('error', () => {});
  socket.send('x'.repeat(65 * 1024 * 1024));
  const [code] = await once(socket, 'close');
  expect([1006, 1009]).toContain(code);
});

it('drops a page that no longer answers the heartbeat, and keeps one that does', async () => {
  const silent = await connect(60, false);
  await once(silent.socket, 'close');
  await open.server?.close();
  const alive = await connect(60);
  await wait(400);
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
});

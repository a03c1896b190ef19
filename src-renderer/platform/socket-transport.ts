/** The bridge's way to the browser shell: one WebSocket that comes back by itself, or says that it is lost. */
import type { CancelSignal, IpcFailure } from '#shared/ipc/contract.ts';
import type { WireReply, WireRequest } from '#shared/ipc/wire.ts';
import { BridgeError } from './bridge-error.ts';
import { isReply } from './replies.ts';
import type { LinkState, Transport } from './transport.ts';

const FIRST_RETRY_MS = 200;
const MAX_RETRY_MS = 5_000;
/** A call made while the link is away waits so long for it before it fails. */
const PATIENCE_MS = 15_000;

const CLOSED: IpcFailure = { code: 'closed', detail: 'the link to the app was cut' };
const CANCELLED: IpcFailure = { code: 'cancelled', detail: 'cancelled by the caller' };

interface Waiting {
  reply(reply: WireReply): void;
  fail(error: BridgeError): void;
}

/** The outside world, replaceable in tests. */
export interface SocketWorld {
  openSocket(): WebSocket;
  /** Whether the server still knows this page; undefined when no server answers. */
  sessionHolds(): Promise<boolean | undefined>;
}

export function browserWorld(): SocketWorld {
  return {
    openSocket: () => new WebSocket(new URL('/link', location.href.replace(/^http/, 'ws'))),
    async sessionHolds() {
      try {
        return (await fetch('/session', { cache: 'no-store' })).status === 204;
      } catch {
        return undefined;
      }
    },
  };
}

export function createSocketTransport(world: SocketWorld = browserWorld()): Transport {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(state: LinkState) => void>();
  const arrivals = new Set<(arrived: boolean) => void>();
  let state: LinkState = 'reconnecting';
  let socket: WebSocket | undefined;
  let retry = FIRST_RETRY_MS;
  let lastId = 0;

  const become = (next: LinkState): void => {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener(next);
    if (next === 'reconnecting') return;
    for (const arrival of [...arrivals]) arrival(next === 'connected');
  };

  const receive = (text: unknown): void => {
    if (typeof text !== 'string') return;
    const reply: unknown = JSON.parse(text);
    if (isReply(reply)) waiting.get(reply.id)?.reply(reply);
  };

  const dropAll = (): void => {
    const cut = [...waiting.values()];
    waiting.clear();
    for (const entry of cut) entry.fail(new BridgeError(CLOSED));
  };

  const connect = (): void => {
    const opening = world.openSocket();
    opening.onopen = () => {
      socket = opening;
      retry = FIRST_RETRY_MS;
      become('connected');
    };
    opening.onmessage = (event: MessageEvent<unknown>) => receive(event.data);
    opening.onclose = () => {
      socket = undefined;
      dropAll();
      void reconnect();
    };
  };

  /** A page cannot see why a WebSocket was refused, so it asks: a server that no longer knows us is another start. */
  const reconnect = async (): Promise<void> => {
    become('reconnecting');
    if ((await world.sessionHolds()) === false) return become('lost');
    setTimeout(connect, retry);
    retry = Math.min(retry * 2, MAX_RETRY_MS);
  };

  const linked = async (): Promise<WebSocket> => {
    if (socket === undefined && state === 'reconnecting') {
      await new Promise<void>((resolve) => {
        const done = (): void => {
          clearTimeout(patience);
          arrivals.delete(done);
          resolve();
        };
        const patience = setTimeout(done, PATIENCE_MS);
        arrivals.add(done);
      });
    }
    if (socket === undefined) throw new BridgeError(CLOSED);
    return socket;
  };

  const send = (to: WebSocket, request: WireRequest): void => to.send(JSON.stringify(request));

  connect();

  return {
    async call(channel, input) {
      const to = await linked();
      const id = ++lastId;
      return new Promise<unknown>((resolve, reject) => {
        waiting.set(id, {
          reply(reply) {
            waiting.delete(id);
            if (reply.type === 'result') resolve(reply.output);
            else reject(new BridgeError(reply.type === 'failure' ? reply.failure : CLOSED));
          },
          fail: reject,
        });
        send(to, { type: 'call', id, channel, input });
      });
    },

    async subscribe(channel, input, onItem, signal) {
      if (signal?.aborted === true) throw new BridgeError(CANCELLED);
      const to = await linked();
      const id = ++lastId;
      await pull({ id, send: (request) => send(to, request), waiting, onItem, signal }, () =>
        send(to, { type: 'open', id, channel, input }),
      );
    },

    onLinkState(listener) {
      listeners.add(listener);
      listener(state);
      return () => listeners.delete(listener);
    },
  };
}

interface Pull {
  readonly id: number;
  readonly send: (request: WireRequest) => void;
  readonly waiting: Map<number, Waiting>;
  readonly onItem: (item: unknown) => void | Promise<void>;
  readonly signal: CancelSignal | undefined;
}

/** One item, then the reader, then the next: main is asked again only when `onItem` has settled. */
function pull({ id, send, waiting, onItem, signal }: Pull, open: () => void): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const settle = (finish: () => void): void => {
      waiting.delete(id);
      signal?.removeEventListener('abort', cancel);
      finish();
    };
    const giveUp = (error: unknown): void => {
      if (!waiting.has(id)) return;
      settle(() => reject(error));
      send({ type: 'cancel', id });
    };
    const cancel = (): void => giveUp(new BridgeError(CANCELLED));
    const take = async (item: unknown): Promise<void> => {
      try {
        await onItem(item);
        if (waiting.has(id)) send({ type: 'next', id });
      } catch (error) {
        giveUp(error);
      }
    };
    waiting.set(id, {
      reply(reply) {
        if (reply.type === 'item') void take(reply.item);
        else if (reply.type === 'end') settle(resolve);
        else settle(() => reject(new BridgeError(reply.type === 'failure' ? reply.failure : CLOSED)));
      },
      fail: (error) => settle(() => reject(error)),
    });
    signal?.addEventListener('abort', cancel);
    open();
  });
}

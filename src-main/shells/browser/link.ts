/** The contract over one WebSocket: checked messages in, bounded buffers out, a heartbeat in between. */
import type { RawData, WebSocket } from 'ws';
import type { Dispatch } from '#main/services/dispatch.ts';
import { requestSchema, type WireReply, type WireRequest } from '#shared/ipc/wire.ts';
import { createStreamPump } from '../stream-pump.ts';

/** Largest message of the page: one batch of snapshot rows. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;
/** Above this many unsent bytes we stop reading from the page until it has read from us. */
const HIGH_WATER = 8 * 1024 * 1024;
const MAX_CALLS = 128;
const HEARTBEAT_MS = 15_000;

function parseMessage(data: RawData, isBinary: boolean): WireRequest | undefined {
  if (isBinary || !Buffer.isBuffer(data)) return undefined;
  try {
    const parsed = requestSchema.safeParse(JSON.parse(data.toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export interface LinkOptions {
  readonly heartbeatMs?: number;
  readonly onBadMessage?: () => void;
}

/** Serves until the socket closes. */
export function serveLink(socket: WebSocket, dispatch: Dispatch, options: LinkOptions = {}): void {
  let calls = 0;
  let answered = true;

  const settle = (): void => {
    const full = calls >= MAX_CALLS || socket.bufferedAmount > HIGH_WATER;
    if (full && !socket.isPaused) socket.pause();
    else if (!full && socket.isPaused) socket.resume();
  };
  const send = (reply: WireReply): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(reply), settle);
    settle();
  };
  const pump = createStreamPump(dispatch, send);

  const answer = async ({ id, channel, input }: Extract<WireRequest, { type: 'call' }>): Promise<void> => {
    calls += 1;
    settle();
    const result = await dispatch.call(channel, input);
    calls -= 1;
    send(
      result.ok
        ? { type: 'result', id, output: result.value }
        : { type: 'failure', id, failure: result.error },
    );
  };

  socket.on('message', (data, isBinary) => {
    const message = parseMessage(data, isBinary);
    if (message === undefined) {
      options.onBadMessage?.();
      socket.close(1008, 'bad message');
      return;
    }
    if (message.type === 'call') void answer(message);
    else if (message.type === 'open') pump.open(message.id, message.channel, message.input);
    else if (message.type === 'next') pump.next(message.id);
    else pump.cancel(message.id);
  });

  socket.on('pong', () => {
    answered = true;
  });
  const heartbeat = setInterval(() => {
    // A paused socket cannot tell us that it lives; it is slow, not dead.
    if (socket.isPaused) return;
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, options.heartbeatMs ?? HEARTBEAT_MS);

  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(heartbeat);
    pump.close();
  });
}

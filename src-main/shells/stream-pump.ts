/** Serves pulled streams to one connected window or page: one item per request, cancelled with its owner. */

import type { Dispatch } from '#main/services/dispatch.ts';
import { toFailure } from '#main/services/service-error.ts';
import type { IpcFailure } from '#shared/ipc/contract.ts';
import type { WireReply } from '#shared/ipc/wire.ts';

/** More open streams than any screen needs; a page that goes wild is told so instead of filling main's memory. */
const MAX_STREAMS = 64;

export interface StreamPump {
  open(id: number, channel: string, input: unknown): void;
  next(id: number): void;
  cancel(id: number): void;
  /** The window or connection is gone: every stream ends and lets go of its files. */
  close(): void;
}

interface Running {
  readonly items: AsyncGenerator<unknown, void, undefined>;
  readonly abort: AbortController;
  /** Items asked for and not yet sent. */
  wanted: number;
  busy: boolean;
}

export function createStreamPump(dispatch: Dispatch, send: (reply: WireReply) => void): StreamPump {
  const running = new Map<number, Running>();

  const fail = (id: number, failure: IpcFailure): void => send({ type: 'failure', id, failure });

  const stop = (id: number): void => {
    const stream = running.get(id);
    if (stream === undefined) return;
    running.delete(id);
    stream.abort.abort();
    // A generator that waits for something is woken by the signal; its own failure has nobody left to hear it.
    stream.items.return().catch(() => {});
  };

  const drain = async (id: number, stream: Running): Promise<void> => {
    if (stream.busy) return;
    stream.busy = true;
    try {
      while (stream.wanted > 0 && running.get(id) === stream) {
        stream.wanted -= 1;
        const step = await stream.items.next();
        if (running.get(id) !== stream) return;
        if (step.done === true) {
          running.delete(id);
          send({ type: 'end', id });
        } else {
          send({ type: 'item', id, item: step.value });
        }
      }
    } catch (error) {
      if (running.get(id) === stream) {
        running.delete(id);
        fail(id, toFailure(error));
      }
    } finally {
      stream.busy = false;
    }
  };

  return {
    open(id, channel, input) {
      if (running.has(id)) return fail(id, { code: 'bad-input', detail: `stream ${id} is already open` });
      if (running.size >= MAX_STREAMS) return fail(id, { code: 'busy', detail: 'too many open streams' });
      const abort = new AbortController();
      const stream: Running = {
        items: dispatch.open(channel, input, abort.signal),
        abort,
        wanted: 1,
        busy: false,
      };
      running.set(id, stream);
      void drain(id, stream);
    },
    next(id) {
      const stream = running.get(id);
      if (stream === undefined) return;
      // The reader owes an item before it may ask again; more than a few open requests is not our bridge.
      stream.wanted = Math.min(stream.wanted + 1, 4);
      void drain(id, stream);
    },
    cancel: stop,
    close() {
      for (const id of [...running.keys()]) stop(id);
    },
  };
}

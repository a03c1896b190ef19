/** The only thing that the window gets from us: `call` and `subscribe`. Runs sandboxed; errors cross as values. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { IpcFailure } from '#shared/ipc/contract.ts';
import type { WireReply, WireRequest } from '#shared/ipc/wire.ts';
import { IPC_CALL, IPC_STREAM } from '#shared/ipc/wire-names.ts';

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: IpcFailure };

const CANCELLED: Outcome = { ok: false, error: { code: 'cancelled', detail: 'cancelled by the caller' } };

const streams = new Map<number, (reply: WireReply) => void>();
let lastId = 0;

function send(request: WireRequest): void {
  ipcRenderer.send(IPC_STREAM, request);
}

ipcRenderer.on(IPC_STREAM, (_event: IpcRendererEvent, reply: WireReply) => streams.get(reply.id)?.(reply));

async function call(channel: string, input: unknown): Promise<Outcome> {
  const outcome: Outcome = await ipcRenderer.invoke(IPC_CALL, { type: 'call', id: 0, channel, input });
  return outcome;
}

/** The next item is asked for only when `onItem` has settled. */
function subscribe(channel: string, input: unknown, onItem: (item: unknown) => Promise<void>) {
  lastId += 1;
  const id = lastId;
  let settle: (outcome: Outcome) => void = () => {};
  const done = new Promise<Outcome>((resolve) => {
    settle = (outcome) => {
      streams.delete(id);
      resolve(outcome);
    };
  });
  const cancel = (): void => {
    if (!streams.has(id)) return;
    settle(CANCELLED);
    send({ type: 'cancel', id });
  };
  const take = async (item: unknown): Promise<void> => {
    try {
      await onItem(item);
      if (streams.has(id)) send({ type: 'next', id });
    } catch {
      cancel();
    }
  };
  streams.set(id, (reply) => {
    if (reply.type === 'item') void take(reply.item);
    else if (reply.type === 'end') settle({ ok: true, value: undefined });
    else if (reply.type === 'failure') settle({ ok: false, error: reply.failure });
  });
  send({ type: 'open', id, channel, input });
  return { done, cancel };
}

contextBridge.exposeInMainWorld('kizuna', { call, subscribe });

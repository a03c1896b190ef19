/** The bridge's way through the preload script of the Electron shell. */

import type { IpcFailure } from '#shared/ipc/contract.ts';
import { BridgeError } from './bridge-error.ts';
import type { Transport } from './transport.ts';

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: IpcFailure };

/** What `src-main/preload.ts` puts into the window. Errors do not cross that border whole, so outcomes are values. */
export interface PreloadApi {
  call(channel: string, input: unknown): Promise<Outcome>;
  subscribe(
    channel: string,
    input: unknown,
    onItem: (item: unknown) => Promise<void>,
  ): { readonly done: Promise<Outcome>; cancel(): void };
}

declare global {
  interface Window {
    readonly kizuna?: PreloadApi;
  }
}

const CANCELLED = { code: 'cancelled', detail: 'cancelled by the caller' } as const;

export function createElectronTransport(api: PreloadApi): Transport {
  return {
    async call(channel, input) {
      const outcome = await api.call(channel, input);
      if (outcome.ok) return outcome.value;
      throw new BridgeError(outcome.error);
    },
    async subscribe(channel, input, onItem, signal) {
      if (signal?.aborted === true) throw new BridgeError(CANCELLED);
      let thrown: { readonly error: unknown } | undefined;
      const stream = api.subscribe(channel, input, async (item) => {
        try {
          await onItem(item);
        } catch (error) {
          thrown ??= { error };
          stream.cancel();
        }
      });
      const cancel = (): void => stream.cancel();
      signal?.addEventListener('abort', cancel);
      try {
        const outcome = await stream.done;
        if (thrown !== undefined) throw thrown.error;
        if (!outcome.ok) throw new BridgeError(outcome.error);
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    onLinkState(listener) {
      listener('connected');
      return () => {};
    },
  };
}

/** What a shell must offer to the bridge: calls, and streams that wait for their reader. */
import type { CancelSignal } from '#shared/ipc/contract.ts';

export type LinkState = 'connected' | 'reconnecting' | 'lost';

/** Both throw {@link BridgeError}. */
export interface Transport {
  call(channel: string, input: unknown): Promise<unknown>;
  subscribe(
    channel: string,
    input: unknown,
    onItem: (item: unknown) => void | Promise<void>,
    signal?: CancelSignal,
  ): Promise<void>;
  /** The current state at once, then each change; returns how to stop listening. */
  onLinkState(listener: (state: LinkState) => void): () => void;
}

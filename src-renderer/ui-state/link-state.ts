/** Whether there is a network, and whether the part of the app that writes to disk still answers. */
import { create } from 'zustand';

export interface LinkState {
  /** The network, as the browser sees it. */
  readonly online: boolean;
  /** The connection to the app's own main process; without it nothing can be saved. */
  readonly bridge: 'connected' | 'reconnecting' | 'lost';
}

export const useLinkState = create<LinkState>()(() => ({
  online: globalThis.navigator?.onLine ?? true,
  bridge: 'connected',
}));

export function setBridgeState(bridge: LinkState['bridge']): void {
  useLinkState.setState({ bridge });
}

/** Follows the browser's online and offline events; returns the way to stop. */
export function watchNetwork(target: Window): () => void {
  const update = () => useLinkState.setState({ online: target.navigator.onLine });
  target.addEventListener('online', update);
  target.addEventListener('offline', update);
  return () => {
    target.removeEventListener('online', update);
    target.removeEventListener('offline', update);
  };
}

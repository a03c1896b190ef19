/** The renderer's end of the contract, and the only file that knows which shell it is in. */
import type {
  Bridge,
  CallInput,
  CallName,
  CallOutput,
  StreamInput,
  StreamItem,
  StreamName,
} from '#shared/ipc/contract.ts';
import { createElectronTransport } from './electron-transport.ts';
import { createSocketTransport } from './socket-transport.ts';
import type { LinkState, Transport } from './transport.ts';

/** @public The page test takes it from the built module. */
export { BridgeError } from './bridge-error.ts';
export type { LinkState } from './transport.ts';
export { fileUrl, uploadFile } from './upload.ts';

const SESSION_FRAGMENT = '#session=';

let shared: Transport | undefined;

/** One per page, however many bridges are made: they share the link. */
function transport(): Transport {
  if (shared !== undefined) return shared;
  if (window.kizuna === undefined) {
    watchForNewLink();
    shared = createSocketTransport();
  } else {
    shared = createElectronTransport(window.kizuna);
  }
  return shared;
}

function takeSecret(): string | undefined {
  if (!location.hash.startsWith(SESSION_FRAGMENT)) return undefined;
  const secret = location.hash.slice(SESSION_FRAGMENT.length);
  history.replaceState(null, '', location.pathname + location.search);
  return secret;
}

/**
 * A link of the browser shell that is opened in a tab that already shows Kizuna changes the fragment only, and no
 * session page comes in between. So the page trades the secret by itself and loads anew. The router, which lives in
 * the fragment too, must not see it.
 */
function watchForNewLink(): void {
  takeSecret();
  const onHash = (event: Event): void => {
    const secret = takeSecret();
    if (secret === undefined) return;
    event.stopImmediatePropagation();
    const trade = fetch('/session', {
      method: 'POST',
      body: secret,
      headers: { 'content-type': 'text/plain' },
    });
    trade.catch(() => {}).finally(() => location.reload());
  };
  window.addEventListener('hashchange', onHash, { capture: true });
}

/** Main has checked what it sends against the contract; the name of the channel is what gives it its type back. */
export function createBridge(through: Transport = transport()): Bridge {
  return {
    async call<K extends CallName>(channel: K, input: CallInput<K>): Promise<CallOutput<K>> {
      return (await through.call(channel, input)) as CallOutput<K>;
    },
    subscribe<K extends StreamName>(
      channel: K,
      input: StreamInput<K>,
      onItem: (item: StreamItem<K>) => void | Promise<void>,
      signal?: Parameters<Bridge['subscribe']>[3],
    ): Promise<void> {
      return through.subscribe(channel, input, (item) => onItem(item as StreamItem<K>), signal);
    },
  };
}

/** `reconnecting`: calls wait. `lost`: Kizuna was started anew; only its new link helps. Tells the state at once. */
export function onLinkState(listener: (state: LinkState) => void): () => void {
  return transport().onLinkState(listener);
}

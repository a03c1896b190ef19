/** Where the app is: path and query both behind the hash (#/accounts/ID?tab=people), so that neither outlives the other. */
import { useSyncExternalStore } from 'react';

interface NavigateOptions {
  readonly replace?: boolean;
  readonly state?: unknown;
}

const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('hashchange', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener('hashchange', tell);
  };
}

/** [path, query] of '#/accounts/1?tab=people'; the path begins with a slash, the query has no question mark. */
export function splitHash(hash: string): readonly [string, string] {
  const [path = '', ...query] = hash.replace(/^#?\/?/, '').split('?');
  return [`/${path}`, query.join('?')];
}

function navigate(to: string, { replace = false, state = null }: NavigateOptions = {}): void {
  const [path, query] = splitHash(to);
  const hash = query === '' ? `#${path}` : `#${path}?${query}`;
  history[replace ? 'replaceState' : 'pushState'](state, '', hash);
  tell();
}

const path = () => splitHash(location.hash)[0];
const query = () => splitHash(location.hash)[1];

function useHashPath(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, path), navigate];
}

function useHashQuery(): string {
  return useSyncExternalStore(subscribe, query);
}

/** For wouter's Router, which takes query and links from the hook as well. */
export const useHashLocation = Object.assign(useHashPath, {
  searchHook: useHashQuery,
  hrefs: (href: string) => `#${href}`,
});

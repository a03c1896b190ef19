/** The origin of the app in Electron. Final: IndexedDB belongs to it, see docs/decisions/0001-origin.md. */
export const SCHEME = 'app';
const HOST = 'kizuna';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** Custom schemes have an opaque `origin` in Node's URL, so scheme and host are compared themselves. */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}

/** What a window may not do: go elsewhere, open windows, embed pages, get permissions. Links go to the system. */
import type { App, Session, WebContents } from 'electron';
import { externalUrl } from '#main/services/external-links.ts';
import { isOurs } from './origin.ts';

export interface GuardOptions {
  /** Opens a checked address outside the app. */
  readonly openExternal: (url: string) => void;
  readonly onRefused: (what: string) => void;
}

/** Our own page copies text: plain writing, which cannot read what others have copied. Nothing else is given. */
function mayHave(permission: string, origin: string | undefined): boolean {
  return permission === 'clipboard-sanitized-write' && origin !== undefined && isOurs(origin);
}

export function guardSession(session: Session, { onRefused }: Pick<GuardOptions, 'onRefused'>): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const given = mayHave(permission, details.requestingUrl);
    if (!given) onRefused(`permission ${permission}`);
    callback(given);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  // The app hands files over through the renderer; a download is a blob that it made itself.
  session.on('will-download', (event, item) => {
    const url = item.getURL();
    if (url.startsWith('blob:app://kizuna/') || isOurs(url)) return;
    onRefused('download');
    event.preventDefault();
  });
}

function guardContents(contents: WebContents, { openExternal, onRefused }: GuardOptions): void {
  const leave = (url: string): void => {
    const checked = externalUrl(url);
    if (checked === undefined) onRefused('link');
    else openExternal(checked);
  };
  contents.on('will-navigate', (event) => {
    if (isOurs(event.url)) return;
    event.preventDefault();
    leave(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame && isOurs(event.url)) return;
    // The main frame has its own guard above; the app has no frames inside it at all.
    event.preventDefault();
    if (!event.isMainFrame) onRefused('frame');
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    leave(url);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => {
    onRefused('webview');
    event.preventDefault();
  });
}

/** Every web contents that ever comes to be is guarded, whoever makes it. */
export function guardAllContents(app: App, options: GuardOptions): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, options));
}

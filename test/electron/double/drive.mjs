/** Boots the built main bundle on the double and does what the test asks for over the process channel. */
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';

register('./hook.mjs', import.meta.url);
const double = await import('./electron.mjs');
const { app, ipcMain, makeEvent, seen, session, WebContents } = double;
const { handlers } = session.defaultSession;

const contents = () => seen.windows[0].webContents;

/** An IPC event as Electron makes it: from the main frame, from a frame inside it, or from another window. */
function ipcEvent({ from = 'main', url }) {
  const sender = from === 'stranger' ? new WebContents() : contents();
  if (url !== undefined) sender.mainFrame = { url };
  const frame = from === 'inner' ? { url: sender.mainFrame.url } : sender.mainFrame;
  return { sender, senderFrame: from === 'gone' ? null : frame };
}

const clickable = (items, label) => {
  for (const item of items ?? []) {
    if (item.label === label && item.click) return item;
    const inner = Array.isArray(item.submenu) ? clickable(item.submenu, label) : undefined;
    if (inner) return inner;
  }
  return undefined;
};

const plainMenu = (items) =>
  items?.map(({ label, role, type, accelerator, submenu }) => ({
    label,
    role,
    type,
    accelerator,
    submenu: Array.isArray(submenu) ? plainMenu(submenu) : undefined,
  }));

const actions = {
  state: () => ({
    ...seen,
    menu: plainMenu(seen.menu),
    windows: seen.windows.map(({ options, loaded, shown, maximised }) => ({
      options,
      loaded,
      shown,
      maximised,
    })),
    invokeChannels: Object.keys(ipcMain.invokeHandlers),
  }),
  fetch: async ({ url, method = 'GET', body }) => {
    const answer = await handlers.protocol(new Request(url, { method, body }));
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
  },
  /** For addresses that Request itself would clean up before anybody sees them. */
  fetchRaw: async ({ url }) => {
    const answer = await handlers.protocol({ url, method: 'GET', headers: new Headers(), body: null });
    return { status: answer.status, text: await answer.text() };
  },
  invoke: ({ message, from, url }) => ipcMain.invokeHandlers['kizuna:call'](ipcEvent({ from, url }), message),
  stream: ({ message, from, url }) => void ipcMain.emit('kizuna:stream', ipcEvent({ from, url }), message),
  sent: () => contents().sent,
  listeners: ({ event }) => contents().listenerCount(event),
  contentsEvent: ({ name, fields }) => {
    const event = makeEvent(fields ?? {});
    contents().emit(name, event);
    return event.defaultPrevented;
  },
  destroyContents: () => {
    contents().destroyed = true;
    contents().emit('destroyed');
  },
  windowOpen: ({ url }) => contents().windowOpenHandler({ url }),
  permission: ({ kind, permission, origin = 'app://kizuna' }) => {
    if (kind === 'check') return handlers.check(contents(), permission, origin, {});
    if (kind === 'device') return handlers.device({ deviceType: permission });
    if (kind === 'display') return new Promise((resolve) => handlers.display({}, resolve));
    return new Promise((resolve) =>
      handlers.request(contents(), permission, resolve, { requestingUrl: `${origin}/` }),
    );
  },
  download: ({ url }) => {
    const event = makeEvent({});
    session.defaultSession.emit('will-download', event, { getURL: () => url });
    return event.defaultPrevented;
  },
  appEvent: ({ name }) => void app.emit(name, makeEvent({})),
  windowEvent: ({ name }) => void seen.windows[0].emit(name, makeEvent({})),
  minimise: () => {
    seen.windows[0].minimised = true;
  },
  click: ({ label }) => clickable(seen.menu, label).click(),
  quit: () => void setImmediate(() => app.quit()),
};

process.on('message', async ({ id, action, input }) => {
  try {
    process.send({ id, value: await actions[action](input ?? {}) });
  } catch (error) {
    process.send({ id, error: String(error?.stack ?? error) });
  }
});

// As the app sees it: program, then whatever came behind it.
const [entry] = process.argv.splice(1, 2).slice(1);
await import(pathToFileURL(entry).href);
process.send({ type: 'booted' });

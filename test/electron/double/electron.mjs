/** A double of the `electron` module: records what the app sets up and lets the test play the user, page and system. */
import { EventEmitter } from 'node:events';

export const seen = {
  schemes: [],
  windows: [],
  external: [],
  openedPaths: [],
  errorBoxes: [],
  exits: [],
  quits: 0,
  sandboxed: false,
  readyBeforeSchemes: false,
  paths: {},
  menu: undefined,
  focused: 0,
  restored: 0,
  handled: [],
};

const config = JSON.parse(process.env.KIZUNA_DOUBLE ?? '{}');

class App extends EventEmitter {
  isPackaged = config.packaged ?? false;
  setPath(name, path) {
    seen.paths[name] = path;
  }
  getPath(name) {
    return seen.paths[name] ?? '/nowhere';
  }
  getLocale() {
    return config.locale ?? 'en-GB';
  }
  requestSingleInstanceLock() {
    return config.singleInstance ?? true;
  }
  enableSandbox() {
    seen.sandboxed = true;
  }
  whenReady() {
    seen.readyBeforeSchemes = seen.schemes.length === 0;
    return Promise.resolve();
  }
  quit() {
    seen.quits += 1;
    const event = makeEvent({});
    this.emit('will-quit', event);
    if (!event.defaultPrevented) process.exit(0);
  }
  exit(code) {
    seen.exits.push(code);
    process.send?.({ type: 'exit', code }, () => process.exit(code));
  }
}

export function makeEvent(fields) {
  return {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

export const app = new App();

let nextContents = 1;

export class WebContents extends EventEmitter {
  id = nextContents++;
  mainFrame = { url: '' };
  sent = [];
  destroyed = false;
  setWindowOpenHandler(handler) {
    this.windowOpenHandler = handler;
  }
  send(channel, message) {
    this.sent.push({ channel, message });
  }
  isDestroyed() {
    return this.destroyed;
  }
}

export class BrowserWindow extends EventEmitter {
  constructor(options) {
    super();
    this.options = options;
    this.webContents = new WebContents();
    seen.windows.push(this);
    app.emit('web-contents-created', makeEvent({}), this.webContents);
  }
  loadURL(url) {
    this.loaded = url;
    this.webContents.mainFrame.url = url;
    return Promise.resolve();
  }
  maximize() {
    this.maximised = true;
  }
  isMaximized() {
    return this.maximised ?? false;
  }
  getNormalBounds() {
    return config.bounds ?? { x: 40, y: 50, width: 1200, height: 800 };
  }
  isMinimized() {
    return this.minimised ?? false;
  }
  restore() {
    seen.restored += 1;
  }
  focus() {
    seen.focused += 1;
  }
  show() {
    this.shown = true;
  }
}

class Session extends EventEmitter {
  handlers = {};
  protocol = {
    handle: (scheme, handler) => {
      seen.handled.push(scheme);
      this.handlers.protocol = handler;
    },
  };
  setPermissionRequestHandler(handler) {
    this.handlers.request = handler;
  }
  setPermissionCheckHandler(handler) {
    this.handlers.check = handler;
  }
  setDevicePermissionHandler(handler) {
    this.handlers.device = handler;
  }
  setDisplayMediaRequestHandler(handler) {
    this.handlers.display = handler;
  }
}

export const session = { defaultSession: new Session() };

class IpcMain extends EventEmitter {
  invokeHandlers = {};
  handle(channel, handler) {
    this.invokeHandlers[channel] = handler;
  }
}

export const ipcMain = new IpcMain();
export const protocol = { registerSchemesAsPrivileged: (schemes) => seen.schemes.push(...schemes) };
export const dialog = { showErrorBox: (title, text) => seen.errorBoxes.push({ title, text }) };
export const screen = {
  getAllDisplays: () => config.displays ?? [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};
export const shell = {
  openExternal: async (url) => {
    seen.external.push(url);
  },
  openPath: async (path) => {
    seen.openedPaths.push(path);
    return '';
  },
};
export const Menu = {
  buildFromTemplate: (template) => template,
  setApplicationMenu: (menu) => {
    seen.menu = menu;
  },
};

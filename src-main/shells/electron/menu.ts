/** The application menu with the conventions of each platform; what the app does itself is sent as a command. */
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/ipc/menu-commands.ts';
import { MENU_LABELS, type MenuLabels } from './menu-labels.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly language: 'en' | 'ja';
  /** Developer tools are offered in a checkout, not in a package. */
  readonly packaged: boolean;
  readonly send: (command: MenuCommand) => void;
}

type Item = MenuItemConstructorOptions;
type MakeCommand = (label: string, command: MenuCommand, accelerator?: string) => Item;

const LINE: Item = { type: 'separator' };

function appMenu(labels: MenuLabels, command: MakeCommand): Item {
  return {
    label: 'Kizuna',
    submenu: [
      command(labels.about, 'about'),
      LINE,
      command(labels.settings, 'settings', 'Command+,'),
      LINE,
      { role: 'services', label: labels.services },
      LINE,
      { role: 'hide', label: labels.hide },
      { role: 'hideOthers', label: labels.hideOthers },
      { role: 'unhide', label: labels.showAll },
      LINE,
      { role: 'quit', label: labels.quit },
    ],
  };
}

function fileMenu(labels: MenuLabels, command: MakeCommand, mac: boolean): Item {
  const own = [
    command(labels.newNote, 'new-note', 'CommandOrControl+N'),
    command(labels.import, 'import', 'CommandOrControl+O'),
    LINE,
    command(labels.backup, 'backup'),
    LINE,
  ];
  const end: Item[] = mac
    ? [{ role: 'close', label: labels.close }]
    : [command(labels.settings, 'settings', 'Control+,'), LINE, { role: 'quit', label: labels.quit }];
  return { label: labels.file, submenu: [...own, ...end] };
}

/**
 * The window knows whether a text or a record is meant. Where the system lets it, the key goes to the window first, so
 * that a text field keeps its own undo; on macOS the window asks the text field itself.
 */
function undoing(item: Item): Item {
  return { ...item, registerAccelerator: false };
}

function editMenu(labels: MenuLabels, command: MakeCommand, mac: boolean): Item {
  return {
    label: labels.edit,
    submenu: [
      undoing(command(labels.undo, 'undo', 'CommandOrControl+Z')),
      undoing(command(labels.redo, 'redo', mac ? 'Shift+Command+Z' : 'Control+Y')),
      LINE,
      { role: 'cut', label: labels.cut },
      { role: 'copy', label: labels.copy },
      { role: 'paste', label: labels.paste },
      { role: 'selectAll', label: labels.selectAll },
      LINE,
      command(labels.find, 'find', 'CommandOrControl+F'),
    ],
  };
}

function viewMenu(labels: MenuLabels, command: MakeCommand, packaged: boolean): Item {
  const developer: Item[] = packaged ? [] : [LINE, { role: 'toggleDevTools', label: labels.developer }];
  return {
    label: labels.view,
    submenu: [
      command(labels.palette, 'palette', 'CommandOrControl+K'),
      LINE,
      { role: 'resetZoom', label: labels.actualSize },
      { role: 'zoomIn', label: labels.zoomIn },
      { role: 'zoomOut', label: labels.zoomOut },
      LINE,
      { role: 'togglefullscreen', label: labels.fullScreen },
      ...developer,
    ],
  };
}

function windowMenu(labels: MenuLabels): Item {
  return {
    label: labels.window,
    role: 'window',
    submenu: [
      { role: 'minimize', label: labels.minimise },
      { role: 'zoom', label: labels.zoom },
      LINE,
      { role: 'front', label: labels.front },
    ],
  };
}

export function menuTemplate({ platform, language, packaged, send }: MenuOptions): Item[] {
  const labels = MENU_LABELS[language];
  const mac = platform === 'darwin';
  const command: MakeCommand = (label, name, accelerator) => ({
    label,
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const help = [command(labels.keyboard, 'keyboard', 'CommandOrControl+/')];
  return [
    ...(mac ? [appMenu(labels, command)] : []),
    fileMenu(labels, command, mac),
    editMenu(labels, command, mac),
    viewMenu(labels, command, packaged),
    {
      label: labels.go,
      submenu: [
        command(labels.today, 'today', 'CommandOrControl+1'),
        command(labels.accounts, 'accounts', 'CommandOrControl+2'),
        command(labels.tasks, 'tasks', 'CommandOrControl+3'),
      ],
    },
    ...(mac ? [windowMenu(labels)] : []),
    {
      label: labels.help,
      role: 'help',
      submenu: mac ? help : [...help, LINE, command(labels.about, 'about')],
    },
  ];
}

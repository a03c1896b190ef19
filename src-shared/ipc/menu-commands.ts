/** What the system's menu bar can ask the window for; each of them is answered by a command of the window. */
export const MENU_COMMANDS = [
  'about',
  'accounts',
  'backup',
  'find',
  'import',
  'keyboard',
  'new-note',
  'palette',
  'redo',
  'settings',
  'tasks',
  'today',
  'undo',
] as const;

/** Sent over `app.events`. */
export type MenuCommand = (typeof MENU_COMMANDS)[number];

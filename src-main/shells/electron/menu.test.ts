import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { menuTemplate } from './menu.ts';
import { MENU_LABELS } from './menu-labels.ts';

type Item = MenuItemConstructorOptions;

function flat(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

describe('menuTemplate', () => {
  const make = (platform: NodeJS.Platform, language: 'en' | 'ja' = 'en', sent: string[] = []): Item[] =>
    menuTemplate({ platform, language, packaged: true, send: (command) => sent.push(command) });

  it('puts settings and quit where each platform has them', () => {
    const [app, file] = make('darwin');
    const roles = (item: Item | undefined): unknown[] =>
      flat(item === undefined ? [] : [item]).map(({ role }) => role);
    expect(app?.label).toBe('Kizuna');
    expect(roles(app)).toContain('quit');
    expect(roles(file)).not.toContain('quit');
    expect(roles(make('win32')[0])).toContain('quit');
    expect(flat(make('win32')).map(({ role }) => role)).not.toContain('hideOthers');
  });
  it('names everything in both languages', () => {
    for (const platform of ['darwin', 'win32', 'linux'] as const) {
      for (const language of ['en', 'ja'] as const) {
        const words = new Set(Object.values(MENU_LABELS[language]));
        for (const { label, type } of flat(make(platform, language))) {
          if (type !== 'separator' && label !== 'Kizuna') expect(words.has(label ?? ''), label).toBe(true);
        }
      }
    }
    const untranslated = Object.entries(MENU_LABELS.ja).filter(
      ([key, text]) => Reflect.get(MENU_LABELS.en, key) === text,
    );
    expect(untranslated).toEqual([]);
  });
  it('gives no key to two items', () => {
    for (const platform of ['darwin', 'linux'] as const) {
      const keys = flat(make(platform)).flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
  it('leaves undo and redo to the window, which knows whether a text or a record is meant', () => {
    for (const platform of ['darwin', 'win32'] as const) {
      const sent: string[] = [];
      const items = flat(make(platform, 'en', sent)).filter(
        ({ label }) => label === 'Undo' || label === 'Redo',
      );
      for (const item of items) Reflect.apply(item.click ?? (() => undefined), undefined, []);
      expect(sent).toEqual(['undo', 'redo']);
      expect(items.map((item) => item.registerAccelerator)).toEqual([false, false]);
    }
  });
});

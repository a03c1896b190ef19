import { describe, expect, it } from 'vitest';
import { defaultDataDir } from './data-dir.ts';

describe('defaultDataDir', () => {
  it('follows the XDG specification, which ignores relative paths', () => {
    const home = '/home/a';
    expect(defaultDataDir({ platform: 'linux', env: {}, home })).toBe('/home/a/.local/share/kizuna');
    expect(defaultDataDir({ platform: 'linux', env: { XDG_DATA_HOME: '/data' }, home })).toBe('/data/kizuna');
    expect(defaultDataDir({ platform: 'linux', env: { XDG_DATA_HOME: 'data' }, home })).toBe(
      '/home/a/.local/share/kizuna',
    );
  });
  it('follows macOS and Windows', () => {
    expect(defaultDataDir({ platform: 'darwin', env: {}, home: '/Users/a' })).toBe(
      '/Users/a/Library/Application Support/Kizuna',
    );
    const env = { LOCALAPPDATA: 'D:\\Local', APPDATA: 'D:\\Roaming' };
    expect(defaultDataDir({ platform: 'win32', env, home: 'C:\\Users\\a' })).toBe('D:\\Local\\Kizuna');
    expect(defaultDataDir({ platform: 'win32', env: {}, home: 'C:\\Users\\a' })).toBe(
      'C:\\Users\\a\\AppData\\Local\\Kizuna',
    );
  });
});

import { expect, it } from 'vitest';
import { folderInUse } from './folder-in-use.ts';

it.each([
  ['en', 'browser', /in use by Kizuna in the browser \(process 7\).*End it in the terminal/s],
  ['en', 'electron', /in use by another Kizuna \(process 7\).*Close its window/s],
  ['ja', 'browser', /ブラウザー版のKizuna（プロセス7）.*端末で終了/s],
  ['ja', 'electron', /別のKizuna（プロセス7）.*ウィンドウを閉じて/s],
] as const)('says in %s that the %s shell holds the folder, and what to do', (language, shell, text) => {
  const said = folderInUse(language, '/data/folder', { shell, pid: 7 });
  expect(said).toMatch(text);
  expect(said).toContain('/data/folder');
});

import { expect, it } from 'vitest';
import { fileNameOf } from './file-name.ts';

it('keeps what every file system takes, and is never empty', () => {
  expect(fileNameOf('QBR: 2026/Q1?', 'md', 'template')).toBe('QBR 2026 Q1.md');
  expect(fileNameOf('..', 'md', 'template')).toBe('template.md');
  expect(fileNameOf('更新\u0000会議', 'json', 'playbook')).toBe('更新 会議.json');
  expect(fileNameOf('a'.repeat(200), 'json', 'playbook')).toBe(`${'a'.repeat(80)}.json`);
});

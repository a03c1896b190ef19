/** A parked line lands in its section, wherever that stands. */
import { expect, it } from 'vitest';
import { parkLine } from './park-line.ts';

it.each([
  ['', '## Later\n\n- x'],
  ['text', 'text\n\n## Later\n\n- x'],
  ['## Later\n\n- \n', '## Later\n\n- x'],
  ['## Later\n\n- a\n\n## Next\n- b', '## Later\n\n- a\n- x\n\n## Next\n- b'],
])('%j becomes %j', (before, after) => {
  expect(parkLine(before, 'Later', 'x')).toBe(after);
});

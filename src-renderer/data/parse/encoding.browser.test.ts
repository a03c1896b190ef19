import { expect, it } from 'vitest';
import { decodeStream, detectEncoding } from './encoding.ts';

it('reads the quotes and dashes of Windows, which Node decodes wrongly', () => {
  const bytes = Uint8Array.from([
    0x93, 0x4d, 0xe1, 0x6c, 0x61, 0x67, 0x61, 0x94, 0x20, 0x96, 0x20, 0x80, 0x0a,
  ]);
  expect(detectEncoding([bytes])[0]?.encoding).toBe('windows-1252');
  expect(decodeStream('windows-1252').decode(bytes)).toBe('“Málaga” – €\n');
});

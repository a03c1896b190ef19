import { describe, expect, it } from 'vitest';
import { hashText } from './hash.ts';

describe('hashText', () => {
  it('is stable across machines and runs', () => {
    expect(hashText(['account', 'ravenstack', 'A-2e4581'])).toBe(
      hashText(['account', 'ravenstack', 'A-2e4581']),
    );
    expect(hashText(['a'])).toHaveLength(13);
  });
  it('keeps apart parts that join to the same text', () => {
    expect(hashText(['ab', 'c'])).not.toBe(hashText(['a', 'bc']));
  });
  it('does not collide over many short ids', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 200_000; i++) seen.add(hashText(['usage', `U-${i.toString(16)}`]));
    expect(seen.size).toBe(200_000);
  });
});

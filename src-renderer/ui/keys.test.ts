import { describe, expect, it } from 'vitest';
import { addTags } from './add-tags.ts';
import { isCommitKey } from './ime.ts';
import { keyCaps, strokeName } from './keys.ts';
import { readNumber } from './number-field.tsx';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('strokeName', () => {
  it('calls Ctrl or Command "mod", by platform', () => {
    expect(strokeName(press('k', { ctrlKey: true }), false)).toBe('mod+k');
    expect(strokeName(press('k', { metaKey: true }), true)).toBe('mod+k');
    expect(strokeName(press('k', { ctrlKey: true }), true)).toBe('other+k');
  });
  it('counts shift on letters and named keys, not on symbols that need it', () => {
    expect(strokeName(press('?', { shiftKey: true }), false)).toBe('?');
    expect(strokeName(press('J', { shiftKey: true }), false)).toBe('shift+j');
    expect(strokeName(press('Enter', { shiftKey: true }), false)).toBe('shift+Enter');
  });
});

describe('keyCaps', () => {
  it('prints keys as they are labelled', () => {
    expect(keyCaps('mod+k', true)).toEqual(['⌘', 'K']);
    expect(keyCaps('mod+shift+ArrowUp', false)).toEqual(['Ctrl', 'Shift', '↑']);
  });
});

describe('isCommitKey', () => {
  it('leaves the Enter that accepts a conversion to the input method', () => {
    expect(isCommitKey({ key: 'Enter', keyCode: 13 })).toBe(true);
    expect(isCommitKey({ key: 'Enter', keyCode: 13, isComposing: true })).toBe(false);
    expect(isCommitKey({ key: 'Enter', keyCode: 229 })).toBe(false);
    expect(isCommitKey({ key: 'Enter', keyCode: 13, nativeEvent: { isComposing: true } })).toBe(false);
  });
});

describe('what people type', () => {
  it('is read as a number in full width and with groups', () => {
    expect(readNumber('１，２８４')).toBe(1284);
    expect(readNumber(' -3.5 ')).toBe(-3.5);
    expect(readNumber('')).toBeNull();
    expect(readNumber('12 席')).toBeUndefined();
  });
  it('becomes tags at the commas of both scripts, none doubled', () => {
    expect(addTags(['pilot'], ' 大阪、pilot, EU ')).toEqual(['pilot', '大阪', 'EU']);
  });
});

/** Names of people made comparable: width, case, kana, spaces, titles of address and the order of the parts do not count. */
import { foldText } from '../table/fold-text.ts';

const APART = /[\s\p{P}\p{S}]+/gu;
const BEFORE = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'herr', 'frau']);
const AFTER = /(?:様|さん|さま|氏|殿)$/u;

/** The parts of a name as they are written, folded. */
export function nameParts(name: string): readonly string[] {
  const parts = foldText(name)
    .replace(APART, ' ')
    .trim()
    .split(' ')
    .filter((part) => part !== '');
  while (parts.length > 1 && BEFORE.has(parts[0] ?? '')) parts.shift();
  const last = parts.at(-1);
  if (last === undefined) return parts;
  const plain = last.replace(AFTER, '');
  if (plain !== '' && (parts.length > 1 || plain.length > 1)) parts[parts.length - 1] = plain;
  else if (parts.length > 1) parts.pop();
  return parts;
}

/** Equal for 山田 太郎, 山田太郎 and 山田　太郎様. */
export function nameKey(name: string): string {
  return nameParts(name).join('');
}

/** Equal for Ken Tanaka and Tanaka, Ken as well; one part alone says nothing about order. */
export function swappedKey(name: string): string {
  return [...nameParts(name)].sort().join(' ');
}

export function emailKey(address: string): string {
  return foldText(address).trim();
}

/** Who is who in a list of tasks: names as sources and people write them, compared as people read them. */
import { foldText } from '../table/fold-text.ts';

function words(name: string): readonly string[] {
  // "sato@example.com" is read as its first part.
  return foldText(name.split('@')[0] ?? '')
    .split(/[\s　・.,_]+/)
    .filter((word) => word !== '');
}

/** Width, case, spaces and the order of the two halves do not matter; one half alone is not enough. */
export function sameName(a: string, b: string): boolean {
  const left = words(a);
  const right = words(b);
  if (left.length === 0 || right.length === 0) return false;
  if (left.join('') === right.join('')) return true;
  return left.length === right.length && left.toSorted().join(' ') === right.toSorted().join(' ');
}

/** Each person once, in the order given, under the first way of writing the name. */
export function distinctNames(names: Iterable<string>): string[] {
  const known = new Map<string, string>();
  for (const name of names) {
    const key = words(name).toSorted().join(' ');
    if (key !== '' && !known.has(key)) known.set(key, name.trim());
  }
  return [...known.values()];
}

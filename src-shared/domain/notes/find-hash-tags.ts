/** The #tags that stand in a note's text: a word right behind the sign, never a heading, a link's anchor or code. */

const TAG = /(?<=^|[\s(（「、。])[#＃]([\p{L}\p{N}][\p{L}\p{N}_ー-]*)/gu;
const CODE = /`[^`]*`/g;

/** Each once, in the order in which they stand; figures alone (#1) are no tag. */
export function findHashTags(markdown: string): string[] {
  const found = new Set<string>();
  let fenced = false;
  for (const line of markdown.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (fenced) continue;
    for (const match of line.replace(CODE, ' ').matchAll(TAG)) {
      const tag = match[1] ?? '';
      if (!/^\p{N}+$/u.test(tag)) found.add(tag);
    }
  }
  return [...found];
}

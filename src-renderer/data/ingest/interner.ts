/**
 * One copy of each text of a column that repeats itself, cut loose from its file chunk (keeping a slice keeps a
 * megabyte), so that packing compares texts whose hash is known. A column of ever new texts is found out and left alone.
 */
import { ownText } from '#shared/import/own-text.ts';

const TRIAL = 2_000;
const MAX_TEXTS = 20_000;

export type Intern = (text: string) => string;

export function createInterner(): Intern {
  let texts: Map<string, string> | undefined = new Map();
  let seen = 0;
  let last = '';
  return (text) => {
    if (texts === undefined) return ownText(text);
    if (text === last) return last;
    seen++;
    const known = texts.get(text);
    if (known !== undefined) {
      last = known;
      return known;
    }
    const own = ownText(text);
    texts.set(own, own);
    if ((seen >= TRIAL && texts.size > seen / 2) || texts.size > MAX_TEXTS) texts = undefined;
    last = own;
    return own;
  };
}

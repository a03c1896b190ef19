/** Folds company names, domains and addresses so that the same one is equal however it is written, and finds near ones. */
import { readDomain, readEmail } from './read-text.ts';

/** Legal forms as whole words, after punctuation became spaces. */
const LATIN_FORMS = new Set(
  (
    'inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg kgaa ohg ug se sa sas sarl srl ' +
    'spa bv nv ab oy oyj as aps pty pte kk kabushiki kaisha godo gk holdings_ sdn bhd sro zrt kft doo'
  ).split(' '),
);
/** Forms that fall apart into single letters or several words: K.K., S.A., Co., Ltd. */
const SPLIT_FORMS =
  / (?:k k|g k|s a s|s a|s r l|s p a|b v|n v|l l c|l l p|p l c|a g|p t y|sp z o o|gmbh co kg|kabushiki kaisha|godo kaisha)(?= |$)/g;
const JAPANESE_FORMS =
  /株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益|特例)?(?:社団|財団)法人|特定非営利活動法人|学校法人|医療法人(?:社団|財団)?|社会福祉法人|独立行政法人|国立大学法人|宗教法人|農業協同組合|\((?:株|有|同|資|名|社|財|一社|一財|公社|公財|医|学|福|独|特非)\)|^(?:カ|ユ|ド|シ|メ)\)|\((?:カ|ユ|ド|シ|メ)\)?|(?:カブシキガイシャ|ユウゲンガイシャ|ゴウドウガイシャ)/g;

/** What stands between words and letters and means nothing. */
const PUNCTUATION = /[\p{P}\p{S}\s]+/gu;

function foldWords(text: string): string {
  const words = ` ${text.replace(PUNCTUATION, ' ').trim()}`.replace(/ the(?= )/, '');
  const kept = words
    .replace(SPLIT_FORMS, '')
    .split(' ')
    .filter((word) => word !== '');
  while (kept.length > 1 && LATIN_FORMS.has(kept[kept.length - 1]!)) kept.pop();
  while (kept.length > 1 && LATIN_FORMS.has(kept[0]!) && kept[0] !== 'se' && kept[0] !== 'as') kept.shift();
  return kept.filter((word) => word !== 'and').join('');
}

/** Words that were joined: an accent that a sign parted from its letter stands on it, and no sigma ends a word. */
function joined(text: string): string {
  return text.normalize('NFKC').replaceAll('ς', 'σ');
}

/** The same key for the same company: width, case, spaces, punctuation and legal form do not count. */
export function foldName(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  const upperKana = plain.toUpperCase();
  const withoutForm = (
    /[^\p{ASCII}]/u.test(plain) || plain.includes('(') ? upperKana.replace(JAPANESE_FORMS, ' ') : upperKana
  )
    .toLowerCase()
    .trim();
  const folded = foldWords(withoutForm === '' ? plain : withoutForm);
  return joined(folded === '' ? plain.replace(/\s+/g, '') : folded);
}

export const foldDomain = readDomain;

export function foldEmail(text: string): string {
  return readEmail(text).toLowerCase();
}

export interface NameIndex {
  /** Up to `limit` names like the query, best first. */
  near(query: string, limit?: number): NearName[];
}

export interface NearName {
  readonly id: string;
  readonly name: string;
  /** 0 to 1; 1 = equal after folding. */
  readonly score: number;
}

const MIN_SCORE = 0.45;

function bigramsOf(folded: string): string[] {
  const padded = `^${folded}$`;
  const grams: string[] = [];
  for (let i = 0; i + 1 < padded.length; i++) grams.push(padded.slice(i, i + 2));
  return grams;
}

/** Makes names searchable by what pairs of letters they share: only names that share one are looked at. */
export function nameIndex(entries: readonly { readonly id: string; readonly name: string }[]): NameIndex {
  const folded = entries.map((entry) => foldName(entry.name));
  const sizes = new Uint16Array(entries.length);
  const postings = new Map<string, number[]>();
  folded.forEach((key, index) => {
    const grams = bigramsOf(key);
    sizes[index] = grams.length;
    for (const gram of grams) {
      const list = postings.get(gram);
      if (list === undefined) postings.set(gram, [index]);
      else list.push(index);
    }
  });
  const shared = new Uint16Array(entries.length);
  return {
    near(query, limit = 5) {
      const key = foldName(query);
      const grams = bigramsOf(key);
      const touched: number[] = [];
      for (const gram of grams) {
        let last = -1;
        for (const index of postings.get(gram) ?? []) {
          if (index === last) continue;
          last = index;
          if (shared[index] === 0) touched.push(index);
          shared[index] = shared[index]! + 1;
        }
      }
      const found: NearName[] = [];
      for (const index of touched) {
        const dice = Math.min(1, (2 * shared[index]!) / (grams.length + sizes[index]!));
        shared[index] = 0;
        const other = folded[index]!;
        const score = other === key ? 1 : Math.min(0.99, contains(key, other) ? Math.max(dice, 0.8) : dice);
        if (score >= MIN_SCORE) {
          const { id, name } = entries[index]!;
          found.push({ id, name, score });
        }
      }
      return found.sort((a, b) => b.score - a.score).slice(0, limit);
    },
  };
}

/** "Acme" and "Acme Japan": one name begins the other. */
function contains(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.startsWith(short);
}

/** Near matches of one name; keep the index when asking for many. */
export function nearNames(query: string, index: NameIndex, limit?: number): NearName[] {
  return index.near(query, limit);
}

/** Reads booleans, scores, addresses and lists from cells, changing as little as makes them comparable. */
import type { ScoreScale } from '../model/import-plan.ts';

const TRUE = new Set([
  'true',
  'yes',
  'y',
  't',
  '1',
  'on',
  'はい',
  '○',
  '〇',
  '◯',
  '有',
  '有り',
  'あり',
  '済',
  '✓',
  '✔',
  '☑',
  'ja',
  'oui',
  'si',
  'sí',
  'x',
]);
const FALSE = new Set([
  'false',
  'no',
  'n',
  'f',
  '0',
  'off',
  'いいえ',
  '×',
  '✕',
  '✗',
  '無',
  '無し',
  'なし',
  '未',
  '☐',
  'nein',
  'non',
]);

const BLANK_WORDS = new Set([
  'null',
  'n/a',
  '#n/a',
  'na',
  'none',
  'nan',
  'nil',
  '-',
  '–',
  '—',
  'ー',
  '\\n',
  'undefined',
  '(blank)',
  '(空白)',
  '未設定',
]);

/** Words that tools write where there is no value; asked only of cells that are not what their column holds. */
export function isBlankWord(text: string): boolean {
  return text.length < 12 && BLANK_WORDS.has(text.trim().toLowerCase());
}

export function parseBoolean(text: string): boolean | undefined {
  if (text === 'True' || text === 'true') return true;
  if (text === 'False' || text === 'false') return false;
  const folded = text.normalize('NFKC').trim().toLowerCase();
  if (TRUE.has(folded)) return true;
  return FALSE.has(folded) ? false : undefined;
}

/** A score on its own scale as 0 to 100. NaN = not on the scale. */
export function scoreOf(text: string, value: number, scale: ScoreScale): number {
  if (scale.type === 'words') {
    const key = text.normalize('NFKC').trim().toLowerCase();
    return Object.hasOwn(scale.words, key) ? scale.words[key]! : Number.NaN;
  }
  const { min, max, higherIsBetter } = scale;
  if (!(value >= min && value <= max) || max === min) return Number.NaN;
  const share = (value - min) / (max - min);
  // Twelve digits hide the dust of floating point: 7 of 10 is 70.
  return Number(((higherIsBetter ? share : 1 - share) * 100).toPrecision(12));
}

const PLAIN_EMAIL = /^[\w.+-]+@[a-z0-9.-]+$/;

/** The first address in the cell, its domain in lower case. */
export function readEmail(text: string): string {
  if (PLAIN_EMAIL.test(text)) return text;
  const plain = text.normalize('NFKC').trim();
  const inside =
    /<([^<>\s]+@[^<>\s]+)>/.exec(plain)?.[1] ?? plain.replace(/^mailto:/i, '').split(/[;,\s]/)[0]!;
  const at = inside.lastIndexOf('@');
  if (at <= 0) return plain;
  return inside.slice(0, at + 1) + inside.slice(at + 1).toLowerCase();
}

/** The host of an address, lower case, without `www.`: what ties accounts to e-mail addresses. */
export function readDomain(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const host = plain
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/^mailto:/, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/, '')
    .replace(/:\d+$/, '')
    .replace(/\.$/, '');
  return host.startsWith('www.') ? host.slice(4) : host;
}

export function readPhone(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[‐‑–−ー]/g, '-');
}

/** Several values in one cell, in order, each once. */
export function readTags(text: string, separator: string | undefined): readonly string[] {
  const trimmed = text.trim();
  if (trimmed.startsWith('[') && trimmed.endsWith(']')) {
    const inner = trimmed.slice(1, -1).trim();
    if (inner === '') return [];
    return unique(inner.split(',').map((tag) => tag.trim().replace(/^"(.*)"$/, '$1')));
  }
  if (separator !== undefined) return unique(trimmed.split(separator));
  return unique(trimmed.split(trimmed.includes(';') ? ';' : /[,、|\n]/));
}

function unique(tags: readonly string[]): readonly string[] {
  return [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))];
}

/** Words of sources for the choices that Kizuna knows. */
const SYNONYMS: Readonly<Record<string, string>> = {
  phone: 'call',
  電話: 'call',
  架電: 'call',
  mail: 'email',
  'e-mail': 'email',
  incoming_email: 'email',
  メール: 'email',
  会議: 'meeting',
  打ち合わせ: 'meeting',
  打合せ: 'meeting',
  商談: 'meeting',
  面談: 'meeting',
  web会議: 'meeting',
  event: 'meeting',
  demo: 'meeting',
  訪問: 'visit',
  来訪: 'visit',
  'on-site': 'visit',
  onsite: 'visit',
  研修: 'training',
  トレーニング: 'training',
  webinar: 'training',
  メモ: 'note',
  comment: 'note',
  タスク: 'task',
  'to do': 'task',
  todo: 'task',
  四半期レビュー: 'qbr',
  'business review': 'qbr',
  'high touch': 'high',
  ハイタッチ: 'high',
  'low touch': 'low',
  'mid touch': 'low',
  ロータッチ: 'low',
  'tech touch': 'tech',
  テックタッチ: 'tech',
  decision_maker: 'economic-buyer',
  'decision maker': 'economic-buyer',
  executive_sponsor: 'executive-sponsor',
  administrator: 'admin',
  管理者: 'admin',
  オンボーディング: 'onboarding',
  運用: 'operation',
  現場活用: 'field-use',
  成果: 'outcome',
  更新: 'renewal',
  adoption: 'field-use',
};

/** One of the choices where the word is one of them in other dress; the source's own word otherwise. */
export function readChoice(text: string, choices: readonly string[]): string {
  const own = text.trim();
  const folded = own.normalize('NFKC').toLowerCase();
  const dashed = folded.replace(/[\s_]+/g, '-');
  if (choices.includes(folded)) return folded;
  if (choices.includes(dashed)) return dashed;
  const synonym = Object.hasOwn(SYNONYMS, folded) ? SYNONYMS[folded]! : undefined;
  return synonym !== undefined && choices.includes(synonym) ? synonym : own;
}

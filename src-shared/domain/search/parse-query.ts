/** What was typed, taken apart: filters such as kind:meeting or 種類:会議, and the words to look for. */
import { type Chunk, chunksOf } from './find-chunk.ts';
import { searchText } from './search-text.ts';

export const FILTERS = ['kind', 'owner', 'account', 'since', 'until'] as const;
export type Filter = (typeof FILTERS)[number];

export interface SearchQuery {
  readonly chunks: readonly Chunk[];
  /** Kinds of records and of activities, any of which fits; absent = all. */
  readonly kinds?: readonly string[];
  /** Normalised. */
  readonly owner?: string;
  /** Normalised part of an account's name. */
  readonly account?: string;
  /** First and last day, 'YYYY-MM-DD'. */
  readonly since?: string;
  readonly until?: string;
  /** A filter whose value says nothing to us, as it was typed. */
  readonly unclear?: string;
}

const NAMES: Readonly<Record<string, Filter>> = {
  kind: 'kind',
  type: 'kind',
  種類: 'kind',
  種別: 'kind',
  owner: 'owner',
  担当: 'owner',
  担当者: 'owner',
  account: 'account',
  customer: 'account',
  顧客: 'account',
  アカウント: 'account',
  since: 'since',
  from: 'since',
  以降: 'since',
  から: 'since',
  until: 'until',
  to: 'until',
  以前: 'until',
  まで: 'until',
};

/** What people call the kinds, in both languages; kinds of their own are added by the caller. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  account: ['account', 'アカウント', '顧客'],
  contact: ['contact', 'person', 'people', '担当者', '人', '連絡先'],
  task: ['task', 'タスク', '課題'],
  plan: ['plan', 'objective', '目標', 'プラン', 'サクセスプラン'],
  ticket: ['ticket', 'チケット', '問い合わせ'],
  survey: ['survey', 'アンケート', 'アンケート回答'],
  nps: ['nps'],
  csat: ['csat'],
  ces: ['ces'],
  churnEvent: ['churn', '解約'],
  opportunity: ['opportunity', 'deal', '商談', '案件'],
  draft: ['draft', '下書き'],
  meeting: ['meeting', '会議', '打ち合わせ', 'ミーティング'],
  call: ['call', 'phone', '電話', '通話'],
  email: ['email', 'mail', 'メール'],
  visit: ['visit', '訪問'],
  qbr: ['qbr', '四半期レビュー'],
  training: ['training', '研修', 'トレーニング'],
  note: ['note', 'メモ', 'ノート'],
  'internal-note': ['internal', 'internal-note', '社内メモ', '社内'],
  update: ['update', '更新', '報告'],
};

const DAY = /^(\d{4})(?:[-/.年](\d{1,2}))?月?(?:[-/.]?(\d{1,2}))?日?$/;

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** A year, a month or a day; of the longer ones their first or their last day. */
function readDay(value: string, last: boolean): string | undefined {
  const found = DAY.exec(value);
  if (found === null) return undefined;
  const year = Number(found[1]);
  const month = found[2] === undefined ? (last ? 12 : 1) : Number(found[2]);
  if (month < 1 || month > 12) return undefined;
  const longest = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = found[3] === undefined ? (last ? longest : 1) : Number(found[3]);
  if (day < 1 || day > longest) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}

export type KindNames = Readonly<Record<string, readonly string[]>>;

/** Kinds that are called so, or whose name begins so. */
function readKinds(value: string, own: KindNames): string[] {
  const named = [...Object.entries(KINDS), ...Object.entries(own)];
  const fitting = (fits: (name: string) => boolean) =>
    named.filter(([, names]) => names.some((name) => fits(searchText(name)))).map(([kind]) => kind);
  const exact = fitting((name) => name === value);
  const kinds = exact.length > 0 ? exact : fitting((name) => name.startsWith(value));
  return [...new Set(kinds)];
}

const PART = /([^\s:]+):("[^"]*"|\S*)/g;

function filterOf(name: string): Filter | undefined {
  const folded = searchText(name);
  const found = Object.keys(NAMES).find((each) => searchText(each) === folded);
  return found === undefined ? undefined : NAMES[found];
}

/** `kinds`: names of the kinds that users made or renamed. */
export function parseQuery(typed: string, kinds: KindNames = {}): SearchQuery {
  const filters: { -readonly [K in keyof SearchQuery]?: SearchQuery[K] } = {};
  const words = typed.normalize('NFKC').replace(PART, (whole: string, name: string, quoted: string) => {
    const filter = filterOf(name);
    if (filter === undefined) return whole;
    const value = searchText(quoted.replaceAll('"', '')).trim();
    // A filter that is still being typed asks for nothing yet.
    if (value === '') return ' ';
    if (filter === 'owner' || filter === 'account') {
      filters[filter] = value;
      return ' ';
    }
    const read = filter === 'kind' ? readKinds(value, kinds) : readDay(value, filter === 'until');
    if (read === undefined || read.length === 0) filters.unclear = whole;
    else if (typeof read === 'string') filters[filter === 'until' ? 'until' : 'since'] = read;
    else filters.kinds = [...(filters.kinds ?? []), ...read];
    return ' ';
  });
  return { chunks: chunksOf(words), ...filters };
}

export function hasFilters({ chunks: _, ...filters }: SearchQuery): boolean {
  return Object.keys(filters).length > 0;
}

/** Account rows for tests, screenshots and the bench: plain ones, and a believable book in two scripts. */
import type { AccountRow } from '#renderer/data/book.ts';
import type { RowHealth } from '#shared/domain/summary/account-row.ts';
import { emptySummary } from '#shared/domain/summary/account-summary.ts';
import { type Account, STAGES, TOUCH_MODELS } from '#shared/model/account.ts';

export type AccountRowParts = Partial<Omit<AccountRow, 'account'>> & { readonly account?: Partial<Account> };

/** A row with nothing but an id and a name. */
export function accountRow(id: string, { account, ...figures }: AccountRowParts = {}): AccountRow {
  return {
    account: { id, name: id, createdAt: 0, updatedAt: 0, ...account },
    summary: undefined,
    arr: [],
    mrr: [],
    renewalDate: account?.renewalDate,
    lastTouchAt: undefined,
    lastActivityAt: undefined,
    openTickets: 0,
    contacts: 0,
    csat: undefined,
    nps: undefined,
    usageLastMonth: undefined,
    usageTrend: undefined,
    health: undefined,
    ...figures,
  };
}

const JAPANESE = [
  ['青葉物流', 'アオバブツリュウ'],
  ['株式会社北星電機', 'ホクセイデンキ'],
  ['みなと食品', 'ミナトショクヒン'],
  ['東都精密工業', 'トウトセイミツコウギョウ'],
  ['さくら信用金庫', 'サクラシンヨウキンコ'],
  ['南アルプス製薬', 'ミナミアルプスセイヤク'],
  ['瀬戸内造船', 'セトウチゾウセン'],
  ['ひかり学園', undefined],
  ['一般社団法人 全国生活協同組合連合会 東北地区共同購買推進センター', 'ゼンコクセイカツキョウドウ'],
] as const;
const LATIN = [
  'Harbor & Finch',
  'Northgate Components',
  'Blue Heron Travel',
  'Kestrel Analytics',
  'Oakline Health',
  'The International Consolidated Warehousing and Refrigerated Logistics Company of Rotterdam',
  'Pebble',
] as const;
const OWNERS = ['佐藤 美咲', '鈴木 健', 'Mia Novak', 'Tom Reyes', '田中 彩'] as const;
const SEGMENTS = ['Enterprise', 'Mid-market', '中堅', 'SMB'] as const;
const TAGS = ['strategic', '要注意', 'beta', 'QBR', '紹介元'] as const;
const COUNTRIES = ['日本', 'United States', 'Germany'] as const;
const DAY = 86_400_000;

/** The same numbers for the same seed, on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** From the place alone, so that the other figures stay as they were. */
function healthFor(index: number): RowHealth {
  const value = (index * 37) % 101;
  const coverage = 0.3 + ((index * 13) % 70) / 100;
  const band = coverage < 0.4 ? 'unknown' : value >= 70 ? 'healthy' : value >= 40 ? 'watch' : 'at-risk';
  const isKnown = band !== 'unknown';
  return {
    value: isKnown ? value : undefined,
    coverage,
    band,
    isOverridden: false,
    change30: isKnown ? ((index * 7) % 31) - 15 : undefined,
  };
}

function believable(index: number, random: () => number, now: number): AccountRow {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const maybe = <T>(chance: number, value: () => T): T | undefined =>
    random() < chance ? value() : undefined;
  const latin = random() < 0.45;
  const [japaneseName, kana] = pick(JAPANESE);
  const base = latin ? pick(LATIN) : japaneseName;
  const name = index < 16 ? base : `${base} ${latin ? '' : '第'}${index}`;
  const currency = latin ? pick(['USD', 'EUR'] as const) : 'JPY';
  const monthly = Math.round(10 ** (4 + random() * 2.3));
  const money = maybe(0.92, () => ({ minor: monthly, currency }));
  const promoters = Math.floor(random() * 6);
  const passives = Math.floor(random() * 3);
  const detractors = Math.floor(random() * 4);
  const answered = promoters + passives + detractors;
  const uses = maybe(0.85, () => Math.floor(random() * 9000));
  const optional = {
    nameKana: latin ? undefined : kana,
    domain: maybe(0.8, () => `${latin ? 'customer' : 'kokyaku'}${index}.example`),
    owner: maybe(0.94, () => pick(OWNERS)),
    stage: maybe(0.97, () => pick(STAGES)),
    segment: maybe(0.9, () => pick(SEGMENTS)),
    touchModel: maybe(0.9, () => pick(TOUCH_MODELS)),
    tags: maybe(0.5, () => [...new Set([pick(TAGS), pick(TAGS)])]),
    country: pick(COUNTRIES),
    seats: maybe(0.9, () => Math.ceil(random() * 900)),
    sourceHealth: maybe(0.7, () => Math.round(random() * 100)),
  };
  const account = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return accountRow(`ac_${String(index).padStart(6, '0')}`, {
    account: { ...account, name, custom: { 地区: pick(['東', '西']), Upgrade: random() < 0.3 } },
    summary: {
      ...emptySummary(''),
      npsPromoters: promoters,
      npsPassives: passives,
      npsDetractors: detractors,
    },
    mrr: money === undefined ? [] : [money],
    arr: money === undefined ? [] : [{ ...money, minor: money.minor * 12 }],
    renewalDate: maybe(0.93, () => isoDay(now + Math.floor(random() * 400 - 30) * DAY)),
    lastTouchAt: maybe(0.9, () => now - Math.floor(random() * 160 * DAY)),
    lastActivityAt: now - Math.floor(random() * 20 * DAY),
    openTickets: random() < 0.6 ? 0 : Math.floor(random() * 9),
    contacts: Math.floor(random() * 14),
    csat: maybe(0.6, () => 1 + Math.round(random() * 40) / 10),
    nps: answered === 0 ? undefined : Math.round(((promoters - detractors) / answered) * 100),
    health: healthFor(index),
    usageLastMonth: uses,
    usageTrend: uses === undefined ? undefined : Math.round(random() * 120 - 60) / 100,
  });
}

/** A book of `count` accounts, the same for the same seed and time. */
export function believableBook(count: number, seed: number, now: number): readonly AccountRow[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => believable(index, random, now));
}

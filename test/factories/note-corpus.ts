/** Notes as search meets them, half Japanese and half English, the same for the same number: for measuring. */

export interface CorpusNote {
  readonly id: string;
  readonly account: string;
  readonly kind: string;
  readonly at: number;
  readonly owner: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: number;
  readonly updatedAt: number;
}

type Random = () => number;

function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const KANJI =
  '会議更新契約顧客導入確認連携資料改善運用設定現場倉庫物流出荷在庫管理担当部長課長社長営業技術支援対応問合報告予定日程来週今月来期請求支払見積提案製品機能要望障害復旧原因調査分析利用定着研修教育説明目標成果効果測定拠点工場店舗本社支社東西南北京都大阪名古屋福岡札幌仙台広島横浜川崎千葉神戸新潟静岡熊本山口岡崎高松長野青森秋田岩手宮城石井佐藤田中鈴木高橋伊渡辺小林加吉村松清水池阿橋森内島中藤原和歌医療食品建設電機化学繊維鉄鋼金属銀行保険証券通信放送教室学校病院市役所区県府庁';
const COMMON_JA = [
  '会議',
  '更新',
  '契約',
  '確認',
  '連携',
  '資料',
  '改善',
  '運用',
  '利用状況',
  '担当者',
  '来週',
  '東京',
  '京都',
  'データ',
  'システム',
  'アカウント',
  'サポート',
];
const COMMON_EN =
  'the to and a of in we for on is with that they customer meeting team will data report call new from about renewal contract usage product support training account next review plan update issue api export user admin feature'.split(
    ' ',
  );
const PARTICLES = ['の', 'を', 'に', 'が', 'は', 'で', 'と', 'も', 'から', 'について', 'まで', 'および'];
const ENDINGS = [
  'します。',
  'しました。',
  'を依頼。',
  'の予定です。',
  'とのこと。',
  'が必要。',
  'を検討中。',
];
const KANA = 'アイウエオカキクケコサシスセソタチツテトナニノハヒフマミムメモラリルレロンー';
const SYLLABLES =
  'ba be bo ca ce co da de di fo ga ge in ka ko la le li lo ma me mi na ne no on or pa pe po ra re ri ro sa se si so ta te ti to un va ve vi wa al er es st ing ment'.split(
    ' ',
  );
const OWNERS = ['佐藤 健', '田中 美咲', 'Ken Sato', 'Anna Berg', '鈴木', 'M. Rossi'];
const KINDS = ['meeting', 'call', 'email', 'note', 'visit'];

/** Rare on purpose, in every n-th note. */
const PLANTED: readonly (readonly [every: number, text: string])[] = [
  [211, '東京都京都市'],
  [307, 'ＡＰＩ連携'],
  [401, 'ｶﾀｶﾅ表記'],
  [9001, 'zephyrion'],
  [17_003, '霧島温泉'],
  [12_007, 'INV-2026-00123'],
  [24_001, 'ﾌﾟﾛｼﾞｪｸﾄ鳳凰'],
];

function words<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

function vocabulary(random: Random) {
  const pick = (from: string | readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const join = (most: number, least: number, from: string | readonly string[]) =>
    words(least + Math.floor(random() * (most - least + 1)), () => pick(from)).join('');
  const kanji = words(9_000, () => join(3, 2, KANJI));
  const katakana = words(2_500, () => join(6, 3, KANA));
  const english = words(16_000, () => join(4, 2, SYLLABLES));
  return {
    japanese: [...COMMON_JA, ...kanji.flatMap((word, i) => [word, katakana[i] ?? word])],
    english: [...COMMON_EN, ...english],
  };
}

/** Roughly 170 characters each. */
export function* noteCorpus(count: number): Generator<CorpusNote> {
  const random = randomFrom(17);
  const { japanese, english } = vocabulary(random);
  // The n-th word of a language is used about 1/n as often as the first.
  const frequent = (from: readonly string[]) => from[Math.floor(from.length ** random()) - 1] ?? '';
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const hex = (length: number) => words(length, () => Math.floor(random() * 16).toString(16)).join('');
  const japaneseText = (length: number) => {
    let text = '';
    while (text.length < length) {
      const parts = 2 + Math.floor(random() * 4);
      for (let i = 0; i < parts; i++) text += frequent(japanese) + pick(PARTICLES);
      text += frequent(japanese) + pick(ENDINGS);
    }
    return text;
  };
  const englishText = (length: number) => {
    let text = '';
    while (text.length < length) text += `${frequent(english)}${random() < 0.08 ? '. ' : ' '}`;
    return text;
  };
  for (let i = 0; i < count; i++) {
    const write = i % 2 === 0 ? japaneseText : englishText;
    const planted = PLANTED.filter(([every]) => i % every === every >> 1).map(([, text]) => text);
    const at = 1_600_000_000_000 + Math.floor(random() * 1.7e11);
    yield {
      id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
      account: `account-${Math.floor(random() * 500)}`,
      kind: pick(KINDS),
      at,
      owner: pick(OWNERS),
      subject: write(14).slice(0, 24),
      body: [write(70 + random() * 150), ...planted].join(' '),
      createdAt: at,
      updatedAt: at,
    };
  }
}

/** Forty, of every sort: frequent and rare, both scripts, widths, parts of longer words, beginnings, several words. */
export const CORPUS_QUERIES: readonly string[] = [
  '京都',
  'ｶﾀｶﾅ',
  'ＡＰＩ',
  '東京都',
  '都京',
  '会議',
  '契約更新',
  '利用状況',
  'アカウント',
  'サポート',
  'データ',
  '霧島',
  '霧島温泉',
  'プロジェクト鳳凰',
  'かたかな',
  '名古屋',
  '大阪 会議',
  '東京 契約 更新',
  '定着',
  '銀行',
  '見積提案',
  'システムの',
  '佐藤',
  'API連携',
  'meeting',
  'renewal',
  'customer renewal',
  'rep',
  'training',
  'zephyrion',
  'zephy',
  'INV-2026-00123',
  '2026',
  'exp',
  'ment',
  'contract usage report',
  'support ticket',
  'admin',
  'kabe',
  'the plan',
];

/** Those of them that few notes have. */
export const RARE_QUERIES: readonly string[] = [
  '霧島',
  '霧島温泉',
  'プロジェクト鳳凰',
  'zephyrion',
  'zephy',
  'INV-2026-00123',
];

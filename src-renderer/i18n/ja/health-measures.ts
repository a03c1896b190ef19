/** Japanese words of the measures of health. */
import type { MeasureId, Signal } from '#shared/model/health.ts';
import type { Effect, MeasureWords } from '../en/health-measures.ts';
import { fixed } from '../finer.ts';
import { formatsFor, isoDateOf } from '../format.ts';
import { formatCount } from '../plural.ts';
import { typicalPair } from '../typical-pair.ts';

const one = new Intl.NumberFormat('ja', { maximumFractionDigits: 1 });

/** 0でも全部でもないものを、丸めて0%や100%にしない。 */
export function percent(share: number, finer = 0): string {
  if (finer > 0) return `${fixed(share * 100, finer)}%`;
  if (share > 0 && share < 0.005) return '1%未満';
  return share >= 0.995 && share < 1 ? '99%超' : `${formatCount(Math.round(share * 100))}%`;
}

/** What the objectives have come to, where they are recorded here. */
function plan({ source, value, n, of }: Signal): string | undefined {
  if (source !== 'plan' || n === undefined || of === undefined) return undefined;
  return value >= 1
    ? `遅れなし（今日までの見込み${percent(of)}）`
    : `見込み${percent(of)}に対して${percent(n)}まで進んでいます`;
}

const isLevel = (share: number) => Math.round(share * 100) === 0;
const number = (value: number, finer = 0) => (finer === 0 ? one.format(value) : fixed(value, 1 + finer));
const change = (share: number, finer = 0) =>
  isLevel(share) && finer === 0
    ? '±0%'
    : `${share > 0 ? '+' : share < 0 ? '−' : '±'}${fixed(Math.abs(share) * 100, finer)}%`;
const signed = (value: number, finer = 0) => (value < 0 ? `−${number(-value, finer)}` : number(value, finer));
const dayOf = ({ at }: Pick<Signal, 'at'>) => formatsFor('ja').date(isoDateOf(at));
const days = (value: number, finer = 0) => `${fixed(value, finer)}日`;
const hours = (value: number, finer = 0) =>
  value < 1
    ? `${fixed(value * 60, finer)}分`
    : value < 48
      ? `${number(value, finer)}時間`
      : `${number(value / 24, finer)}日`;
const answers = (n: number | undefined) => (n === undefined ? '' : `（回答${formatCount(n)}件）`);
const pairOf = ({ n, of }: Signal, unit: string) =>
  n === undefined || of === undefined
    ? ''
    : typicalPair(n, of, 'ja')
        .map((each) => `${each}${unit}`)
        .toReversed()
        .join('→');
const against = (signal: Signal) => {
  const figures = pairOf(signal, '回');
  return figures === '' ? '' : `（${signal.span === undefined ? '週' : '4週間で'}${figures}）`;
};
const season = (signal: Signal) => (signal.season === true ? '、季節変動を除く' : '');
const users = ({ per }: Signal) => (per === 'licensed' ? '契約席数' : '利用実績のある人');
const ago = (value: number) => (Math.round(value) === 0 ? '本日' : `${days(value)}前`);
const every = (value: number) => (value === 1 ? '1日に1回' : `${days(value)}に1回`);
const times = (value: number) => (value < 0.05 ? '0.1回未満' : `${one.format(value)}回`);

/** How many are active; a count that a source states is that of a week or a day. */
const active = (signal: Signal) =>
  `${signal.atLeast === true ? '少なくとも' : ''}${formatCount(signal.n ?? 0)}人`;
const isOver = ({ n = 0, of = 0 }: Signal) => n > of;

/** "契約席数90", "利用実績のある31人" */
export function wholeOf({ per, of = 0 }: Signal): string {
  return per === 'licensed' ? `契約席数${formatCount(of)}` : `利用実績のある${formatCount(of)}人`;
}

function activeUsers(signal: Signal, as?: Effect): string {
  const of = wholeOf(signal);
  if (isOver(signal)) return `${of}に対して${active(signal)}が利用しており、契約席数を超えています`;
  if (signal.n === 0) return `${of}のうち、誰も利用していません`;
  if (as === 'drag')
    return signal.atLeast === true
      ? `${of}のうち、利用が確認できるのは${formatCount(signal.n ?? 0)}人だけです`
      : `${of}のうち${active(signal)}しか利用していません`;
  return `${of}のうち${active(signal)}が利用しています`;
}

/** 接点が一度もないときは、分かっている期間だけを言う。 */
function contact(who: string, { value, atLeast }: Signal): string {
  if (atLeast !== true) return `${who}との最後の接点は${ago(value)}です`;
  return value < 1
    ? `${who}との接点の記録がまだありません`
    : `${who}との接点が少なくとも${days(value)}間ありません`;
}

function contactShort({ value, atLeast }: Signal): string {
  if (atLeast !== true) return ago(value);
  return value < 1 ? '記録なし' : `少なくとも${days(value)}間なし`;
}

function moved(subject: string, { value, season: seasonal }: Signal, as: Effect | undefined): string {
  if (isLevel(value))
    return seasonal === true
      ? `${subject}は例年の季節変動の範囲内です`
      : `${subject}は${as === 'drag' ? '伸びていません' : '横ばいです'}`;
  if (value === -1) return `${subject}がゼロになりました`;
  if (seasonal === true) return `${subject}が、季節変動から見込まれる水準を${percent(-value)}下回っています`;
  const size = percent(Math.abs(value));
  if (value > 0 && as === 'drag') return `${subject}は${size}しか増えていません`;
  if (value < 0 && as === 'lift') return `${subject}の減少は${size}にとどまっています`;
  return `${subject}が${size}${value > 0 ? '増えました' : '減りました'}`;
}

function renewal(value: number): string {
  if (value < 0) return `更新日を${days(-value)}過ぎています`;
  return value === 0 ? '更新日は本日です' : value === 1 ? '更新日は明日です' : `更新日まで${days(value)}です`;
}

/** "3日前に離任", "本日離任" */
const left = (value: number) => (Math.round(value) === 0 ? '本日' : `${days(value)}前に`);

const SENTIMENTS = ['とても悪い', '悪い', 'ふつう', '良い', 'とても良い'];
const sentiment = (value: number, finer = 0) =>
  (finer === 0 ? SENTIMENTS[Math.round(value) - 1] : `5段階中${fixed(value, finer)}`) ?? one.format(value);

export const healthMeasures: Readonly<Record<MeasureId, MeasureWords>> = {
  'active-rate': {
    name: '利用率',
    about: '直近28日間に利用した人数の、契約席数（または利用実績のある人数）に対する割合です。',
    unit: '利用者の割合',
    value: percent,
    raw: (signal) =>
      isOver(signal)
        ? `契約席数を超過（${formatCount(signal.of ?? 0)}席に対して${active(signal)}）`
        : `${signal.atLeast === true ? '少なくとも' : ''}${percent(signal.value)}（${wholeOf(signal)}のうち${formatCount(signal.n ?? 0)}人）`,
    said: activeUsers,
    need: '利用者または利用人数の入った利用データと、契約席数',
  },
  'active-trend': {
    name: '利用者数の推移',
    about: '直近4週の利用者数の中央値を、その前の8週と比べます（利用のない週が多いときは平均）。',
    unit: '増減率',
    value: change,
    raw: (signal) => {
      const figures = pairOf(signal, '人');
      return `${change(signal.value)}${figures === '' ? '' : `（${figures}）`}${season(signal)}`;
    },
    said: (signal, as) => moved('利用者数', signal, as),
    need: '12週間以上の利用者つき利用データ（利用者3人以上）',
  },
  'login-frequency': {
    name: '利用頻度',
    about: '契約席（または利用実績のある人）1人あたり、1週間の利用回数です。',
    unit: '1人・1週あたりの回数',
    value: number,
    raw: (signal) =>
      signal.value === 0 ? '4週間利用なし' : `1人あたり週${times(signal.value)}（${users(signal)}で計算）`,
    said: (signal, as) =>
      signal.value === 0
        ? '4週間、一度も使われていません'
        : `平均して1人あたり週${times(signal.value)}${as === 'drag' ? 'しか使われていません' : '使われています'}`,
    need: '回数の入った利用データと、契約席数',
  },
  'usage-trend': {
    name: '利用量の推移',
    about: '直近4週の利用回数の中央値を、その前の8週と比べます（利用のない週が多いときは平均）。',
    unit: '増減率',
    value: change,
    raw: (signal) => `${change(signal.value)}${against(signal)}${season(signal)}`,
    said: (signal, as) => moved('利用量', signal, as),
    need: '12週間以上の利用データ（ほとんどの週で5回以上）',
  },
  'feature-breadth': {
    name: '機能の活用範囲',
    about: '直近28日間に使われた機能の、全機能に対する割合です。',
    unit: '機能の割合',
    value: percent,
    raw: ({ value, n, of }) =>
      `${percent(value)}（${formatCount(of ?? 0)}機能のうち${formatCount(n ?? 0)}機能）`,
    said: ({ n, of }, as) =>
      n === 0
        ? `${formatCount(of ?? 0)}機能のうち、どれも使われていません`
        : `${formatCount(of ?? 0)}機能のうち${formatCount(n ?? 0)}機能${as === 'drag' ? 'しか使われていません' : 'が使われています'}`,
    need: '機能名の入った利用データ',
  },
  'support-load': {
    name: '問い合わせ量',
    about: '直近28日間のチケット数を、このアカウントの平常時と比べます。',
    unit: '平常時との比',
    value: (value, finer) => `${number(value, finer)}倍`,
    raw: ({ value, n, of }) =>
      `${one.format(value)}倍（${formatCount(n ?? 0)}件、平常時は${one.format(of ?? 0)}件）`,
    said: ({ n, of }) =>
      `4週間のチケットは${n === 0 ? 'なく' : `${formatCount(n ?? 0)}件で`}、平常時は${one.format(of ?? 0)}件です`,
    need: '16週間以上のチケット履歴（通常4週間に1件以上、または直近4週間に4件以上）',
  },
  'open-severity': {
    name: '未解決の重さ',
    about: '未解決のチケット数です。緊急・高・エスカレーション中は3件分と数えます。',
    unit: '重みつき件数',
    value: number,
    raw: ({ value, n }) =>
      value === 0 ? '未解決なし' : `未解決${formatCount(n ?? value)}件（重みつき${one.format(value)}件分）`,
    said: ({ value, n }) => {
      if (value === 0) return '未解決のチケットはありません';
      const severe = Math.round((value - (n ?? value)) / 2);
      const open = `未解決のチケットが${formatCount(n ?? value)}件`;
      if (severe === 0) return `${open}あります`;
      if (severe < (n ?? value)) return `${open}あり、うち${formatCount(severe)}件が重大です`;
      return `重大な未解決のチケットが${formatCount(severe)}件あります`;
    },
    need: '状態の入ったチケット',
  },
  'time-to-resolve': {
    name: '解決時間',
    about: '直近90日間に完了したチケットの、受付から完了までの時間の中央値です。',
    unit: '時間',
    value: hours,
    raw: ({ value, n }) => `${hours(value)}（${formatCount(n ?? 0)}件）`,
    said: ({ value }) => `チケットの解決に通常${hours(value)}かかっています`,
    need: '直近90日間に完了したチケット3件以上（日時つき）',
  },
  nps: {
    name: 'NPS',
    about: '新しい回答3件以上から、推奨者の割合と批判者の割合の差を取ります。',
    unit: 'NPS',
    value: signed,
    raw: ({ value, n }) => `${signed(Math.round(value))}${answers(n)}`,
    said: ({ value, n }) => `NPSは${signed(Math.round(value))}です${answers(n)}`,
    need: '1年半以内のNPS回答2件以上',
  },
  csat: {
    name: 'CSAT',
    about: '新しい回答5件ほどのうち、5段階で4か5の割合です。',
    unit: '満足の割合',
    value: percent,
    raw: ({ value, n }) => `${percent(value)}${answers(n)}`,
    said: ({ value, n }, as) =>
      `満足と答えた割合は${percent(value)}${as === 'drag' && value > 0 ? 'だけです' : 'です'}${answers(n)}`,
    need: '1年以内のCSAT回答3件以上',
  },
  'touch-cadence': {
    name: '接点の間隔',
    about: '最後の接点からの日数を、接点頻度で認められた日数と比べます。',
    unit: '接点頻度との比',
    value: (value, finer) => `${number(value, finer)}倍`,
    raw: (signal) =>
      `${signal.atLeast === true ? `${dayOf(signal)}以降の接点なし` : ago(signal.n ?? 0)}（目安は${every(signal.of ?? 0)}）`,
    said: ({ n, of, atLeast, at }) =>
      atLeast === true
        ? `${dayOf({ at })}以降の接点が確認できず、目安は${every(of ?? 0)}です`
        : (n ?? 0) === 0
          ? '本日接点がありました'
          : `最後の接点は${days(n ?? 0)}前で、目安は${every(of ?? 0)}です`,
    need: 'タイムライン上の接点（会議、電話、メール、訪問、四半期レビュー、研修）',
  },
  'executive-contact': {
    name: '経営層との接点',
    about: '経営層スポンサーまたは決裁者との最後の接点からの日数です。',
    unit: '日数',
    value: days,
    raw: contactShort,
    said: (signal) => contact('経営層', signal),
    need: '経営層スポンサーか決裁者の役割をもつ担当者と、相手の名前が入った接点',
  },
  'champion-contact': {
    name: 'チャンピオンとの接点',
    about: 'チャンピオンとの最後の接点からの日数です。',
    unit: '日数',
    value: days,
    raw: contactShort,
    said: (signal) => contact('チャンピオン', signal),
    need: 'チャンピオンの役割をもつ担当者と、相手の名前が入った接点',
  },
  'champion-change': {
    name: 'チャンピオンの在任',
    about: 'チャンピオンが離任するか役割が変わり、後任がいない日数です。在任中は0です。',
    unit: 'チャンピオン不在の日数',
    value: days,
    raw: ({ value, n, stays }) =>
      value === 0
        ? 'チャンピオンが在任'
        : `${left(n ?? value)}${stays === true ? '役割変更' : '離任'}、後任なし`,
    said: ({ value, n, stays }) =>
      value === 0
        ? 'チャンピオンが在任しています'
        : stays === true
          ? `チャンピオンの役割が${left(n ?? value)}変わり、後任がいません`
          : `チャンピオンが${left(n ?? value)}離任し、後任がいません`,
    need: 'チャンピオンの役割をもつ担当者',
  },
  'contract-trend': {
    name: '契約額の増減',
    about: '経常収益を12か月前と比べます。',
    unit: '12か月の増減率',
    value: change,
    raw: ({ value }) => `12か月で${change(value)}`,
    said: ({ value }) => {
      if (value === -1) return '契約は終了しています';
      if (isLevel(value)) return '契約額は1年前と同じです';
      return `契約額が12か月で${percent(Math.abs(value))}${value > 0 ? '増えました' : '減りました'}`;
    },
    need: '12か月前までさかのぼれる、金額と期間の入った契約（通貨は1種類）',
  },
  'renewal-days': {
    name: '更新までの日数',
    about: '次の更新日までの日数です。',
    unit: '日数',
    value: (value, finer = 0) => (finer === 0 ? signed(Math.round(value)) : signed(value, finer - 1)),
    raw: ({ value }) => (value < 0 ? `${days(-value)}超過` : value === 0 ? '本日' : `あと${days(value)}`),
    said: ({ value }) => renewal(value),
    need: '更新日、または終了日の入った契約',
  },
  'onboarding-progress': {
    name: 'オンボーディングの進み',
    about: 'オンボーディングの完了割合です。次のステージへ進んだら100%とします。',
    unit: '完了の割合',
    value: percent,
    raw: ({ value }) => percent(value),
    said: ({ value }, as) => {
      if (value >= 1) return 'オンボーディングは完了しています';
      return `オンボーディングは${percent(value)}${as === 'drag' ? 'しか進んでいません' : 'まで進みました'}`;
    },
    need: 'アカウントのステージ、またはオンボーディングの進みを示す取り込み列',
  },
  'plan-progress': {
    name: 'プランの進み',
    about:
      '目標が、経過した時間から見込まれる位置にどれだけ近いかです（100%から不足分を引いた値）。取り込んだ列の場合は達成割合です。',
    unit: '今日までに見込む進みに対する割合',
    value: percent,
    raw: (signal) => plan(signal) ?? percent(signal.value),
    said: (signal) =>
      signal.source === 'plan'
        ? signal.value >= 1
          ? 'サクセスプランに遅れはありません'
          : `サクセスプランは${plan(signal) ?? percent(signal.value)}`
        : `サクセスプランは${percent(signal.value)}達成しています`,
    need: '期限・基準値・目標値・実績値のある目標（サクセスプラン）、または進みを示す取り込み列',
  },
  'invoice-status': {
    name: '請求',
    about: '最も古い未払い請求の、支払期限からの超過日数です。',
    unit: '超過日数',
    value: days,
    raw: ({ value }) => (value <= 0 ? '遅れなし' : `${days(value)}超過`),
    said: ({ value }) => (value <= 0 ? '支払いの遅れはありません' : `支払いが${days(value)}遅れています`),
    need: '支払いの遅れを示す取り込み列',
  },
  sentiment: {
    name: '感触',
    about: '担当CSM自身の判断です。5段階で、期限があります。',
    unit: '5段階',
    value: sentiment,
    raw: ({ value }) => `${sentiment(value)}（5段階の${one.format(value)}）`,
    said: ({ value }) => `担当CSMの感触は「${sentiment(value)}」です`,
    need: 'ノートまたはスコアの横に記す、担当CSMの判断',
  },
};

/** Japanese words of the measures of health. */
import type { MeasureId } from '#shared/model/health.ts';
import type { MeasureWords } from '../en/health-measures.ts';
import { change, fine, isLevel, isOver, number, one, signed } from '../measure-numbers.ts';
import { formatCount } from '../plural.ts';
import {
  active,
  activeUsers,
  against,
  ago,
  answers,
  contact,
  contactShort,
  dayOf,
  days,
  every,
  hours,
  left,
  moved,
  pairOf,
  percent,
  plan,
  renewal,
  season,
  sentiment,
  times,
  users,
  wholeOf,
} from './measure-figures.ts';

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
    said: (signal, as) =>
      `${signal.span === undefined ? '' : '直近12週間で見ると、'}${moved('利用量', signal, as)}`,
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
      n === 0
        ? `0件（平常時は${fine(of)}件）`
        : `${one.format(value)}倍（${formatCount(n ?? 0)}件、平常時は${fine(of)}件）`,
    said: ({ n, of }) =>
      `4週間のチケットは${n === 0 ? 'なく' : `${formatCount(n ?? 0)}件で`}、平常時は${fine(of)}件です`,
    need: '16週間以上のチケット履歴（通常4週間に1件以上、または直近4週間に4件以上）',
  },
  'open-severity': {
    name: '未解決チケットの重大度',
    about: '未解決のチケット数です。緊急・高・エスカレーション中は3件分と数えます。',
    unit: '重大度で換算した件数',
    value: number,
    raw: ({ value, n }) =>
      value === 0 ? '未解決なし' : `未解決${formatCount(n ?? value)}件（重大度換算で${one.format(value)}）`,
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
      `満足と答えた割合は${percent(value)}${as === 'drag' && value > 0 ? 'にとどまっています' : 'です'}${answers(n)}`,
    need: '1年以内のCSAT回答3件以上',
  },
  'touch-cadence': {
    name: '接点の間隔',
    about: '最後の接点からの日数を、接点頻度で認められた日数と比べます。',
    unit: '接点頻度との比',
    value: (value, finer) => `${number(value, finer)}倍`,
    raw: (signal) =>
      `${signal.atLeast === true ? `${dayOf(signal)}以降の接点なし` : ago(signal.n ?? 0)}（目安は${every(signal.of ?? 0)}）`,
    said: ({ n = 0, of = 0, atLeast, at }, as) => {
      if (atLeast === true) return `${dayOf({ at })}以降の接点が確認できず、目安は${every(of)}です`;
      if (n === 0) return '本日接点がありました';
      return as === 'lift' && n <= of
        ? `最後の接点は${days(n)}前で、目安（${every(of)}）の範囲内です`
        : `最後の接点は${days(n)}前で、目安は${every(of)}です`;
    },
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
    name: '請求・入金',
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

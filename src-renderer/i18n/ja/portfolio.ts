/** Japanese words of the portfolio. */
import type { portfolio as english } from '../en/portfolio.ts';
import { formatCount } from '../plural.ts';

const accounts = (n: number) => `${formatCount(n)}件`;

export const portfolio: typeof english = {
  title: 'ポートフォリオ',
  tabs: { picture: '全体図', correlations: '相関', churn: '解約と関係するもの' },
  commands: {
    picture: 'ポートフォリオ：全体図を表示',
    correlations: 'ポートフォリオ：2つの指標を比べる',
    churn: 'ポートフォリオ：解約と関係するもの',
  },
  health: 'ヘルス',
  days: '更新までの日数',
  revenueIn: (currency) => `ARR（${currency}）`,
  noScore: 'データ不足',
  noScores: 'ヘルススコアを計算できなかったため、スコアがありません。',

  emptyTitle: '表示するものがまだありません',
  emptyBody: '「データ元」からアカウントを取り込むと、ここに図が表示されます。',
  toSources: 'データ元へ',
  failedTitle: 'アカウントを読み込めませんでした',
  failedBody: '保存済みの内容はディスク上で安全です。ウィンドウを再読み込みしてください。',
  nothingToPlace: 'ここに置けるアカウントがありません',
  nothingToPlaceBody: '下の行に、外れた理由を示しています。',
  noMatch: 'この範囲にアカウントはありません',
  noMatchBody: '削除されたものはありません。上の条件でどのアカウントも外れています。',

  axesLabel: '図',
  axes: { renewal: '更新 × ヘルス', revenue: 'ヘルス × ARR' },
  reachLabel: '更新時期',
  reach: { quarter: '90日以内', year: '1年以内', all: 'すべて' },
  currency: '通貨',
  fromOf: (label) => `${label}の下限`,
  toOf: (label) => `${label}の上限`,
  noNumber: '数値ではありません。',
  clearArea: 'すべて表示',
  pictureLabel: {
    renewal: (n) =>
      `${accounts(n)}のアカウントを、更新までの日数とヘルスで並べた図。大きさはARR。下の表と同じ内容です。`,
    revenue: (n) => `${accounts(n)}のアカウントを、ヘルスとARRで並べた図。下の表と同じ内容です。`,
  },
  howToChoose:
    '図の上をドラッグするか、上の欄に入力してアカウントを選びます。大きさはARR、クリックでアカウントを開きます。',
  renews: (day) => `更新 ${day}`,
  leftOut: (reasons) => `図にないアカウント：${reasons}。`,
  left: {
    noScore: (n) => `データ不足でスコアなし ${accounts(n)}`,
    noRenewal: (n) => `更新日なし ${accounts(n)}`,
    otherCurrency: (n) => `ほかの通貨 ${accounts(n)}`,
    outside: (n) => `更新がこの期間の外 ${accounts(n)}`,
  },

  chosen: '選んだアカウント',
  listed: (n) => accounts(n),
  picked: (n) => `${accounts(n)}を選択中`,
  choose: (name) => `${name}を選択`,
  chooseAll: 'これらのアカウントをすべて選択',
  showMore: (n, left) => `さらに${formatCount(n)}件を表示（残り${formatCount(left)}件）`,
  saveSegment: 'セグメントとして保存…',
  set: (label) => `${label}を設定`,
  showInTable: 'アカウント一覧で表示',
  shownByName: '一覧には、現在の対象アカウントを名前で絞り込んで表示しています。',

  first: '1つ目の指標',
  second: '2つ目の指標',
  swap: '入れ替える',
  scope: '対象',
  groups: { measure: 'ヘルスの指標', figure: '数値', custom: '取り込んだ列' },
  notCause: '因果関係ではありません。',
  notCauseWhy: '両方が別の原因から生じていることも、向きが逆のこともあります。',
  method: (n) =>
    `スピアマンのρは、量ではなく順位を比べます。1は同じ順、−1は逆の順、0は関係なし。95%区間はフィッシャーのz変換（ボネットとライトの補正）によります。${n}件未満では何も示しません。`,
  rho: (rho, n, interval) => `ρ ${rho}、${interval}、n = ${formatCount(n)}`,
  interval: (from, to) => `95%区間 ${from}〜${to}`,
  noInterval: 'すべて同じ順のため、区間は示せません',
  tooFew: (n, need) => `両方の値があるアカウントが足りません（現在${n}件、${need}件以上必要です）。`,
  constant: (label, n) => `計算できません。「${label}」は${accounts(n)}すべてで同じ値です。`,
  same: '異なる2つの指標を選んでください。',
  noLink: '明らかな関係はありません（区間に0が含まれます）。',
  goTogether: (a, b) => `「${a}」が高いアカウントでは、「${b}」も高い傾向があります。`,
  goAgainst: (a, b) => `「${a}」が高いアカウントでは、「${b}」は低い傾向があります。`,
  outliers: (names) => `ほかと大きく離れたアカウント：${names}。`,
  pairLabel: (a, b, n) => `${accounts(n)}のアカウントの「${a}」と「${b}」。下の表と同じ内容です。`,
  pairTable: '両方の値があるアカウント',
  account: 'アカウント',

  lagTitle: '一方が先に動きますか',
  lagHint: (weeks) => `一方の指標を、最大${formatCount(weeks)}週間後のもう一方とアカウントごとに比べます。`,
  lagNot: '過去の各週の値がわかる指標どうしでのみ調べられます。',
  lagStart: '過去の週を調べる',
  lagReading: '過去の週を読み込んでいます',
  cancel: 'キャンセル',
  lagFailed: '過去の週を読み込めませんでした。変更されたものはありません。',
  lagNone: '過去の週に両方の値があるアカウントが足りません。',
  lagBest: (a, b, weeks) =>
    weeks === 0
      ? '時間差なしで最も強く関係します。'
      : weeks > 0
        ? `「${a}」が「${b}」の${weeks}週間前のとき、最も強く関係します。`
        : `「${b}」が「${a}」の${-weeks}週間前のとき、最も強く関係します。`,
  sentence: (words) => `${words}。`,
  sentences: (all) => all.join(''),
  lagCaution: (n) => `${n}通りのうち最も強いものなので、ほかのデータではこれより弱くなりがちです。`,
  lagWeeks: (weeks) => (weeks > 0 ? `+${weeks}` : weeks < 0 ? `−${-weeks}` : '0'),
  lagColumn: '週',
  lagTable: '時間差ごとのρ',
  lagLabel: (a, b) => `時間差（週）ごとのρ。正の側では「${a}」が「${b}」より先`,

  churnIntro: (weeks) => `解約の${formatCount(weeks)}週間前の状態を、同じ時期の継続アカウントと比べます。`,
  lostAccounts: '解約したアカウント',
  lostOn: '解約日',
  weeksBefore: '解約の何週間前',
  weeks: (n) => `${formatCount(n)}週間`,
  churnCounts: (lost, stayed) => `解約 ${accounts(lost)}、継続 ${accounts(stayed)}`,
  payAgain: (n) => `（解約のうち${formatCount(n)}件は現在も支払い中）`,
  churnFew: (n, need) => `解約の件数が足りません（現在${n}件、${need}件以上必要です）。`,
  churnFewBody:
    '解約とは、データ元の解約イベント、または契約がなくなったことです。これより少ないと、見える傾向は偶然と区別できません。',
  stayedFew: (n, need) =>
    `比べる相手が足りません（現在${n}件、${need}件以上必要です）。当時すでに顧客で、継続しているアカウントが必要です。`,
  churnReading: '当時の状態を読み込んでいます',
  churnStart: '開始',
  churnStopped: '中止しました。変更されたものはありません。',
  churnFailed: '過去の状態を読み込めませんでした。変更されたものはありません。',
  measure: '指標',
  lost: '解約（中央値）',
  stayed: '継続（中央値）',
  difference: '1件ずつ比べた割合',
  lower: (share, from, to) => `${share}で解約側が低い（${from}〜${to}）`,
  higher: (share, from, to) => `${share}で解約側が高い（${from}〜${to}）`,
  ofN: (n) => `n = ${formatCount(n)}`,
  clear: '明らかな差あり',
  unclear: '明らかな差なし',
  noFigure: '計算できません',
  fewOn: (lost, stayed, need) =>
    `データが足りません（解約${formatCount(lost)}件、継続${formatCount(stayed)}件。それぞれ${need}件必要）`,
  sameAll: 'すべて同じ値',
  churnMethod:
    '解約アカウントと継続アカウントを1件ずつ総当たりで比べます。同じ値は半分ずつ数え、50%なら差はありません。95%区間はフェンとクリフの方法によります。20の指標を比べると、1つほどは偶然でも差があるように見えます。',
  churnTable: '解約との差が明らかな順の指標',
};

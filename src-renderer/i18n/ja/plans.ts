/** Japanese words of the success plan. */
import type { plans as english } from '../en/plans.ts';
import { formatCount } from '../plural.ts';

const days = (count: number) => `${formatCount(count)}日`;
const missing = { baseline: '基準値', target: '目標値', measurement: '最初の実績値' } as const;

export const plans: typeof english = {
  title: 'サクセスプラン',
  kinds: { 'early-win': '最初の成果', wider: '次の目標' },
  states: { open: '進行中', met: '達成', raised: '達成して引き上げ', dropped: '取りやめ' },

  failedTitle: 'サクセスプランを読み込めませんでした',
  failedBody:
    '入力した内容はディスクに保存されています。もう一度お試しください。繰り返す場合は画面を再読み込みしてください。',
  reload: '再読み込み',
  noneTitle: '最初の成果を一つ決めましょう',
  noneBody:
    '目標はまだ記録されていません。最初の数週間で何が数字で良くなればよいかを伺い、お客様の言葉のまま、現状・目標・期限を書き留めます。',

  add: '目標を追加',
  addFirst: '最初の成果を記録',
  addTitle: '新しい目標',
  editTitle: '目標',
  raiseTitle: '目標の引き上げ',
  save: '保存',
  cancel: 'キャンセル',

  objective: '目標（お客様の言葉で）',
  objectiveHint: '例：誤配送を減らしたい',
  why: 'なぜ大切か',
  kind: '種類',
  unit: '単位',
  unitHint: '%、時間、件など',
  direction: '良い方向',
  directions: { up: '増える', down: '減る' },
  baseline: '基準値',
  target: '目標値',
  startsOn: '基準日',
  due: '期限',
  worth: '金額での価値',
  amount: '金額',
  amountHint: '例：1,200,000 JPY',
  method: '算出方法',
  confirmedBy: '確認者',
  nobody: '未確認',
  gonePerson: '現在は登録のない方',
  confirmedOn: '確認日',

  required: '入力が必要です。',
  notNumber: '数値として読み取れません。',
  notMoney: '「1200 USD」のように金額と通貨を入力してください。',
  needsAmount: '算出または確認された金額を入力してください。',
  wrongWay: '目標値が基準値より悪くなっています。',
  dueBeforeStart: '期限が基準日より前になっています。',
  gone: 'この目標はもうありません。',

  figure: (number, unit) => {
    if (unit === '') return number;
    return /^[A-Za-z]/.test(unit) ? `${number} ${unit}` : `${number}${unit}`;
  },
  noBaseline: '基準値なし',
  noTarget: '目標値なし',
  noValueYet: '実績値なし',
  way: (baseline, now, target) => `基準 ${baseline}、現在 ${now}、目標 ${target}`,
  progress: '進み具合',
  reached: (percent) => `${percent}まで到達`,
  byMilestones: (done, all) => `マイルストーン ${formatCount(all)}件中${formatCount(done)}件`,
  saidMet: '達成',
  needs: (what) => `進み具合は分かりません。${what.map((each) => missing[each]).join('・')}が必要です。`,
  valueOf: (date, source) => (source === '' ? date : `${date}・${source}`),
  dueOn: (date, when) => `期限 ${date}（${when}）`,
  noDue: '期限なし',
  overdue: (count) => `${days(count)}超過`,
  closedOn: (date) => date,
  targetReached: '最新の値は目標に届いています。',
  worthOf: (amount) => `価値 ${amount}`,
  confirmed: (who, date) => `${who}さんが確認（${date}）`,
  unconfirmed: '未確認',
  raisesNote: (title) => `「${title}」からの引き上げ`,

  logValue: '値を記録',
  logValueOf: (title) => `値を記録：${title}`,
  newValue: '新しい値',
  newValueOf: (title, unit) => (unit === '' ? title : `${title}（${unit}）`),
  day: '日付',
  source: '出どころ',
  sourceHint: '人または報告書',
  log: '記録',
  values: '実績値',
  removeValue: (value) => `値 ${value} を削除`,

  milestones: 'マイルストーン',
  newMilestone: '新しいマイルストーン',
  milestoneDue: '期限',
  addMilestone: 'マイルストーンを追加',
  removeMilestone: (title) => `マイルストーン「${title}」を削除`,
  doneOn: (date) => `${date}に完了`,

  more: (title) => `「${title}」のその他の操作`,
  details: (title) => `実績値とマイルストーン：${title}`,
  edit: '編集',
  editOf: (title) => `目標を編集：${title}`,
  markMet: '達成にする',
  markMetOf: (title) => `目標を達成にする：${title}`,
  raise: '目標を引き上げる',
  drop: '取りやめる',
  reopen: '進行中に戻す',
  remove: '削除',

  open: '進行中',
  closed: '達成・取りやめ',
  closedShow: (count) => `達成・取りやめ（${formatCount(count)}件）`,

  summary: (open, met) =>
    met === 0
      ? `進行中の目標 ${formatCount(open)}件`
      : `進行中の目標 ${formatCount(open)}件、達成 ${formatCount(met)}件`,
  overdueCount: (count) => `期限超過 ${formatCount(count)}件`,
  justBegun: '遅れはありません。まだ期間が始まったばかりです。',
  onTime: (percent) => `遅れはありません。今日までの見込み${percent}に届いています。`,
  behind: (expected, reached) => `遅れがあります。今日までの見込み${expected}に対し、実績は${reached}です。`,
  newest: (date) => `最新の値は${date}です。`,
  noProgress: '期限に対する進み具合は分かりません。期限・基準値・目標値・実績値のそろった目標が必要です。',
  timeToValue: {
    confirmed: (count, date) => `契約開始（${date}）から${days(count)}で、最初の価値が確認されました。`,
    open: (count, date) => `契約開始（${date}）から${days(count)}、確認された価値はまだありません。`,
    'no-start': '契約開始日がないため、価値実現までの日数は分かりません。',
    book: (median, confirmed, open) =>
      `全体の中央値：${median}日（${formatCount(confirmed)}社）、未確認 ${formatCount(open)}社`,
  },

  meetingTitle: '目標',
  meetingNone: '目標は記録されていません。',
  meetingNoneOpen: '進行中の目標はありません。',
  reviewTitle: '目標の新しい値',
  reviewHint: '話に出た数字を、メモと一緒に記録します。',
  inMeeting: '打ち合わせでの発言',
  stepsTitle: 'プランの変更',
  stepsHint: '達成したマイルストーンと新しい期日を、メモと一緒に記録します。',
  stepMet: (title) => `達成: ${title}`,
  stepDue: (title) => `期日: ${title}`,
  saidHint: '打ち合わせの最後に入力した値です。メモをタイムラインに記録すると、一緒に記録されます。',
  saidRemove: (title) => `「${title}」の新しい値を外す`,
  saidUnreadable: (typed) => `「${typed}」は数値として読み取れません。外すとメモを記録できます。`,
  saidGone: '削除された目標',
  saidNowhere: (typed) => `「${typed}」は記録されません。`,

  did: {
    added: (title) => `目標「${title}」を記録しました`,
    edited: (title) => `目標「${title}」を変更しました`,
    logged: (value, title) => `「${title}」に${value}を記録しました`,
    valueRemoved: (value) => `値 ${value} を削除しました`,
    milestoneAdded: (title) => `マイルストーン「${title}」を追加しました`,
    milestoneDone: (title) => `「${title}」が完了しました`,
    milestoneOpen: (title) => `「${title}」を未完了に戻しました`,
    milestoneRemoved: (title) => `マイルストーン「${title}」を削除しました`,
    met: (title) => `「${title}」を達成にしました`,
    dropped: (title) => `「${title}」を取りやめました`,
    open: (title) => `「${title}」を進行中に戻しました`,
    raised: (title) => `「${title}」の目標を引き上げました`,
    removed: (title) => `「${title}」を削除しました`,
  },

  mark: {
    agreed: (title) => `目標を合意：${title}`,
    value: (title) => title,
    met: (title) => `達成：${title}`,
    dropped: (title) => `取りやめ：${title}`,
    confirmed: (amount) => `価値を確認：${amount}`,
    milestone: (title) => `マイルストーン完了：${title}`,
  },
};

/** Japanese words of Today. */
import type { Figures } from '#shared/domain/today/entry.ts';
import type { today as english } from '../en/today.ts';
import { formatCount } from '../plural.ts';

const days = (count: number) => `${formatCount(count)}日`;

const ahead = (count: number) => (count === 0 ? '本日' : count === 1 ? '明日' : `${days(count)}後`);
const renewal = (figures: Figures) => `更新が${ahead(figures.days ?? 0)}`;

function times(count: number): string {
  if (count >= 0.95 && count < 1.05) return '標準的なアカウントと同程度';
  if (count < 0.1) return '標準的なアカウントの1割未満';
  return `標準的なアカウントの${count >= 10 ? formatCount(Math.round(count)) : count.toFixed(1)}倍`;
}

export const today: typeof english = {
  title: '今日',
  listLabel: '今日対応すること',
  summary: (lines, accounts) =>
    lines === accounts
      ? `対応待ち：${formatCount(accounts)}アカウント`
      : `対応待ち：${formatCount(lines)}件${accounts === 0 ? '' : `（${formatCount(accounts)}アカウント）`}`,
  kinds: {
    risk: 'リスク',
    opportunity: '機会',
    lifecycle: 'ライフサイクル',
    activity: '接点',
    contradiction: '矛盾シグナル',
    task: 'タスク',
    draft: '下書き',
    conflict: '競合',
    unsent: '未送信',
    meeting: '会議',
  },
  scoreFrom: (value, share) => `${value}（重みの${share}から）`,
  arr: 'ARR',
  renewsIn: (left) =>
    left < 0
      ? `更新日を${days(-left)}経過`
      : left === 0
        ? '本日更新'
        : left === 1
          ? '明日更新'
          : `${days(left)}後に更新`,
  also: (count) => `ほか${formatCount(count)}件`,
  open: (name) => `詳細：${name}`,
  noAccount: 'アカウントなし',

  scopeLabel: '対象',
  mine: '自分',
  team: 'チーム',

  task: {
    overdue: (title, count) => `${title}（期限を${days(count)}経過）`,
    today: (title) => `${title}（本日期限）`,
    soon: (title, count) => (count === 1 ? `${title}（明日期限）` : `${title}（期限まで${days(count)}）`),
    open: (title) => title,
    theirs: (who) => (who === '' ? '顧客側の約束です。' : `${who}さんの約束です。`),
  },
  draft: (title, day) => `書きかけのメモがあります：${title}（${day}）`,
  untitled: '無題',
  conflict: (count) =>
    `こちらとデータ元の両方で変更された項目が${formatCount(count)}件あります。選ぶまで両方の値を残します。`,
  unsent: (count) => `${formatCount(count)}件の変更がデータ元に届いていません。`,
  meeting: (title, from, to, who) => `${from}〜${to}　${title}${who === '' ? '' : `（${who}）`}`,

  why: 'この順番の理由',
  whyRank: (place, of) => `${formatCount(of)}件中${formatCount(place)}番目`,
  factors: { stake: '懸かっている金額の大きさ', urgency: '緊急度', reach: 'まだ変えられる余地' },
  stake: {
    revenue: (figures) => times(figures.times ?? 0),
    'no-revenue': () => '金額が分かっていません',
    'no-account': () => 'アカウントに属していません',
  },
  urgency: {
    renewal: (figures) => {
      const left = figures.days ?? 0;
      return left < 0 ? `更新日を${days(-left)}経過` : renewal(figures);
    },
    'alert-risk': () => '状況が悪くなっています',
    'alert-risk-renewal': (figures) => `状況が悪くなり、${renewal(figures)}です`,
    'alert-opportunity': () => '数日待てます',
    'alert-opportunity-renewal': (figures) => `数日待てますが、${renewal(figures)}です`,
    'alert-lifecycle': () => 'このステージで必要なことがそろっていません',
    'alert-objective': () => '決めた期日を過ぎています',
    'alert-objective-renewal': (figures) => `決めた期日を過ぎ、${renewal(figures)}です`,
    'alert-lifecycle-renewal': (figures) => `このステージで必要なことがそろわず、${renewal(figures)}です`,
    'alert-activity': () => '接点の目安を過ぎています',
    'alert-activity-renewal': (figures) => `接点の目安を過ぎ、${renewal(figures)}です`,
    contradiction: () => '二つの事実が矛盾しています',
    'contradiction-renewal': (figures) => `二つの事実が矛盾し、${renewal(figures)}です`,
    'task-open': () => '期限がありません',
    'task-overdue': (figures) => `期限を${days(figures.days ?? 0)}経過`,
    'task-today': () => '本日期限',
    'task-soon': (figures) => (figures.days === 1 ? '明日期限' : `期限まで${days(figures.days ?? 0)}`),
    'meeting-over': () => '終わった会議です。メモは今のうちに',
    'meeting-now': () => '会議中です',
    'meeting-today': () => '本日の会議です',
    draft: (figures) =>
      (figures.days ?? 0) === 0 ? '本日書き始めました' : `${days(figures.days ?? 0)}前に書き始めました`,
    conflict: () => '両方で変更されました',
    unsent: () => 'データ元が受け取っていません',
  },
  reach: {
    call: () => '一度の連絡で足ります',
    successor: () => '後任の方との関係を作れます',
    causes: () => '原因をまだ直せます',
    others: () => '直すのは他の人です。催促と報告ができます',
    decided: () => 'ほぼ決まっています',
    plan: () => '計画を変えられます',
    offer: () => '提案できます',
    accepted: () => '対応中です',
    'renewal-past': () => '更新日を過ぎています',
    'renewal-today': () => '本日が最終日です',
    'renewal-days': (figures) => `残りは${days(figures.days ?? 0)}だけです`,
    'renewal-days-left': (figures) => `残りは${days(figures.days ?? 0)}です`,
    'renewal-weeks': () => '数週間あります',
    'renewal-months': () => '手を打つ時間があります',
    ask: () => '聞けば分かります',
    answer: () => '早めの回答と期日の提示で挽回できます',
    introduction: () => '紹介をお願いできます',
    executive: () => '経営層の方に面会をお願いできます',
    do: () => '自分でできます',
    remind: () => '先方の作業です。確認の連絡ができます',
    finish: () => '仕上げるだけです',
    choose: () => '選ぶだけです',
    send: () => '送り直せます',
    prepare: () => '準備できます',
  },
  formula: (percent) => `懸かっている金額 × 緊急度 × まだ変えられる余地：${percent}。`,
  usual: (amounts) => `標準的なアカウントは、同じ通貨の中央値です（${amounts}）。`,
  facts: '事実',

  actions: {
    noteFull: 'メモを書く',
    snooze: 'スヌーズ',
    settle: '判断する',
    done: '完了',
    taskFull: 'タスクを作る',
    assignFull: '引き継ぐ',
    prepare: '準備する',
    finish: 'メモを仕上げる',
    choose: '選ぶ',
  },

  snoozeTitle: 'スヌーズ',
  snoozeBody: 'その日に、または事実が変わったときに、もう一度表示します。',
  reason: '理由',
  reasons: ['返事待ち', '会議を設定済み', '顧客と合意済み'],
  until: 'いつまで',
  untilChoices: {
    tomorrow: '明日',
    nextWeek: '来週',
    inTwoWeeks: '2週間後',
    endOfMonth: '月末',
  },
  otherDay: '別の日',
  reasonNeeded: '理由を入力してください。後で見る人の役に立ちます。',
  dayNeeded: '先の日付を選んでください。',
  moveTitle: 'タスクの期限を変更',
  move: '変更',
  settleTitle: '矛盾シグナルを判断する',
  settleChoice: '判断',
  explainBody: 'その日まで、または事実が変わるまで表示しません。',
  dismissBody: '事実が変わるまで表示しません。',
  explanation: '説明',
  taskTitle: 'タスクを作る',
  taskWhat: 'やること',
  taskNeeded: 'やることを入力してください。',
  due: '期限',
  addTask: 'タスクを追加',
  assignTitle: '引き継ぐ',
  assignWhat: '引き継ぐもの',
  assignChoices: { task: 'タスク', account: 'アカウント全体' },
  assignTo: '担当',
  ownerNow: (owner) => (owner === '' ? '現在の担当CSM：未定' : `現在の担当CSM：${owner}`),
  nobody: '担当未定',

  saidSnoozed: (name, day) => `${name}：${day}までスヌーズしました`,
  saidDone: (name) => `${name}：完了しました`,
  saidTask: (title, who) => `タスクを追加しました${who === '' ? '' : `（担当：${who}）`}：${title}`,
  saidAssigned: (title, who) =>
    who === '' ? `${title}：担当を未定にしました` : `${title}：担当を${who}にしました`,
  saidOwner: (account, who) =>
    who === '' ? `${account}：担当CSMを未定にしました` : `${account}：担当CSMを${who}にしました`,
  saidMoved: (title, day) => `${title}：期限を${day}にしました`,
  saidTaskDone: (title) => `完了：${title}`,

  importCalendar: 'カレンダーファイル（.ics）を取り込む',
  calendarRead: (meetings, known) =>
    `今後の会議を${formatCount(meetings)}件読み込みました。担当者が参加するのは${formatCount(known)}件です`,
  calendarUnreadable: (file) => `${file}はカレンダーファイルとして読めません。`,
  calendarEmpty: (file) => `${file}には今後4週間の会議がありません。`,
  print: '今日の予定を印刷',

  emptyTitle: '今日対応することはありません',
  emptyNext: (name, day, left) => `次の契約更新は${name}、${day}です（${ahead(left)}）。`,
  emptyBody: 'アラートも矛盾シグナルも、期限のタスクもありません。どなたかに連絡するのに良い日です。',
  emptyUnknown: (count, of) =>
    `${formatCount(of)}件中${formatCount(count)}件のアカウントは、データが足りないか古いため判断できません。新しいデータを取り込むか、スコアカードの内容をご確認ください。`,
  emptyMine: 'この担当のアカウントには、今日対応することがありません。',
  showTeam: 'チーム全体を表示',
  noBookTitle: 'アカウントがまだありません',
  noBookBody:
    'CRMのデータを取り込むか、サンプル企業を読み込んでください。今日どのアカウントに対応すべきかが分かります。',
  toAccounts: 'アカウントへ',
  failedTitle: '「今日」を計算できませんでした',
  failedBody:
    '書いた内容はディスクに保存されています。もう一度お試しください。続く場合は画面を再読み込みしてください。',
  details: '技術的な詳細',
  tryAgain: '再試行',
  showMore: (count) => `さらに${formatCount(count)}件表示`,
  clockTitle: 'このパソコンの時計が戻っている可能性があります',
  clockBody: (today, newest) =>
    `時計は${today}ですが、${newest}に記録されたスコアがあります。時計が合うまで、経過日数や期限は正しく計算されません。記録は失われていません。`,
  working: 'スコアを計算中です。件数が増えることがあります。',

  keys: {
    next: '次の行',
    previous: '前の行',
    open: '詳細を開く・閉じる',
    account: 'アカウントを開く',
    note: 'メモを書く',
    snooze: 'スヌーズ・期限変更',
    done: '完了にする',
    task: 'タスクを作る',
    assign: '担当者に引き継ぐ',
    meet: '準備する・会議を始める',
    scope: (name) => `表示：${name}`,
  },
};

/** Japanese words of the people of an account. */
import type { people as english } from '../en/people.ts';
import { formatCount } from '../plural.ts';

export const people: typeof english = {
  title: '担当者',
  views: '担当者の表示',
  view: { list: '一覧', map: '関係マップ', organisation: '組織', known: '誰が誰を知っているか' },
  search: '担当者を探す',
  sort: '並べ替え',
  sorts: {
    role: '役割',
    name: '氏名',
    lastContact: '最終接点',
    sentiment: '感触（悪い順）',
    influence: '影響力',
  },
  count: (count) => `${formatCount(count)}名`,
  found: (count, all) => `${all}名中${count}名`,
  showAll: (count) => `${count}名すべてを表示`,

  noneTitle: 'まだ担当者がいません',
  noneBody:
    '上の欄から最初の1名を追加するか、CRMの担当者を取り込んでください。役割、役職、メールとともにここに表示されます。',
  notFound: '該当する担当者がいません。',
  failedTitle: '担当者を読み込めませんでした',
  failedBody:
    '入力した内容はディスクに保存されています。もう一度お試しください。続く場合は画面を再読み込みしてください。',
  tryAgain: '再試行',
  details: '技術的な詳細',

  add: '担当者を追加',
  addLabel: '新しい担当者',
  addHint: '氏名、役割や役職、メール。Enterで追加',
  addRead: (parts) => `追加される内容：${parts}`,
  addButton: '追加',
  added: (name) => `${name}を追加しました`,

  name: '氏名',
  role: '役割',
  titleAndDepartment: '役職・部署',
  sentiment: '感触',
  influence: '影響力',
  lastContact: '最終接点',
  email: 'メール',
  lastContactIs: (date) => `最終接点：${date}`,
  sentiments: { 1: 'とても悪い', 2: '悪い', 3: 'ふつう', 4: '良い', 5: 'とても良い' },
  influences: { 1: '小', 2: '中', 3: '大' },
  unknown: '不明',
  noContact: '接点の記録なし',
  left: (ago) => `${ago}に離任`,
  leaves: (date) => `${date}に離任予定`,
  from: (source) => `${source}より`,
  here: 'ここで記録',
  openPerson: (name) => `${name}の詳細`,
  writeTo: (address) => `${address}にメールを書く`,
  readBackTo: (date) => `${date}より前に取り込んだ活動は集計に含まれていません。`,

  gaps: '不足',
  gapsNone: '不足はありません。チャンピオン、経営層、現場責任者が分かっており、接点もあります。',
  rule: (text) => `判定：${text}`,
  gap: {
    'executive-silent': (days) =>
      days === undefined
        ? '経営層との接点が一度もありません'
        : `経営層との接点が${formatCount(days)}日間ありません`,
    'champion-silent': (days) =>
      days === undefined
        ? 'チャンピオンとの接点が一度もありません'
        : `チャンピオンとの接点が${formatCount(days)}日間ありません`,
    'field-manager-silent': (days) =>
      days === undefined
        ? '現場責任者との接点が一度もありません'
        : `現場責任者との接点が${formatCount(days)}日間ありません`,
    'executive-unknown': '経営層の担当者が分かっていません',
    'champion-unknown': 'チャンピオンが分かっていません',
    'field-manager-unknown': '現場責任者が分かっていません',
    'champion-left': (days) =>
      days === 0
        ? 'チャンピオンが本日離任し、後任がいません'
        : `チャンピオンが${formatCount(days)}日前に離任し、後任がいません`,
    'one-person': '知っている担当者が1名だけです',
  },
  gapRule: {
    'executive-silent': (days) => `${formatCount(days)}日を超えて、経営層スポンサーとも決裁者とも接点がない`,
    'champion-silent': (days) => `${formatCount(days)}日を超えて、チャンピオンと接点がない`,
    'field-manager-silent': (days) => `${formatCount(days)}日を超えて、現場責任者と接点がない`,
    'executive-unknown': '在任中の担当者に経営層スポンサーも決裁者もいない',
    'champion-unknown': '在任中の担当者にチャンピオンがいない',
    'field-manager-unknown': '在任中の担当者に現場責任者がいない',
    'champion-left': (days) =>
      `チャンピオンが${formatCount(days)}日以内に離任し、在任中の担当者にチャンピオンがいない`,
    'one-person': '在任中の担当者がちょうど1名',
  },
  fact: (date, kind, source) => `${date} ${kind}（${source}）`,
  factNever: '接点の記録なし',
  factLeft: (date) => `${date}に離任`,
  more: (count) => `ほか${formatCount(count)}名`,

  mapLabel: '影響力と感触',
  mapHint: 'ドラッグ、または矢印キーで動かせます。左右で感触、上下で影響力が変わります。',
  unplaced: '未配置',
  unplacedNone: '全員が配置されています。',
  unplacedHint: '感触か影響力が分かっていません。矢印キーで中央に置けます。',
  placed: (name, sentiment, influence) => `${name}：感触 ${sentiment}、影響力 ${influence}`,
  cell: (sentiment, influence) => `感触 ${sentiment}、影響力 ${influence}`,
  moved: (name) => `${name}を動かしました`,
  moreInCell: (count) => `ほか${formatCount(count)}名`,
  fewer: '少なく表示',

  organisationLabel: '上長と部下の関係',
  organisationHint: '詳細で上長を選ぶと、ここに反映されます。',
  reports: (count) => `部下${formatCount(count)}名`,
  level: (level) => `第${level}階層`,
  circle: (names) => `上長の関係が輪になっています：${names}。どなたかの上長を直してください。`,

  knownLabel: '自社の誰が誰を知っているか',
  knownHint: '双方が参加した接点の回数と最新の日付です。「申告」は「面識のある社員」に書かれたものです。',
  knownNone: '双方の参加者が分かる接点も、「面識のある社員」の記入もまだありません。',
  knownMeetings: (count) => `接点${formatCount(count)}回`,
  knownSaid: '申告',
  nobody: 'なし',
  others: 'その他',

  panel: (name) => `${name}について`,
  close: '閉じる',
  none: 'なし',
  save: '保存',
  reportsTo: '上長',
  reportsToChoose: '担当者を選ぶ',
  edit: (field, name) => `${name}の${field}`,
  reviewTitle: '出席者の変更',
  reviewRole: (name) => `${name}の役割`,
  reviewNoRole: '役割なし',
  reviewSentiment: (name) => `${name}の感触`,
  reviewNoSentiment: '未評価',
  reviewLeft: (name) => `${name}は退任`,
  reviewLeftShort: '退任',
  leftToday: '本日離任',
  cameBack: '復帰',
  remove: '削除',
  mergeWith: '統合…',
  mergeChoose: '同じ人物',
  recent: '最近の接点',
  recentNone: 'この担当者の名前がある接点はありません。',
  knownBySection: '面識のある社員',
  sources: 'すべての項目とデータ元',
  mergedFrom: '統合済み',
  mergedLine: (name, date) => `${name}（${date}に統合）`,

  duplicates: (count) =>
    count === 1
      ? '同じ人物かもしれない登録があります'
      : `同じ人物かもしれない組が${formatCount(count)}組あります`,
  duplicatesBody: '並べて比べてください。自動で統合されることはありません。',
  compare: '比べる',
  mergeTitle: '同じ人物ですか',
  pairOf: (at, all) => `${all}組中${at}組目`,
  reasons: {
    email: 'メールが同じ',
    name: '氏名が同じ',
    swapped: '姓名の順が違うだけ',
    reading: '読みが同じ',
  },
  because: (reasons) => `理由：${reasons}`,
  field: '項目',
  stays: '残る方',
  joins: '統合される方',
  takeAll: 'こちらをすべて採用',
  turnRound: '左右を入れ替え',
  both: '両方を残します',
  empty: '空欄',
  mergeNow: '統合',
  notSame: '別の人物',
  nextPair: '次の組',
  mergeNote:
    'メモ、タスク、部下の関係も移ります。次回の取り込みでは、どちらの行も残る方に入ります。一度の「元に戻す」ですべて戻ります。',
  merged: (name) => `${name}に統合しました`,
  keptApart: (a, b) => `${a}と${b}を別の人物としました`,

  changed: (field) => `${field}を変更しました`,
  removed: (name) => `${name}をごみ箱に入れました（30日間）`,
  gone: 'この担当者はもうありません。',

  commandNext: '次の担当者',
  commandPrevious: '前の担当者',
  commandView: (view) => `担当者を「${view}」で表示`,
  commandRemove: (name) => `${name}を削除`,
  commandLeft: (name) => `${name}を本日離任にする`,
  commandMerge: '重複候補を比べる',
};

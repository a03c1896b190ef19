/** Japanese words of segments. */
import type { segments as english } from '../en/segments.ts';
import { formatCount } from '../plural.ts';

export const segments: typeof english = {
  title: 'セグメント',
  everyone: 'すべてのアカウント',
  none: 'セグメントはまだありません。図でアカウントを選ぶか、条件から作成します。',
  readFailed: 'セグメントを読み込めませんでした。',
  count: (n) => `${formatCount(n)}件`,
  add: '新規',
  addCommand: '新しいセグメント…',
  edit: '変更…',
  showInTable: 'アカウント一覧で表示',
  remove: '削除',
  removed: (name) => `セグメント「${name}」を削除しました。`,
  more: (name) => `${name}の操作`,

  newTitle: '新しいセグメント',
  editTitle: 'セグメントの変更',
  name: '名前',
  keepAs: '保存する内容',
  keepRule: '条件（数値が変わると対象も変わります）',
  keepExact: (n) => `この${formatCount(n)}件だけ`,
  match: '対象にするアカウント',
  matchAll: 'すべての条件を満たす',
  matchAny: 'いずれかの条件を満たす',
  conditions: '条件',
  noConditions: '条件がないため、すべてのアカウントが対象です。',
  addCondition: '条件を追加',
  changeCondition: (condition) => `変更：${condition}`,
  removeCondition: (condition) => `削除：${condition}`,
  save: 'セグメントを保存',
  cancel: 'キャンセル',
  savedNamed: (name) => `セグメント「${name}」を保存しました。`,
  needsName: 'セグメントの名前を入力してください。',
  nameTaken: '同じ名前のセグメントがあります。',
  gone: 'このセグメントはもうありません。変更されていません。',

  and: '、かつ ',
  or: '、または ',
  exactly: (n) => `指定した${formatCount(n)}件`,
  unreadable: 'このバージョンの Kizuna では条件を読み取れません。内容はそのまま保管されています。',
  problems: {
    'no-column': (column) => `列「${column}」はもうありません。どのアカウントも空欄として扱われます。`,
    'no-data': (column) => `「${column}」のデータがあるアカウントはありません。`,
    'wrong-kind': (column) => `「${column}」の値の種類が変わりました。どのアカウントも空欄として扱われます。`,
  },
};

/** Japanese words of the scorecard editor. */
import type { ScorecardIssue } from '#shared/domain/health/check-scorecard.ts';
import type { ScorecardDifference } from '#shared/domain/health/compare-scorecards.ts';
import type { ScorecardFileError } from '#shared/domain/health/scorecard-file.ts';
import type { CardNames, scorecards as english } from '../en/scorecards.ts';
import { formatCount } from '../plural.ts';

const accounts = (count: number) => `${formatCount(count)}件`;
/** 桁数の多すぎる数は読めない。 */
const MOST = 1_000_000;
const figure = (value: number) =>
  value > MOST ? `${formatCount(MOST)}超` : Number.isFinite(value) ? formatCount(value) : '数値以外';

function issue(found: ScorecardIssue, { group, measure }: CardNames): string {
  const where = 'measure' in found && found.measure !== undefined ? measure(found.measure) : '';
  switch (found.type) {
    case 'not-a-weight':
      return `${found.measure === undefined ? group(found.group) : where}：重みは0から100の数値です。`;
    case 'groups-sum':
      return `グループの合計が${figure(found.sum)}です。100にしてください。`;
    case 'measures-sum':
      return `「${group(found.group)}」の指標の合計が${figure(found.sum)}です。100にしてください。`;
    case 'unknown-measure':
      return `「${found.measure}」という指標はありません。`;
    case 'twice':
      return `「${where}」が二重に入っています。`;
    case 'twice-group':
      return `同じID「${found.group}」のグループが2つあります。`;
    case 'curve-empty':
      return `「${where}」の曲線に点がありません。`;
    case 'curve-order':
      return `「${where}」の曲線：元の値は点ごとに大きくなる必要があります。`;
    case 'curve-points':
      return `「${where}」の曲線：点数は0から100の数値です。`;
    case 'curve-both-ways':
      return `「${where}」の曲線が上がったり下がったりしています。常に多いほど良い、または常に少ないほど良い形にしてください。`;
    case 'shelf':
      return `「${where}」：有効期間は1日以上です。`;
    case 'no-measure':
      return '重みのある指標がありません。このままではどのアカウントにもスコアが付きません。';
    case 'floor':
      return '下限は0から100%の割合です。';
    case 'bands':
      return '「健全」は「注意」より高い値から始まり、どちらも1から100の間にしてください。';
  }
}

function fileError(error: ScorecardFileError, names: CardNames): readonly string[] {
  switch (error.type) {
    case 'too-long':
      return ['スコアカードとしてはファイルが長すぎます。'];
    case 'not-json':
      return ['ファイルがJSONではないか、途中で切れています。'];
    case 'not-a-scorecard':
      return ['JSONですが、Kizunaが書き出したスコアカードではありません。'];
    case 'newer':
      return ['新しい版のKizunaで作られたファイルです。先に更新してください。'];
    case 'wrong-shape':
      return [`「${error.path}」の値がないか、種類が違います。`];
    case 'issues':
      return error.issues.map((found) => issue(found, names));
  }
}

function difference(found: ScorecardDifference, { group, measure }: CardNames): string {
  switch (found.type) {
    case 'name':
      return `名前：${found.from || '（標準）'} → ${found.to || '（標準）'}`;
    case 'group-weight':
      return `${group(found.group)}：${found.from}% → ${found.to}%`;
    case 'group-added':
      return `追加されたグループ：${group(found.group)}`;
    case 'group-removed':
      return `外されたグループ：${group(found.group)}`;
    case 'measure-weight':
      return `${measure(found.measure)}（${group(found.group)}）：${found.from}% → ${found.to}%`;
    case 'measure-added':
      return `「${group(found.group)}」に追加：${measure(found.measure)}`;
    case 'measure-removed':
      return `「${group(found.group)}」から除外：${measure(found.measure)}`;
    case 'curve':
      return `${measure(found.measure)}：曲線が異なる`;
    case 'shelf':
      return `${measure(found.measure)}：有効期間 ${found.from} → ${found.to}日`;
    case 'floor':
      return `下限：${Math.round(found.from * 100)}% → ${Math.round(found.to * 100)}%`;
    case 'bands':
      return '判定の境界が異なる';
    case 'scope':
      return '適用対象が異なる';
    case 'parents':
      return '親アカウントの扱いが異なる';
  }
}

export const scorecards: typeof english = {
  title: 'スコアカード',
  settingsHint: 'ヘルススコアの中身（グループ、指標、重み、曲線）を決めます。',
  hint: 'アカウントには、条件が最も細かく合うスコアカードが使われます。同じ細かさなら新しいほうが優先です。',
  listLabel: 'スコアカード一覧',
  editorLabel: (name) => `スコアカード ${name}`,
  changed: '変更あり',
  own: '自作',
  unsaved: '未保存',
  copy: 'このスコアカードを複製',
  copyName: (name) => `${name}（複製）`,
  import: 'ファイルを取り込む',
  export: 'ファイルに保存',
  reset: '標準に戻す',
  remove: '削除',
  versions: '版の履歴',
  importedName: '取り込んだスコアカード',

  name: '名前',
  nameNeeded: '名前を入れてください。',
  namePlaceholder: 'スコアカードの名前',
  scope: '適用対象',
  scopeAll: 'すべてのアカウント',
  segments: 'データ元のセグメント',
  savedSegments: '保存したセグメント',
  noSavedSegments: 'まだありません。ポートフォリオで作成できます。',
  goneSegment: '削除されたセグメント',
  segmentTrouble: {
    gone: '削除されました。',
    unreadable: 'この版ではルールを読めません。',
    'asks-health': 'ヘルススコアを条件にしています。スコアを決める側では使えません。',
  },
  scopeTroubleTitle: 'このスコアカードのセグメントに、該当するアカウントがありません',
  scopeTrouble: (name, trouble) =>
    trouble === 'gone'
      ? '適用対象のセグメントが削除されています。該当していたアカウントには、次に合うスコアカードを使います。ごみ箱から戻すか、ここで外してください。'
      : `「${name}」は適用対象に使えません。${trouble === 'unreadable' ? 'この版ではルールを読めないためです' : 'ヘルススコアを条件にしており、そのスコアはこのスコアカードから決まるためです'}。該当するアカウントには、次に合うスコアカードを使います。`,
  touchModels: 'タッチモデル',
  stages: 'ステージ',
  scopeHint: '何も選ばなければすべてに適用します。',
  scopeOf: (parts) => `適用対象：${parts}`,
  settings: '判定・下限・親アカウント',
  healthyFrom: '健全の下限',
  watchFrom: '注意の下限',
  floor: 'データの下限（重みの%）',
  floorHint: 'データがこれより少ないと色を付けません。',
  parents: '親アカウント',
  parentRules: { own: '自身のデータ', 'by-arr': '子アカウントのARR加重', worst: '最も低い子アカウント' },

  weights: '重み',
  weightOf: (name) => `${name}の重み`,
  weightBad: '重みは0から100の数値です。',
  weightMost: (most) => `最大${most}です。残りは固定されています。`,
  lock: (name) => `${name}の重みを固定`,
  unlock: (name) => `${name}の重みの固定を解除`,
  ofWhole: (percent) => `全体の${percent}`,
  sum: (percent) => `合計${percent}%`,
  openMeasure: (name) => `${name}の曲線`,
  addMeasure: '指標を追加',
  removeMeasure: (name) => `${name}を外す`,
  addGroup: 'グループを追加',
  fit: 'データのある指標に合わせる',
  fitHint: 'どのアカウントにもデータがない指標の重みを0にします。',
  newGroup: '新しいグループ',
  groupName: 'グループの名前',
  removeGroup: (name) => `グループ「${name}」を外す`,
  off: 'オフ',

  curve: '元の値から点数へ',
  curveChart: (name) => `${name}の曲線とアカウントの分布`,
  curveHint: '点はマウスで動かすか、選んで矢印キーで動かせます（Shiftで大きく動きます）。',
  point: (place, raw, gives) => `点${place}：${raw}で${gives}点`,
  pointLabel: (place) => `点${place}`,
  curveType: '点の間',
  curveTypes: { line: '直線', steps: '段階' },
  raw: (unit) => `元の値（${unit}）`,
  rawPercent: (unit) => `元の値（${unit}、%）`,
  gives: '点数（0〜100）',
  addPoint: '点を追加',
  removePoint: (place) => `点${place}を外す`,
  curveOrder: '元の値は点ごとに大きくしてください。',
  curveRange: '点数は0から100の数値です。',
  curveWay: '常に多いほど良い、または常に少ないほど良い形にしてください。',
  noNumber: '数値ではありません。',
  shelf: 'データの有効期間（日）',
  shelfBad: '1日以上にしてください。',
  resetCurve: '曲線を標準に戻す',
  distribution: (count, total, median) =>
    `${formatCount(total)}件中${formatCount(count)}件のアカウントに値があり、中央値は${median}です。`,
  distributionNone: 'まだどのアカウントにも値がありません。',
  axisAccounts: '件',

  preview: '変わるアカウント',
  previewNothing: 'まだ変更はありません。重みを動かすと、判定が変わるアカウントがここに出ます。',
  previewMoves: (count, total) =>
    count === 0
      ? `${accounts(total)}のうち判定が変わるアカウントはありません`
      : `${accounts(total)}のうち${accounts(count)}の判定が変わります`,
  previewTouched: (count) => `${accounts(count)}のスコアが変わります`,
  previewApplies: (before, after) =>
    `適用対象：${accounts(after)}${before === after ? '' : `（変更前${accounts(before)}）`}`,
  previewWaiting: 'スコアを計算しています。',
  previewFailed: 'スコアを計算できませんでした。スコアカードの編集はできます。',
  previewEmpty: 'まだアカウントがありません。',
  previewLess: (count) => `ほか${accounts(count)}`,
  moverLabel: (name, from, to) => `${name}：${from}から${to}へ`,
  noScore: 'スコアなし',
  scoreFrom: (value, share) => `${value}（重みの${share}から）`,
  appliesTo: accounts,

  note: '変更の理由（版に残ります）',
  save: '保存',
  discard: '変更を破棄',
  undoStep: '直前の操作を取り消す',
  redoStep: '操作をやり直す',
  saved: (name) => `保存しました：${name}`,
  wasReset: (name) => `標準に戻しました：${name}`,
  removed: (name) => `削除しました：${name}`,
  imported: (name) => `編集画面に入れました（未保存）：${name}`,
  newCard: 'ファイルから取り込み、未保存',
  newCardHint:
    '保存するまで、どのアカウントのスコアも変わりません。保存すると何が変わるかは、「変わるアカウント」で確かめられます。',
  copied: (name) => `複製しました：${name}`,
  readFailed:
    'スコアカードを読み込めませんでした。書いた内容はディスクに残っています。ウィンドウを再読み込みしてください。',
  problems: '保存する前に直してください',
  fileProblems: (file) => `「${file}」は取り込まれませんでした`,

  versionsTitle: (name) => `「${name}」の版の履歴`,
  versionNow: (version) => `第${version}版（使用中）`,
  versionOf: (version, day) => `第${version}版（${day}まで）`,
  noNote: 'メモなし',
  compareLabel: '使用中の版との違い',
  noDifference: '違いはありません。',
  noVersions: '以前の版はまだありません。',
  bringBack: (version) => `第${version}版に戻す`,
  broughtBack: (version) => `第${version}版を編集画面に入れました。確かめて保存してください。`,
  close: '閉じる',

  issue,
  fileError,
  difference,
  unknownMeasure: (id) => id,
  commands: {
    save: 'スコアカードを保存',
    copy: 'スコアカードを複製',
    export: 'スコアカードをファイルに保存',
    versions: 'スコアカードの版の履歴',
    discard: 'スコアカードの変更を破棄',
  },
};

/** Japanese words of the cadence. */
import type { cadence as english } from '../en/cadence.ts';
import { formatCount } from '../plural.ts';

export const cadence: typeof english = {
  title: '接点頻度',
  intro:
    'タッチモデルとステージごとに、何日に一度接点をもつかを決めます。過ぎたアカウントは「今日」に表示され、ヘルススコアにも反映されます。次回の予定日が同じ日数以内に決まっていれば、過ぎたとは見なしません。ヘルススコアは、予定に関係なく最後の接点からの日数で計算します。変更はすぐに有効になります。',
  gridLabel: '接点の間隔（日）',
  otherStages: 'その他のステージ',
  otherwise: 'その他のタッチモデル',
  cell: (touchModel, stage) => `${touchModel}、${stage}`,
  delivered: (days) => `標準${formatCount(days)}日`,
  counted: (accounts, overdue) =>
    `${formatCount(accounts)}件${overdue === 0 ? '' : `、超過${formatCount(overdue)}件`}`,
  noDays: (most) => `1から${formatCount(most)}までの整数（日）を入力してください。`,
  saved: (cell, days) => `${cell}：${days === 1 ? '毎日' : `${formatCount(days)}日ごと`}`,
  cleared: (cell) => `${cell}：標準に戻しました`,
  asOthers: (cell) => `${cell}：その他と同じ`,
  reset: 'すべて標準に戻す',
  wasReset: '接点頻度を標準に戻しました',
  readFailed:
    '接点頻度を読み込めませんでした。書いた内容はディスクに保存されています。画面を再読み込みしてください。',
};

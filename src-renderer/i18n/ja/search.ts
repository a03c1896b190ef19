/** Japanese words of search. */
import type { search as english } from '../en/search.ts';

export const search: typeof english = {
  placeholder: 'すべてを検索、またはコマンドを実行',
  groups: {
    account: 'アカウント',
    contact: '担当者',
    activity: 'メモと活動',
    task: 'タスク',
    plan: 'サクセスプラン',
    ticket: 'チケット',
    survey: 'アンケート回答',
    churnEvent: '解約',
    opportunity: '商談',
  },
  planFields: {
    title: '目標',
    why: 'なぜ大切か',
    milestones: 'マイルストーン',
    source: '値の出どころ',
    method: '算出方法',
  },
  otherCommands: 'その他のコマンド',
  draft: '下書き',
  untitled: '件名なし',
  near: '似たつづり',
  more: 'ほかにもあります。語句やフィルターを足してください',
  nothing: (query) => `「${query}」は見つかりませんでした。`,
  nothingHelp: '語句を減らすか、一部だけを入力してください。フィルターで種類、担当、期間に絞り込めます。',
  unclear: (filter) => `「${filter}」は解釈できないため、無視しています。`,
  building: (percent) => `メモを検索できるように準備しています（${percent}）。準備できた分は見つかります。`,
  buildingAgain: (percent) =>
    `検索用の索引が壊れていたため、作り直しています（${percent}）。データに影響はありません。`,
  failed:
    'ただいまメモを検索できません。アカウントとコマンドは使えます。画面を再読み込みするともう一度試します。',
  filters: 'フィルター',
  filterHelp: {
    kind: { word: '種類:', example: '会議', meaning: '会議、電話、タスク、チケット、アンケートなどに絞る' },
    owner: { word: '担当:', example: '佐藤', meaning: 'この社員のものに絞る' },
    account: { word: '顧客:', example: '青葉', meaning: '名前にこの語を含むアカウントに絞る' },
    since: { word: '以降:', example: '2026-04', meaning: 'この日、月、年から' },
    until: { word: 'まで:', example: '2026-06', meaning: 'この日、月、年まで' },
  },
  addFilter: (word, example) => `フィルター ${word}${example} を追加`,
};

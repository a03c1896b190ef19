/** Japanese words of the note editor. */
import type { editor as english } from '../en/editor.ts';

export const editor: typeof english = {
  task: '完了',
  format: '書式',
  noPicture: (name) => `${name}は画像として読み込めませんでした。`,
  marks: { strong: '太字', emphasis: '斜体' },
  menus: { mention: '人', tag: 'タグ', command: '挿入' },
  blocks: {
    task: 'タスク',
    bullets: '箇条書き',
    numbers: '番号付きリスト',
    heading: (level: number) => `見出し${level}`,
    table: '表',
    picture: '画像ファイルを挿入…',
    quote: '引用',
    code: 'コード',
    rule: '区切り線',
    addRow: '行を追加',
    addColumn: '列を追加',
    deleteRow: '行を削除',
    deleteColumn: '列を削除',
    deleteTable: '表を削除',
  },
};

/** The built-in entries of the / menu, with the words by which they are found in either language. */
import type { Command, EditorState } from 'prosemirror-state';
import {
  bulletList,
  codeBlock,
  heading,
  insertTable,
  inTable,
  orderedList,
  quote,
  rule,
  tableCommands,
  taskList,
} from './commands.ts';
import type { EditorTexts } from './editor-input.ts';

export interface BlockCommand {
  readonly id: string;
  readonly label: string;
  readonly keywords: string;
  readonly command: Command;
}

export function blockCommands(texts: EditorTexts, state: EditorState): readonly BlockCommand[] {
  const { blocks } = texts;
  const inside: readonly BlockCommand[] = [
    { id: 'row', label: blocks.addRow, keywords: 'table row 行', command: tableCommands.addRowAfter },
    {
      id: 'column',
      label: blocks.addColumn,
      keywords: 'table column 列',
      command: tableCommands.addColumnAfter,
    },
    {
      id: 'no-row',
      label: blocks.deleteRow,
      keywords: 'table delete row 行 削除',
      command: tableCommands.deleteRow,
    },
    {
      id: 'no-column',
      label: blocks.deleteColumn,
      keywords: 'table delete column 列 削除',
      command: tableCommands.deleteColumn,
    },
    {
      id: 'no-table',
      label: blocks.deleteTable,
      keywords: 'delete table 表 削除',
      command: tableCommands.deleteTable,
    },
  ];
  if (inTable(state)) return inside;
  return [
    { id: 'task', label: blocks.task, keywords: 'task todo check たすく タスク', command: taskList },
    { id: 'bullets', label: blocks.bullets, keywords: 'list bullet りすと リスト', command: bulletList },
    {
      id: 'numbers',
      label: blocks.numbers,
      keywords: 'list number ordered ばんごう 番号',
      command: orderedList,
    },
    { id: 'h1', label: blocks.heading(1), keywords: 'h1 heading みだし 見出し', command: heading(1) },
    { id: 'h2', label: blocks.heading(2), keywords: 'h2 heading みだし 見出し', command: heading(2) },
    { id: 'h3', label: blocks.heading(3), keywords: 'h3 heading みだし 見出し', command: heading(3) },
    { id: 'table', label: blocks.table, keywords: 'table ひょう 表', command: insertTable },
    { id: 'quote', label: blocks.quote, keywords: 'quote いんよう 引用', command: quote },
    { id: 'code', label: blocks.code, keywords: 'code こーど コード', command: codeBlock },
    { id: 'rule', label: blocks.rule, keywords: 'rule line せん 線', command: rule },
  ];
}

/** English words of the note editor. */
export const editor = {
  task: 'Done',
  format: 'Formatting',
  marks: { strong: 'Bold', emphasis: 'Italic' },
  menus: { mention: 'People', tag: 'Tags', command: 'Insert' },
  blocks: {
    task: 'Task',
    bullets: 'Bulleted list',
    numbers: 'Numbered list',
    heading: (level: number) => `Heading ${level}`,
    table: 'Table',
    quote: 'Quote',
    code: 'Code',
    rule: 'Line',
    addRow: 'Add a row',
    addColumn: 'Add a column',
    deleteRow: 'Delete the row',
    deleteColumn: 'Delete the column',
    deleteTable: 'Delete the table',
  },
};

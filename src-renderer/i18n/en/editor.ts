/** English words of the note editor. */
export const editor = {
  task: 'Done',
  format: 'Formatting',
  noPicture: (name: string) => `${name} could not be taken as a picture.`,
  marks: { strong: 'Bold', emphasis: 'Italic' },
  menus: { mention: 'People', tag: 'Tags', command: 'Insert' },
  blocks: {
    task: 'Task',
    bullets: 'Bulleted list',
    numbers: 'Numbered list',
    heading: (level: number) => `Heading ${level}`,
    table: 'Table',
    picture: 'Picture from a file…',
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

/** Markdown becomes the editor's document. */
import type { Mark, Node } from 'prosemirror-model';
import type { Block, Inline, ListItem, Marks } from './markdown/note-text.ts';
import { parseNote } from './markdown/parse-blocks.ts';
import { markTypes, nodeTypes, noteSchema } from './schema.ts';

function marksFrom(marks: Marks): Mark[] {
  return [
    ...(marks.href === undefined ? [] : [markTypes.link.create({ href: marks.href })]),
    ...(marks.strong ? [markTypes.strong.create()] : []),
    ...(marks.strike ? [markTypes.strike.create()] : []),
    ...(marks.em ? [markTypes.em.create()] : []),
    ...(marks.code ? [markTypes.code.create()] : []),
  ];
}

function inlineNode(inline: Inline): Node {
  switch (inline.type) {
    case 'text':
      return noteSchema.text(inline.text, marksFrom(inline.marks));
    case 'break':
      return nodeTypes.hard_break.create();
    case 'mention':
      return nodeTypes.mention.create({ kind: inline.kind, id: inline.id, label: inline.label });
    case 'image':
      return nodeTypes.image.create({ id: inline.id, alt: inline.alt });
  }
}

const inlineNodes = (content: readonly Inline[]) => content.map(inlineNode);

function itemNode(item: ListItem): Node {
  const blocks = item.blocks.map(blockNode);
  // An item begins with a paragraph, if only an empty one.
  if (blocks[0]?.type !== nodeTypes.paragraph) blocks.unshift(nodeTypes.paragraph.create());
  return nodeTypes.list_item.create({ checked: item.checked ?? null }, blocks);
}

function tableNode(rows: readonly (readonly (readonly Inline[])[])[]): Node {
  return nodeTypes.table.create(
    null,
    rows.map((cells, i) =>
      nodeTypes.table_row.create(
        null,
        cells.map((cell) =>
          (i === 0 ? nodeTypes.table_header : nodeTypes.table_cell).create(
            null,
            nodeTypes.paragraph.create(null, inlineNodes(cell)),
          ),
        ),
      ),
    ),
  );
}

function blockNode(block: Block): Node {
  switch (block.type) {
    case 'paragraph':
      return nodeTypes.paragraph.create(null, inlineNodes(block.content));
    case 'heading':
      return nodeTypes.heading.create({ level: block.level }, inlineNodes(block.content));
    case 'quote':
      return nodeTypes.quote.create(null, blockNodes(block.blocks));
    case 'code':
      return nodeTypes.code_block.create(
        { language: block.language },
        block.text === '' ? [] : [noteSchema.text(block.text)],
      );
    case 'rule':
      return nodeTypes.rule.create();
    case 'list':
      return block.ordered
        ? nodeTypes.ordered_list.create({ start: block.start }, block.items.map(itemNode))
        : nodeTypes.bullet_list.create(null, block.items.map(itemNode));
    case 'table':
      return tableNode(block.rows);
  }
}

function blockNodes(blocks: readonly Block[]): Node[] {
  return blocks.length === 0 ? [nodeTypes.paragraph.create()] : blocks.map(blockNode);
}

export function docFromMarkdown(markdown: string): Node {
  return nodeTypes.doc.create(null, blockNodes(parseNote(markdown)));
}

/**
 * The editor's document becomes Markdown. Nodes never change, so what a node says is worked out once: after a key press
 * only the changed paragraph and what stands around it is written anew, however long the note is.
 */
import type { Mark, Node } from 'prosemirror-model';
import {
  edgeless,
  fenced,
  guardCheckBox,
  indented,
  paragraphText,
  quoted,
  tableText,
} from './markdown/block-text.ts';
import type { Inline, Marks } from './markdown/note-text.ts';
import { writeInline } from './markdown/write-inline.ts';
import { stringAttr } from './schema.ts';

const said = new WeakMap<Node, string>();

function marksOf(marks: readonly Mark[]): Marks {
  const has = (name: string) => marks.some((mark) => mark.type.name === name);
  const link = marks.find((mark) => mark.type.name === 'link');
  return {
    ...(link !== undefined && { href: stringAttr(link.attrs, 'href') }),
    ...(has('strong') && { strong: true }),
    ...(has('strike') && { strike: true }),
    ...(has('em') && { em: true }),
    ...(has('code') && { code: true }),
  };
}

function inlineOf(node: Node): Inline {
  const { attrs } = node;
  switch (node.type.name) {
    case 'hard_break':
      return { type: 'break' };
    case 'mention': {
      const kind = attrs.kind === 'person' ? 'person' : 'contact';
      return { type: 'mention', kind, id: stringAttr(attrs, 'id'), label: stringAttr(attrs, 'label') };
    }
    case 'image':
      return { type: 'image', id: stringAttr(attrs, 'id'), alt: stringAttr(attrs, 'alt') };
    default:
      return { type: 'text', text: node.text ?? '', marks: marksOf(node.marks) };
  }
}

const lineOf = (node: Node, cell = false) => writeInline(node.children.map(inlineOf), { cell });

/** Blocks one under the other; a list follows its item's text without an empty line. */
function stacked(blocks: readonly Node[], inItem = false): string {
  let out = '';
  for (const block of blocks) {
    const written = markdownOf(block);
    if (written === '') continue;
    const close = inItem && block.type.name.endsWith('_list') && !out.includes('\n');
    out += out === '' ? written : `${close ? '\n' : '\n\n'}${written}`;
  }
  return out;
}

function itemText(item: Node): string {
  const { checked } = item.attrs;
  const inner = stacked(item.children, true);
  if (checked === true) return `[x] ${inner}`;
  return checked === false ? `[ ] ${inner}` : guardCheckBox(inner);
}

function listText(list: Node): string {
  const start = Math.min(999, Math.max(0, Number(list.attrs.start ?? 1) || 0));
  return list.children
    .map((item, i) => {
      const marker = list.type.name === 'ordered_list' ? `${Math.min(999, start + i)}. ` : '- ';
      return indented(markdownOf(item), marker, ' '.repeat(marker.length));
    })
    .join('\n');
}

function rowCells(row: Node): readonly string[] {
  return row.children.flatMap((cell) => {
    const lines = edgeless(cell.children.map((block) => lineOf(block, true)).join('<br>'), true);
    const span = Math.max(1, Number(cell.attrs.colspan) || 1);
    return [lines, ...Array.from({ length: span - 1 }, () => '')];
  });
}

function write(node: Node): string {
  switch (node.type.name) {
    case 'doc':
      return stacked(node.children);
    case 'heading': {
      const level = Math.min(6, Math.max(1, Number(node.attrs.level) || 1));
      return `${'#'.repeat(level)} ${edgeless(lineOf(node).replaceAll('\n', ' '), false)}`;
    }
    case 'quote':
      return quoted(stacked(node.children));
    case 'code_block':
      return fenced(node.textContent, stringAttr(node.attrs, 'language'));
    case 'rule':
      return '---';
    case 'bullet_list':
    case 'ordered_list':
      return listText(node);
    case 'list_item':
      return itemText(node);
    case 'table':
      return tableText(node.children.map(rowCells));
    default:
      return paragraphText(lineOf(node));
  }
}

function markdownOf(node: Node): string {
  const known = said.get(node);
  if (known !== undefined) return known;
  const written = write(node);
  said.set(node, written);
  return written;
}

export function markdownFromDoc(doc: Node): string {
  return markdownOf(doc);
}

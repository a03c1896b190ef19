/** What a note can hold in the editor: exactly what its Markdown can say, so that nothing is lost on the way. */
import {
  type Attrs,
  type DOMOutputSpec,
  type MarkSpec,
  type Node,
  type NodeSpec,
  Schema,
} from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';
import { isSafeHref } from './markdown/targets.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function headingLevel(node: Node): number {
  return Math.min(6, Math.max(1, Number(node.attrs.level) || 1));
}

/** Line breaks stand in paragraphs only: a heading is one line. */
const LINE = '(text | mention | image | hard_break)*';

const table = tableNodes({ tableGroup: 'block', cellContent: 'paragraph', cellAttributes: {} });

const nodes = {
  doc: { content: 'block+' },
  paragraph: {
    content: LINE,
    group: 'block',
    parseDOM: [{ tag: 'p' }],
    toDOM: (): DOMOutputSpec => ['p', 0],
  },
  heading: {
    content: '(text | mention | image)*',
    group: 'block',
    defining: true,
    attrs: { level: { default: 1 } },
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: (node): DOMOutputSpec => [`h${headingLevel(node)}`, 0],
  },
  quote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: (): DOMOutputSpec => ['blockquote', 0],
  },
  code_block: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    attrs: { language: { default: '' } },
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: (): DOMOutputSpec => ['pre', ['code', 0]],
  },
  rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: (): DOMOutputSpec => ['hr'] },
  bullet_list: {
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: (): DOMOutputSpec => ['ul', 0],
  },
  ordered_list: {
    content: 'list_item+',
    group: 'block',
    attrs: { start: { default: 1 } },
    parseDOM: [{ tag: 'ol' }],
    toDOM: (node): DOMOutputSpec => ['ol', { start: Number(node.attrs.start) || 1 }, 0],
  },
  list_item: {
    content: 'paragraph block*',
    defining: true,
    /** null: no check box. */
    attrs: { checked: { default: null } },
    parseDOM: [
      {
        tag: 'li[data-checked]',
        getAttrs: (li) => ({ checked: li.getAttribute('data-checked') === 'true' }),
      },
      { tag: 'li' },
    ],
    toDOM: (node): DOMOutputSpec =>
      node.attrs.checked === null
        ? ['li', 0]
        : ['li', { 'data-checked': node.attrs.checked === true ? 'true' : 'false' }, 0],
  },
  ...table,
  text: { group: 'inline' },
  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: (): DOMOutputSpec => ['br'],
  },
  mention: {
    inline: true,
    group: 'inline',
    atom: true,
    marks: '',
    attrs: { kind: { default: 'contact' }, id: { default: '' }, label: { default: '' } },
    parseDOM: [
      {
        tag: 'span[data-mention]',
        getAttrs: (span) => ({
          kind: span.getAttribute('data-mention') === 'person' ? 'person' : 'contact',
          id: span.getAttribute('data-id') ?? '',
          label: span.getAttribute('data-label') ?? '',
        }),
      },
    ],
    toDOM: (node): DOMOutputSpec => [
      'span',
      {
        class: 'kz-mention',
        'data-mention': text(node.attrs.kind),
        'data-id': text(node.attrs.id),
        'data-label': text(node.attrs.label),
      },
      `@${text(node.attrs.label)}`,
    ],
    leafText: (node) => `@${text(node.attrs.label)}`,
  },
  image: {
    inline: true,
    group: 'inline',
    draggable: true,
    attrs: { id: { default: '' }, alt: { default: '' } },
    parseDOM: [
      {
        tag: 'span[data-image]',
        getAttrs: (span) => ({
          id: span.getAttribute('data-image') ?? '',
          alt: span.getAttribute('data-alt') ?? '',
        }),
      },
    ],
    toDOM: (node): DOMOutputSpec => [
      'span',
      { 'data-image': text(node.attrs.id), 'data-alt': text(node.attrs.alt) },
    ],
  },
} satisfies Record<string, NodeSpec>;

const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (link) => {
          const href = link.getAttribute('href') ?? '';
          return isSafeHref(href) ? { href } : false;
        },
      },
    ],
    // No address on the element: a click must not leave the note that is being written.
    toDOM: (mark): DOMOutputSpec => [
      'a',
      { 'data-href': text(mark.attrs.href), title: text(mark.attrs.href) },
      0,
    ],
  },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: (): DOMOutputSpec => ['strong', 0] },
  strike: {
    parseDOM: [{ tag: 's' }, { tag: 'del' }, { tag: 'strike' }],
    toDOM: (): DOMOutputSpec => ['s', 0],
  },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: (): DOMOutputSpec => ['em', 0] },
  code: { parseDOM: [{ tag: 'code' }], toDOM: (): DOMOutputSpec => ['code', 0] },
} satisfies Record<string, MarkSpec>;

export const noteSchema = new Schema({ nodes, marks });

export const nodeTypes = noteSchema.nodes;
export const markTypes = noteSchema.marks;

export function stringAttr(attrs: Attrs, name: string): string {
  return text(attrs[name]);
}

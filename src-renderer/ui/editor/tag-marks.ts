/** Colours the #tags of a note; after a key press only the paragraphs that changed are read again. */
import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** As `find-hash-tags` of the domain reads them. */
const TAG = /(?<=^|[\s(（「、。])[#＃](?!\p{N}+(?![\p{L}\p{N}_ー-]))[\p{L}\p{N}][\p{L}\p{N}_ー-]*/gu;

const key = new PluginKey<DecorationSet>('tags');

function tagsIn(block: Node, start: number): Decoration[] {
  if (!block.isTextblock || block.type.spec.code) return [];
  const text = block.textBetween(0, block.content.size, '\n', '\uFFFC');
  if (!/[#＃]/.test(text)) return [];
  return [...text.matchAll(TAG)].map(({ index, 0: tag }) =>
    Decoration.inline(start + index, start + index + tag.length, { class: 'kz-tag-text' }),
  );
}

function allTags(doc: Node): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) found.push(...tagsIn(node, pos + 1));
    return !node.isTextblock;
  });
  return DecorationSet.create(doc, found);
}

function changed(tr: Transaction, before: DecorationSet): DecorationSet {
  let set = before.map(tr.mapping, tr.doc);
  const blocks = new Map<number, Node>();
  tr.mapping.maps.forEach((map, i) => {
    map.forEach((_from, _to, start, end) => {
      const rest = tr.mapping.slice(i + 1);
      const from = Math.max(0, Math.min(rest.map(start, -1), tr.doc.content.size));
      const to = Math.max(from, Math.min(rest.map(end, 1), tr.doc.content.size));
      tr.doc.nodesBetween(from, to, (node, pos) => {
        if (node.isTextblock) blocks.set(pos, node);
        return !node.isTextblock;
      });
    });
  });
  for (const [pos, node] of blocks) {
    set = set.remove(set.find(pos, pos + node.nodeSize));
    const tags = tagsIn(node, pos + 1);
    if (tags.length > 0) set = set.add(tr.doc, tags);
  }
  return set;
}

export function tagMarks(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => allTags(state.doc),
      apply: (tr, set) => (tr.docChanged ? changed(tr, set) : set),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

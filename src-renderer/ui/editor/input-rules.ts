/** Markdown as one types it: "# ", "- ", "1. ", "[ ] ", "> ", "```", "---", **bold**, `code`, [text](https://…). */
import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { Attrs, MarkType } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';
import { isSafeHref } from './markdown/targets.ts';
import { markTypes, nodeTypes } from './schema.ts';

/** What stands between the signs becomes marked; the signs leave. */
function markRule(
  pattern: RegExp,
  type: MarkType,
  attrsOf?: (match: RegExpMatchArray) => Attrs | undefined,
): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const [whole, before = '', inner = ''] = match;
    const attrs = attrsOf?.(match);
    if (attrsOf !== undefined && attrs === undefined) return null;
    // Only a sign that was typed by itself: a longer text that comes in one piece stays as it is.
    if (whole.length - (end - start) !== 1) return null;
    const from = start + before.length;
    const at = from + whole.slice(before.length).indexOf(inner);
    const tr = state.tr;
    // The last sign is not in the document yet.
    tr.delete(Math.min(at + inner.length, end), end);
    tr.delete(from, at);
    tr.addMark(from, from + inner.length, type.create(attrs ?? null));
    return tr.removeStoredMark(type);
  });
}

/** "[ ] " at the beginning of an item, or of a paragraph, makes a box; in an item that Enter began, "- [ ] " does, too. */
const taskRule = new InputRule(/^([-*+] )?\[([ xX]?)\] $/, (state, match, start, end) => {
  const [whole, sign, box = ''] = match;
  // A longer text that comes in one piece stays as it is.
  if (sign !== undefined && whole.length - (end - start) !== 1) return null;
  const $start = state.doc.resolve(start);
  const checked = /x/i.test(box);
  const inItem = $start.depth > 1 && $start.node(-1).type === nodeTypes.list_item && $start.index(-1) === 0;
  if (inItem) return state.tr.delete(start, end).setNodeAttribute($start.before(-1), 'checked', checked);
  if ($start.parent.type !== nodeTypes.paragraph) return null;
  const tr = state.tr.delete(start, end);
  const range = tr.doc.resolve(start).blockRange();
  if (range === null) return null;
  return tr.wrap(range, [{ type: nodeTypes.bullet_list }, { type: nodeTypes.list_item, attrs: { checked } }]);
});

const ruleRule = new InputRule(/^---$/, (state, _match, start, end) => {
  const $start = state.doc.resolve(start);
  if ($start.parent.type !== nodeTypes.paragraph || $start.depth !== 1) return null;
  return state.tr.delete(start, end).insert($start.before(), nodeTypes.rule.create());
});

export function noteInputRules(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,6}) $/, nodeTypes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
      wrappingInputRule(/^[-*+] $/, nodeTypes.bullet_list),
      wrappingInputRule(/^(\d{1,3})[.)] $/, nodeTypes.ordered_list, (match) => ({ start: Number(match[1]) })),
      wrappingInputRule(/^> $/, nodeTypes.quote),
      textblockTypeInputRule(/^```$/, nodeTypes.code_block),
      taskRule,
      ruleRule,
      markRule(/(^|[^*])\*\*(\S|\S[^*]*[^\s*])\*\*$/, markTypes.strong),
      markRule(/(^|[^*])\*([^\s*]|[^\s*][^*]*[^\s*])\*$/, markTypes.em),
      markRule(/(^|[^~])~~(\S|\S[^~]*[^\s~])~~$/, markTypes.strike),
      markRule(/(^|[^`])`([^`]+)`$/, markTypes.code),
      markRule(/(^|[^!])\[([^\][]+)\]\(([^\s()]+)\)$/, markTypes.link, (match) =>
        isSafeHref(match[3] ?? '') ? { href: match[3] } : undefined,
      ),
    ],
  });
}

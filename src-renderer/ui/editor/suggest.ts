/** Watches for @, # and / before the caret and lets a menu beside the editor take the keys while it is open. */
import { type EditorState, Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { isComposing } from '../ime.ts';

export type TriggerKind = 'mention' | 'tag' | 'command';

export interface Trigger {
  readonly kind: TriggerKind;
  /** Where the sign stands, and the caret behind what was typed. */
  readonly from: number;
  readonly to: number;
  readonly query: string;
}

export interface SuggestHost {
  readonly show: (trigger: Trigger | undefined) => void;
  /** True when the menu has used the key. */
  readonly key: (event: KeyboardEvent) => boolean;
}

const KINDS: Readonly<Record<string, TriggerKind>> = {
  '@': 'mention',
  '＠': 'mention',
  '#': 'tag',
  '＃': 'tag',
  '/': 'command',
  '／': 'command',
};

/** An @ may follow Japanese text at once, but never a letter: that is a mail address. */
const PATTERN =
  /(?:(?<![\p{Script=Latin}\p{N}._-])([@＠])|(?:^|(?<=[\s(（「、。]))([#＃/／]))([^\s@＠#＃/／]{0,40})$/u;

function triggerAt(state: EditorState): Trigger | undefined {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return undefined;
  const before = $from.parent.textBetween(
    Math.max(0, $from.parentOffset - 60),
    $from.parentOffset,
    '\n',
    '\uFFFC',
  );
  const found = PATTERN.exec(before);
  const sign = found?.[1] ?? found?.[2];
  if (found === null || sign === undefined) return undefined;
  const query = found[3] ?? '';
  const kind = KINDS[sign];
  if (kind === undefined) return undefined;
  return { kind, from: $from.pos - query.length - 1, to: $from.pos, query };
}

export function suggestPlugin(host: SuggestHost): Plugin {
  let open: Trigger | undefined;
  let dismissed: number | undefined;

  function set(trigger: Trigger | undefined): void {
    if (trigger === undefined && open === undefined) return;
    open = trigger;
    host.show(trigger);
  }

  function look(view: EditorView, previous: EditorState): void {
    const typed = !view.state.doc.eq(previous.doc);
    if (!typed && open === undefined) return;
    const trigger = triggerAt(view.state);
    if (trigger === undefined) dismissed = undefined;
    set(trigger?.from === dismissed ? undefined : trigger);
  }

  return new Plugin({
    view: () => ({ update: look, destroy: () => set(undefined) }),
    props: {
      handleKeyDown(_view, event) {
        // While a conversion is open, every key is the input method's.
        if (open === undefined || isComposing(event)) return false;
        if (event.key === 'Escape') {
          dismissed = open.from;
          set(undefined);
          event.stopPropagation();
          return true;
        }
        return host.key(event);
      },
      handleDOMEvents: {
        // Ctrl Enter and a free Escape belong to the form around the editor, which would find them used up otherwise.
        keydown: (_view, event) => {
          if (isComposing(event)) return false;
          if (event.key === 'Enter') return event.ctrlKey || event.metaKey;
          return event.key === 'Escape' && open === undefined;
        },
        blur: () => {
          set(undefined);
          return false;
        },
      },
    },
  });
}

/** What the menu beside the caret offers, which entry is active, and what choosing one does. */
import type { EditorView } from 'prosemirror-view';
import { blockCommands } from './block-commands.ts';
import type { EditorInput } from './editor-input.ts';
import { nodeTypes } from './schema.ts';
import type { SuggestHost, Trigger } from './suggest.ts';

export interface Offer {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly run: (view: EditorView, trigger: Trigger) => void;
}

export interface SuggestState {
  readonly offers: readonly Offer[];
  /** -1: none; Enter is then a new line. */
  readonly active: number;
  readonly title: string;
  /** Of the sign, in the window. */
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

export interface SuggestControl extends SuggestHost {
  attach(view: EditorView, menuId: string): void;
  detach(): void;
  choose(index: number): void;
  subscribe(listener: () => void): () => void;
  get(): SuggestState | undefined;
}

const MOST = 8;
const PICTURE_WORDS = 'picture image photo がぞう 画像 しゃしん 写真';
const folded = (text: string) => text.normalize('NFKC').toLowerCase();

function tagOffers(tags: readonly string[], query: string): Offer[] {
  const wanted = folded(query);
  return tags
    .filter((tag) => folded(tag).startsWith(wanted) && tag !== query)
    .slice(0, MOST)
    .map((tag) => ({
      id: tag,
      label: `#${tag}`,
      run: (view, { from, to }) => view.dispatch(view.state.tr.insertText(`#${tag} `, from, to)),
    }));
}

async function mentionOffers({ props, language }: EditorInput, query: string): Promise<Offer[]> {
  const found = await props.findMentions(query);
  return found.slice(0, MOST).map(({ id, label, kind, hint }) => ({
    id: `${kind} ${id}`,
    label,
    ...(hint === undefined ? {} : { hint }),
    run(view, { from, to }) {
      const mention = nodeTypes.mention.create({ kind, id, label });
      // Japanese goes on without a space: 田中さんに.
      const space = language === 'ja' ? [] : [view.state.schema.text(' ')];
      view.dispatch(view.state.tr.replaceWith(from, to, [mention, ...space]));
    },
  }));
}

function commandOffers(input: EditorInput, query: string, view: EditorView): Offer[] {
  const { props, texts, pickPictures } = input;
  const wanted = folded(query);
  const own = (props.slashCommands ?? []).map(({ id, label, run }) => ({
    id,
    label,
    keywords: '',
    run: () => run(),
  }));
  const built = blockCommands(texts, view.state).map(({ id, label, keywords, command }) => ({
    id,
    label,
    keywords,
    run: (target: EditorView) => command(target.state, target.dispatch, target),
  }));
  const picture =
    pickPictures === undefined
      ? []
      : [{ id: 'picture', label: texts.blocks.picture, keywords: PICTURE_WORDS, run: () => pickPictures() }];
  return [...built, ...picture, ...own]
    .filter(({ label, keywords }) => folded(`${label} ${keywords}`).includes(wanted))
    .map(({ id, label, run }) => ({
      id,
      label,
      run(target, { from, to }) {
        target.dispatch(target.state.tr.delete(from, to));
        run(target);
      },
    }));
}

async function offersFor(input: EditorInput, trigger: Trigger, view: EditorView): Promise<readonly Offer[]> {
  switch (trigger.kind) {
    case 'tag':
      return tagOffers(input.props.tags, trigger.query);
    case 'command':
      return commandOffers(input, trigger.query, view);
    case 'mention':
      return mentionOffers(input, trigger.query);
  }
}

export function createSuggestControl(latest: () => EditorInput): SuggestControl {
  const listeners = new Set<() => void>();
  let view: EditorView | undefined;
  let menu = '';
  let trigger: Trigger | undefined;
  let state: SuggestState | undefined;
  let asked = 0;

  function set(next: SuggestState | undefined): void {
    if (next === state) return;
    state = next;
    const dom = view?.dom;
    if (next === undefined) {
      dom?.removeAttribute('aria-controls');
      dom?.removeAttribute('aria-activedescendant');
    } else {
      dom?.setAttribute('aria-controls', menu);
      if (next.active === -1) dom?.removeAttribute('aria-activedescendant');
      else dom?.setAttribute('aria-activedescendant', `${menu}-${next.active}`);
    }
    for (const listener of listeners) listener();
  }

  async function look(wanted: Trigger, target: EditorView): Promise<void> {
    asked += 1;
    const mine = asked;
    const input = latest();
    const offers = await offersFor(input, wanted, target);
    if (mine !== asked || view !== target) return;
    if (offers.length === 0) {
      set(undefined);
      return;
    }
    const { left, top, bottom } = target.coordsAtPos(wanted.from);
    // A tag may well be a new one: Enter then ends the line, as everywhere.
    const active = wanted.kind === 'tag' ? -1 : 0;
    set({ offers, active, title: input.texts.menus[wanted.kind], left, top, bottom });
  }

  function choose(index: number): void {
    const offer = state?.offers[index];
    const target = view;
    const at = trigger;
    if (offer === undefined || target === undefined || at === undefined) return;
    trigger = undefined;
    asked += 1;
    set(undefined);
    offer.run(target, at);
    target.focus();
  }

  function move(step: number): void {
    if (state === undefined) return;
    const count = state.offers.length;
    const from = state.active === -1 && step < 0 ? 0 : state.active;
    set({ ...state, active: (from + step + count) % count });
  }

  return {
    attach(target, menuId) {
      view = target;
      menu = menuId;
    },
    detach() {
      set(undefined);
      view = undefined;
    },
    show(next) {
      trigger = next;
      if (next !== undefined && view !== undefined) void look(next, view);
      else {
        asked += 1;
        set(undefined);
      }
    },
    key(event) {
      if (state === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.key === 'ArrowDown') move(1);
      else if (event.key === 'ArrowUp') move(-1);
      else if (event.key === 'Tab') choose(Math.max(0, state.active));
      else if (event.key === 'Enter' && state.active !== -1) choose(state.active);
      else return false;
      return true;
    },
    choose,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => state,
  };
}

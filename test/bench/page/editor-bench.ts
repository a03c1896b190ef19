/** The note editor under the product's own store: from the key press to the painted frame, with saves on their way. */
import { createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { openStore } from '#renderer/data/open-store.ts';
import type { Store } from '#renderer/data/store.ts';
import { startLocale } from '#renderer/i18n/locale.ts';
import { createBridge } from '#renderer/platform/bridge.ts';
import { NoteEditor } from '#renderer/ui/editor/note-editor.tsx';
import '#renderer/ui/theme.css';

interface Bed {
  readonly store: Store;
  readonly root: Root;
  readonly draftId: string;
  readonly times: number[];
  stop(): void;
}

let bed: Bed | undefined;

/** Headings, paragraphs, tasks, tables and mentions in two scripts, up to about this many characters. */
function longNote(characters: number): string {
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; length < characters; i++) {
    const part = [
      `## Week ${i}: 定例会議`,
      `現場の**立ち上がり**は順調です。大阪センターの新しい倉庫管理は稼働し、誤出荷は 4.1 % から 1.9 % に下がりました。 #更新 The next step is the training of the field managers, see [the plan](https://example.com/plan/${i}).`,
      `- [ ] → [@田中 太郎](kizuna-contact:c${i}) 研修計画を送る 来週金曜\n- [x] done\n  - nested, with \`code\` and *more*`,
      '| 指標 | 前 | 今 |\n| --- | --- | --- |\n| 誤出荷 | 4.1 | 1.9 |',
    ].join('\n\n');
    parts.push(part);
    length += part.length + 2;
  }
  return parts.join('\n\n');
}

/** The time from the key event to the moment after the frame that shows its character. */
function watchKeys(surface: HTMLElement, times: number[]): void {
  const frame = new MessageChannel();
  let pressed: number | undefined;
  frame.port1.onmessage = () => {
    if (pressed !== undefined) times.push(performance.now() - pressed);
    pressed = undefined;
  };
  surface.addEventListener('keydown', (event) => {
    pressed ??= event.timeStamp;
    requestAnimationFrame(() => frame.port2.postMessage(0));
  });
}

/** Keeps so many edits of other notes waiting for the database and the journal. */
function keepPending(store: Store, ids: readonly string[]): () => void {
  let going = true;
  ids.forEach(async (id) => {
    for (let i = 0; going; i++) {
      store.editDraft(id).input('body', `edit ${i} of ${id}`);
      await store.editDraft(id).flush();
    }
  });
  return () => {
    going = false;
  };
}

async function startDraft(store: Store, body: string): Promise<string> {
  const started = await store.startDraft({
    accountId: '',
    kind: 'note',
    activityAt: Date.now(),
    body,
  });
  if (!started.ok) throw new Error(started.error.type);
  return started.value.id;
}

async function shownSurface(element: HTMLElement): Promise<HTMLElement> {
  for (;;) {
    const surface = element.querySelector<HTMLElement>('[role=textbox]');
    if (surface !== null) return surface;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const benchEditor = {
  /** Opens an editor over a draft of the store; keys typed from now on are timed. Returns the note's length. */
  async openEditor(characters: number, pending: number): Promise<number> {
    await startLocale({ commandLine: 'en', system: ['en-US'] });
    const { store, opened } = openStore({
      bridge: createBridge(),
      clock: { now: () => Date.now() },
      newId: () => crypto.randomUUID(),
    });
    await opened;
    const value = characters === 0 ? '' : longNote(characters);
    const draftId = await startDraft(store, value);
    const others: string[] = [];
    for (let i = 0; i < pending; i++) others.push(await startDraft(store, ''));
    const element = document.createElement('main');
    element.style.cssText = 'height:100vh;overflow:auto';
    document.body.append(element);
    const root = createRoot(element);
    const draft = store.editDraft(draftId);
    root.render(
      createElement(NoteEditor, {
        label: 'Note',
        value,
        docKey: draftId,
        onChange: (markdown: string) => draft.input('body', markdown),
        findMentions: () => [],
        tags: [],
        autoFocus: true,
      }),
    );
    const surface = await shownSurface(element);
    const paragraphs = [...surface.querySelectorAll(':scope > p')];
    const middle = paragraphs[Math.floor(paragraphs.length / 2)];
    if (middle !== undefined) {
      middle.scrollIntoView({ block: 'center' });
      getSelection()?.collapse(middle, middle.childNodes.length);
    }
    const times: number[] = [];
    watchKeys(surface, times);
    bed = { store, root, draftId, times, stop: keepPending(store, others) };
    return value.length;
  },

  async closeEditor(): Promise<{ readonly times: readonly number[]; readonly saved: string }> {
    if (bed === undefined) throw new Error('no editor is open');
    const { store, root, draftId, times, stop } = bed;
    stop();
    root.unmount();
    await store.editDraft(draftId).flush();
    const saved = (await store.db.drafts.get(draftId))?.body ?? '';
    store.close();
    bed = undefined;
    return { times, saved };
  },
};

/** The note editor on an empty page: what is typed there, what it wrote, whom it can mention. */
import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { expect, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { currentLocale, startLocale } from '#renderer/i18n/locale.ts';
import { type Mention, NoteEditor, type NoteEditorProps } from '#renderer/ui/editor/note-editor.tsx';
import '#renderer/ui/theme.css';
import { type Language, setPreferences } from '#renderer/ui-state/preferences.ts';

const PEOPLE: readonly Mention[] = [
  { id: 'c1', label: '田中 太郎', kind: 'contact', hint: 'champion' },
  { id: 'Ken Sato', label: 'Ken Sato', kind: 'person' },
];

let started: Promise<void> | undefined;

export async function speak(language: Language): Promise<void> {
  started ??= startLocale({ commandLine: undefined, system: ['en-US', 'ja-JP'] });
  await started;
  setPreferences({ language });
  await expect.poll(() => currentLocale().language).toBe(language);
}

let root: Root | undefined;
export let element: HTMLElement;
export let written: string;
export const found = vi.fn((query: string) =>
  PEOPLE.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase())),
);

/** For before each test. */
export function setStage(): void {
  written = 'nothing yet';
  found.mockClear();
  element = document.createElement('main');
  document.body.append(element);
}

/** Takes the editor off the screen, as leaving it does. */
export function leave(): void {
  root?.unmount();
  root = undefined;
}

/** For after each test. */
export function clearStage(): void {
  leave();
  element.remove();
}

export function show(node: ReactNode): void {
  root ??= createRoot(element);
  root.render(node);
}

export async function open(
  value = '',
  more: Partial<NoteEditorProps> = {},
  language: 'en' | 'ja' = 'en',
): Promise<HTMLElement> {
  await speak(language);
  const change = (markdown: string) => {
    written = markdown;
  };
  show(
    <NoteEditor
      label="Note"
      value={value}
      docKey="d1"
      onChange={change}
      findMentions={found}
      tags={['更新', 'QBR', 'risk']}
      autoFocus
      {...more}
    />,
  );
  const box = page.getByRole('textbox', { name: 'Note' });
  await expect.element(box).toBeVisible();
  await expect.element(box).toHaveFocus();
  const dom = box.element();
  if (!(dom instanceof HTMLElement)) throw new Error('no text box');
  return dom;
}

export const type = (keys: string) => userEvent.keyboard(keys);
export const becomes = (markdown: string) => expect.poll(() => written).toBe(markdown);
export const option = (name: string) => page.getByRole('option', { name });

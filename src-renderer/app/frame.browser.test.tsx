import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { startLocale } from '#renderer/i18n/locale.ts';
import { InlineEdit } from '#renderer/ui/inline-edit.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { Select } from '#renderer/ui/select.tsx';
import { setPreferences } from '#renderer/ui-state/preferences.ts';
import { setSaveState } from '#renderer/ui-state/save-state.ts';
import { Frame } from './frame.tsx';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

let root: Root;
let saved: string[];
let fired: number;
let chosen: string;

function Screen() {
  useCommands({
    id: 'test',
    title: 'Test',
    commands: [{ id: 'note', label: 'New note', keys: ['n'], run: () => (fired += 1) }],
  });
  return (
    <>
      <InlineEdit label="Owner" value="Sato" onSave={(value) => saved.push(value)} />
      <Select
        label="Stage"
        value={chosen}
        onChange={(value) => (chosen = value)}
        options={[
          { value: 'a', label: 'Onboarding' },
          { value: 'b', label: 'Operation' },
        ]}
      />
    </>
  );
}

async function settle(): Promise<void> {
  await act(() => new Promise((done) => setTimeout(done, 50)));
}

async function press(target: EventTarget, key: string, init: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
    target.dispatchEvent(new KeyboardEvent('keyup', { key, bubbles: true, cancelable: true, ...init }));
  });
}

function find<T extends HTMLElement = HTMLElement>(selector: string): T {
  const element = document.querySelector<T>(selector);
  if (element === null) throw new Error(`nothing matches ${selector}`);
  return element;
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !holds(); turn += 1) await settle();
  expect(holds()).toBe(true);
}

/** As typing does it: through the native setter, so that React sees the change. */
async function type(input: HTMLInputElement, text: string): Promise<void> {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  await act(async () => {
    setter?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

beforeEach(async () => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  saved = [];
  fired = 0;
  chosen = 'a';
  location.hash = '/accounts';
  setPreferences({ language: 'en' });
  await startLocale({ commandLine: undefined, system: ['en-US'] });
  const box = document.createElement('div');
  document.body.append(box);
  root = createRoot(box);
  await act(async () =>
    root.render(
      <Router hook={useHashLocation}>
        <Frame onCaught={(message) => expect.fail(message)}>
          <Screen />
        </Frame>
      </Router>,
    ),
  );
  await settle();
});

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

describe('editing in place', () => {
  it('keeps the Enter of an input method and saves with the next one', async () => {
    await act(async () => find('.kz-inline').click());
    const input = find<HTMLInputElement>('.kz-inline-editor');
    await type(input, '佐藤');
    await press(input, 'Enter', { isComposing: true });
    expect(saved).toEqual([]);
    await press(input, 'Enter', { keyCode: 229 });
    expect(saved).toEqual([]);
    await press(input, 'Enter');
    expect(saved).toEqual(['佐藤']);
    expect(document.activeElement?.className).toContain('kz-inline');
  });
  it('takes back what was typed with Escape', async () => {
    await act(async () => find('.kz-inline').click());
    const input = find<HTMLInputElement>('.kz-inline-editor');
    await type(input, 'Tanaka');
    await press(input, 'Escape');
    expect(saved).toEqual([]);
    expect(find('.kz-inline').textContent).toBe('Sato');
  });
});

describe('shortcuts', () => {
  it('fire outside fields and never inside one', async () => {
    await press(document.body, 'n');
    expect(fired).toBe(1);
    await act(async () => find('.kz-inline').click());
    await press(find('.kz-inline-editor'), 'n');
    expect(fired).toBe(1);
  });
  it('rest while a dialog is open; the palette finds and runs the command', async () => {
    await press(document.body, 'k', { ctrlKey: true });
    await until(() => document.querySelector('.kz-palette input') !== null);
    await press(document.body, 'n');
    expect(fired).toBe(0);
    const input = find<HTMLInputElement>('.kz-palette input');
    await type(input, 'new no');
    await press(input, 'Enter', { isComposing: true });
    expect(fired).toBe(0);
    await press(input, 'Enter');
    await until(() => fired === 1);
    expect(document.querySelector('.kz-palette')).toBeNull();
  });
});

describe('the frame', () => {
  it('changes language on the spot, with <html lang>', async () => {
    expect(find('h1').textContent).toBe('Accounts');
    await act(async () => setPreferences({ language: 'ja' }));
    await until(() => document.documentElement.lang === 'ja');
    expect(find('h1').textContent).toBe('アカウント');
  });
  it('tells whether everything is on disk', async () => {
    // Before the start check is over it would be a guess.
    expect(find('.kz-status').textContent).toBe('');
    await act(async () => setSaveState({ state: 'saved', pending: 0 }));
    expect(find('.kz-status').textContent).toBe('Saved');
    await act(async () => setSaveState({ state: 'failed', pending: 2 }));
    expect(find('.kz-status').textContent).toBe('Not saved');
    await act(async () => setSaveState({ state: 'saved', pending: 0 }));
  });
});

describe('a select', () => {
  it('opens with the arrow key, fetches its list then, and gives back what was chosen', async () => {
    find('.kz-select').focus();
    await act(() => userEvent.keyboard('{ArrowDown}'));
    await until(() => document.activeElement?.getAttribute('role') === 'option');
    await act(() => userEvent.keyboard('{ArrowDown}'));
    await act(() => userEvent.keyboard('{Enter}'));
    await until(() => chosen === 'b');
    await until(() => document.querySelector('[role=listbox]') === null);
    expect(document.activeElement).toBe(find('.kz-select'));
  });
});

/** What the whole window offers: files dropped anywhere, a backup by command, and an answer to each entry of the menu. */
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { EMPTY_FLOW } from '#renderer/features/sources/flow-state.ts';
import { useFlow } from '#renderer/features/sources/flow-store.ts';
import { settings as settingsWords } from '#renderer/i18n/en/settings.ts';
import { sources } from '#renderer/i18n/en/sources.ts';
import { type CommandScope, runMenuCommand, useCommandScopes } from '#renderer/ui/keys.ts';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import { ok } from '#shared/base/result.ts';
import { MENU_COMMANDS } from '#shared/ipc/menu-commands.ts';
import { appData, speak } from '#test/fakes/app-data.ts';
import { createFakeImporter } from '#test/fakes/fake-importer.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { BeginCommands } from './begin-commands.tsx';
import { Everywhere, type EverywhereProps } from './everywhere.tsx';
import { Frame } from './frame.tsx';
import { InterruptedImport } from './interrupted-import.tsx';
import { UndoCommands } from './undo-commands.tsx';

let bed: TestBed;
let end: () => void;
let path: () => string;
let backups: number;
let scopes: readonly CommandScope[];

function Scopes() {
  scopes = useCommandScopes();
  return null;
}

const settings: EverywhereProps['settings'] = {
  backupNow: async () => {
    backups++;
    const counts = { accounts: 3 };
    return ok({ id: 's', at: 1, bytes: 1, reason: 'manual', schemaVersion: 1, lastSeq: 0, counts });
  },
};

beforeEach(async () => {
  bed = await testBed();
  backups = 0;
  await speak('en');
  useFlow.setState(EMPTY_FLOW, true);
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input), location.href);
    if (url.pathname !== '/files' || init?.method !== 'PUT') return real(input, init);
    const name = url.searchParams.get('name') ?? '';
    return Response.json({ ticket: `ticket-${name}`, name, size: 1, receivedAt: 0 }, { status: 201 });
  };
  const { hook, history } = memoryLocation({ path: '/accounts', record: true });
  path = () => history.at(-1) ?? '';
  const data = { ...appData(bed), importer: createFakeImporter({ files: { 'a.csv': 'name\nAoba\n' } }) };
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  root.render(
    <Router hook={hook}>
      <Suspense fallback={null}>
        <UndoCommands data={data} />
        <BeginCommands book={data.book} />
        <Everywhere data={data} settings={settings} />
        <Frame notices={<InterruptedImport data={data} />} onCaught={() => undefined}>
          <p id="elsewhere">Anything</p>
        </Frame>
        <Scopes />
        <ToastRegion />
      </Suspense>
    </Router>,
  );
  end = () => {
    root.unmount();
    element.remove();
    globalThis.fetch = real;
  };
  await expect.poll(() => document.getElementById('elsewhere')).not.toBeNull();
  await expect.poll(() => scopes.some(({ id }) => id === 'backup')).toBe(true);
});

afterEach(async () => {
  end();
  await bed.end();
});

function drag(type: 'dragover' | 'drop'): DragEvent {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(['name\nAoba\n'], 'a.csv'));
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  document.getElementById('elsewhere')?.dispatchEvent(event);
  return event;
}

describe('a file dropped on any screen', () => {
  it('is imported and never opened by the browser', async () => {
    expect(drag('dragover').defaultPrevented).toBe(true);
    await expect.poll(() => document.body.textContent).toContain(sources.dropAnywhere);
    expect(drag('drop').defaultPrevented).toBe(true);
    await expect.poll(path).toBe('/sources/import');
    await expect.poll(() => useFlow.getState().files.map(({ name }) => name)).toEqual(['a.csv']);
    // What follows from the file is over before the database goes.
    await expect.poll(() => useFlow.getState().source).toBeDefined();
    expect(document.body.textContent).not.toContain(sources.dropAnywhere);
  });

  it('is left to what has taken it already', async () => {
    const target = document.getElementById('elsewhere');
    target?.addEventListener('drop', (event) => event.preventDefault(), { once: true });
    drag('drop');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(path()).toBe('/accounts');
  });
});

describe('an import that was cut off', () => {
  it('is told on every screen, with the way to go on', async () => {
    expect(document.body.textContent).not.toContain(sources.interruptedTitle('Book'));
    await bed.db.jobs.add({
      id: 'job',
      number: 1,
      sourceId: 's',
      plan: { sourceId: 's', sourceName: 'Book', tables: [], confirmedLinks: {} },
      tickets: {},
      state: 'running',
      startedAt: 1,
      counts: {},
    });
    await expect.poll(() => document.body.textContent).toContain(sources.interruptedTitle('Book'));
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === sources.toSources)?.click();
    await expect.poll(path).toBe('/sources');
    // There the way on stands itself.
    await expect.poll(() => document.body.textContent).not.toContain(sources.interruptedTitle('Book'));
  });
});

describe('the menu bar', () => {
  it('finds an answer to each of its entries on any screen', () => {
    const answered = new Set(scopes.flatMap(({ commands }) => commands.flatMap(({ menu = [] }) => menu)));
    expect(MENU_COMMANDS.filter((name) => !answered.has(name))).toEqual([]);
  });

  it('leads to Today', async () => {
    expect(runMenuCommand('today')).toBe(true);
    await expect.poll(path).toBe('/today');
  });

  it('backs up and says so', async () => {
    expect(runMenuCommand('backup')).toBe(true);
    await expect.poll(() => document.body.textContent).toContain(settingsWords.backedUp(3));
    expect(backups).toBe(1);
  });
});

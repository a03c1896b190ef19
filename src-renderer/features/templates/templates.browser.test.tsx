/** The templates' form in a real browser: kept with every key, saved once, reset and deleted for good, given out as a file. */
import { StrictMode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { UndoCommands } from '#renderer/app/undo-commands.tsx';
import { DataContext } from '#renderer/data/data-context.ts';
import { readTemplates, saveTemplate } from '#renderer/data/templates.ts';
import { notes } from '#renderer/i18n/en/notes.ts';
import { templates as en } from '#renderer/i18n/en/templates.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import { appData, speak } from '#test/fakes/app-data.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { TemplatesPage } from './templates-page.tsx';

let bed: TestBed;
let root: Root | undefined;
let element: HTMLElement;

beforeEach(async () => {
  localStorage.removeItem('kizuna.template-edits');
  await page.viewport(1280, 900);
  bed = await testBed();
});
afterEach(async () => {
  leave();
  vi.restoreAllMocks();
  await bed.end();
});

function leave(): void {
  root?.unmount();
  root = undefined;
  element?.remove();
}

async function open(): Promise<void> {
  await speak('en');
  element = document.createElement('main');
  document.body.append(element);
  const data = appData(bed);
  const { hook } = memoryLocation({ path: '/settings/notes/templates' });
  root = createRoot(element);
  root.render(
    <StrictMode>
      <Router hook={hook}>
        <DataContext value={data}>
          <Suspense fallback={null}>
            <TemplatesPage part="templates" kinds={null} bin={null} />
            <UndoCommands data={data} />
            <ToastRegion />
          </Suspense>
        </DataContext>
      </Router>
    </StrictMode>,
  );
}

const body = () => page.getByRole('textbox', { name: en.body, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const template = async (id: string) => (await readTemplates(bed.db)).find((each) => each.id === id);

/** As a window that dies: nothing that React would still do is done. */
async function die(): Promise<void> {
  const kept = localStorage.getItem('kizuna.template-edits');
  leave();
  await bed.end();
  bed = await testBed();
  if (kept !== null) localStorage.setItem('kizuna.template-edits', kept);
}

describe('a template that is edited', () => {
  it('stands there as typed after the window died, and is saved by the person', async () => {
    await open();
    await body().fill('## Mine');
    await die();
    await open();
    await expect.element(body()).toHaveValue('## Mine');
    await expect.element(page.getByText(en.unsaved, { exact: true })).toBeVisible();
    expect((await template('check-in.en'))?.changed).toBe(false);
    await button(en.save).click();
    await expect.poll(async () => (await template('check-in.en'))?.body).toBe('## Mine');
    await expect.poll(() => localStorage.getItem('kizuna.template-edits')).toBeNull();
  });

  it('is saved when the form is left', async () => {
    await open();
    await body().fill('## Left');
    await page
      .getByRole('button', { name: /^Kick-off/ })
      .or(page.getByRole('option', { name: /^Kick-off/ }))
      .first()
      .click();
    await expect.poll(async () => (await template('check-in.en'))?.body).toBe('## Left');
  });

  it('is as delivered after a reset with unsaved changes, which undo brings back', async () => {
    await saveTemplate(bed.store, {
      id: 'check-in.en',
      name: 'Check-in',
      language: 'en',
      kind: 'meeting',
      body: 'A',
    });
    await open();
    await expect.element(body()).toHaveValue('A');
    await body().fill('B');
    await button(en.reset).click();
    await expect.poll(async () => (await template('check-in.en'))?.changed).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await template('check-in.en'))?.changed).toBe(false);
    await button('Undo').last().click();
    await expect.poll(async () => (await template('check-in.en'))?.body).toBe('B');
  });

  it('stays deleted when it had unsaved changes', async () => {
    await saveTemplate(bed.store, { id: 'own', name: 'Own', language: 'en', kind: 'meeting', body: 'A' });
    await open();
    await page.getByText('Own', { exact: true }).first().click();
    await expect.element(body()).toHaveValue('A');
    await body().fill('B');
    await button(en.remove).click();
    await expect.poll(() => bed.db.bin.count()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await template('own')).toBeUndefined();
    expect((await bed.db.bin.toArray())[0]?.record).toMatchObject({ body: 'B' });
  });
});

describe('a template as a file', () => {
  it('goes out by its button, with name, kind and language in its head', async () => {
    const links: HTMLAnchorElement[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      links.push(this);
    });
    await open();
    await button(en.export).click();
    await expect.poll(() => links.length).toBe(1);
    expect(links[0]?.download).toBe('Check-in.md');
    const text = await (await fetch(links[0]?.href ?? '')).text();
    expect(text).toMatch(/^---\nname: Check-in\nkind: meeting\nlanguage: en\n---\n\n## Since last time/);
  });
});

describe('templates that cannot be read', () => {
  it('are told so, with the way to try again', async () => {
    vi.spyOn(bed.db.templates, 'toArray').mockRejectedValue(new Error('broken'));
    await open();
    await expect.element(page.getByRole('alert')).toHaveTextContent(en.unreadTitle);
    await expect.element(page.getByText(notes.unreadBody)).toBeVisible();
    await userEvent.keyboard('{Tab}');
  });
});

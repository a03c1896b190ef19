/** The Enter that accepts a Japanese conversion enters, sends and picks nothing in any line one can type; the next Enter does. */
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { DataContext } from '#renderer/data/data-context.ts';
import { KindsPage } from '#renderer/features/notes/kinds-page.tsx';
import { account } from '#renderer/i18n/ja/account.ts';
import { app } from '#renderer/i18n/ja/app.ts';
import { fields } from '#renderer/i18n/ja/fields.ts';
import { meeting } from '#renderer/i18n/ja/meeting.ts';
import { notes } from '#renderer/i18n/ja/notes.ts';
import { tasks } from '#renderer/i18n/ja/tasks.ts';
import { ui } from '#renderer/i18n/ja/ui.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import type { Task } from '#shared/model/task.ts';
import { richAccount, seedAccount } from '#test/factories/account-history.ts';
import { stageAccount } from '#test/fakes/account-stage.tsx';
import { appData, speak } from '#test/fakes/app-data.ts';
import { stageMeeting } from '#test/fakes/meeting-stage.tsx';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { type OfferedCommands, offeredCommands } from '#test/fakes/offered-commands.tsx';
import { stageTasks } from '#test/fakes/tasks-stage.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';

const NOW = Date.now();
const ID = 'ac_aoba';
let bed: TestBed;
let stage: Pick<Stage, 'end'> | undefined;
let palette: OfferedCommands;

beforeEach(async () => {
  await page.viewport(1280, 900);
  bed = await testBed();
  bed.clock.at = NOW;
  palette = offeredCommands();
});
afterEach(async () => {
  stage?.end();
  stage = undefined;
  palette.end();
  await bed.end();
});

/** As browsers tell it: while the conversion is open, and as Safari does, just after it was closed. */
const ACCEPTS: readonly KeyboardEventInit[] = [{ isComposing: true }, { keyCode: 229 }];

function press(field: Locator, more: KeyboardEventInit = {}): void {
  const init = { key: 'Enter', bubbles: true, cancelable: true, ...more };
  field.element().dispatchEvent(new KeyboardEvent('keydown', init));
}

/** Nothing comes of the Enter of a conversion, and of the one after it what the line is for. */
async function waitsForEnter(field: Locator, typed: string, done: () => Promise<unknown>): Promise<void> {
  await field.fill(typed);
  const before = JSON.stringify(await done());
  for (const accept of ACCEPTS) press(field, accept);
  // Whatever an Enter would have begun had time to come to its end.
  await new Promise((resolve) => setTimeout(resolve, 60));
  await expect.element(field).toHaveValue(typed);
  expect(JSON.stringify(await done())).toBe(before);
  press(field);
  await expect.poll(async () => JSON.stringify(await done())).not.toBe(before);
}

const draft = async () => (await bed.db.drafts.toArray())[0];
const line = (name: string) => page.getByRole('textbox', { name, exact: true });
const combo = (name: string) => page.getByRole('combobox', { name, exact: true });

describe('the Enter of a conversion', () => {
  it('neither tags a note, nor gives its reason, nor names a person, nor moves it', async () => {
    await seedAccount(bed.db, richAccount(NOW, []));
    stage = await stageAccount(bed, ID, 'ja');
    await expect.element(page.getByRole('button', { name: /青葉物流株式会社/ }).first()).toBeVisible();
    palette.run(account.newNote);
    await expect.element(line(notes.body)).toBeVisible();
    await page.getByText(notes.sentimentSteps[4], { exact: true }).click();
    await waitsForEnter(line(notes.otherReason), '担当交代', async () => (await draft())?.sentimentReasons);
    await waitsForEnter(combo(notes.tags), '更新', async () => (await draft())?.tags);
    await waitsForEnter(combo(notes.contacts), '新田 花', async () => (await draft())?.newContacts);
    await waitsForEnter(combo(notes.team), '健', async () => (await draft())?.team);
  });

  it('chooses no account', async () => {
    const task: Task = {
      id: 'one',
      title: '電話',
      account: '',
      side: 'ours',
      owner: '',
      state: 'open',
      createdAt: 1,
      updatedAt: 1,
    };
    await bed.db.tasks.put(task);
    stage = await stageTasks(bed, 'ja');
    await expect.element(page.getByRole('row', { name: '電話' })).toBeVisible();
    palette.run(tasks.keys.account);
    await waitsForEnter(combo(app.findAccount), '青葉', async () => (await bed.db.tasks.get('one'))?.account);
  });

  it('adds no task', async () => {
    stage = await stageTasks(bed, 'ja');
    await expect.element(line(tasks.addLabel)).toBeVisible();
    await waitsForEnter(line(tasks.addLabel), '計画書を送る', () => bed.db.tasks.count());
  });

  it('parks no line in a meeting', async () => {
    await seedAccount(bed.db, richAccount(NOW, []));
    stage = await stageMeeting(bed, ID, 'ja');
    const parked = async () => ((await draft())?.body ?? '').includes('次回の話');
    await waitsForEnter(line(meeting.park), '次回の話', parked);
  });

  it('adds no kind of activity and renames none', async () => {
    await speak('ja');
    const element = document.body.appendChild(document.createElement('main'));
    const root = createRoot(element);
    root.render(
      <StrictMode>
        <DataContext value={appData(bed)}>
          <Suspense fallback={null}>
            <KindsPage />
            <ToastRegion />
          </Suspense>
        </DataContext>
      </StrictMode>,
    );
    stage = {
      end() {
        root.unmount();
        element.remove();
      },
    };
    const kinds = () => bed.db.kinds.toArray();
    await waitsForEnter(line(notes.newKindName), '展示会', kinds);
    const rename = `${ui.edit(notes.kindName)}: ${fields.choices.kind.meeting}`;
    await page.getByRole('button', { name: rename, exact: true }).click();
    await waitsForEnter(line(notes.kindName), '打ち合わせ', kinds);
  });
});

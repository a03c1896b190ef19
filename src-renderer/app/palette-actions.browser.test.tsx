/** Every action of notes, drafts, templates, kinds, the bin and a meeting stands in the palette, in both languages. */
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { DataContext } from '#renderer/data/data-context.ts';
import { saveTeamMember } from '#renderer/data/notes.ts';
import { saveTemplate } from '#renderer/data/templates.ts';
import { account as accountEn } from '#renderer/i18n/en/account.ts';
import { fields as fieldsEn } from '#renderer/i18n/en/fields.ts';
import { meeting as meetingEn } from '#renderer/i18n/en/meeting.ts';
import { notes as notesEn } from '#renderer/i18n/en/notes.ts';
import { templates as templatesEn } from '#renderer/i18n/en/templates.ts';
import { today as todayEn } from '#renderer/i18n/en/today.ts';
import { account as accountJa } from '#renderer/i18n/ja/account.ts';
import { fields as fieldsJa } from '#renderer/i18n/ja/fields.ts';
import { meeting as meetingJa } from '#renderer/i18n/ja/meeting.ts';
import { notes as notesJa } from '#renderer/i18n/ja/notes.ts';
import { templates as templatesJa } from '#renderer/i18n/ja/templates.ts';
import { today as todayJa } from '#renderer/i18n/ja/today.ts';
import '#renderer/ui/theme.css';
import { ToastRegion } from '#renderer/ui/toast.tsx';
import type { Language } from '#renderer/ui-state/preferences.ts';
import { TEMPLATE_VARIABLES } from '#shared/domain/notes/render-template.ts';
import { richAccount, seedAccount } from '#test/factories/account-history.ts';
import { stageAccount } from '#test/fakes/account-stage.tsx';
import { appData, speak } from '#test/fakes/app-data.ts';
import { stageMeeting } from '#test/fakes/meeting-stage.tsx';
import { mountScreen, type Stage } from '#test/fakes/mount-screen.tsx';
import { type OfferedCommands, offeredCommands } from '#test/fakes/offered-commands.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { stageToday } from '#test/fakes/today-stage.tsx';
import { NotesSettingsScreen } from './screens/notes-settings-screen.tsx';
import { TasksScreen } from './screens/tasks-screen.tsx';

const NOW = Date.now();
const ID = 'ac_aoba';
const WORDS = {
  en: {
    account: accountEn,
    fields: fieldsEn,
    notes: notesEn,
    templates: templatesEn,
    meeting: meetingEn,
    today: todayEn,
  },
  ja: {
    account: accountJa,
    fields: fieldsJa,
    notes: notesJa,
    templates: templatesJa,
    meeting: meetingJa,
    today: todayJa,
  },
};
const LANGUAGES = ['en', 'ja'] as const;
let bed: TestBed;
let stage: Pick<Stage, 'end'> | undefined;
let palette: OfferedCommands;

beforeEach(async () => {
  localStorage.removeItem('kizuna.template-edits');
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

/** All of these, whatever else is offered. */
async function offers(labels: readonly string[]): Promise<void> {
  await expect.poll(palette.labels).toEqual(expect.arrayContaining([...labels]));
}

async function openAccount(language: Language): Promise<void> {
  await seedAccount(bed.db, richAccount(NOW, []));
  await saveTemplate(bed.store, { id: 'own', name: 'Mine', language, kind: 'call', body: 'Filled in' });
  const note = { account: ID, at: NOW - 1000, kind: 'note', subject: '', body: '**Agreed** on price' };
  expect(await bed.store.addActivity(note)).toMatchObject({ ok: true });
  stage = await stageAccount(bed, ID, language);
  await expect.element(page.getByRole('button', { name: /Agreed on price/ }).first()).toBeVisible();
}

async function openSettings(part: string, language: Language): Promise<void> {
  await speak(language);
  const element = document.body.appendChild(document.createElement('main'));
  const root = createRoot(element);
  const { hook } = memoryLocation({ path: `/settings/notes/${part}` });
  root.render(
    <StrictMode>
      <Router hook={hook}>
        <DataContext value={appData(bed)}>
          <Suspense fallback={null}>
            <NotesSettingsScreen part={part} />
            <ToastRegion />
          </Suspense>
        </DataContext>
      </Router>
    </StrictMode>,
  );
  stage = {
    end() {
      root.unmount();
      element.remove();
    },
  };
}

describe.each(LANGUAGES)('in %s', (language) => {
  const { account, fields, notes, templates, meeting, today } = WORDS[language];

  it('a note on the timeline is edited, looked at as it was, and deleted', async () => {
    await openAccount(language);
    const [edit, versions, remove] = ['editEntry', 'versionsOf', 'removeEntry'].map((name) =>
      notes.commands[name as 'editEntry']('Agreed on price'),
    );
    if (edit === undefined || versions === undefined || remove === undefined) throw new Error('three');
    expect(palette.labels()).not.toContain(edit);
    await page
      .getByRole('button', { name: /Agreed on price/ })
      .first()
      .click();
    await offers([edit, versions, remove]);
    palette.run(versions);
    await expect.element(page.getByRole('dialog', { name: notes.versionsTitle })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    palette.run(edit);
    await offers([notes.save, notes.versionsTitle, notes.commands.close, notes.commands.discard]);
    // One that was logged stays where it is.
    expect(palette.labels()).not.toContain(notes.commands.otherAccount);
    palette.run(notes.commands.close);
    palette.run(remove);
    await expect.poll(() => bed.db.bin.count()).toBe(1);
    await expect.poll(palette.labels).not.toContain(edit);
  });

  it('a note that is written takes a template, another account, is put down or thrown away', async () => {
    await openAccount(language);
    palette.run(account.newNote);
    const { otherAccount, close, discard, insert } = notes.commands;
    await offers([notes.finish, otherAccount, close, discard, insert('Mine')]);
    palette.run(insert('Mine'));
    const text = page.getByRole('textbox', { name: notes.body, exact: true });
    await expect.element(text).toHaveTextContent('Filled in');
    palette.run(otherAccount);
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => bed.db.drafts.count()).toBe(1);
    palette.run(discard);
    await expect.poll(() => bed.db.drafts.count()).toBe(0);
    await expect.poll(palette.labels).not.toContain(discard);
  });

  it('whoever took part is added and taken out again, one by one', async () => {
    await openAccount(language);
    const kept = { createdAt: NOW, updatedAt: NOW };
    await bed.db.contacts.add({ id: 'mori', account: ID, name: 'Yumi Mori', ...kept });
    await saveTeamMember(bed.store, 'Ken Sato');
    palette.run(account.newNote);
    const { addPerson, theirSide, ourSide } = notes.commands;
    await offers([addPerson('Yumi Mori'), addPerson('Ken Sato'), theirSide, ourSide]);
    palette.run(addPerson('Yumi Mori'));
    palette.run(addPerson('Ken Sato'));
    await offers([notes.removePerson('Yumi Mori'), notes.removePerson('Ken Sato')]);
    expect(palette.labels()).not.toContain(addPerson('Yumi Mori'));
    await expect.poll(async () => (await bed.db.drafts.toArray())[0]?.team).toEqual(['Ken Sato']);
    palette.run(notes.removePerson('Yumi Mori'));
    await offers([addPerson('Yumi Mori')]);
    await expect.poll(async () => (await bed.db.drafts.toArray())[0]?.contacts).toEqual([]);
    palette.run(ourSide);
    await expect.element(page.getByRole('combobox', { name: notes.team })).toHaveFocus();
    palette.run(theirSide);
    await expect.element(page.getByRole('combobox', { name: notes.contacts })).toHaveFocus();
  });

  it('a draft that waits is gone on with, from the account, from Today and from the tasks', async () => {
    await openAccount(language);
    const waits = { accountId: ID, kind: 'note', activityAt: NOW, subject: 'Half written', body: '' };
    expect(await bed.store.startDraft(waits)).toMatchObject({ ok: true });
    const go = account.continueDraft('Half written');
    await offers([go]);
    palette.run(go);
    const subject = page.getByRole('textbox', { name: notes.subject });
    await expect.element(subject).toHaveValue('Half written');
    expect(palette.labels()).not.toContain(go);
    // Of two each says which one it is.
    palette.run(notes.commands.close);
    await bed.store.startDraft({ ...waits, kind: 'call', subject: 'Another' });
    await expect.poll(() => palette.labels().filter((label) => label.startsWith(go)).length).toBe(1);
    await expect.poll(palette.labels).toContainEqual(expect.stringMatching(account.continueDraft('Another')));
    stage?.end();
    stage = mountScreen({ data: appData(bed), path: '/tasks', screen: <TasksScreen /> });
    await offers([notes.continueDraft('Half written'), notes.continueDraft('Another')]);
    stage.end();
    const known = await bed.db.accounts.toArray();
    stage = await stageToday(bed, { language, accounts: known });
    const finish = `${today.actions.finish}: Half written`;
    await expect.poll(palette.labels, { timeout: 15_000 }).toContain(finish);
    palette.run(finish);
    await expect.element(subject).toHaveValue('Half written');
  });

  it('templates are made, read from files, saved, given out, and deleted', async () => {
    await openSettings('templates', language);
    await offers([templates.add, templates.commands.import]);
    palette.run(templates.add);
    const { save, forget, remove, reset, ...other } = templates.commands;
    const name = templates.newName;
    await offers([other.export(name), remove(name)]);
    expect(palette.labels()).not.toContain(save(name));
    await page.getByRole('textbox', { name: templates.body, exact: true }).fill('## Mine');
    await offers([save(name), forget(name)]);
    palette.run(save(name));
    await expect.poll(palette.labels).not.toContain(save(name));
    const text = page.getByRole('textbox', { name: templates.body, exact: true });
    await offers(TEMPLATE_VARIABLES.map(templates.insertVariable));
    await text.fill('Dear , hello');
    (text.element() as HTMLTextAreaElement).setSelectionRange(5, 5);
    palette.run(templates.insertVariable('account.name'));
    await expect.element(text).toHaveValue('Dear {{account.name}}, hello');
    palette.run(remove(name));
    await expect.poll(() => bed.db.bin.count()).toBe(1);
    // Now a delivered one is on the screen: it goes back to as it was, and cannot go.
    await page.getByRole('textbox', { name: templates.body, exact: true }).fill('## Changed');
    await expect.poll(() => palette.labels().some((label) => label === remove(name))).toBe(false);
    const saveIt = palette.labels().find((label) => label.startsWith(save('')));
    palette.run(saveIt ?? '');
    await expect.poll(() => palette.labels().some((label) => label.startsWith(reset('')))).toBe(true);
  });

  it('a kind is renamed, gets another icon, counts as a touch or not, and is offered or not', async () => {
    await openSettings('kinds', language);
    const { renameKind, iconOfKind, kindIsTouch, kindIsNoTouch, offerKind, hideKind } = notes.commands;
    const call = fields.choices.kind.call;
    await offers([renameKind(call), iconOfKind(call), kindIsNoTouch(call), hideKind(call)]);
    palette.run(kindIsNoTouch(call));
    await offers([kindIsTouch(call)]);
    await expect.poll(async () => (await bed.db.kinds.get('call'))?.touch).toBe(false);
    palette.run(hideKind(call));
    await offers([offerKind(call)]);
    palette.run(kindIsTouch(call));
    await offers([kindIsNoTouch(call)]);
    palette.run(offerKind(call));
    await offers([hideKind(call)]);
    palette.run(renameKind(call));
    await expect.element(page.getByRole('textbox', { name: notes.kindName, exact: true })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    palette.run(iconOfKind(call));
    await page.getByRole('button', { name: notes.icons.coffee }).click();
    await expect.poll(async () => (await bed.db.kinds.get('call'))?.icon).toBe('coffee');
  });

  it('a kind is added and goes back to as delivered; the bin gives back and is emptied', async () => {
    await openSettings('kinds', language);
    await offers([notes.addKind]);
    palette.run(notes.addKind);
    await expect.element(page.getByRole('textbox', { name: notes.newKindName })).toHaveFocus();
    stage?.end();
    await seedAccount(bed.db, richAccount(NOW, []));
    await bed.store.addActivity({ account: ID, at: 1, kind: 'note', subject: 'Gone', body: '' });
    for (const { id } of await bed.db.activities.toArray()) await bed.store.removeRecord('activity', id);
    const count = await bed.db.bin.count();
    await openSettings('bin', language);
    await offers([notes.commands.putBack('Gone'), notes.emptyBin(count)]);
    palette.run(notes.commands.putBack('Gone'));
    await expect.poll(() => bed.db.bin.count()).toBe(count - 1);
    expect(palette.labels()).not.toContain(notes.addKind);
  });

  it('a meeting takes a template; its mail is copied, opened, and written anew', async () => {
    await seedAccount(bed.db, richAccount(NOW, []));
    await saveTemplate(bed.store, { id: 'own', name: 'Mine', language, kind: 'call', body: 'Filled in' });
    stage = await stageMeeting(bed, ID, language);
    await offers([notes.commands.insert('Mine'), meeting.end, meeting.present, meeting.park, meeting.leave]);
    palette.run(meeting.end);
    const { copyMail, openMailIn, mailAgain } = meeting.commands;
    await offers([copyMail, openMailIn, meeting.log, meeting.backToNote]);
    expect(palette.labels()).not.toContain(mailAgain);
    await page.getByRole('textbox', { name: meeting.mailText }).fill('Dear all');
    await offers([mailAgain]);
    palette.run(mailAgain);
    await expect.poll(palette.labels).not.toContain(mailAgain);
  });
});

/** Notes as a person writes them: the form beside the account, and the screen of templates, kinds and the bin. */
import type { Locator } from '@playwright/test';
import { fields as fieldsEn } from '#renderer/i18n/en/fields.ts';
import { notes as notesEn } from '#renderer/i18n/en/notes.ts';
import { templates as templatesEn } from '#renderer/i18n/en/templates.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { fields as fieldsJa } from '#renderer/i18n/ja/fields.ts';
import { notes as notesJa } from '#renderer/i18n/ja/notes.ts';
import { templates as templatesJa } from '#renderer/i18n/ja/templates.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import type { AppPage } from './app-page.ts';

const WORDS = {
  en: { notes: notesEn, templates: templatesEn, fields: fieldsEn, ui: uiEn },
  ja: { notes: notesJa, templates: templatesJa, fields: fieldsJa, ui: uiJa },
} as const;

export class NotesPage {
  readonly app: AppPage;

  constructor(app: AppPage) {
    this.app = app;
  }

  get words() {
    return WORDS[this.app.language];
  }

  get #page() {
    return this.app.page;
  }

  get text(): Locator {
    return this.#page.getByRole('textbox', { name: this.words.notes.body, exact: true });
  }

  async start(): Promise<void> {
    await this.#page.keyboard.press('n');
    await this.text.waitFor();
  }

  /** From anywhere: the question which account, answered by typing a part of its name. */
  async startWith(account: string): Promise<void> {
    const { findAccount } = this.app.words.app;
    await this.app.pressUntil('Control+Shift+l', this.#page.getByRole('combobox', { name: findAccount }));
    await this.#chooseAccount(account);
    await this.text.waitFor();
  }

  async moveTo(account: string): Promise<void> {
    await this.button(this.words.notes.otherAccount).click();
    await this.#chooseAccount(account);
    await this.app.place(account).waitFor();
    await this.text.waitFor();
  }

  async #chooseAccount(name: string): Promise<void> {
    const { app } = this.app.words;
    await this.#page.getByRole('combobox', { name: app.findAccount }).waitFor();
    await this.#page.keyboard.insertText(name);
    await this.#page.getByRole('option', { name }).waitFor();
    await this.#page.keyboard.press('Enter');
  }

  /** Each on a line of its own, as a check list. */
  async typeTasks(lines: readonly string[]): Promise<void> {
    await this.#page.keyboard.type(`[ ] ${lines.join('\n')}`);
  }

  tasks(count: number): Locator {
    return this.#page.getByRole('region', { name: this.words.notes.tasksTitle(count) });
  }

  /** From the text to the five steps, and to the step with this number. */
  async judgeByKeyboard(step: 2 | 3 | 4 | 5): Promise<void> {
    await this.#page.keyboard.press('F6');
    for (let at = 1; at < step; at++) await this.#page.keyboard.press('ArrowRight');
  }

  /** Tab after Tab until the field has the focus. */
  async tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 30; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.#page.keyboard.press('Tab');
    }
    throw new Error('Tab never comes there');
  }

  get theirSide(): Locator {
    return this.#page.getByRole('combobox', { name: this.words.notes.contacts });
  }

  get ourSide(): Locator {
    return this.#page.getByRole('combobox', { name: this.words.notes.team });
  }

  get tags(): Locator {
    return this.#page.getByRole('combobox', { name: this.words.notes.tags, exact: true });
  }

  async finish(): Promise<void> {
    await this.#page.keyboard.press('Control+Enter');
    await this.text.waitFor({ state: 'detached' });
  }

  said(message: string): Locator {
    return this.#page.getByText(message, { exact: true });
  }

  entry(text: string): Locator {
    return this.#page
      .getByRole('tabpanel')
      .getByRole('button', { name: new RegExp(text) })
      .first();
  }

  button(name: string): Locator {
    return this.#page.getByRole('button', { name, exact: true }).first();
  }

  async openPart(part: 'templates' | 'kinds' | 'bin'): Promise<void> {
    const { app } = this.app.words;
    await this.#page.keyboard.press('Control+k');
    const palette = this.#page.getByRole('dialog').getByRole('combobox');
    await palette.fill(app[part]);
    await this.#page.getByRole('option', { name: app[part] }).first().click();
    await this.app.place(this.words.templates.title).waitFor();
  }

  async undo(): Promise<void> {
    await this.#page.getByRole('button', { name: this.words.ui.undo, exact: true }).last().click();
  }
}

/** Playbooks as a person uses them: the dialog that starts one, the list with its editor, what runs on an account. */
import type { Locator, Page } from '@playwright/test';
import { fields as fieldsEn } from '#renderer/i18n/en/fields.ts';
import { playbooks as playbooksEn } from '#renderer/i18n/en/playbooks.ts';
import { tasks as tasksEn } from '#renderer/i18n/en/tasks.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { fields as fieldsJa } from '#renderer/i18n/ja/fields.ts';
import { playbooks as playbooksJa } from '#renderer/i18n/ja/playbooks.ts';
import { tasks as tasksJa } from '#renderer/i18n/ja/tasks.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import { deliveredEn } from '#shared/domain/playbooks/delivered-en.ts';
import { deliveredJa } from '#shared/domain/playbooks/delivered-ja.ts';
import type { AppPage } from './app-page.ts';

const WORDS = {
  en: { playbooks: playbooksEn, tasks: tasksEn, ui: uiEn, fields: fieldsEn, delivered: deliveredEn },
  ja: { playbooks: playbooksJa, tasks: tasksJa, ui: uiJa, fields: fieldsJa, delivered: deliveredJa },
} as const;

export class PlaybooksPage {
  readonly app: AppPage;
  readonly page: Page;

  constructor(app: AppPage) {
    this.app = app;
    this.page = app.page;
  }

  get words() {
    return WORDS[this.app.language];
  }

  /** By its name in the palette. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.type(this.app.words.app.playbooks);
    await this.page.getByRole('option', { name: this.app.words.app.playbooks, exact: true }).click();
    await this.list.waitFor();
  }

  get list(): Locator {
    return this.page.getByRole('navigation', { name: this.words.playbooks.title });
  }

  async choose(name: string): Promise<Locator> {
    await this.list.getByRole('button', { name }).click();
    const editor = this.page.getByRole('region', { name, exact: true });
    await editor.waitFor();
    return editor;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Of the dialog: the tasks as they would be made. */
  get planned(): Locator {
    return this.dialog.getByRole('list', { name: this.words.playbooks.planned }).getByRole('listitem');
  }

  choice(name: string): Locator {
    return this.dialog.getByRole('radio', { name, exact: true });
  }

  get running(): Locator {
    return this.page.getByRole('region', { name: this.words.playbooks.runLabel });
  }

  get toast(): Locator {
    return this.page.getByRole('region', { name: this.words.ui.notifications });
  }
}

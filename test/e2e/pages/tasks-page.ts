/** The task list as a person works it: a line to add, keys on rows, panels for who and when. */
import type { Locator, Page } from '@playwright/test';
import { account as accountEn } from '#renderer/i18n/en/account.ts';
import { operations as operationsEn } from '#renderer/i18n/en/operations.ts';
import { tasks as tasksEn } from '#renderer/i18n/en/tasks.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { account as accountJa } from '#renderer/i18n/ja/account.ts';
import { operations as operationsJa } from '#renderer/i18n/ja/operations.ts';
import { tasks as tasksJa } from '#renderer/i18n/ja/tasks.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import type { AppPage } from './app-page.ts';

const WORDS = {
  en: { tasks: tasksEn, operations: operationsEn, account: accountEn, ui: uiEn },
  ja: { tasks: tasksJa, operations: operationsJa, account: accountJa, ui: uiJa },
} as const;

export class TasksPage {
  readonly app: AppPage;
  readonly page: Page;

  constructor(app: AppPage) {
    this.app = app;
    this.page = app.page;
  }

  get words() {
    return WORDS[this.app.language];
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: this.app.words.app.navigation })
      .getByRole('link', { name: this.words.tasks.title })
      .click();
    await this.line.waitFor();
  }

  get line(): Locator {
    return this.page.getByRole('textbox', { name: this.words.tasks.addLabel });
  }

  /** With the keyboard alone, from wherever the focus is not in a text. */
  async add(line: string): Promise<void> {
    await this.page.keyboard.press('t');
    await this.line.pressSequentially(line);
    await this.line.press('Enter');
    await this.page.keyboard.press('Escape');
  }

  row(title: string): Locator {
    return this.page.getByRole('row', { name: title, exact: true });
  }

  group(name: string, count: number): Locator {
    return this.page.getByRole('gridcell', { name: `${name} ${count}`, exact: true });
  }

  async show(scope: keyof typeof tasksEn.scopes): Promise<void> {
    const bar = this.page.getByRole('toolbar', { name: this.words.tasks.scopeLabel });
    await bar.getByRole('button', { name: this.words.tasks.scopes[scope] }).click();
  }

  get toast(): Locator {
    return this.page.getByRole('region', { name: this.words.ui.notifications });
  }

  /** The tasks on the account's own page. */
  get strip(): Locator {
    return this.page.getByRole('region', { name: this.words.tasks.stripLabel });
  }
}

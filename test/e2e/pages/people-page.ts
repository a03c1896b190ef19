/** The People tab of an account as a person works on it: add in one line, look from four sides, merge, take back. */
import { expect, type Locator } from '@playwright/test';
import { fields as fieldsEn } from '#renderer/i18n/en/fields.ts';
import { people as peopleEn } from '#renderer/i18n/en/people.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { fields as fieldsJa } from '#renderer/i18n/ja/fields.ts';
import { people as peopleJa } from '#renderer/i18n/ja/people.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import { AccountPage } from './account-page.ts';
import type { AppPage } from './app-page.ts';

const WORDS = {
  en: { people: peopleEn, fields: fieldsEn, ui: uiEn },
  ja: { people: peopleJa, fields: fieldsJa, ui: uiJa },
} as const;

export type PeopleView = keyof typeof peopleEn.view;

export class PeoplePage {
  readonly app: AppPage;

  constructor(app: AppPage) {
    this.app = app;
  }

  get words() {
    return WORDS[this.app.language];
  }

  async open(): Promise<void> {
    await new AccountPage(this.app).show('people');
    await this.line.waitFor();
  }

  get line(): Locator {
    return this.app.page.getByRole('textbox', { name: this.words.people.addLabel });
  }

  /** By keyboard alone, with the focus left in the line. */
  async add(line: string): Promise<void> {
    await this.app.page.locator('body').press('Escape');
    if (!(await this.line.evaluate((input) => input === document.activeElement))) {
      await this.app.page.keyboard.press('a');
      await expect(this.line).toBeFocused();
    }
    await this.app.page.keyboard.type(line);
    await this.app.page.keyboard.press('Enter');
    await expect(this.line).toHaveValue('');
  }

  row(name: string): Locator {
    return this.app.page.getByRole('row').filter({ has: this.app.page.getByRole('rowheader', { name }) });
  }

  get panel(): Locator {
    return this.app.page.getByRole('complementary');
  }

  get compare(): Locator {
    return this.app.page.getByRole('button', { name: this.words.people.compare, exact: true });
  }

  get dialog(): Locator {
    return this.app.page.getByRole('dialog', { name: this.words.people.mergeTitle });
  }

  async merge(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.words.people.mergeNow, exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Through the palette, as somebody would who knows no button. */
  async command(label: string): Promise<void> {
    await this.app.page.keyboard.press('Control+k');
    const palette = this.app.page.getByRole('dialog');
    await palette.waitFor();
    await this.app.page.keyboard.type(label);
    await expect(palette.getByRole('option').filter({ hasText: label }).first()).toBeVisible();
    await this.app.page.keyboard.press('Enter');
    await palette.waitFor({ state: 'detached' });
  }

  async view(view: PeopleView): Promise<void> {
    const { people } = this.words;
    await this.command(people.commandView(people.view[view]));
    const button = this.app.page.getByRole('button', { name: people.view[view], exact: true });
    await expect(button).toHaveAttribute('aria-pressed', 'true');
  }

  get undo(): Locator {
    return this.app.page.getByRole('button', { name: this.words.ui.undo, exact: true });
  }
}

/** The Plan tab of an account as a person works on it: an objective in a form, a value in one line, milestones ticked. */
import { expect, type Locator } from '@playwright/test';
import { plans as plansEn } from '#renderer/i18n/en/plans.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { plans as plansJa } from '#renderer/i18n/ja/plans.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import { AccountPage } from './account-page.ts';
import type { AppPage } from './app-page.ts';

const WORDS = { en: { plans: plansEn, ui: uiEn }, ja: { plans: plansJa, ui: uiJa } } as const;

export class PlanPage {
  readonly app: AppPage;

  constructor(app: AppPage) {
    this.app = app;
  }

  get words() {
    return WORDS[this.app.language];
  }

  async open(): Promise<void> {
    await new AccountPage(this.app).show('plan');
  }

  get panel(): Locator {
    return this.app.page.getByRole('tabpanel');
  }

  get form(): Locator {
    return this.app.page.getByRole('dialog');
  }

  /** By one key, from any tab of the account. */
  async begin(): Promise<void> {
    await this.app.page.keyboard.press('o');
    await this.form.waitFor();
    await expect(this.field(this.words.plans.objective)).toBeFocused();
  }

  field(label: string): Locator {
    return this.form.getByRole('textbox', { name: label, exact: true });
  }

  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) await this.field(label).fill(text);
  }

  async save(): Promise<void> {
    await this.form.getByRole('button', { name: this.words.plans.save, exact: true }).click();
    await this.form.waitFor({ state: 'detached' });
  }

  row(title: string): Locator {
    return this.panel
      .getByRole('listitem')
      .filter({ has: this.app.page.getByRole('heading', { name: title, exact: true }) });
  }

  progress(title: string): Locator {
    return this.row(title).getByRole('progressbar');
  }

  /** By keyboard from the button on: value, past the day, who said it, Enter. */
  async log(title: string, value: string, source: string): Promise<void> {
    const { plans } = this.words;
    await this.row(title)
      .getByRole('button', { name: plans.logValueOf(title), exact: true })
      .click();
    const line = this.row(title).getByRole('form', { name: plans.logValueOf(title) });
    await expect(line.getByRole('textbox').first()).toBeFocused();
    await this.app.page.keyboard.type(value);
    const said = line.getByRole('combobox', { name: plans.source });
    await said.fill(source);
    await said.press('Enter');
    await line.waitFor({ state: 'detached' });
  }

  async choose(title: string, action: string): Promise<void> {
    const more = this.row(title).getByRole('button', { name: this.words.plans.more(title), exact: true });
    const item = this.app.page.getByRole('menuitem', { name: action });
    // A row that has just been met goes to another place, and its menu closes with the old one.
    await expect(async () => {
      if (!(await item.isVisible())) await more.click({ timeout: 2_000 });
      await item.click({ timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
  }

  async undo(): Promise<void> {
    await this.app.page.getByRole('button', { name: this.words.ui.undo, exact: true }).last().click();
  }
}

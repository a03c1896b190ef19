/** The accounts table as a person uses it: find, arrange, select, edit, save a view, take a file away. */
import { type Download, expect, type Locator } from '@playwright/test';
import type { AppPage } from './app-page.ts';

export class AccountsPage {
  readonly #app: AppPage;

  constructor(app: AppPage) {
    this.#app = app;
  }

  get #words() {
    return this.#app.words.accounts;
  }

  /** A plain table, or a tree while the rows are grouped. */
  get table(): Locator {
    return this.#app.page.locator('[data-grid]');
  }

  get rows(): Locator {
    return this.table.getByRole('link');
  }

  async search(query: string): Promise<void> {
    const field = this.#app.page.getByRole('searchbox', { name: this.#words.search });
    // A panel that has just closed gives the focus back a moment later, which no person is quick enough to meet.
    await expect(async () => {
      await field.fill('');
      await this.table.focus();
      await this.#app.page.keyboard.press('/');
      await expect(field).toBeFocused({ timeout: 1_000 });
      await this.#app.page.keyboard.type(query);
      await expect(field).toHaveValue(query, { timeout: 1_000 });
    }).toPass();
  }

  async clearSearch(): Promise<void> {
    await this.#app.page.getByRole('searchbox', { name: this.#words.search }).fill('');
  }

  async groupByStage(): Promise<void> {
    await this.#app.page.getByRole('button', { name: this.#words.group, exact: true }).click();
    await this.#app.page.getByRole('menuitem', { name: this.stageLabel, exact: true }).click();
  }

  get stageLabel(): string {
    return this.#app.language === 'en' ? 'Stage' : 'ステージ';
  }

  /** Selects by keyboard, from the first account on. */
  async selectFirst(count: number): Promise<void> {
    const { keyboard } = this.#app.page;
    await this.table.focus();
    await keyboard.press('Home');
    await keyboard.press('Space');
    for (let i = 1; i < count; i++) await keyboard.press('Shift+ArrowDown');
  }

  async addTag(count: number, tag: string): Promise<void> {
    const { page } = this.#app;
    await page
      .getByRole('toolbar', { name: this.#words.selected(count) })
      .getByRole('button', { name: this.#words.editTags })
      .click();
    await page
      .getByRole('textbox', { name: this.#words.addTags })
      .or(page.getByRole('combobox', { name: this.#words.addTags }))
      .fill(tag);
    await page.keyboard.press('Enter');
    const apply = page.getByRole('button', { name: this.#words.apply(count) });
    await apply.click();
    await expect(apply).toBeHidden();
  }

  async undo(): Promise<void> {
    const undo = this.#app.language === 'en' ? 'Undo' : '元に戻す';
    await this.#app.page.getByRole('button', { name: undo, exact: true }).click();
  }

  async saveViewAs(name: string): Promise<void> {
    const { page } = this.#app;
    await page.locator('.acc-view').click();
    await page.getByRole('menuitem', { name: this.#words.saveView }).click();
    await page.getByRole('textbox', { name: this.#words.viewName }).fill(name);
    await page.getByRole('button', { name: this.#words.saveButton }).click();
  }

  async openView(name: string): Promise<void> {
    const { page } = this.#app;
    await page.locator('.acc-view').click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  }

  async exportAs(kind: 'csv' | 'xlsx'): Promise<Download> {
    const { page } = this.#app;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: this.#words.export, exact: true }).click();
    const label = kind === 'csv' ? this.#words.exportCsv : this.#words.exportXlsx;
    await page.getByRole('menuitem', { name: label }).click();
    return download;
  }
}

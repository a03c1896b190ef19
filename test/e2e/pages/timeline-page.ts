/** The timeline of an account as a person uses it: filter, group, go to a date, brush, take away. */
import { type Download, expect, type Locator } from '@playwright/test';
import { timeline as en } from '#renderer/i18n/en/timeline.ts';
import { timeline as ja } from '#renderer/i18n/ja/timeline.ts';
import type { AppPage } from './app-page.ts';

export class TimelinePage {
  readonly #app: AppPage;

  constructor(app: AppPage) {
    this.#app = app;
  }

  get words() {
    return this.#app.language === 'ja' ? ja : en;
  }

  get rows(): Locator {
    return this.#app.page.locator('.kz-tl-row');
  }

  /** The kinds of the rows on the screen, each once. */
  async kinds(): Promise<string[]> {
    const all = await this.rows.evaluateAll((rows) =>
      rows.map((row) => (row instanceof HTMLElement ? (row.dataset.kind ?? '') : '')),
    );
    return [...new Set(all)];
  }

  async showOnly(kind: string): Promise<void> {
    const kinds = this.#app.page.getByRole('toolbar', { name: this.words.filter });
    await kinds.getByRole('button', { name: new RegExp(`^${kind}`) }).click();
  }

  /** The line that says what is filtered. */
  get filtered(): Locator {
    return this.#app.page.getByText(new RegExp(`^${this.words.shown('')}`));
  }

  async clear(): Promise<void> {
    await this.#app.page.getByRole('button', { name: this.words.clear, exact: true }).click();
    await expect(this.filtered).toBeHidden();
  }

  /** By keyboard: the first row, opened. */
  async openFirst(): Promise<void> {
    await this.#app.page.keyboard.press('j');
    await this.#app.page.keyboard.press('Enter');
  }

  get ahead(): Locator {
    return this.rows.filter({ hasText: this.words.aheadWord }).first();
  }

  handle(side: 'from' | 'to'): Locator {
    const name = side === 'from' ? this.words.stripFrom : this.words.stripTo;
    return this.#app.page.getByRole('slider', { name });
  }

  async take(what: string): Promise<Download> {
    const { page } = this.#app;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: this.words.take }).click();
    await page.getByRole('menuitem', { name: what }).click();
    return download;
  }

  async runByPalette(label: string): Promise<void> {
    const { page } = this.#app;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(label);
    await page.getByRole('option', { name: label }).first().click();
  }

  async openGoToDate(): Promise<Locator> {
    await this.#app.page.keyboard.press('g');
    return this.#app.page.getByRole('dialog', { name: this.words.jump });
  }
}

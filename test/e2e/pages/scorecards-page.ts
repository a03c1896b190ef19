/** The scorecard editor as a person uses it: choose a card, move weights, see who moves, save, look back. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { healthWords as healthWordsEn } from '#renderer/i18n/en/health-words.ts';
import { operations as operationsEn } from '#renderer/i18n/en/operations.ts';
import { scorecards as scorecardsEn } from '#renderer/i18n/en/scorecards.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { healthWords as healthWordsJa } from '#renderer/i18n/ja/health-words.ts';
import { operations as operationsJa } from '#renderer/i18n/ja/operations.ts';
import { scorecards as scorecardsJa } from '#renderer/i18n/ja/scorecards.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import type { AppPage } from './app-page.ts';

const WORDS = {
  en: { scorecards: scorecardsEn, health: healthWordsEn, ui: uiEn, operations: operationsEn },
  ja: { scorecards: scorecardsJa, health: healthWordsJa, ui: uiJa, operations: operationsJa },
} as const;

export class ScorecardsPage {
  readonly app: AppPage;
  readonly page: Page;

  constructor(app: AppPage) {
    this.app = app;
    this.page = app.page;
  }

  get words() {
    return WORDS[this.app.language];
  }

  /** By the way of the settings; waits until accounts have scores. */
  async open(): Promise<void> {
    await this.app.goTo('settings');
    await this.page.getByRole('link', { name: this.words.scorecards.title }).click();
    await this.list.waitFor();
    await this.preview.getByText(this.words.scorecards.previewWaiting).waitFor({ state: 'hidden' });
  }

  get list(): Locator {
    return this.page.getByRole('navigation', { name: this.words.scorecards.listLabel });
  }

  async choose(name: string): Promise<void> {
    await this.list.getByRole('button', { name }).click();
    await this.page.getByRole('region', { name: this.words.scorecards.editorLabel(name) }).waitFor();
  }

  get preview(): Locator {
    return this.page.getByRole('region', { name: this.words.scorecards.preview });
  }

  /** Accounts that change band, each told as "from … to …". */
  get movers(): Locator {
    return this.preview.getByRole('listitem').filter({ has: this.page.getByRole('link') });
  }

  weight(name: string): Locator {
    return this.page.getByRole('textbox', { name: this.words.scorecards.weightOf(name), exact: true });
  }

  slider(name: string): Locator {
    return this.page.getByRole('slider', { name: this.words.scorecards.weightOf(name), exact: true });
  }

  async setWeight(name: string, text: string): Promise<void> {
    await this.weight(name).fill(text);
    await this.weight(name).press('Enter');
  }

  async lock(name: string): Promise<void> {
    await this.page.getByRole('button', { name: this.words.scorecards.lock(name), exact: true }).click();
  }

  /** The weights of the groups, in their order. */
  async groupWeights(): Promise<number[]> {
    const weights = Object.values(this.words.health.groups).map(async (name) => {
      const field = this.weight(name);
      return (await field.count()) === 0 ? 0 : Number(await field.inputValue());
    });
    return Promise.all(weights);
  }

  async save(note: string): Promise<void> {
    await this.page.getByRole('textbox', { name: this.words.scorecards.note }).fill(note);
    await this.page.getByRole('button', { name: this.words.scorecards.save, exact: true }).click();
  }

  async openVersions(): Promise<Locator> {
    await this.page.getByRole('button', { name: this.words.scorecards.versions, exact: true }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.waitFor();
    return dialog;
  }

  /** The name and text of the file that comes of it. */
  async exportFile(): Promise<{ name: string; text: string }> {
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('button', { name: this.words.scorecards.export, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  }

  async importFile(name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: this.words.scorecards.import }).click();
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  }
}

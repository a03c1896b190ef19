/** An account's health as a person reads and judges it: the pair, the band of their own, the sentiment. */
import { expect, type Locator } from '@playwright/test';
import { health as healthEn } from '#renderer/i18n/en/health.ts';
import { healthWords as wordsEn } from '#renderer/i18n/en/health-words.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { health as healthJa } from '#renderer/i18n/ja/health.ts';
import { healthWords as wordsJa } from '#renderer/i18n/ja/health-words.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import type { AppPage } from './app-page.ts';

const WORDS = {
  en: { health: healthEn, words: wordsEn, ui: uiEn },
  ja: { health: healthJa, words: wordsJa, ui: uiJa },
} as const;

export class HealthPage {
  readonly app: AppPage;

  constructor(app: AppPage) {
    this.app = app;
  }

  get texts() {
    return WORDS[this.app.language];
  }

  get panel(): Locator {
    return this.app.page.getByRole('tabpanel');
  }

  /** The one line in the account's head, which opens the panel. */
  get mark(): Locator {
    return this.app.page.getByRole('button', { name: this.texts.health.tab, exact: true });
  }

  async open(): Promise<void> {
    await this.mark.click({ timeout: 30_000 });
    await this.panel.getByRole('heading', { name: this.texts.health.groups }).waitFor();
  }

  /** The score as the panel shows it. */
  async score(): Promise<number> {
    return Number(await this.panel.locator('.kz-health-big').textContent());
  }

  /** The step of five that a person chooses, and saves. */
  async judge(step: 1 | 5): Promise<void> {
    const { health, words } = this.texts;
    await this.app.page.getByRole('button', { name: health.judge, exact: true }).click();
    const form = this.app.page.getByRole('dialog', { name: health.judge });
    await form.getByRole('radio', { name: words.measures.sentiment.value(step), exact: true }).check();
    await form.getByRole('button', { name: health.logSentiment, exact: true }).click();
    await expect(form).toHaveCount(0);
  }

  async setBand(reason: string): Promise<void> {
    const { health } = this.texts;
    await this.app.page.getByRole('button', { name: health.setBand, exact: true }).click();
    const form = this.app.page.getByRole('dialog', { name: health.setBand });
    const save = form.getByRole('button', { name: health.save, exact: true });
    await save.click();
    await expect(form.getByText(health.problem.required)).toBeVisible();
    await form.getByRole('textbox', { name: health.reason, exact: true }).fill(reason);
    await save.click();
    await expect(form).toHaveCount(0);
  }

  async undo(): Promise<void> {
    await this.app.page.getByRole('button', { name: this.texts.ui.undo, exact: true }).last().click();
  }
}

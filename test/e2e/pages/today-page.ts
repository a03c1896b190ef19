/** Today as a person works it: lines that are sentences, keys on them, dialogs for what one says to a finding. */
import type { Locator, Page } from '@playwright/test';
import { alerts as alertsEn } from '#renderer/i18n/en/alerts.ts';
import { contradictions as contradictionsEn } from '#renderer/i18n/en/contradictions.ts';
import { health as healthEn } from '#renderer/i18n/en/health.ts';
import { today as todayEn } from '#renderer/i18n/en/today.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { alerts as alertsJa } from '#renderer/i18n/ja/alerts.ts';
import { contradictions as contradictionsJa } from '#renderer/i18n/ja/contradictions.ts';
import { health as healthJa } from '#renderer/i18n/ja/health.ts';
import { today as todayJa } from '#renderer/i18n/ja/today.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import type { AppPage } from './app-page.ts';

const WORDS = {
  en: { today: todayEn, alerts: alertsEn, contradictions: contradictionsEn, health: healthEn, ui: uiEn },
  ja: { today: todayJa, alerts: alertsJa, contradictions: contradictionsJa, health: healthJa, ui: uiJa },
} as const;

export class TodayPage {
  readonly app: AppPage;
  readonly page: Page;

  constructor(app: AppPage) {
    this.app = app;
    this.page = app.page;
  }

  get words() {
    return WORDS[this.app.language];
  }

  /** Settled when the scores of all accounts are there. */
  async open(): Promise<void> {
    await this.app.navigation.getByRole('link', { name: this.app.words.app.today }).click();
    await this.list.waitFor({ timeout: 60_000 });
    await this.page.getByText(this.words.today.working).waitFor({ state: 'hidden', timeout: 60_000 });
  }

  get list(): Locator {
    return this.page.getByRole('list', { name: this.words.today.listLabel });
  }

  get lines(): Locator {
    return this.list.locator(':scope > li');
  }

  /** What was found about an account. */
  line(account: string): Locator {
    return this.lines.filter({ has: this.page.getByRole('link', { name: account, exact: true }) });
  }

  /** What is to be done. */
  lineSaying(words: string): Locator {
    return this.lines.filter({ hasText: words });
  }

  async toggle(line: Locator): Promise<void> {
    await line.locator('[aria-expanded]').click();
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Settles a contradiction, in the dialog that is open. */
  async say(choice: 'accept' | 'explain' | 'dismiss', reason: string): Promise<void> {
    const name = this.words.contradictions[choice];
    await this.dialog.getByRole('radio', { name }).check();
    if (choice !== 'accept') await this.dialog.getByRole('textbox').first().fill(reason);
    await this.dialog.getByRole('button', { name }).click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  get toast(): Locator {
    return this.page.getByRole('region', { name: this.words.ui.notifications });
  }

  /** The note that is being written beside the list. */
  get noteText(): Locator {
    return this.page.locator('.kz-note-body [contenteditable="true"]');
  }

  async runCommand(name: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByRole('combobox', { name: this.app.words.app.searchOrCommand }).fill(name);
    await this.page.getByRole('option', { name }).first().click();
  }

  async importCalendar(name: string, text: string): Promise<void> {
    await this.page
      .locator('[data-calendar]')
      .setInputFiles({ name, mimeType: 'text/calendar', buffer: Buffer.from(text) });
  }
}

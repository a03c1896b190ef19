/** Kizuna as a person meets it: what one can do is named by intent, what is on the screen is found by its words. */
import { expect, type Locator, type Page } from '@playwright/test';
import { accounts as accountsEn } from '#renderer/i18n/en/accounts.ts';
import { app as appEn } from '#renderer/i18n/en/app.ts';
import { fields as fieldsEn } from '#renderer/i18n/en/fields.ts';
import { settings as settingsEn } from '#renderer/i18n/en/settings.ts';
import { sources as sourcesEn } from '#renderer/i18n/en/sources.ts';
import { accounts as accountsJa } from '#renderer/i18n/ja/accounts.ts';
import { app as appJa } from '#renderer/i18n/ja/app.ts';
import { fields as fieldsJa } from '#renderer/i18n/ja/fields.ts';
import { settings as settingsJa } from '#renderer/i18n/ja/settings.ts';
import { sources as sourcesJa } from '#renderer/i18n/ja/sources.ts';
import type { ShellProcess } from '../shell-process.ts';

export type Language = 'en' | 'ja';
export type Section = 'accounts' | 'sources' | 'settings';
export type Scheme = 'light' | 'dark';

/** Everything that the tests read aloud, in both languages. */
export const WORDS = {
  en: { app: appEn, accounts: accountsEn, fields: fieldsEn, settings: settingsEn, sources: sourcesEn },
  ja: { app: appJa, accounts: accountsJa, fields: fieldsJa, settings: settingsJa, sources: sourcesJa },
} as const;

/** How many customers the sample company has. */
export const SAMPLE_ACCOUNTS = 60;

export class AppPage {
  readonly page: Page;
  readonly shell: ShellProcess;
  language: Language;

  constructor(page: Page, shell: ShellProcess, language: Language) {
    this.page = page;
    this.shell = shell;
    this.language = language;
  }

  get words() {
    return WORDS[this.language];
  }

  get navigation(): Locator {
    return this.page.getByRole('navigation', { name: this.words.app.navigation });
  }

  /** Follows the link of the shell: the secret is traded, then the app is there. */
  async open(): Promise<void> {
    await this.page.goto(this.shell.link);
    await this.navigation.waitFor();
  }

  /** The same window once more: the cookie is still good. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.navigation.waitFor();
  }

  async goTo(section: Section): Promise<void> {
    await this.navigation.getByRole('link', { name: this.words.app[section] }).click();
    await this.place(this.words.app[section]).waitFor();
  }

  /** The heading at the end of the breadcrumb: where one is. */
  place(name: string): Locator {
    const crumbs = this.page.getByRole('navigation', { name: this.words.app.breadcrumb });
    return crumbs.getByRole('heading', { level: 1, name });
  }

  get accountsTable(): Locator {
    return this.page.getByRole('grid');
  }

  /** The words that tell how many accounts there are, e.g. "60 accounts". */
  accountCount(count: number): Locator {
    return this.page.getByText(this.words.accounts.count(count), { exact: true }).first();
  }

  get welcome(): Locator {
    return this.page.getByRole('heading', { name: this.words.accounts.welcome });
  }

  async lookAroundWithSample(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.accounts.sampleButton }).click();
    await this.sampleIsThere();
  }

  async sampleIsThere(): Promise<void> {
    await this.accountCount(SAMPLE_ACCOUNTS).waitFor({ timeout: 60_000 });
  }

  /** For a key of the whole window as the first of all: it is pressed again where it came before what listens to it. */
  async pressUntil(key: string, there: Locator): Promise<void> {
    await expect(async () => {
      await this.page.keyboard.press(key);
      await there.waitFor({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
  }

  async removeSample(): Promise<void> {
    await this.goTo('sources');
    await this.page.getByRole('button', { name: this.words.sources.removeSample }).click();
    await this.page.getByText(this.words.sources.emptyTitle).waitFor({ timeout: 60_000 });
  }

  /** The first account of the table, opened with a click on its name. */
  async openFirstAccount(): Promise<string> {
    const link = this.accountsTable.getByRole('link').first();
    const name = (await link.textContent()) ?? '';
    await link.click();
    await this.place(name).waitFor();
    return name;
  }

  async chooseLanguage(language: Language): Promise<void> {
    await this.goTo('settings');
    await this.page.getByRole('radio', { name: language === 'en' ? 'English' : '日本語' }).check();
    this.language = language;
    await this.place(this.words.app.settings).waitFor();
  }

  async chooseScheme(scheme: Scheme): Promise<void> {
    await this.goTo('settings');
    const { schemeLight, schemeDark } = this.words.settings;
    await this.page.getByRole('radio', { name: scheme === 'light' ? schemeLight : schemeDark }).check();
  }

  get saved(): Locator {
    return this.page.getByRole('status').filter({ hasText: this.words.app.saved });
  }
}

/** The command palette as a person uses it: opened with a key, typed into, read, and left by opening what was found. */
import type { Locator, Page } from '@playwright/test';
import { search as searchEn } from '#renderer/i18n/en/search.ts';
import { search as searchJa } from '#renderer/i18n/ja/search.ts';
import type { AppPage } from './app-page.ts';

export class SearchPalette {
  readonly app: AppPage;

  constructor(app: AppPage) {
    this.app = app;
  }

  get page(): Page {
    return this.app.page;
  }

  get words() {
    return this.app.language === 'ja' ? searchJa : searchEn;
  }

  get field(): Locator {
    return this.page.getByRole('combobox', { name: this.app.words.app.searchOrCommand });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.field.waitFor();
  }

  async ask(text: string): Promise<void> {
    await this.field.fill(text);
  }

  /** The lines of a group, by the group's heading. */
  lines(group: keyof typeof searchEn.groups): Locator {
    return this.page.getByRole('group', { name: this.words.groups[group] }).getByRole('option');
  }

  get first(): Locator {
    return this.page.getByRole('option').first();
  }
}

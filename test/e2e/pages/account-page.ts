/** The account page as a person works on it: read, edit in place, write a note, look where a value comes from. */
import type { Locator } from '@playwright/test';
import { account as accountEn } from '#renderer/i18n/en/account.ts';
import { fields as fieldsEn } from '#renderer/i18n/en/fields.ts';
import { notes as notesEn } from '#renderer/i18n/en/notes.ts';
import { timeline as timelineEn } from '#renderer/i18n/en/timeline.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { account as accountJa } from '#renderer/i18n/ja/account.ts';
import { fields as fieldsJa } from '#renderer/i18n/ja/fields.ts';
import { notes as notesJa } from '#renderer/i18n/ja/notes.ts';
import { timeline as timelineJa } from '#renderer/i18n/ja/timeline.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import type { AppPage } from './app-page.ts';

const WORDS = {
  en: { account: accountEn, notes: notesEn, timeline: timelineEn, fields: fieldsEn, ui: uiEn },
  ja: { account: accountJa, notes: notesJa, timeline: timelineJa, fields: fieldsJa, ui: uiJa },
} as const;

export type AccountTab = 'timeline' | 'plan' | 'people' | 'money' | 'tickets' | 'usage' | 'facts';

export class AccountPage {
  readonly app: AppPage;

  constructor(app: AppPage) {
    this.app = app;
  }

  get words() {
    return WORDS[this.app.language];
  }

  /** The one value of the header that is edited under this label. */
  value(label: string): Locator {
    return this.app.page.getByRole('button', { name: new RegExp(`^${this.words.ui.edit(label)}: `) }).first();
  }

  /** What the head says of the contact that was agreed next. */
  get nextContact(): Locator {
    return this.app.page.locator('.kz-acc-line > div').filter({ hasText: this.words.account.nextContact });
  }

  async edit(label: string, text: string): Promise<void> {
    await this.value(label).click();
    await this.app.page.getByRole('textbox', { name: label, exact: true }).fill(text);
    await this.app.page.keyboard.press('Enter');
  }

  async show(tab: AccountTab): Promise<void> {
    const label = this.words.account[tab];
    await this.app.page.getByRole('tab', { name: new RegExp(`^${label}`) }).click();
  }

  get panel(): Locator {
    return this.app.page.getByRole('tabpanel');
  }

  get noteText(): Locator {
    return this.app.page.getByRole('textbox', { name: this.words.notes.body, exact: true });
  }

  async startNote(): Promise<void> {
    await this.app.page.keyboard.press('n');
    await this.noteText.waitFor();
  }

  /** The draft that waits on the account. */
  async continueDraft(): Promise<void> {
    await this.app.page.getByRole('button', { name: this.words.account.draftWaits(1), exact: true }).click();
    await this.noteText.waitFor();
  }

  get draftSaved(): Locator {
    return this.app.page.getByText(this.words.notes.draftSaved, { exact: true });
  }

  async finishNote(): Promise<void> {
    await this.noteText.press('Control+Enter');
    await this.noteText.waitFor({ state: 'detached' });
  }

  /** An entry of the timeline by what its line says. */
  entry(text: string): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: text });
  }
}

/** Meeting mode as a person sits in it: begun by one key, written by hand, shown to the customer, reviewed and logged. */
import { expect, type Locator } from '@playwright/test';
import { meeting as meetingEn } from '#renderer/i18n/en/meeting.ts';
import { notes as notesEn } from '#renderer/i18n/en/notes.ts';
import { meeting as meetingJa } from '#renderer/i18n/ja/meeting.ts';
import { notes as notesJa } from '#renderer/i18n/ja/notes.ts';
import type { AppPage } from './app-page.ts';

export class MeetingPage {
  readonly app: AppPage;

  constructor(app: AppPage) {
    this.app = app;
  }

  get words() {
    return this.app.language === 'en' ? meetingEn : meetingJa;
  }

  get noteWords() {
    return this.app.language === 'en' ? notesEn : notesJa;
  }

  get note(): Locator {
    return this.app.page.getByRole('textbox', { name: this.noteWords.body, exact: true });
  }

  get title(): Locator {
    return this.app.page.getByRole('heading', { level: 1 });
  }

  get now(): Locator {
    return this.app.page.getByRole('complementary', { name: this.words.now });
  }

  get review(): Locator {
    return this.app.page.getByRole('region', { name: this.words.review });
  }

  get presented(): Locator {
    return this.app.page.getByRole('region', { name: this.words.presenting });
  }

  get mail(): Locator {
    return this.app.page.getByRole('textbox', { name: this.words.mailText });
  }

  get saved(): Locator {
    return this.app.page.getByRole('status').filter({ hasText: this.noteWords.draftSaved });
  }

  /** By keyboard alone, from a screen without an open account. */
  async startWith(name: string): Promise<void> {
    const { page } = this.app;
    const field = page.getByRole('combobox', { name: this.app.words.app.findAccount });
    await this.app.pressUntil('Control+Shift+M', field);
    await page.keyboard.type(name);
    await page.getByRole('option', { name }).waitFor();
    await page.keyboard.press('Enter');
    await this.ready();
  }

  /** The agenda is there and the caret in it. */
  async ready(): Promise<void> {
    await this.note.getByRole('heading').first().waitFor();
    // The editor may be made anew with the agenda: what is asked is the one that is there by then.
    await expect.poll(() => this.note.evaluate((box) => document.activeElement === box)).toBe(true);
  }

  /** The input method of the protocol: what it composes goes the way of a real one. */
  async compose(steps: readonly string[], result: string): Promise<void> {
    const session = await this.app.page.context().newCDPSession(this.app.page);
    for (const text of steps) {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    for (const type of ['rawKeyDown', 'keyUp'] as const) {
      await session.send('Input.dispatchKeyEvent', {
        type,
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode: 229,
      });
    }
    await session.send('Input.insertText', { text: result });
    await session.detach();
  }
}

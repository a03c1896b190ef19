/** The import as a person walks through it: files in, guesses accepted, counts read, taken back. */
import type { Locator } from '@playwright/test';
import type { AppPage } from './app-page.ts';

/** Files of real size take their time on a small machine. */
const PATIENCE_MS = 150_000;

export class ImportPage {
  readonly app: AppPage;

  constructor(app: AppPage) {
    this.app = app;
  }

  get words() {
    return this.app.words.sources;
  }

  private button(name: string): Locator {
    return this.app.page.getByRole('button', { name, exact: true });
  }

  async open(): Promise<void> {
    await this.app.page.goto(`${this.app.shell.origin}/#/sources/import`);
    await this.stepper.waitFor();
  }

  get stepper(): Locator {
    return this.app.page.getByRole('navigation', { name: this.words.importTitle });
  }

  async chooseFiles(files: readonly string[]): Promise<void> {
    const chooser = this.app.page.waitForEvent('filechooser');
    await this.button(this.words.importFiles).click();
    await (await chooser).setFiles([...files]);
  }

  get continue(): Locator {
    return this.button(this.words.next);
  }

  /** Goes on without touching a guess, up to the counts of the preview. */
  async acceptGuesses(): Promise<void> {
    const preview = this.app.page.getByRole('heading', { name: this.words.previewTitle });
    const links = this.app.page.getByRole('heading', { name: this.words.linksTitle });
    const columns = this.app.page.getByRole('heading', { name: this.words.columnsTitle });
    await this.continue.click({ timeout: PATIENCE_MS });
    await columns.waitFor();
    await this.continue.or(this.button(this.words.countChanges)).click();
    await links.or(preview).first().waitFor({ timeout: PATIENCE_MS });
    if (await links.isVisible()) await this.continue.click();
    await preview.waitFor({ timeout: PATIENCE_MS });
  }

  get counts(): Locator {
    return this.app.page.getByRole('table', { name: this.words.previewTitle });
  }

  /** The row of a table in the counts: read, new, changed, unchanged, rejected, unlinked. */
  async countsOf(noun: string): Promise<readonly number[]> {
    const row = this.counts
      .getByRole('row')
      .filter({ has: this.app.page.getByRole('rowheader', { name: noun }) });
    const cells = await row.first().getByRole('cell').allInnerTexts();
    return cells.map((text) => Number(text.replace(/[^\d]/g, '')));
  }

  async apply(): Promise<void> {
    await this.app.page.locator('.kz-import-foot .kz-button-primary').click();
    await this.button(this.words.openAccounts).waitFor({ timeout: PATIENCE_MS });
  }

  async undo(): Promise<void> {
    await this.button(this.words.undoImport).click();
    await this.app.page
      .getByRole('heading', { name: this.words.undoneTitle })
      .waitFor({ timeout: PATIENCE_MS });
  }

  async openAccounts(): Promise<void> {
    await this.button(this.words.openAccounts).click();
  }
}

/** The portfolio as a person looks at it: choosing a part of the picture, saving it, comparing measures. */
import { expect, type Locator, type Page } from '@playwright/test';
import { healthWords as healthEn } from '#renderer/i18n/en/health-words.ts';
import { portfolio as portfolioEn } from '#renderer/i18n/en/portfolio.ts';
import { segments as segmentsEn } from '#renderer/i18n/en/segments.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { healthWords as healthJa } from '#renderer/i18n/ja/health-words.ts';
import { portfolio as portfolioJa } from '#renderer/i18n/ja/portfolio.ts';
import { segments as segmentsJa } from '#renderer/i18n/ja/segments.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import type { AppPage } from './app-page.ts';

const WORDS = {
  en: { portfolio: portfolioEn, segments: segmentsEn, health: healthEn, ui: uiEn },
  ja: { portfolio: portfolioJa, segments: segmentsJa, health: healthJa, ui: uiJa },
} as const;

type Tab = keyof typeof portfolioEn.tabs;

export class PortfolioPage {
  readonly app: AppPage;
  readonly page: Page;

  constructor(app: AppPage) {
    this.app = app;
    this.page = app.page;
  }

  get words() {
    return WORDS[this.app.language];
  }

  get picture(): Locator {
    return this.page.getByRole('img').filter({ has: this.page.locator('canvas') });
  }

  async open(): Promise<void> {
    await this.app.navigation.getByRole('link', { name: this.words.portfolio.title }).click();
    await this.picture.waitFor({ timeout: 30_000 });
  }

  async show(tab: Tab): Promise<void> {
    await this.page.getByRole('tab', { name: this.words.portfolio.tabs[tab], exact: true }).click();
  }

  /** Drags over a part of the picture; shares of its width and height. */
  async draw(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    const box = await this.picture.boundingBox();
    if (box === null) throw new Error('the picture is not on the screen');
    const at = ([x, y]: readonly [number, number]) =>
      [box.x + box.width * x, box.y + box.height * y] as const;
    await this.page.mouse.move(...at(from));
    await this.page.mouse.down();
    await this.page.mouse.move(...at(to), { steps: 5 });
    await this.page.mouse.up();
  }

  field(label: string, end: 'from' | 'to'): Locator {
    const { fromOf, toOf } = this.words.portfolio;
    return this.page.getByRole('textbox', { name: end === 'from' ? fromOf(label) : toOf(label) });
  }

  async limit(label: string, end: 'from' | 'to', value: number): Promise<void> {
    await this.field(label, end).fill(String(value));
    await this.field(label, end).press('Enter');
  }

  /** The accounts below the picture. */
  get rows(): Locator {
    return this.page
      .getByRole('region', { name: this.words.portfolio.chosen })
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') });
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  async saveAs(name: string): Promise<void> {
    const { portfolio, segments } = this.words;
    await this.page.getByRole('button', { name: portfolio.saveSegment }).click();
    await this.dialog.getByRole('textbox', { name: segments.name, exact: true }).fill(name);
    await this.dialog.getByRole('button', { name: segments.save }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  get segmentList(): Locator {
    return this.page.getByRole('region', { name: this.words.segments.title });
  }

  segment(name: string): Locator {
    return this.segmentList.getByRole('button', { name }).first();
  }

  async deleteSegment(name: string): Promise<void> {
    const { segments } = this.words;
    await this.segmentList.getByRole('button', { name: segments.more(name) }).click();
    await this.page.getByRole('menuitem', { name: segments.remove }).click();
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^${label}`) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  get finding(): Locator {
    return this.page.getByRole('status').filter({ hasText: this.words.portfolio.notCause });
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.ui.undo, exact: true }).last().click();
  }
}

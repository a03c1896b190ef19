/** Both languages and both schemes are equals: switched live, nothing left untranslated, nothing left in the other. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Section } from './pages/app-page.ts';

test.use({ book: 'sample' });

const SECTIONS: readonly Section[] = ['accounts', 'sources', 'settings'];
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** Signs of a text that is not there: a placeholder, a key, a value printed as it came. */
const MISSING = /\bundefined\b|\bNaN\b|\[object Object\]|\bnull\b|Invalid Date|=>/;

/** What is read and what is read aloud. */
function spokenText(page: Page): Promise<string> {
  return page.locator('body').ariaSnapshot();
}

test('a switch of the language changes everything at once, without a reload', async ({ app, page }) => {
  await app.chooseLanguage('ja');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.evaluate(() => Reflect.set(window, 'stillTheSamePage', true));
  await app.chooseLanguage('en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await page.evaluate(() => Reflect.get(window, 'stillTheSamePage'))).toBe(true);
  await app.chooseLanguage('ja');
  await app.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
});

for (const language of ['en', 'ja'] as const) {
  test(`no text is missing on any screen (${language})`, async ({ app, page }) => {
    await app.chooseLanguage(language);
    for (const section of SECTIONS) {
      await app.goTo(section);
      const text = await spokenText(page);
      expect(text).not.toMatch(MISSING);
      expect(text.length).toBeGreaterThan(40);
    }
    await app.goTo('accounts');
    await app.openFirstAccount();
    expect(await spokenText(page)).not.toMatch(MISSING);
  });
}

test.describe('in an empty book', () => {
  test.use({ book: 'empty' });

  test('the empty app speaks no Japanese to those who read English', async ({ app, page }) => {
    for (const section of ['accounts', 'sources'] as const) {
      await app.goTo(section);
      // The mark at the head of the navigation is the name of the product.
      expect((await spokenText(page)).replace('絆', '')).not.toMatch(JAPANESE);
    }
  });
});

test('the scheme follows the system and can be chosen', async ({ app, page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(background).not.toBe(light);
  await app.chooseScheme('light');
  await expect.poll(background).toBe(light);
  await app.chooseScheme('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(background).not.toBe(light);
  await app.reload();
  await expect.poll(background).not.toBe(light);
});

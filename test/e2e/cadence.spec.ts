/** The cadence in both languages: found by the palette, changed in a cell, undone, and put back as delivered. */
import { cadence as cadenceEn } from '#renderer/i18n/en/cadence.ts';
import { fields as fieldsEn } from '#renderer/i18n/en/fields.ts';
import { ui as uiEn } from '#renderer/i18n/en/ui.ts';
import { cadence as cadenceJa } from '#renderer/i18n/ja/cadence.ts';
import { fields as fieldsJa } from '#renderer/i18n/ja/fields.ts';
import { ui as uiJa } from '#renderer/i18n/ja/ui.ts';
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';

test.use({ book: 'sample' });

const WORDS = {
  en: { cadence: cadenceEn, fields: fieldsEn, ui: uiEn },
  ja: { cadence: cadenceJa, fields: fieldsJa, ui: uiJa },
} as const;

for (const locale of ['en-GB', 'ja-JP'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('days between touches are changed in their cell, undone, and as delivered again', async ({
      app,
      page,
    }) => {
      const { cadence, fields, ui } = WORDS[app.language];
      await page.keyboard.press('Control+k');
      const palette = page.getByRole('dialog').getByRole('combobox');
      await palette.fill(app.words.app.cadence);
      await page
        .getByRole('dialog')
        .getByRole('option')
        .filter({ hasText: app.words.app.cadence })
        .first()
        .waitFor();
      await palette.press('Enter');
      await app.place(cadence.title).waitFor();

      const label = cadence.cell(fields.choices.touchModel.low, fields.choices.stage.outcome);
      const cell = page.getByRole('textbox', { name: label, exact: true });
      await expect(cell).toHaveValue('60');
      await cell.fill('1000');
      await cell.press('Enter');
      await expect(page.getByText(cadence.noDays(730)).first()).toBeVisible();
      await expect(cell).toHaveValue('60');
      await cell.fill('2');
      await cell.press('Enter');
      await expect(page.getByText(cadence.saved(label, 2))).toBeVisible();
      await expect(page.getByText(new RegExp(cadence.delivered(60)))).toBeVisible();
      expect(await findBarriers(page)).toEqual([]);
      await page.getByRole('button', { name: ui.undo, exact: true }).last().click();
      await expect(cell).toHaveValue('60');

      await cell.fill('3');
      await cell.press('Enter');
      await expect(app.saved).toBeVisible();
      await app.reload();
      await expect(cell).toHaveValue('3');
      await page.getByRole('button', { name: cadence.reset }).click();
      await expect(cell).toHaveValue('60');
    });
  });
}

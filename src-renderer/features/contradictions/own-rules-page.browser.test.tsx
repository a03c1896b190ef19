/** The page of one's own rules: a column that is gone, choices by their words, amounts and days as people write them. */
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DataContext } from '#renderer/data/data-context.ts';
import { contradictions as en } from '#renderer/i18n/en/contradictions.ts';
import { fields as enFields } from '#renderer/i18n/en/fields.ts';
import { formatsFor } from '#renderer/i18n/format.ts';
import { contradictions as ja } from '#renderer/i18n/ja/contradictions.ts';
import { fields as jaFields } from '#renderer/i18n/ja/fields.ts';
import '#renderer/ui/theme.css';
import type { OwnRule, RuleSide } from '#shared/model/alert.ts';
import { appData, speak } from '#test/fakes/app-data.ts';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { OwnRulesPage } from './own-rules-page.tsx';

let bed: TestBed;
let root: Root | undefined;
let element: HTMLElement;

beforeEach(async () => {
  await page.viewport(1280, 800);
  bed = await testBed();
});
afterEach(async () => {
  root?.unmount();
  element.remove();
  await bed.end();
});

function ruleOf(id: string, a: RuleSide, b: RuleSide): OwnRule {
  const texts = { hypothesis: '', ask: '', nextStep: '' };
  return { id, name: id, a, b, ...texts, off: false, createdAt: 1, updatedAt: 1 };
}

async function stage(language: 'en' | 'ja', rules: readonly OwnRule[]): Promise<void> {
  await speak(language);
  await bed.db.ownRules.bulkAdd([...rules]);
  element = document.createElement('main');
  element.style.cssText = 'position:fixed;inset:0;height:100vh;overflow:auto';
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <StrictMode>
      <DataContext value={appData(bed)}>
        <OwnRulesPage />
      </DataContext>
    </StrictMode>,
  );
}

const UP: RuleSide = { of: 'usage-trend', test: 'rises' };

describe.each([['en', en, enFields] as const, ['ja', ja, jaFields] as const])(
  'rules of my own in %s',
  (language, texts, fields) => {
    const format = formatsFor(language);

    it('whose column is gone say so and rest, and are mended in the form', async () => {
      await stage(language, [ruleOf('Tier', UP, { of: 'custom:Tier', test: 'is', value: 'gold' })]);
      await expect.element(page.getByText(texts.troubles.unknown('Tier'))).toBeVisible();
      await checkAccessibility(element);
      await page.getByRole('button', { name: texts.editRule('Tier') }).click();
      const form = page.getByRole('form');
      await expect.element(form.getByText(texts.troubles.unknown('Tier'))).toBeVisible();
      await form.getByRole('button', { name: texts.save }).click();
      // As long as it names what is gone it is not stored again.
      await expect.element(form).toBeVisible();

      const what = form.getByRole('combobox', { name: texts.of }).nth(1);
      await what.fill(fields.labels.account.stage);
      await page.getByRole('option', { name: fields.labels.account.stage, exact: true }).click();
      await form.getByRole('button', { name: texts.value }).click();
      await page.getByRole('option', { name: fields.choices.stage['field-use'], exact: true }).click();
      await form.getByRole('button', { name: texts.save }).click();
      await expect.element(form).not.toBeInTheDocument();
      expect((await bed.db.ownRules.get('Tier'))?.b).toEqual({
        of: 'field:stage',
        test: 'is',
        value: 'field-use',
      });
      await expect.element(page.getByText(fields.choices.stage['field-use'])).toBeVisible();
      await userEvent.keyboard('{Escape}');
    });

    it('read as on the account: the word of a choice, the day of a date', async () => {
      await stage(language, [
        ruleOf(
          'One',
          { of: 'field:touchModel', test: 'is', value: 'high' },
          { of: 'field:renewalDate', test: 'below', value: '2027-01-31' },
        ),
      ]);
      const rule = page.getByRole('listitem').filter({ hasText: 'One' });
      await expect.element(rule).toHaveTextContent(fields.choices.touchModel.high);
      await expect.element(rule).toHaveTextContent(format.date('2027-01-31'));
      await expect.element(rule).toHaveTextContent(texts.dayTests.below);
    });
  },
);

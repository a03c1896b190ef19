/** Scorecards in both languages: change a weight and see who moves; what makes no sense gets a clear word; versions come back. */
import { findBarriers } from './find-barriers.ts';
import { expect, test } from './fixtures.ts';
import { ScorecardsPage } from './pages/scorecards-page.ts';

test.use({ book: 'sample' });

for (const locale of ['en-GB', 'ja-JP'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a changed weight shows who moves, is saved with its reason, and comes back', async ({
      app,
      page,
    }) => {
      const scorecards = new ScorecardsPage(app);
      const { scorecards: texts, health } = scorecards.words;
      const card = health.scorecards['saas-low-touch'];
      const { voice, usage } = health.groups;
      await scorecards.open();
      await scorecards.choose(card);
      await expect(scorecards.preview.getByText(texts.previewNothing)).toBeVisible();

      await scorecards.lock(usage);
      await scorecards.setWeight(voice, '55');
      const weights = await scorecards.groupWeights();
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 6);
      await expect(scorecards.weight(usage)).toHaveValue('40');
      await expect(scorecards.movers.first()).toBeVisible();
      const moving = await scorecards.movers.count();

      // By keyboard: the slider moves in single steps, and the step is taken back.
      await scorecards.slider(voice).press('ArrowRight');
      await expect(scorecards.weight(voice)).toHaveValue('56');
      await page.getByRole('button', { name: texts.undoStep }).click();
      await expect(scorecards.weight(voice)).toHaveValue('55');
      await expect(scorecards.movers).toHaveCount(moving);

      // What is not saved yet survives a reload.
      await app.reload();
      await expect(scorecards.weight(voice)).toHaveValue('55');
      await expect(scorecards.movers).toHaveCount(moving);

      await scorecards.save('NPS first');
      await expect(page.getByText(texts.saved(card))).toBeVisible();
      await expect(scorecards.movers).toHaveCount(0);
      await app.reload();
      await expect(scorecards.weight(voice)).toHaveValue('55');

      const dialog = await scorecards.openVersions();
      await expect(dialog.getByText('NPS first')).toBeVisible();
      await expect(
        dialog.getByText(
          texts.difference(
            { type: 'group-weight', group: 'voice', from: 55, to: 15 },
            {
              group: () => voice,
              measure: (id) => id,
            },
          ),
        ),
      ).toBeVisible();
      await dialog.getByRole('button', { name: texts.bringBack(1) }).click();
      await expect(scorecards.weight(voice)).toHaveValue('15');
      expect(await findBarriers(page)).toEqual([]);
    });

    test('a scorecard goes out as a file that says all of it', async ({ app }) => {
      const scorecards = new ScorecardsPage(app);
      const card = scorecards.words.health.scorecards['saas-high-touch'];
      await scorecards.open();
      await scorecards.choose(card);
      const { name, text } = await scorecards.exportFile();
      expect(name).toMatch(/\.json$/);
      const file = JSON.parse(text);
      expect(file).toMatchObject({ kizuna: 'scorecard', name: card, bands: { healthy: 70, watch: 40 } });
      expect(file.groups.map(({ id }: { id: string }) => id)).toContain('usage');
      // What went out comes in again, under the name that it carries.
      await scorecards.importFile(name, text);
      await expect(scorecards.list.getByRole('button', { name: card })).toHaveCount(2);
    });

    test('nonsense gets a clear word: a weight, a curve, a file', async ({ app, page }) => {
      const scorecards = new ScorecardsPage(app);
      const { scorecards: texts, health } = scorecards.words;
      const { name } = health.measures.nps;
      await scorecards.open();
      for (const nonsense of ['150', '-3', 'abc']) {
        await scorecards.setWeight(name, nonsense);
        await expect(page.getByText(texts.weightBad)).toBeVisible();
      }
      await scorecards.weight(name).press('Escape');
      await expect(scorecards.weight(name)).toHaveValue('60');

      await page.getByRole('button', { name: texts.openMeasure(name), exact: true }).click();
      const gives = page.getByRole('textbox', { name: `${texts.pointLabel(2)}: ${texts.gives}` });
      await gives.fill('99');
      await expect(page.getByText(texts.curveWay)).toBeVisible();
      await gives.press('Escape');
      const point = page.getByRole('slider', { name: texts.pointLabel(2), exact: true });
      await point.press('ArrowUp');
      await expect(gives).toHaveValue('16');

      await scorecards.importFile('cut.json', '{"kizuna": "scorecard", ');
      await expect(page.getByText(texts.fileError({ type: 'not-json' }, NO_NAMES)[0] ?? '')).toBeVisible();
      const odd = {
        kizuna: 'scorecard',
        format: 1,
        name: 'Odd',
        groups: [
          {
            id: 'g',
            weight: 100,
            measures: [
              { measure: 'mood', weight: 100, shelfDays: 9, curve: { type: 'line', points: [[0, 0]] } },
            ],
          },
        ],
      };
      await scorecards.importFile('odd.json', JSON.stringify(odd));
      await expect(page.getByText(texts.fileProblems('odd.json'))).toBeVisible();
      await expect(
        page.getByText(texts.issue({ type: 'unknown-measure', group: 'g', measure: 'mood' }, NO_NAMES)),
      ).toBeVisible();
      const sound = JSON.stringify(odd).replace('mood', 'nps');
      await scorecards.importFile('sound.json', sound);
      await expect(scorecards.list.getByRole('button', { name: /^Odd/ })).toBeVisible();
    });

    test('a file opens in the editor: who moves is seen before it is saved, and saving is taken back', async ({
      app,
      page,
    }) => {
      const scorecards = new ScorecardsPage(app);
      const { scorecards: texts, ui } = scorecards.words;
      await scorecards.open();
      const file = {
        kizuna: 'scorecard',
        format: 1,
        name: 'Voice only',
        note: 'From Osaka',
        scope: { touchModels: ['high', 'low', 'tech'] },
        groups: [
          {
            id: 'g',
            weight: 100,
            measures: [
              {
                measure: 'nps',
                weight: 100,
                shelfDays: 400,
                curve: {
                  type: 'line',
                  points: [
                    [-100, 100],
                    [100, 0],
                  ],
                },
              },
            ],
          },
        ],
      };
      await scorecards.importFile('voice.json', JSON.stringify(file));
      const row = scorecards.list.getByRole('button', { name: /^Voice only/ });
      await expect(row).toHaveAttribute('aria-current', 'true');
      await expect(row.getByText(texts.unsaved)).toBeVisible();
      await expect(page.getByText(texts.newCardHint)).toBeVisible();
      await expect(scorecards.movers.first()).toBeVisible();
      const moving = await scorecards.movers.count();
      expect(await findBarriers(page)).toEqual([]);

      // It waits through a reload, and no account is scored by it yet: the preview still compares with the others.
      await app.reload();
      await expect(row.getByText(texts.unsaved)).toBeVisible();
      await expect(scorecards.movers).toHaveCount(moving);

      await expect(page.getByRole('textbox', { name: texts.note })).toHaveValue('From Osaka');
      await page.getByRole('button', { name: texts.save, exact: true }).click();
      await expect(row.getByText(texts.own)).toBeVisible();
      await expect(scorecards.movers).toHaveCount(0);
      await page.getByRole('button', { name: ui.undo, exact: true }).click();
      await expect(row).toHaveCount(0);
    });
  });
}

const NO_NAMES = { group: (id: string) => id, measure: (id: string) => id };

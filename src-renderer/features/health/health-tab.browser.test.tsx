/** The health panel on a stage, over real records and the real worker: what it says and that its figures sum. */
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { type AppData, DataContext } from '#renderer/data/data-context.ts';
import { createHealthHandle } from '#renderer/data/health/health-handle.ts';
import { localDayOf } from '#renderer/data/health/local-day.ts';
import { readScorecards, saveScorecard } from '#renderer/data/health/scorecards.ts';
import { health as en } from '#renderer/i18n/en/health.ts';
import { healthWords as enWords } from '#renderer/i18n/en/health-words.ts';
import { formatsFor } from '#renderer/i18n/format.ts';
import { health as ja } from '#renderer/i18n/ja/health.ts';
import { healthWords as jaWords } from '#renderer/i18n/ja/health-words.ts';
import { addDays } from '#shared/domain/table/days.ts';
import { appData, speak } from '#test/fakes/app-data.ts';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import { account, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { HealthTab } from './health-tab.tsx';

const DAY = 86_400_000;
/** The worker looks at the clock of the machine. */
const NOW = Date.now();
const TODAY = localDayOf(NOW);
const now = () => NOW;
const ID = 'a1';

let bed: TestBed;
let root: Root | undefined;
let element: HTMLElement;
let data: AppData;

beforeEach(async () => {
  await page.viewport(1280, 900);
  bed = await testBed();
  bed.clock.at = NOW;
});
afterEach(async () => {
  root?.unmount();
  element.remove();
  data.health.close();
  await bed.end();
});

/** Well judged until ten days ago, badly since; met last week; nothing else is known. */
async function seed(): Promise<void> {
  const { db, store } = bed;
  const since = addDays(TODAY, -400);
  await db.accounts.add(account(ID, { name: '青葉物流', customerSince: since, touchModel: 'high' }));
  const said = (id: string, value: number, ago: number, reasons: readonly string[]) => ({
    id,
    account: ID,
    value,
    reasons,
    until: addDays(TODAY, 60),
    by: 'Mori',
    at: NOW - ago * DAY,
    createdAt: NOW - ago * DAY,
    updatedAt: NOW - ago * DAY,
  });
  await db.sentiments.bulkAdd([said('s1', 5, 200, []), said('s2', 2, 10, ['price', 'slow support'])]);
  await db.contacts.add({
    id: 'c1',
    name: 'Sato',
    account: ID,
    role: 'champion',
    createdAt: NOW - 300 * DAY,
    updatedAt: NOW - 300 * DAY,
  });
  for (const ago of [100, 35, 7])
    await store.addActivity({ account: ID, kind: 'meeting', at: NOW - ago * DAY, contacts: ['c1'] });
  for (const card of await readScorecards(db)) await saveScorecard(store, { ...card, coverageFloor: 0 }, '');
}

async function stage(language: 'en' | 'ja'): Promise<void> {
  await speak(language);
  const health = createHealthHandle({
    makeWorker: () =>
      new Worker(new URL('../../data/health/health-worker.ts', import.meta.url), { type: 'module' }),
    database: bed.db.name,
    onFailure: ({ message }) => {
      throw new Error(message);
    },
  });
  data = { ...appData(bed), health };
  element = document.createElement('main');
  element.style.cssText = 'position:fixed;inset:0;height:100vh;overflow:auto';
  document.body.append(element);
  root = createRoot(element);
  root.render(
    <StrictMode>
      <DataContext value={data}>
        <HealthTab accountId={ID} today={TODAY} now={now} onScorecards={() => undefined} />
      </DataContext>
    </StrictMode>,
  );
}

const numberIn = (text: string | null | undefined) => Number((text ?? '').replace('−', '-').replace('+', ''));

describe.each([['en', en, enWords] as const, ['ja', ja, jaWords] as const])(
  'the health panel in %s',
  (language, texts, words) => {
    const format = formatsFor(language);
    const part = (name: string) => page.getByRole('region', { name, exact: true });

    it('says what it is made of, why the sentiment is so, what is missing and what changed, in figures that sum', async () => {
      await seed();
      await stage(language);
      const groups = part(texts.groups);
      const sentiment = groups.getByRole('row', { name: new RegExp(words.measures.sentiment.name) });
      await expect.element(sentiment).toHaveTextContent(words.measures.sentiment.value(2));
      const said = texts.judgedOn('Mori', format.date(localDayOf(NOW - 10 * DAY)));
      await expect
        .element(sentiment)
        .toHaveTextContent(texts.judgedBecause(said, format.list(['price', 'slow support'])));
      await expect
        .element(part(texts.missingTitle).getByText(words.measures.nps.need, { exact: true }))
        .toBeVisible();

      const changes = part(texts.changes);
      await expect.element(changes.getByText(words.measures.sentiment.name, { exact: true })).toBeVisible();
      const parts = () => [...element.querySelectorAll('.kz-health-parts .kz-figure')];
      const total = () =>
        (element.querySelector('.kz-health-changed')?.textContent ?? '')
          .match(/[\d.]+ → [\d.]+/g)
          ?.at(-1)
          ?.split(' → ')
          .map(Number) ?? [];
      const sumsUp = () => {
        const [from = 0, to = 0] = total();
        const sum = parts().reduce((all, each) => all + numberIn(each.textContent), 0);
        expect(parts().length).toBeGreaterThan(0);
        expect(sum).toBeCloseTo(to - from, 6);
      };
      sumsUp();
      await changes.getByRole('button', { name: texts.lastChange }).click();
      await expect.element(changes).toHaveTextContent(
        // Filled in week by week: the newest day that was another.
        language === 'en'
          ? 'the last day recorded on which something was different'
          : '記録のうち今と異なる最後の日',
      );
      sumsUp();
      await checkAccessibility(element);
    });

    it('has its trends in words, and its history as a picture with a name', async () => {
      await seed();
      await stage(language);
      await expect.element(part(texts.history).getByRole('img')).toBeInTheDocument();
      const trends = element.querySelectorAll('.kz-health-trends .kz-health-trend');
      expect(trends).toHaveLength(3);
      const titles = [...trends].map((each) => each.getAttribute('title') ?? '');
      expect(titles[0]).toMatch(language === 'en' ? /points against 7 days ago/ : /7日前と比べて/);
      expect(titles[1]).toMatch(/−\d/);
      expect(trends[1]?.getAttribute('data-way')).toBe('down');
      expect(element.querySelector('.kz-health-spark polyline')).not.toBeNull();
    });
  },
);

/** "What goes with churn here" over a book that lost enough accounts: the ranking, its words, and that it names no cause. */
import { Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { DataContext } from '#renderer/data/data-context.ts';
import { healthWords as enWords } from '#renderer/i18n/en/health-words.ts';
import { portfolio as en } from '#renderer/i18n/en/portfolio.ts';
import { healthWords as jaWords } from '#renderer/i18n/ja/health-words.ts';
import { portfolio as ja } from '#renderer/i18n/ja/portfolio.ts';
import '#renderer/ui/theme.css';
import { EVERYONE } from '#shared/domain/segments/segment-rule.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import { emptySummary } from '#shared/domain/summary/account-summary.ts';
import { createTableData, createTableMemory } from '#shared/domain/table/table-data.ts';
import { appData, speak } from '#test/fakes/app-data.ts';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import { account, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { ChurnPage } from './churn-page.tsx';
import type { PortfolioParts } from './portfolio-parts.ts';
import './portfolio.css';

const TODAY = '2026-06-30';
const EACH = 12;

let bed: TestBed;
let root: Root;
let element: HTMLElement;

beforeEach(async () => {
  await page.viewport(1280, 800);
  bed = await testBed();
  element = document.createElement('main');
  document.body.append(element);
  root = createRoot(element);
});
afterEach(async () => {
  root.unmount();
  element.remove();
  await bed.end();
});

/** Twelve that left at the end of May, badly judged before; twelve that stayed, well judged. All were touched alike. */
async function seed(): Promise<PortfolioParts> {
  const summaries = Array.from({ length: EACH * 2 }, (_, i) => ({
    ...emptySummary(`a${i}`),
    revenue: [
      {
        start: '2024-01-01',
        end: i < EACH ? `2026-05-${10 + i}` : '',
        renewal: '',
        mrr: 100_000,
        currency: 'JPY',
      },
    ],
  }));
  const accounts = summaries.map(({ accountId }) => account(accountId, { customerSince: '2024-01-01' }));
  await bed.db.accounts.bulkAdd(accounts);
  await bed.db.summaries.bulkAdd(summaries);
  const at = Date.parse('2026-01-10T09:00:00Z');
  await bed.db.sentiments.bulkAdd(
    accounts.map(({ id }, i) => ({
      id: `s${i}`,
      account: id,
      value: i < EACH ? 1 + (i % 2) : 4 + (i % 2),
      reasons: [],
      until: '2026-12-31',
      by: '',
      at,
      createdAt: at,
      updatedAt: at,
    })),
  );
  const rows = accounts.map((each, i) => toAccountRow(each, summaries[i], TODAY));
  return {
    book: { state: 'ready', rows, total: rows.length, customFields: new Map(), version: 1 },
    table: createTableData(
      rows,
      new Map(),
      createTableMemory((a, b) => (a < b ? -1 : 1)),
    ),
    scope: { name: 'All', id: undefined, rule: EVERYONE, indexes: Uint32Array.from(rows.keys()) },
    today: TODAY,
    labelOf: () => undefined,
    segments: null,
    scopes: [],
    onSave: () => undefined,
    onShowInTable: () => undefined,
    bulkEdit: () => null,
    onOpen: () => undefined,
  };
}

describe.each([['en', en, enWords] as const, ['ja', ja, jaWords] as const])(
  'what goes with churn, in %s',
  (language, texts, words) => {
    it('is ranked, clearest first, with both middles, and called no cause', async () => {
      const parts = await seed();
      await speak(language);
      root.render(
        <DataContext value={appData(bed)}>
          <Suspense fallback={null}>
            <ChurnPage {...parts} />
          </Suspense>
        </DataContext>,
      );
      await expect.element(page.getByText(texts.churnCounts(EACH, EACH))).toBeVisible();
      const table = page.getByRole('table', { name: texts.churnTable });
      await expect.element(table).toBeVisible();
      const [, first] = table.getByRole('row').elements();
      expect(first?.textContent).toContain(words.measures.sentiment.name);
      expect(first?.textContent).toContain(texts.clear);
      expect(first?.textContent).toContain(texts.ofN(EACH));
      await expect.element(page.getByText(texts.notCause, { exact: true })).toBeVisible();
      const nps = table.getByRole('row', { name: new RegExp(words.measures.nps.name) });
      await expect.element(nps).toHaveTextContent(texts.noFigure);
      await checkAccessibility(element);
    });
  },
);

/** The picture of ten thousand accounts: drawn, narrowed and listed. */
import { Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DataContext } from '#renderer/data/data-context.ts';
import '#renderer/ui/theme.css';
import { OPEN, usePortfolioView } from '#renderer/ui-state/portfolio-view.ts';
import { EVERYONE } from '#shared/domain/segments/segment-rule.ts';
import { createTableData, createTableMemory } from '#shared/domain/table/table-data.ts';
import { believableBook } from '#test/factories/account-row.ts';
import { appData, speak } from '#test/fakes/app-data.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { PicturePage } from './picture.tsx';
import type { PortfolioParts } from './portfolio-parts.ts';
import './portfolio.css';

const TODAY = '2026-06-30';
const COUNT = 10_000;

let bed: TestBed;
let root: Root;
let element: HTMLElement;

beforeEach(async () => {
  bed = await testBed();
  await speak('en');
  usePortfolioView.setState({ health: OPEN, days: OPEN, arr: OPEN, currency: undefined, segment: undefined });
  element = document.createElement('main');
  document.body.append(element);
  root = createRoot(element);
});
afterEach(async () => {
  root.unmount();
  element.remove();
  await bed.end();
});

function parts(): PortfolioParts {
  const rows = believableBook(COUNT, 3, Date.parse(`${TODAY}T00:00:00Z`));
  return {
    book: { state: 'ready', rows, total: COUNT, customFields: new Map(), version: 1 },
    table: createTableData(
      rows,
      new Map(),
      createTableMemory((a, b) => (a < b ? -1 : 1)),
    ),
    scope: {
      name: 'All accounts',
      id: undefined,
      rule: EVERYONE,
      indexes: Uint32Array.from(rows.keys()),
    },
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

async function type(name: string, value: string): Promise<void> {
  await userEvent.fill(page.getByRole('textbox', { name }), value);
  await userEvent.keyboard('{Enter}');
}

it('shows ten thousand accounts and narrows them by what is typed', async () => {
  const given = parts();
  const view = (
    <DataContext value={appData(bed)}>
      <Suspense fallback={null}>
        <PicturePage {...given} />
      </Suspense>
    </DataContext>
  );
  root.render(view);
  await expect.poll(() => element.querySelector('canvas'), { timeout: 10_000 }).not.toBeNull();
  await expect.element(page.getByText('10,000 accounts', { exact: true })).toBeVisible();
  await type('Health to', '20');
  await expect.element(page.getByText(/^\d,\d\d\d accounts$/)).toBeVisible();
  await type('Health to', '');
  await type('Health from', '101');
  await expect.element(page.getByText('No account lies in this part')).toBeVisible();
});

/** The accounts screen in a real browser: keyboard, selection, columns, filters, groups and states, in both languages. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AccountRow } from '#renderer/data/book.ts';
import {
  addFilter,
  clearFilters,
  groupBy,
  setSearch,
  useAccountsView,
} from '#renderer/ui-state/accounts-view.ts';
import type { Band } from '#shared/model/health.ts';
import { accountRow, believableBook } from '#test/factories/account-row.ts';
import { type AccountsStage, STAGE_NOW, stageAccounts } from '#test/fakes/accounts-stage.tsx';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';

const row = (id: string, name: string, minor: number, parts: Partial<AccountRow['account']> = {}) =>
  accountRow(id, { account: { name, ...parts }, arr: [{ minor, currency: 'JPY' }] });

const FEW = [
  row('a', '青葉物流', 5_000, { nameKana: 'アオバ', owner: '佐藤', stage: 'operation', tags: ['vip'] }),
  row('b', 'Blue Heron', 9_000, { owner: 'Mia', stage: 'onboarding' }),
  row('c', '千代田商会', 7_000, { nameKana: 'チヨダ', owner: '佐藤', stage: 'operation' }),
  row('d', 'Delta', 1_000, { domain: 'delta.example' }),
];

let stage: AccountsStage;
const lines = () =>
  [...stage.element.querySelectorAll<HTMLElement>('.acc-row .acc-name, .acc-group-label')].map(
    (e) => e.textContent,
  );
const shownNames = () =>
  [...stage.element.querySelectorAll<HTMLElement>('.acc-row')]
    .sort((a, b) => Number(a.dataset.line) - Number(b.dataset.line))
    .map((e) => e.querySelector('.acc-name, .acc-group-label')?.textContent ?? '');
const headings = () =>
  [...stage.element.querySelectorAll<HTMLElement>('[data-column]')].map((e) => e.dataset.column);
const heading = (id: string) => stage.element.querySelector<HTMLElement>(`[data-column="${id}"]`)!;
const grid = () => stage.element.querySelector<HTMLElement>('[data-grid]')!;
const selected = () =>
  [...stage.element.querySelectorAll('.acc-selected .acc-name')].map((e) => e.textContent);
const cursor = () =>
  stage.element.querySelector('.acc-cursor .acc-name, .acc-cursor .acc-group-label')?.textContent;
const settled = (check: () => void) =>
  expect
    .poll(
      () => {
        check();
        return true;
      },
      { timeout: 4000 },
    )
    .toBe(true);

beforeEach(async () => {
  await page.viewport(1280, 800);
});
afterEach(() => stage.end());

async function open(rows: readonly AccountRow[] = FEW, language: 'en' | 'ja' = 'en'): Promise<void> {
  stage = await stageAccounts(rows, { language });
  await expect.poll(() => lines().length).toBeGreaterThan(0);
}

describe('keyboard', () => {
  it('moves, selects, extends, opens', async () => {
    await open();
    expect(shownNames()).toEqual(['Blue Heron', '千代田商会', '青葉物流', 'Delta']);
    grid().focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(cursor()).toBe('Blue Heron');
    await userEvent.keyboard('jj');
    expect(cursor()).toBe('青葉物流');
    await userEvent.keyboard('k ');
    expect(selected()).toEqual(['千代田商会']);
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(selected()).toHaveLength(3);
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(selected()).toHaveLength(2);
    await userEvent.keyboard('{End}');
    expect(cursor()).toBe('Delta');
    await userEvent.keyboard('{Home}');
    expect(cursor()).toBe('Blue Heron');
    await userEvent.keyboard('{Enter}');
    expect(stage.opened).toEqual(['b']);
    await userEvent.keyboard('{Escape}');
    expect(selected()).toEqual([]);
    await userEvent.keyboard('{Control>}a{/Control}');
    expect(selected()).toHaveLength(4);
    expect(grid().getAttribute('aria-activedescendant')).toBe(stage.element.querySelector('.acc-cursor')?.id);
  });

  it('pages through ten thousand accounts and keeps the cursor in view', async () => {
    await open(believableBook(10_000, 5, STAGE_NOW));
    grid().focus();
    await userEvent.keyboard('{End}');
    await settled(() => expect(stage.element.querySelector('[data-line="9999"].acc-cursor')).not.toBeNull());
    await userEvent.keyboard('{PageUp}');
    await settled(() => {
      const line = stage.element.querySelector('.acc-cursor')!;
      const box = line.getBoundingClientRect();
      expect(Number((line as HTMLElement).dataset.line)).toBeLessThan(9999);
      expect(box.top).toBeGreaterThanOrEqual(grid().getBoundingClientRect().top + 33);
    });
    expect(stage.element.querySelectorAll('.acc-row').length).toBeLessThan(60);
  });

  it('goes to the search with / and finds whatever the width, case or kana', async () => {
    await open();
    grid().focus();
    await userEvent.keyboard('/');
    expect(document.activeElement?.getAttribute('type')).toBe('search');
    await userEvent.keyboard('ｱｵﾊﾞ');
    await expect.poll(shownNames).toEqual(['青葉物流']);
    setSearch('ＤＥＬＴＡ．ＥＸ');
    await expect.poll(shownNames).toEqual(['Delta']);
    setSearch('VIP 佐藤');
    await expect.poll(shownNames).toEqual(['青葉物流']);
  });

  it('leaves Enter to the button that has the focus', async () => {
    await open();
    grid().focus();
    await userEvent.keyboard('{ArrowDown}');
    const export_ = [...stage.element.querySelectorAll<HTMLElement>('.acc-toolbar button')].at(-1)!;
    export_.focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('menuitem', { name: 'CSV file' })).toBeVisible();
    expect(stage.opened).toEqual([]);
    await userEvent.keyboard('{Escape}');
  });
});

describe('selection by mouse', () => {
  it('takes ranges with Shift and only what is shown', async () => {
    await open();
    const checks = () => [...stage.element.querySelectorAll<HTMLElement>('.acc-row .acc-check input')];
    await userEvent.click(checks()[0]!);
    await userEvent.click(checks()[2]!, { modifiers: ['Shift'] });
    expect(selected()).toHaveLength(3);
    addFilter({ op: 'is', column: 'owner', text: 'mia' });
    await expect.poll(shownNames).toEqual(['Blue Heron']);
    await expect.element(page.getByRole('toolbar', { name: '1 selected' })).toBeVisible();
  });

  it('edits a choice of all selected and offers undo', async () => {
    await open();
    grid().focus();
    await userEvent.keyboard('{Control>}a{/Control}');
    await userEvent.click(page.getByRole('toolbar', { name: '4 selected' }).getByText('Stage'));
    await userEvent.click(page.getByRole('button', { name: /Set stage/ }));
    await userEvent.click(page.getByRole('option', { name: /^Outcome/ }));
    await userEvent.click(page.getByRole('button', { name: 'Change 4 accounts' }));
    await expect.poll(() => stage.asked).toEqual([['edit', ['b', 'c', 'a', 'd'], { stage: 'outcome' }]]);
    await userEvent.click(page.getByRole('button', { name: 'Undo' }));
    await expect.poll(() => stage.asked.at(-1)).toEqual(['undo']);
  });
});

for (const language of ['en', 'ja'] as const) {
  describe(`columns (${language})`, () => {
    it('sorts by click, by several with Shift', async () => {
      await open(FEW, language);
      await userEvent.click(heading('name').querySelector('.acc-heading-label')!);
      await expect.poll(() => heading('name').getAttribute('aria-sort')).toBe('ascending');
      // Latin first, then by the reading: アオバ before チヨダ, whatever their characters.
      const names = ['Blue Heron', 'Delta', '青葉物流', '千代田商会'];
      await expect.poll(shownNames).toEqual(names);
      await userEvent.click(heading('owner').querySelector('.acc-heading-label')!);
      await userEvent.click(heading('arr').querySelector('.acc-heading-label')!, { modifiers: ['Shift'] });
      await expect.poll(shownNames).toEqual(['Blue Heron', '千代田商会', '青葉物流', 'Delta']);
      expect(useAccountsView.getState().definition.sort).toHaveLength(2);
    });

    it('moves, resizes, pins and hides by keyboard and menu', async () => {
      await open(FEW, language);
      heading('owner').focus();
      await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
      expect(headings().slice(0, 5)).toEqual(['name', 'health', 'healthChange', 'stage', 'owner']);
      heading('owner').focus();
      const width = heading('owner').getBoundingClientRect().width;
      await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
      expect(heading('owner').getBoundingClientRect().width).toBe(width + 16);
      await userEvent.keyboard('{ArrowDown}');
      await expect.poll(() => document.querySelectorAll('[role=menuitem]').length).toBeGreaterThan(5);
      const item = (place: number) => document.querySelectorAll<HTMLElement>('[role=menuitem]')[place]!;
      await userEvent.click(item(5));
      await expect.poll(() => useAccountsView.getState().definition.pinned).toEqual(['name', 'owner']);
      await expect.poll(() => document.querySelector('[role=menuitem]')).toBeNull();
      await userEvent.click(heading('stage').querySelector('.acc-heading-menu')!);
      await expect.poll(() => document.querySelectorAll('[role=menuitem]').length).toBeGreaterThan(5);
      await userEvent.click([...document.querySelectorAll<HTMLElement>('[role=menuitem]')].at(-1)!);
      await expect.poll(headings).not.toContain('stage');
    });

    it('drags a heading to another place', async () => {
      await open(FEW, language);
      const from = heading('segment').querySelector<HTMLElement>('.acc-heading-label')!;
      await userEvent.dragAndDrop(from, heading('owner'), { targetPosition: { x: 8, y: 10 } });
      await expect.poll(headings).toSatisfy((ids: string[]) => ids[3] === 'segment');
    });

    it('shows health as a pair with sign and word, groups by band, worst first', async () => {
      const rowOf = (id: string, value: number | undefined, band: Band) =>
        accountRow(id, {
          health: {
            value,
            coverage: 0.6,
            band,
            isOverridden: false,
            change30: value === undefined ? undefined : -12,
          },
        });
      await open(
        [rowOf('a', 72.4, 'healthy'), rowOf('b', 31, 'at-risk'), rowOf('c', undefined, 'unknown')],
        language,
      );
      const cells = () =>
        [...document.querySelectorAll('.acc-row .kz-health')].map((cell) => cell.textContent?.trim());
      await expect
        .poll(cells)
        .toEqual(
          language === 'en'
            ? ['●72, 60%Healthy', '◆31, 60%At risk', '○60%Not enough data']
            : ['●72（60%）健全', '◆31（60%）危険', '○60%データ不足'],
        );
      groupBy('healthBand');
      const labels = () =>
        [...document.querySelectorAll('.acc-group-label')].map((label) => label.textContent);
      const wanted =
        language === 'en' ? ['At risk', 'Healthy', 'Not enough data'] : ['危険', '健全', 'データ不足'];
      await expect.poll(labels).toEqual(wanted);
    });

    it('shows custom columns', async () => {
      await open(believableBook(5, 2, STAGE_NOW), language);
      await userEvent.click(
        page.getByRole('button', { name: language === 'en' ? 'Columns' : '列', exact: true }),
      );
      await userEvent.click(page.getByText('地区', { exact: true }));
      await expect.poll(() => useAccountsView.getState().definition.shown).toContain('custom.地区');
    });
  });
}

describe('groups', () => {
  it('parts rows with subtotals, closes and opens by keyboard', async () => {
    await open();
    groupBy('stage');
    await expect
      .poll(shownNames)
      .toEqual(['Onboarding', 'Blue Heron', 'Operation', '千代田商会', '青葉物流', 'No value', 'Delta']);
    const group = stage.element.querySelectorAll('.acc-group')[1]!;
    expect(group.textContent).toContain('2 accounts');
    expect(group.textContent).toContain('¥12K');
    grid().focus();
    await userEvent.keyboard('{Home}{ArrowLeft}');
    await expect.poll(shownNames).not.toContain('Blue Heron');
    await userEvent.keyboard('{Enter}');
    await expect.poll(shownNames).toContain('Blue Heron');
    expect(grid().getAttribute('role')).toBe('treegrid');
  });
});

describe('saved segments', () => {
  const list = [
    { id: 's1', name: 'Key accounts' },
    { id: 's2', name: 'In Tokyo' },
  ];
  const byAccount = new Map([
    ['a', ['s1', 's2']],
    ['b', ['s1']],
  ]);
  const bySegment = (op: 'anyOf' | 'allOf' | 'noneOf', ...values: string[]) => {
    clearFilters();
    addFilter({ column: 'savedSegment', op, values });
  };
  const chips = () => [...stage.element.querySelectorAll('.acc-chip-text')].map((e) => e.textContent);

  it('filter together with other filters, by name, as a chip that can be taken away', async () => {
    stage = await stageAccounts(FEW, { segments: { list, byAccount } });
    bySegment('anyOf', 's1');
    await expect.poll(shownNames).toEqual(['Blue Heron', '青葉物流']);
    expect(chips()).toEqual(['Saved segment Key accounts']);
    addFilter({ column: 'owner', op: 'anyOf', values: ['Mia'] });
    await expect.poll(shownNames).toEqual(['Blue Heron']);
    bySegment('allOf', 's1', 's2');
    await expect.poll(shownNames).toEqual(['青葉物流']);
    bySegment('noneOf', 's1');
    await expect.poll(shownNames).toEqual(['千代田商会', 'Delta']);
    await userEvent.click(page.getByRole('button', { name: 'Remove the filter on Saved segment' }));
    await expect.poll(() => shownNames().length).toBe(4);
  });

  it('that are deleted say so; nothing is shown before it is known who belongs', async () => {
    stage = await stageAccounts(FEW, { segments: { list, byAccount } });
    await expect.poll(() => shownNames().length).toBe(4);
    bySegment('anyOf', 'gone');
    await expect.poll(chips).toEqual(['Saved segment a deleted segment']);
    await expect.element(page.getByRole('button', { name: 'Clear filters' }).last()).toBeVisible();
    await expect.poll(() => shownNames().length).toBe(0);
    stage.end();
    stage = await stageAccounts(FEW, { segments: { list, byAccount: undefined } });
    bySegment('anyOf', 's1');
    await expect.poll(chips).toEqual(['Saved segment Key accounts']);
    expect(stage.element.textContent).not.toContain('No account matches');
  });
});

describe('states', () => {
  it('says when nothing matches, and clears', async () => {
    await open();
    setSearch('nobody');
    await userEvent.click(page.getByRole('button', { name: 'Clear filters' }));
    await expect.poll(() => shownNames().length).toBe(4);
  });

  it('offers the two ways to begin', async () => {
    let loaded = 0;
    stage = await stageAccounts([], {
      loadSample: async () => {
        loaded++;
      },
    });
    await userEvent.click(page.getByRole('button', { name: 'Load the sample company' }));
    expect(loaded).toBe(1);
    const link = page.getByRole('link', { name: 'Choose files to import' });
    await expect.element(link).toHaveAttribute('href', '#/sources/import');
  });

  it('shows the failure and tries again; keeps the rows that are there while the rest comes in', async () => {
    await open();
    stage.show(FEW.slice(0, 2), { state: 'loading', total: 10_000 });
    await expect.element(page.getByText('Loading: 2 of 10,000')).toBeVisible();
    stage.show([], { state: 'failed', total: 0 });
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    expect(stage.asked).toEqual([['reload']]);
  });

  it('remembers the top of the view for the next start', async () => {
    await open();
    await expect.poll(() => stage.remembered.at(-1), { timeout: 4000 }).toEqual(['b', 'c', 'a', 'd']);
  });

  it('has no fault that axe finds', async () => {
    await open(believableBook(40, 9, STAGE_NOW));
    groupBy('owner');
    await expect.poll(() => stage.element.querySelector('.acc-group')).not.toBeNull();
    await checkAccessibility(stage.element);
  });
});

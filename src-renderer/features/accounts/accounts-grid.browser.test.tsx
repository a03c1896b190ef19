/** The grid of accounts by keyboard and by mouse: the cursor, the selection, ranges, and an edit of all selected. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addFilter, setSearch } from '#renderer/ui-state/accounts-view.ts';
import { believableBook } from '#test/factories/account-row.ts';
import { beginAccounts, endAccounts, grid, open, shownNames, stage } from '#test/fakes/accounts-bed.ts';
import { STAGE_NOW } from '#test/fakes/accounts-stage.tsx';

beforeEach(beginAccounts);
afterEach(endAccounts);

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

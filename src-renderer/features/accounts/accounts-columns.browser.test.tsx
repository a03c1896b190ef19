/** The columns of the accounts, in both languages: sorted, moved, sized, pinned, hidden; health and columns of their own. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { groupBy, useAccountsView } from '#renderer/ui-state/accounts-view.ts';
import type { Band } from '#shared/model/health.ts';
import { accountRow, believableBook } from '#test/factories/account-row.ts';
import { beginAccounts, endAccounts, FEW, open, shownNames, stage } from '#test/fakes/accounts-bed.ts';
import { STAGE_NOW } from '#test/fakes/accounts-stage.tsx';

beforeEach(beginAccounts);
afterEach(endAccounts);

const headings = () =>
  [...stage.element.querySelectorAll<HTMLElement>('[data-column]')].map((e) => e.dataset.column);
const heading = (id: string) => stage.element.querySelector<HTMLElement>(`[data-column="${id}"]`)!;

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

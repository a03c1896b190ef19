/** What the accounts screen shows: groups, saved segments, and its states from the first run to a failure. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addFilter, clearFilters, groupBy, setSearch } from '#renderer/ui-state/accounts-view.ts';
import { believableBook } from '#test/factories/account-row.ts';
import {
  beginAccounts,
  endAccounts,
  FEW,
  grid,
  open,
  show,
  shownNames,
  stage,
} from '#test/fakes/accounts-bed.ts';
import { STAGE_NOW } from '#test/fakes/accounts-stage.tsx';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';

beforeEach(beginAccounts);
afterEach(endAccounts);

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
    await show(FEW, { segments: { list, byAccount } });
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
    await show(FEW, { segments: { list, byAccount } });
    await expect.poll(() => shownNames().length).toBe(4);
    bySegment('anyOf', 'gone');
    await expect.poll(chips).toEqual(['Saved segment a deleted segment']);
    await expect.element(page.getByRole('button', { name: 'Clear filters' }).last()).toBeVisible();
    await expect.poll(() => shownNames().length).toBe(0);
    stage.end();
    await show(FEW, { segments: { list, byAccount: undefined } });
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
    await show([], {
      loadSample: async () => {
        loaded++;
      },
    });
    await userEvent.click(page.getByRole('button', { name: 'Load the sample company' }));
    expect(loaded).toBe(1);
    const link = page.getByRole('link', { name: 'Choose files to import' });
    await expect.element(link).toHaveAttribute('href', '#/sources/import');
  });

  it.each([
    ['en', 'No accounts yet', 'To sources'],
    ['ja', 'アカウントがまだありません', 'データ元へ'],
  ] as const)(
    'says what is missing where rows came in and no accounts (%s)',
    async (language, title, link) => {
      await show([], { imported: true, language });
      await expect.element(page.getByRole('heading', { name: title })).toBeVisible();
      await expect.element(page.getByRole('link', { name: link })).toHaveAttribute('href', '#/sources');
      await checkAccessibility(stage.element);
    },
  );

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

/** The list of a timeline: its order and size, keys, lines that stand for several entries, far dates, and nothing at all. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { timeline as en } from '#renderer/i18n/en/timeline.ts';
import { manyEvents, richAccount, seedAccount } from '#test/factories/account-history.ts';
import {
  bed,
  beginTimeline,
  checkFaults,
  DAY,
  days,
  endTimeline,
  kindsShown,
  open,
  rows,
  show,
  TODAY,
} from '#test/fakes/timeline-bed.ts';

beforeEach(beginTimeline);
afterEach(endTimeline);

function list(): HTMLElement {
  const box = document.querySelector<HTMLElement>('.kz-tl-scroll');
  if (box === null) throw new Error('no list');
  return box;
}

describe('the timeline', () => {
  it('shows the newest first and holds few rows of 5,000 entries in the document', async () => {
    await open('en', 5_000);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    expect(rows().length).toBeLessThan(80);
    expect(days()).toEqual([...days()].sort().reverse());
    await expect.element(page.getByRole('button', { name: /^All/ })).toHaveTextContent('5.01K');
    await checkFaults();
  });

  it('reads on while one scrolls, down to the oldest', async () => {
    await open('en', 5_000);
    const box = list();
    const oldest = new Date(Math.min(...manyEvents(5_000, TODAY).map((event) => event.at)));
    await expect
      .poll(
        () => {
          box.scrollTop = box.scrollHeight;
          return document.querySelector('.kz-tl-end')?.textContent ?? '';
        },
        { timeout: 40_000, interval: 30 },
      )
      .toMatch(/begins on/);
    await expect
      .poll(() => document.querySelector('.kz-tl-end')?.textContent ?? '')
      .toContain(String(oldest.getFullYear()));
    expect(rows().length).toBeLessThan(80);
    expect(days()).toEqual([...days()].sort().reverse());
  });

  it('moves with j and k, opens with Enter, and f goes to the filter', async () => {
    await open('en', 200);
    await userEvent.keyboard('jjk');
    await expect.poll(() => rows().findIndex((row) => row.contains(document.activeElement))).toBe(0);
    await userEvent.keyboard('j{Enter}');
    await expect.poll(() => rows()[1]?.dataset.open).toBe('true');
    await userEvent.keyboard('f');
    await expect.element(page.getByRole('button', { name: /^All/ })).toHaveFocus();
  });

  it('puts what lies ahead and what is noise in one line, which opens to its rows by keyboard', async () => {
    await open('en', 1_500);
    await expect.element(page.getByRole('button', { name: /2 ahead/ })).toBeVisible();
    await userEvent.keyboard('j{Enter}');
    const inner = () => rows().filter((row) => row.dataset.depth === '1');
    await expect.poll(() => inner().length).toBe(2);
    await expect.element(page.getByRole('button', { name: /Cloud Enterprise ends/ })).toBeVisible();
    await userEvent.keyboard('j{Enter}');
    await expect.poll(() => inner()[0]?.dataset.open).toBe('true');
    await userEvent.keyboard('k{Enter}');
    await expect.poll(() => inner().length).toBe(0);
  });

  it('shows every entry by itself when grouping is off', async () => {
    await open('en', 300);
    await page.getByRole('button', { name: en.take }).click();
    await page.getByRole('menuitem', { name: en.group }).click();
    await expect.poll(() => kindsShown().has('group')).toBe(false);
    await expect.element(page.getByText(/ ahead$/)).not.toBeInTheDocument();
  });

  it('goes to a date far back and to newer entries from there', async () => {
    await open('en', 6_000);
    const far = new Date(TODAY - 700 * DAY).toISOString().slice(0, 10);
    await expect.element(page.getByRole('slider', { name: en.stripFrom })).toBeVisible();
    await userEvent.keyboard('g');
    const field = page.getByRole('group', { name: en.jumpDay });
    await expect.element(field).toBeVisible();
    await field.getByRole('spinbutton').first().click();
    await userEvent.keyboard(`${far.slice(5, 7)}${far.slice(8, 10)}${far.slice(0, 4)}`);
    await page.getByRole('button', { name: en.jumpGo, exact: true }).click();
    await expect.poll(() => days()[0] ?? '').toMatch(/^20/);
    await expect.poll(() => (days()[0] ?? '9') <= far).toBe(true);
    await page.getByRole('button', { name: en.newer }).click();
    await expect.poll(() => (days()[0] ?? '') > far).toBe(true);
    await page.getByRole('button', { name: en.newest }).click();
    await expect.element(page.getByRole('button', { name: / ahead/ })).toBeVisible();
  });

  it('shows one entry alone, and tells an account without history what to do', async () => {
    await seedAccount(bed.db, {
      account: richAccount(TODAY, []).account,
      events: manyEvents(1, TODAY),
    });
    await show();
    await expect.poll(() => rows().length).toBe(1);
    await checkFaults();
    await seedAccount(bed.db, { account: { ...richAccount(TODAY, []).account, id: 'ac_new' } }, 99);
    // There is nothing to filter, so there is no toolbar to wait for.
    await show({ accountId: 'ac_new' });
    await expect.element(page.getByText(en.emptyTitle)).toBeVisible();
  });
});

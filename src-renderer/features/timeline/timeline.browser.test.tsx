import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { timeline as en } from '#renderer/i18n/en/timeline.ts';
import { timeline as ja } from '#renderer/i18n/ja/timeline.ts';
import { manyEvents, richAccount, seedAccount } from '#test/factories/account-history.ts';
import { type Stage, stageAccount } from '#test/fakes/account-stage.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';

const TODAY = Date.now();
const ID = 'ac_aoba';
let bed: TestBed;
let stage: Stage | undefined;

beforeEach(async () => {
  await page.viewport(1280, 800);
  bed = await testBed();
  bed.clock.at = TODAY;
});
afterEach(async () => {
  stage?.end();
  stage = undefined;
  await bed.end();
});

async function open(language: 'en' | 'ja', count: number): Promise<void> {
  await seedAccount(bed.db, richAccount(TODAY, manyEvents(count, TODAY)));
  stage = await stageAccount(bed, ID, language);
  await expect.element(page.getByRole('toolbar', { name: { en, ja }[language].filter })).toBeVisible();
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.kz-tl-row')];
}

function days(): string[] {
  return rows().map((row) => row.querySelector('time')?.dateTime ?? '');
}

describe('the timeline', () => {
  it('shows the newest first and holds few rows of 5,000 in the document', async () => {
    await open('en', 5_000);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    expect(rows().length).toBeLessThan(80);
    expect(days()).toEqual([...days()].sort().reverse());
    await expect.element(page.getByRole('button', { name: /^All/ })).toHaveTextContent('5K');
  });

  it('reads on while one scrolls, down to the oldest', async () => {
    await open('en', 5_000);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    const box = document.querySelector<HTMLElement>('.kz-tl-scroll');
    if (box === null) throw new Error('no list');
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
    await expect.poll(() => days().at(-1)?.slice(0, 7)).toBe(oldest.toISOString().slice(0, 7));
    expect(rows().length).toBeLessThan(80);
    expect(days()).toEqual([...days()].sort().reverse());
  });

  it('filters by kind, several at once, and goes back to all', async () => {
    await open('ja', 400);
    await page.getByRole('button', { name: new RegExp(`^${ja.kinds.ticket}`) }).click();
    await expect.poll(() => new Set(rows().map((row) => row.dataset.kind))).toEqual(new Set(['ticket']));
    await page.getByRole('button', { name: new RegExp(`^${ja.kinds.survey}`) }).click();
    await expect
      .poll(() => new Set(rows().map((row) => row.dataset.kind)))
      .toEqual(new Set(['ticket', 'survey']));
    await page.getByRole('button', { name: new RegExp(`^${ja.all}`) }).click();
    await expect.poll(() => rows().some((row) => row.dataset.kind === 'usage')).toBe(true);
    await page.getByRole('button', { name: new RegExp(`^${ja.touches}`) }).click();
    await expect
      .poll(() => new Set(rows().map((row) => row.dataset.kind)))
      .toEqual(new Set(['call', 'email']));
  });

  it('moves with j and k, opens with Enter, and f goes to the filter', async () => {
    await open('en', 200);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    await userEvent.keyboard('jjk');
    await expect.poll(() => rows().findIndex((row) => row.contains(document.activeElement))).toBe(0);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => rows()[0]?.dataset.open).toBe('true');
    await userEvent.keyboard('f');
    await expect.element(page.getByRole('button', { name: /^All/ })).toHaveFocus();
  });

  it('opens an entry with its own columns, its source and its date', async () => {
    await open('en', 200);
    await page
      .getByRole('button', { name: /^Calls?/ })
      .first()
      .click();
    const first = page.getByRole('button', { name: /Call call \d+/ }).first();
    await first.click();
    await expect.element(page.getByText('Kansai')).toBeVisible();
    await expect.element(page.getByText(/^From Salesforce, imported/)).toBeVisible();
  });

  it('puts what a person logs among the rest at once, and takes a removal back', async () => {
    await open('en', 200);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    await bed.store.addActivity({ account: ID, kind: 'visit', at: TODAY + 1, subject: 'At the warehouse' });
    const visit = page.getByRole('button', { name: /At the warehouse/ });
    await expect.element(visit).toBeVisible();
    await visit.click();
    await page.getByRole('button', { name: en.remove }).click();
    await expect.element(visit).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect.element(visit).toBeVisible();
  });

  it('tells an account without history what to do', async () => {
    // There is nothing to filter, so there is no toolbar to wait for.
    await seedAccount(bed.db, richAccount(TODAY, []));
    stage = await stageAccount(bed, ID, 'en');
    await expect.element(page.getByText(en.emptyTitle)).toBeVisible();
  });
});

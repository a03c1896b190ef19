/** What a timeline shows is chosen: by kind and lane, person, sentiment, source and dates; each said in words, and kept. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { timeline as en } from '#renderer/i18n/en/timeline.ts';
import { timeline as ja } from '#renderer/i18n/ja/timeline.ts';
import {
  ACCOUNT,
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

describe('the filter of the timeline', () => {
  it('filters by kind, several at once, says so, and shows everything again', async () => {
    await open('ja', 400);
    await page.getByRole('button', { name: new RegExp(`^${ja.kinds.ticket}`) }).click();
    await expect.poll(kindsShown).toEqual(new Set(['ticket']));
    await page.getByRole('button', { name: new RegExp(`^${ja.kinds.survey}`) }).click();
    await expect.poll(kindsShown).toEqual(new Set(['ticket', 'survey']));
    await expect.element(page.getByText('表示中：チケット、アンケート')).toBeVisible();
    await checkFaults();
    await page.getByRole('button', { name: ja.clear, exact: true }).click();
    await expect.poll(() => kindsShown().has('usage')).toBe(true);
    await page.getByRole('button', { name: new RegExp(`^${ja.touches}`) }).click();
    await expect.poll(kindsShown).toEqual(new Set(['call', 'email']));
  });

  it('keeps the filter of an account for the next time', async () => {
    await open('en', 400);
    await page.getByRole('button', { name: /^Tickets/ }).click();
    await expect.poll(kindsShown).toEqual(new Set(['ticket']));
    await show();
    await expect.element(page.getByText('Shown: Tickets')).toBeVisible();
    await expect.poll(kindsShown).toEqual(new Set(['ticket']));
    expect(localStorage.getItem('kizuna.timeline-views')).toContain('ticket');
  });

  it('filters by person, sentiment and dates in its panel', async () => {
    await open('en', 400);
    await bed.store.addActivity({
      account: ACCOUNT,
      kind: 'meeting',
      at: TODAY - 2 * DAY,
      subject: 'Floor walk',
      contacts: ['co_1'],
      sentiment: 2,
    });
    await userEvent.keyboard('{Shift>}f{/Shift}');
    await page.getByRole('checkbox', { name: en.sentimentSteps[2], exact: true }).click();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => rows().length).toBe(1);
    await expect.element(page.getByRole('button', { name: /Floor walk/ })).toBeVisible();
    await expect.element(page.getByText('Shown: Sentiment: Bad')).toBeVisible();
  });

  it('filters by person, by source and by dates in its panel, each said in words', async () => {
    await open('en', 400);
    await bed.store.addActivity({
      account: ACCOUNT,
      kind: 'meeting',
      at: TODAY - 2 * DAY,
      subject: 'Floor walk',
      contacts: ['co_1'],
    });
    const panel = () => userEvent.keyboard('{Shift>}f{/Shift}');
    const shown = (text: string | RegExp) => expect.element(page.getByText(text)).toBeVisible();
    await panel();
    await page.getByRole('combobox', { name: en.person }).fill('田中 健');
    await page.getByRole('option', { name: '田中 健' }).click();
    await userEvent.keyboard('{Escape}');
    await shown('Shown: 田中 健');
    await expect.poll(() => rows().length).toBe(1);
    await expect.element(page.getByRole('button', { name: /Floor walk/ })).toBeVisible();
    await page.getByRole('button', { name: en.clear, exact: true }).click();

    await panel();
    await page.getByRole('button', { name: new RegExp(`^${en.source}`) }).click();
    await page.getByRole('option', { name: 'Salesforce' }).click();
    await userEvent.keyboard('{Escape}');
    await shown('Shown: Salesforce');
    await expect.poll(() => rows().length).toBeGreaterThan(3);
    await expect.element(page.getByRole('button', { name: /Floor walk/ })).not.toBeInTheDocument();
    await page.getByRole('button', { name: en.clear, exact: true }).click();

    const from = new Date(TODAY - 20 * DAY).toISOString().slice(0, 10);
    await panel();
    await page.getByRole('group', { name: en.fromDay }).getByRole('spinbutton').first().click();
    await userEvent.keyboard(`${from.slice(5, 7)}${from.slice(8, 10)}${from.slice(0, 4)}`);
    await userEvent.keyboard('{Escape}');
    await shown(/^Shown: since /);
    await expect.poll(() => days().every((day) => day >= from)).toBe(true);
    expect(days().length).toBeGreaterThan(3);
  });

  it('gives health and stage a lane of their own, beside contracts and people', async () => {
    const at = TODAY - 40 * DAY;
    await open('en', 1_000, {
      extras: [{ type: 'extra', key: 'health:1', at, kind: 'health', title: '50 → 38' }],
    });
    await bed.store.editRecords('account', [ACCOUNT], { stage: 'field-use' });
    await page.getByRole('button', { name: en.take }).click();
    await page.getByRole('menuitem', { name: en.showLanes }).click();
    await page.getByRole('button', { name: en.lanes.health, exact: true }).click();
    await expect.poll(kindsShown).toEqual(new Set(['health']));
    await page.getByRole('button', { name: en.lanes.health, exact: true }).click();
    await page.getByRole('button', { name: en.lanes.stage, exact: true }).click();
    await expect.poll(kindsShown).toEqual(new Set(['stage']));
    await expect.element(page.getByRole('button', { name: /Stage Operation → Field use/ })).toBeVisible();
    await page.getByRole('button', { name: en.lanes.marks, exact: true }).click();
    await expect.poll(() => kindsShown().has('contract')).toBe(true);
    expect(kindsShown().has('health')).toBe(false);
  });

  it('shows a lane for each kind', async () => {
    await open('ja', 2_000);
    await page.getByRole('button', { name: ja.take }).click();
    await page.getByRole('menuitem', { name: ja.showLanes }).click();
    await page.getByRole('button', { name: ja.lanes.surveys, exact: true }).click();
    await expect.poll(kindsShown).toEqual(new Set(['survey']));
    await checkFaults();
  });
});

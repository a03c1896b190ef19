/** What an entry of a timeline shows and offers: its facts, actions of other features, tasks and marks, and a link to it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { ExtraEntry } from '#renderer/data/timeline.ts';
import { timeline as en } from '#renderer/i18n/en/timeline.ts';
import { manyEvents, richAccount, seedAccount } from '#test/factories/account-history.ts';
import {
  ACCOUNT,
  bed,
  beginTimeline,
  checkFaults,
  DAY,
  endTimeline,
  open,
  stage,
  TODAY,
} from '#test/fakes/timeline-bed.ts';

beforeEach(beginTimeline);
afterEach(endTimeline);

describe('an entry of the timeline', () => {
  it('opens an entry with its own columns, its source and its date', async () => {
    await open('en', 200);
    await page
      .getByRole('button', { name: /^Calls?/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: /Call call \d+/ })
      .first()
      .click();
    await expect.element(page.getByText('Kansai')).toBeVisible();
    await expect.element(page.getByText(/^From Salesforce, imported/)).toBeVisible();
    await checkFaults();
  });

  it('puts what a person logs among the rest at once, with the actions handed in', async () => {
    const seen: string[] = [];
    await open('en', 200, {
      entryActions: (entry) =>
        entry.type === 'activity' ? (
          <button type="button" onClick={() => seen.push(entry.activity.id)}>
            Versions
          </button>
        ) : null,
    });
    await bed.store.addActivity({
      account: ACCOUNT,
      kind: 'visit',
      at: TODAY + 1,
      subject: 'At the warehouse',
    });
    const visit = page.getByRole('button', { name: /At the warehouse/ });
    await expect.element(visit).toBeVisible();
    await visit.click();
    await page.getByRole('button', { name: 'Versions' }).click();
    expect(seen).toHaveLength(1);
  });

  it('shows tasks that were done or are due, and marks that other features bring', async () => {
    const base = { account: ACCOUNT, side: 'ours' as const, owner: '佐藤 美咲', createdAt: 1, updatedAt: 1 };
    await bed.db.tasks.bulkPut([
      { ...base, id: 't1', title: 'Send training plan', state: 'open', due: '2020-01-01' },
      { ...base, id: 't2', title: 'Renew licence', state: 'done', doneAt: TODAY - DAY },
    ]);
    const extras: ExtraEntry[] = [
      {
        type: 'extra',
        key: 'health:1',
        at: TODAY - 60_000,
        kind: 'health',
        title: 'Health 50 → 38',
        rest: 'champion left −7',
      },
    ];
    await open('en', 50, { extras });
    await expect.element(page.getByRole('button', { name: /Health Health 50 → 38/ })).toBeVisible();
    await page.getByRole('button', { name: /^Task/ }).first().click();
    await expect.element(page.getByRole('button', { name: /Renew licence.*done/ })).toBeVisible();
    const due = page.getByRole('button', { name: /Send training plan.*overdue/ });
    await due.click();
    await expect.element(page.getByText(en.madeHere)).toBeVisible();
  });

  it('follows a link to an entry far back, filtered or not', async () => {
    await seedAccount(bed.db, richAccount(TODAY, manyEvents(4_000, TODAY)));
    const old = await bed.store.addActivity({
      account: ACCOUNT,
      kind: 'meeting',
      at: TODAY - 400 * DAY,
      subject: 'Kick-off',
      body: 'All agreed.',
    });
    if (!old.ok) throw new Error('not written');
    const id = (await bed.db.activities.toArray())[0]?.id ?? '';
    await open('en', 4_000);
    await page.getByRole('button', { name: /^Tickets/ }).click();
    stage?.navigate(`/accounts/${ACCOUNT}?entry=${id}`);
    const entry = page.getByRole('button', { name: /Kick-off/ });
    await expect.element(entry).toBeVisible();
    await expect.element(entry).toHaveFocus();
    await expect.element(entry).toHaveAttribute('aria-expanded', 'true');
    await expect.element(page.getByText(/^Shown:/)).not.toBeInTheDocument();
    stage?.navigate(`/accounts/${ACCOUNT}?entry=ticket:7:7`);
    await expect.element(page.getByText(en.notFound)).toBeVisible();
    // A task that was moved here names a note that stayed on its account.
    await bed.store.addActivity({ account: 'other', kind: 'call', at: TODAY - DAY, subject: 'Elsewhere' });
    const [moved] = await bed.db.activities.where('account').equals('other').toArray();
    stage?.navigate(`/accounts/${ACCOUNT}?entry=${moved?.id}`);
    await expect.poll(() => stage?.history.at(-1)).toBe(`/accounts/other?entry=${moved?.id}`);
  });
});

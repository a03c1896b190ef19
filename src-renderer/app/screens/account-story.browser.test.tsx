/** What an account's page tells of what was decided: the next contact in its head, marks of stages, findings and playbooks. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { settle } from '#renderer/data/health/settlements.ts';
import { account as en } from '#renderer/i18n/en/account.ts';
import { contradictions } from '#renderer/i18n/en/contradictions.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { account as ja } from '#renderer/i18n/ja/account.ts';
import { timeline as jaTimeline } from '#renderer/i18n/ja/timeline.ts';
import { useTimelineViews } from '#renderer/ui-state/timeline-view.ts';
import { addDays } from '#shared/domain/table/days.ts';
import { richAccount, seedAccount } from '#test/factories/account-history.ts';
import { stageAccount } from '#test/fakes/account-stage.tsx';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';

const TODAY = Date.now();
const DAY = 86_400_000;
const ID = 'ac_aoba';
let bed: TestBed;
let stage: Stage | undefined;

beforeEach(async () => {
  await page.viewport(1280, 800);
  useTimelineViews.setState({ views: new Map(), lanes: false });
  bed = await testBed();
  bed.clock.at = TODAY;
  await seedAccount(bed.db, richAccount(TODAY, []));
});
afterEach(async () => {
  stage?.end();
  stage = undefined;
  await bed.end();
});

async function logged(at: number, values: Record<string, string>): Promise<void> {
  const record = { id: bed.store.newId(), account: ID, kind: 'meeting', at, createdAt: at, updatedAt: at };
  const done = await bed.store.write('activity.add', [
    { type: 'add', table: 'activities', record: { ...record, ...values } },
  ]);
  if (!done.ok) throw new Error(done.error.type);
}

/** The page is there; its first words and rules come with the first test. */
async function open(language: 'en' | 'ja'): Promise<void> {
  stage = await stageAccount(bed, ID, language);
  await expect.poll(() => document.querySelector('.kz-tl') !== null, { timeout: 15_000 }).toBe(true);
}

const today = isoDateOf(TODAY);
/** What the head of the account says of it; '' where it says nothing. */
function next(language: 'en' | 'ja'): string {
  const label = { en, ja }[language].nextContact;
  const terms = [...document.querySelectorAll('.kz-acc-head dt')];
  return terms.find((term) => term.textContent === label)?.nextElementSibling?.textContent ?? '';
}

describe('the next contact', () => {
  it('stands in the head of the account, with the way to the note that says so, until it is kept', async () => {
    await logged(TODAY - 10 * DAY, { subject: 'Check-in', nextOn: addDays(today, 4) });
    await open('en');
    await expect.poll(() => next('en')).toContain('in 4 days');
    if (stage !== undefined) await checkAccessibility(stage.element);
    await logged(TODAY - 9 * DAY, { subject: 'Moved', nextOn: addDays(today, -2) });
    await expect.poll(() => next('en')).toContain('2 days ago');
    await page.getByRole('link', { name: /\d/ }).click();
    const moved = page.getByRole('button', { name: /Meeting Moved/ });
    await expect.element(moved).toHaveAttribute('aria-expanded', 'true');
    await logged(TODAY, { subject: 'Met' });
    await expect.poll(() => next('en')).toBe('');
  });

  it('is ahead on the timeline, in Japanese too', async () => {
    await logged(TODAY - DAY, { subject: '定例', nextOn: addDays(today, 6) });
    await open('ja');
    await expect.poll(() => next('ja')).toContain('6日後');
    await page.getByRole('button', { name: new RegExp(`^${jaTimeline.kinds.next}`) }).click();
    await page.getByRole('button', { name: jaTimeline.ahead(1) }).click();
    await expect.element(page.getByRole('button', { name: new RegExp(jaTimeline.nextAgreed) })).toBeVisible();
  });
});

describe('marks on the timeline', () => {
  it('tell of stages, of health set by hand, of contradictions settled and of playbooks started', async () => {
    await bed.store.editRecords('account', [ID], { stage: 'field-use' });
    const stamp = { account: ID, createdAt: TODAY - DAY, updatedAt: TODAY - DAY };
    await bed.db.overrides.add({
      ...stamp,
      id: 'o1',
      band: 'at-risk',
      reason: 'Budget frozen',
      until: addDays(today, 30),
      by: 'Mia',
    });
    await settle(bed.store, [
      {
        id: `${ID}\u001fusage-up-nps-low`,
        account: ID,
        about: 'contradiction',
        state: 'dismissed',
        reason: 'Asked them',
        mark: 'm',
      },
    ]);
    const task = { ...stamp, side: 'ours' as const, owner: '', state: 'open' as const };
    await bed.db.tasks.bulkAdd([
      { ...task, id: 't1', title: 'One', playbook: 'escalation', run: 'r1', step: '1' },
      { ...task, id: 't2', title: 'Two', playbook: 'escalation', run: 'r1', step: '2' },
    ]);
    await open('en');
    const mark = (name: RegExp) => page.getByRole('button', { name });
    await expect.element(mark(/Stage Operation → Field use/)).toBeVisible();
    await expect.element(mark(/Health Set by hand: At risk.*Budget frozen.*Mia/)).toBeVisible();
    const { title } = contradictions.rules['usage-up-nps-low'];
    await expect.element(mark(new RegExp(`Finding Dismissed: ${title}.*Asked them`))).toBeVisible();
    await expect.element(mark(/Plan Playbook started: .*2 tasks/)).toBeVisible();
    await mark(/Stage Operation → Field use/).click();
    await expect.element(page.getByText('Written in Kizuna')).toBeVisible();
    // Taken back at once, nothing of it remains.
    (document.activeElement as HTMLElement | null)?.blur();
    await bed.store.undoRedo.undo();
    await bed.store.undoRedo.undo();
    await expect.element(mark(/Stage Operation → Field use/)).not.toBeInTheDocument();
  });
});

describe('a note without a subject', () => {
  it('is called by its words, not by its signs, as a draft and on the timeline', async () => {
    const body = '## [@Mori](kizuna-contact:co_2) wants **more**\n\n- [ ] x';
    await logged(TODAY - DAY, { body });
    const draft = await bed.store.startDraft({ accountId: ID, kind: 'call', activityAt: TODAY, body });
    if (!draft.ok) throw new Error('no draft');
    await open('en');
    await expect.element(page.getByRole('button', { name: /Meeting @Mori wants more/ })).toBeVisible();
    await expect.element(page.getByRole('button', { name: en.draftWaits(1) })).toBeVisible();
    const tip = page
      .getByRole('button', { name: en.draftWaits(1) })
      .element()
      .getAttribute('data-tip');
    expect(tip).toBe(en.continueDraft('@Mori wants more'));
    await userEvent.keyboard('{Escape}');
    expect(document.body.textContent).not.toContain('kizuna-contact');
  });
});

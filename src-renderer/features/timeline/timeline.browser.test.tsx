import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ExtraEntry } from '#renderer/data/timeline.ts';
import { timeline as en } from '#renderer/i18n/en/timeline.ts';
import { timeline as ja } from '#renderer/i18n/ja/timeline.ts';
import { useTimelineViews } from '#renderer/ui-state/timeline-view.ts';
import { manyEvents, richAccount, seedAccount } from '#test/factories/account-history.ts';
import { checkAccessibility } from '#test/fakes/check-accessibility.ts';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { stageTimeline } from '#test/fakes/timeline-stage.tsx';

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
});
afterEach(async () => {
  stage?.end();
  stage = undefined;
  await bed.end();
});

type Options = Partial<Parameters<typeof stageTimeline>[1]>;

async function open(language: 'en' | 'ja', count: number, options: Options = {}): Promise<void> {
  await seedAccount(bed.db, richAccount(TODAY, manyEvents(count, TODAY)));
  stage = await stageTimeline(bed, { accountId: ID, language, ...options });
  await expect.element(page.getByRole('toolbar', { name: { en, ja }[language].filter })).toBeVisible();
  await expect.poll(() => rows().length).toBeGreaterThan(0);
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.kz-tl-row')];
}

function kindsShown(): Set<string | undefined> {
  return new Set(rows().map((row) => row.dataset.kind));
}

function days(): string[] {
  return rows()
    .filter((row) => row.dataset.depth === '0')
    .map((row) => row.querySelector('time')?.dateTime ?? '');
}

function list(): HTMLElement {
  const box = document.querySelector<HTMLElement>('.kz-tl-scroll');
  if (box === null) throw new Error('no list');
  return box;
}

async function tidy(): Promise<void> {
  if (stage === undefined) throw new Error('nothing on the stage');
  await checkAccessibility(stage.element);
}

describe('the timeline', () => {
  it('shows the newest first and holds few rows of 5,000 entries in the document', async () => {
    await open('en', 5_000);
    await expect.poll(() => rows().length).toBeGreaterThan(10);
    expect(rows().length).toBeLessThan(80);
    expect(days()).toEqual([...days()].sort().reverse());
    await expect.element(page.getByRole('button', { name: /^All/ })).toHaveTextContent('5.01K');
    await tidy();
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

  it('filters by kind, several at once, says so, and shows everything again', async () => {
    await open('ja', 400);
    await page.getByRole('button', { name: new RegExp(`^${ja.kinds.ticket}`) }).click();
    await expect.poll(kindsShown).toEqual(new Set(['ticket']));
    await page.getByRole('button', { name: new RegExp(`^${ja.kinds.survey}`) }).click();
    await expect.poll(kindsShown).toEqual(new Set(['ticket', 'survey']));
    await expect.element(page.getByText('表示中：チケット、アンケート')).toBeVisible();
    await tidy();
    await page.getByRole('button', { name: ja.clear, exact: true }).click();
    await expect.poll(() => kindsShown().has('usage')).toBe(true);
    await page.getByRole('button', { name: new RegExp(`^${ja.touches}`) }).click();
    await expect.poll(kindsShown).toEqual(new Set(['call', 'email']));
  });

  it('keeps the filter of an account for the next time', async () => {
    await open('en', 400);
    await page.getByRole('button', { name: /^Tickets/ }).click();
    await expect.poll(kindsShown).toEqual(new Set(['ticket']));
    stage?.end();
    stage = await stageTimeline(bed, { accountId: ID, language: 'en' });
    await expect.element(page.getByText('Shown: Tickets')).toBeVisible();
    await expect.poll(kindsShown).toEqual(new Set(['ticket']));
    expect(localStorage.getItem('kizuna.timeline-views')).toContain('ticket');
  });

  it('filters by person, sentiment and dates in its panel', async () => {
    await open('en', 400);
    await bed.store.addActivity({
      account: ID,
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
      account: ID,
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

  it('sets dates by the handles of the strip, and clears them again', async () => {
    await open('en', 3_000);
    const from = page.getByRole('slider', { name: en.stripFrom });
    (from.element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect.element(page.getByText(/^Shown: since/)).toBeVisible();
    await userEvent.keyboard('{Home}');
    await expect.element(page.getByText(/^Shown:/)).not.toBeInTheDocument();
    const to = page.getByRole('slider', { name: en.stripTo });
    (to.element() as HTMLElement).focus();
    await userEvent.keyboard('{PageDown}');
    await expect.element(page.getByText(/^Shown: until/)).toBeVisible();
    await tidy();
  });

  /** The strip, and the month under a share of its width. */
  function strip() {
    const plot = document.querySelector<HTMLElement>('.kz-tl-plot');
    if (plot === null) throw new Error('no strip');
    const bound = (name: string, edge: string) =>
      Number(page.getByRole('slider', { name }).element().getAttribute(edge));
    const first = bound(en.stripFrom, 'aria-valuemin');
    const count = bound(en.stripTo, 'aria-valuemax') - first + 1;
    const { width, height } = plot.getBoundingClientRect();
    const at = (share: number) => ({ x: Math.round(width * share), y: Math.round(height / 2) });
    const monthAt = (share: number) => {
      const month = first + Math.floor((Math.round(width * share) / width) * count);
      return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    };
    return { plot, at, monthAt };
  }

  it('goes to the month of the strip that is pressed', async () => {
    await open('en', 5_000);
    await expect.element(page.getByRole('slider', { name: en.stripFrom })).toBeVisible();
    const { plot, at, monthAt } = strip();
    await userEvent.click(plot, { position: at(0.4) });
    await expect.poll(() => days()[0]?.slice(0, 7)).toBe(monthAt(0.4));
    await expect.element(page.getByText(/^Shown:/)).not.toBeInTheDocument();
  });

  it('shows the months over which the pointer is drawn, in either direction', async () => {
    await open('en', 5_000);
    await expect.element(page.getByRole('slider', { name: en.stripFrom })).toBeVisible();
    for (const [start, end] of [
      [0.3, 0.6],
      [0.6, 0.3],
    ] as const) {
      const { plot, at, monthAt } = strip();
      const [low, high] = [monthAt(0.3), monthAt(0.6)];
      await userEvent.dragAndDrop(plot, plot, { sourcePosition: at(start), targetPosition: at(end) });
      await expect.poll(() => days()[0]?.slice(0, 7)).toBe(high);
      await expect.element(page.getByText(/^Shown: /)).toBeVisible();
      const from = page.getByRole('slider', { name: en.stripFrom }).element();
      const [year = 0, month = 0] = low.split('-').map(Number);
      expect(from.getAttribute('aria-valuenow')).toBe(String(year * 12 + month - 1));
      await page.getByRole('button', { name: en.clear, exact: true }).click();
      await expect.element(page.getByText(/^Shown: /)).not.toBeInTheDocument();
    }
  });

  it('gives health and stage a lane of their own, beside contracts and people', async () => {
    const at = TODAY - 40 * DAY;
    await open('en', 1_000, {
      extras: [{ type: 'extra', key: 'health:1', at, kind: 'health', title: '50 → 38' }],
    });
    await bed.store.editRecords('account', [ID], { stage: 'field-use' });
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
    await tidy();
  });

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
    await tidy();
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
    await bed.store.addActivity({ account: ID, kind: 'visit', at: TODAY + 1, subject: 'At the warehouse' });
    const visit = page.getByRole('button', { name: /At the warehouse/ });
    await expect.element(visit).toBeVisible();
    await visit.click();
    await page.getByRole('button', { name: 'Versions' }).click();
    expect(seen).toHaveLength(1);
  });

  it('shows tasks that were done or are due, and marks that other features bring', async () => {
    const base = { account: ID, side: 'ours' as const, owner: '佐藤 美咲', createdAt: 1, updatedAt: 1 };
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
      account: ID,
      kind: 'meeting',
      at: TODAY - 400 * DAY,
      subject: 'Kick-off',
      body: 'All agreed.',
    });
    if (!old.ok) throw new Error('not written');
    const id = (await bed.db.activities.toArray())[0]?.id ?? '';
    await open('en', 4_000);
    await page.getByRole('button', { name: /^Tickets/ }).click();
    stage?.navigate(`/accounts/${ID}?entry=${id}`);
    const entry = page.getByRole('button', { name: /Kick-off/ });
    await expect.element(entry).toBeVisible();
    await expect.element(entry).toHaveFocus();
    await expect.element(entry).toHaveAttribute('aria-expanded', 'true');
    await expect.element(page.getByText(/^Shown:/)).not.toBeInTheDocument();
    stage?.navigate(`/accounts/${ID}?entry=ticket:7:7`);
    await expect.element(page.getByText(en.notFound)).toBeVisible();
    // A task that was moved here names a note that stayed on its account.
    await bed.store.addActivity({ account: 'other', kind: 'call', at: TODAY - DAY, subject: 'Elsewhere' });
    const [moved] = await bed.db.activities.where('account').equals('other').toArray();
    stage?.navigate(`/accounts/${ID}?entry=${moved?.id}`);
    await expect.poll(() => stage?.history.at(-1)).toBe(`/accounts/other?entry=${moved?.id}`);
  });

  it('exports what is filtered as CSV, in which no cell is a formula, and as Markdown', async () => {
    const blobs: Blob[] = [];
    const names: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) blobs.push(blob);
      return 'blob:none';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await open('en', 2_500);
    await bed.store.addActivity({
      account: ID,
      kind: 'meeting',
      at: TODAY - DAY,
      subject: '=HYPERLINK("http://evil.example")',
      body: '@SUM(1)\n## **Next** by [@Mori](kizuna-contact:co_2)',
    });
    await page.getByRole('button', { name: /^Meeting/ }).click();
    for (const item of [en.exportCsv, en.exportMarkdown]) {
      await page.getByRole('button', { name: en.take }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect.element(page.getByText(/^1 entry in /).last()).toBeVisible();
    }
    await expect.poll(() => blobs.length).toBe(2);
    const [csv = '', markdown = ''] = await Promise.all(blobs.map((blob) => blob.text()));
    expect(names[0]).toMatch(/^青葉物流株式会社 timeline \d{4}-\d\d-\d\d\.csv$/);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(csv).toContain(`"'@SUM(1)`);
    expect(csv.split('\r\n')[0]).toContain('Date,Time,Kind');
    // Cells hold words; the Markdown file keeps the note as it was written.
    expect(csv).toContain('Next by @Mori');
    expect(csv).not.toContain('kizuna-contact');
    expect(markdown).toContain('# 青葉物流株式会社');
    expect(markdown).toContain('> ## **Next** by [@Mori](kizuna-contact:co_2)');
    vi.restoreAllMocks();
  });

  it('prints the entries shown on a page of their own', async () => {
    let seen = '';
    vi.spyOn(window, 'print').mockImplementation(() => {
      seen = document.querySelector('.kz-tl-print')?.textContent ?? '';
    });
    await open('ja', 300);
    await page.getByRole('button', { name: new RegExp(`^${ja.kinds.survey}`) }).click();
    await expect.poll(kindsShown).toEqual(new Set(['survey']));
    await userEvent.keyboard('{Control>}p{/Control}');
    await expect.poll(() => seen).toContain('表示中：アンケート');
    expect(seen).toContain('現場の声が届いた。');
    await expect.poll(() => document.querySelector('.kz-tl-print')).toBeNull();
    vi.restoreAllMocks();
  });

  it('shows one entry alone, and tells an account without history what to do', async () => {
    await seedAccount(bed.db, {
      account: richAccount(TODAY, []).account,
      events: manyEvents(1, TODAY),
    });
    stage = await stageTimeline(bed, { accountId: ID, language: 'en' });
    await expect.poll(() => rows().length).toBe(1);
    await tidy();
    stage.end();
    await seedAccount(bed.db, { account: { ...richAccount(TODAY, []).account, id: 'ac_new' } }, 99);
    // There is nothing to filter, so there is no toolbar to wait for.
    stage = await stageTimeline(bed, { accountId: 'ac_new', language: 'en' });
    await expect.element(page.getByText(en.emptyTitle)).toBeVisible();
  });
});

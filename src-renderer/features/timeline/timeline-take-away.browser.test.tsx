/** A timeline taken away: as a CSV file, as Markdown and on paper. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { timeline as en } from '#renderer/i18n/en/timeline.ts';
import { timeline as ja } from '#renderer/i18n/ja/timeline.ts';
import {
  ACCOUNT,
  bed,
  beginTimeline,
  DAY,
  endTimeline,
  kindsShown,
  open,
  TODAY,
} from '#test/fakes/timeline-bed.ts';

beforeEach(beginTimeline);
afterEach(endTimeline);

describe('what is taken from the timeline', () => {
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
      account: ACCOUNT,
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
});

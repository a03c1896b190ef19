/** The strip of months: its handles, a press, and a stretch drawn over it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { timeline as en } from '#renderer/i18n/en/timeline.ts';
import { beginTimeline, checkFaults, days, endTimeline, open } from '#test/fakes/timeline-bed.ts';

beforeEach(beginTimeline);
afterEach(endTimeline);

describe('the strip of the timeline', () => {
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
    await checkFaults();
  });

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
});

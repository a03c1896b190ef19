/** The timeline of an account with a long history beside that of one with a short one: first paint, filters, scrolling. */
import { timeline as texts } from '#renderer/i18n/en/timeline.ts';
import { useTimelineViews } from '#renderer/ui-state/timeline-view.ts';
import { NO_FILTER, type TimelineFilter } from '#shared/domain/timeline/filter.ts';
import { manyEvents, richAccount, seedAccount } from '#test/factories/account-history.ts';
import type { Stage } from '#test/fakes/mount-screen.tsx';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { stageTimeline } from '#test/fakes/timeline-stage.tsx';

const DAY = 86_400_000;
const YEARS = 6;
const RARE = 5;

type Size = 'short' | 'long';

let bed: TestBed | undefined;

function theBed(): TestBed {
  if (bed === undefined) throw new Error('nothing was seeded');
  return bed;
}

/** Spread over the years, with a few QBRs that lie far apart. */
function eventsFor(count: number, until: number) {
  const events = manyEvents(count, until);
  const span = until - (events.at(-1)?.at ?? until);
  const share = Math.min(1, (YEARS * 365 * DAY) / span);
  const spread = events.map((event): (typeof events)[number] => {
    const at = Math.round(until - (until - event.at) * share);
    return { ...event, at, values: { ...event.values, at } };
  });
  const every = Math.floor(count / (RARE + 1));
  for (let i = 1; i <= RARE; i++) {
    const at = spread[i * every]?.at ?? until;
    spread[i * every] = { noun: 'activity', at, values: { at, kind: 'qbr', subject: `Review ${i}` } };
  }
  return spread;
}

function frame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.kz-tl-row')];
}

/** Milliseconds until what was asked for is drawn; looked at after each change of the document, not by a timer. */
function untilDrawn(isThere: () => boolean, started: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('never drawn')), 60_000);
    const look = () => {
      if (!isThere()) return;
      observer.disconnect();
      clearTimeout(patience);
      // The frame in which it stands on the screen.
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started), 0));
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
    look();
  });
}

/** Rows that fill the screen, or all that there are. */
const SCREENFUL = 16;

async function stageOf(size: Size, filter: TimelineFilter = NO_FILTER): Promise<Stage> {
  const accountId = `ac_${size}`;
  useTimelineViews.setState({ views: new Map([[accountId, { filter, grouped: true }]]), lanes: false });
  return stageTimeline(theBed(), { accountId, language: 'en', strict: false });
}

async function breathe(ms = 120): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

async function firstPaint(size: Size): Promise<number> {
  const started = performance.now();
  const stage = await stageOf(size);
  const took = await untilDrawn(() => rows().length >= SCREENFUL, started);
  stage.end();
  await breathe();
  return took;
}

/** From the press of the kind's button to its rows on the screen. */
async function filterBy(size: Size, kind: string, label: string, least: number): Promise<number> {
  const stage = await stageOf(size);
  await untilDrawn(() => rows().length >= SCREENFUL && buttonOf(label) !== undefined, performance.now());
  await breathe(400);
  const started = performance.now();
  buttonOf(label)?.click();
  const isThere = () => {
    const shown = rows();
    return shown.length >= least && shown.every((row) => row.dataset.kind === kind);
  };
  const took = await untilDrawn(isThere, started);
  stage.end();
  await breathe();
  return took;
}

function buttonOf(label: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('.kz-tl-kinds button')].find((button) =>
    button.textContent?.startsWith(label),
  );
}

export interface ScrollReport {
  readonly frames: number;
  /** Frames in which a place of the list showed no row. */
  readonly blank: number;
  /** Milliseconds; 0 when no task reached 50 ms, which is where the browser begins to report. */
  readonly longest: number;
  readonly pixels: number;
}

/** True when a row stands at each of several heights of the list. */
function isCovered(box: DOMRect): boolean {
  return [0.03, 0.25, 0.5, 0.75, 0.97].every((share) => {
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * share);
    return at?.closest('.kz-tl-item') !== null && at !== null;
  });
}

/** Scrolls as a fast wheel does: so many pixels with each frame. */
async function scroll(frames: number, pixels: number): Promise<ScrollReport> {
  const stage = await stageOf('long');
  await untilDrawn(() => rows().length >= SCREENFUL, performance.now());
  await breathe(1_000);
  const list = document.querySelector<HTMLElement>('.kz-tl-scroll');
  if (list === null) throw new Error('no list');
  const box = list.getBoundingClientRect();
  let longest = 0;
  const observer = new PerformanceObserver((entries) => {
    for (const { duration } of entries.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ entryTypes: ['longtask'] });
  let blank = 0;
  for (let i = 0; i < frames; i++) {
    list.scrollTop += pixels;
    // What the next frame shows: the scroll event is handled before it is drawn.
    await frame();
    await frame();
    if (!isCovered(box)) blank++;
  }
  const reached = list.scrollTop;
  observer.disconnect();
  stage.end();
  return { frames, blank, longest, pixels: reached };
}

export const benchTimeline = {
  /** Milliseconds that it took to write both histories. */
  async timelineSeed(short: number, long: number): Promise<number> {
    const started = performance.now();
    bed = await testBed();
    const now = Date.now();
    bed.clock.at = now;
    const { account } = richAccount(now, []);
    await seedAccount(bed.db, { account: { ...account, id: 'ac_short' }, events: eventsFor(short, now) });
    await seedAccount(
      bed.db,
      { account: { ...account, id: 'ac_long' }, events: eventsFor(long, now) },
      100_000,
    );
    return performance.now() - started;
  },
  timelineFirstPaint: firstPaint,
  timelineByLane: (size: Size) => filterBy(size, 'ticket', texts.kinds.ticket, SCREENFUL),
  timelineByKind: (size: Size) => filterBy(size, 'call', 'Call', 10),
  timelineByRareKind: (size: Size) => filterBy(size, 'qbr', 'QBR', RARE),
  timelineScroll: scroll,
  async timelineEnd(): Promise<void> {
    await bed?.end();
    bed = undefined;
  },
};

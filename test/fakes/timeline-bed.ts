/** The timeline of one account over a database of its own, and what a test reads off it. */
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { timeline as en } from '#renderer/i18n/en/timeline.ts';
import { timeline as ja } from '#renderer/i18n/ja/timeline.ts';
import { useTimelineViews } from '#renderer/ui-state/timeline-view.ts';
import { manyEvents, richAccount, seedAccount } from '#test/factories/account-history.ts';
import { checkAccessibility } from './check-accessibility.ts';
import type { Stage } from './mount-screen.tsx';
import { type TestBed, testBed } from './test-store.ts';
import { stageTimeline } from './timeline-stage.tsx';

export const TODAY = Date.now();
export const DAY = 86_400_000;
export const ACCOUNT = 'ac_aoba';

export let bed: TestBed;
export let stage: Stage | undefined;

export async function beginTimeline(): Promise<void> {
  await page.viewport(1280, 800);
  useTimelineViews.setState({ views: new Map(), lanes: false });
  bed = await testBed();
  bed.clock.at = TODAY;
}

export async function endTimeline(): Promise<void> {
  stage?.end();
  stage = undefined;
  await bed.end();
}

type Options = Parameters<typeof stageTimeline>[1];

/** The timeline of what the database holds, in place of the one that is on the stage. */
export async function show(options: Partial<Options> = {}): Promise<void> {
  stage?.end();
  stage = await stageTimeline(bed, { accountId: ACCOUNT, language: 'en', ...options });
}

/** The timeline of an account with so many events, once its toolbar and its first rows are there. */
export async function open(
  language: Options['language'],
  count: number,
  options: Partial<Options> = {},
): Promise<void> {
  await seedAccount(bed.db, richAccount(TODAY, manyEvents(count, TODAY)));
  await show({ language, ...options });
  await expect.element(page.getByRole('toolbar', { name: { en, ja }[language].filter })).toBeVisible();
  await expect.poll(() => rows().length).toBeGreaterThan(0);
}

export function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.kz-tl-row')];
}

export function kindsShown(): Set<string | undefined> {
  return new Set(rows().map((row) => row.dataset.kind));
}

export function days(): string[] {
  return rows()
    .filter((row) => row.dataset.depth === '0')
    .map((row) => row.querySelector('time')?.dateTime ?? '');
}

export async function checkFaults(): Promise<void> {
  if (stage === undefined) throw new Error('nothing on the stage');
  await checkAccessibility(stage.element);
}

/** Changes of band on the timeline: found in what was kept, told with what moved most, and none while there is no score. */
import { Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DataContext } from '#renderer/data/data-context.ts';
import type { Health, HealthStore } from '#renderer/data/health/health-store.ts';
import { keepScores } from '#renderer/data/health/kept-scores.ts';
import { createObservable } from '#renderer/data/observable.ts';
import type { ExtraEntry } from '#renderer/data/timeline.ts';
import { healthWords as en } from '#renderer/i18n/en/health-words.ts';
import { healthWords as ja } from '#renderer/i18n/ja/health-words.ts';
import { scoreAccount } from '#shared/domain/health/score.ts';
import { addDays } from '#shared/domain/table/days.ts';
import { anAccount, aSignal, NOW, plainCard, TODAY } from '#test/factories/health.ts';
import { appData, speak } from '#test/fakes/app-data.ts';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { useHealthMarks } from './use-health-marks.ts';

const CARD = plainCard({ csat: 60, nps: 40 });
const DAY = 86_400_000;
let bed: TestBed;
let root: Root | undefined;

beforeEach(async () => {
  bed = await testBed();
  await bed.db.accounts.add(anAccount());
  await bed.db.scorecards.add(CARD);
});
afterEach(async () => {
  root?.unmount();
  root = undefined;
  await bed.end();
});

/** A score as it was kept so many days ago. */
function scored(daysAgo: number, csat: number, nps: number) {
  const day = addDays(TODAY, -daysAgo);
  const now = NOW - daysAgo * DAY;
  const signals = { csat: aSignal(csat, { at: now }), nps: aSignal(nps, { at: now }) };
  return scoreAccount(CARD, signals, { account: 'a', day, now });
}

function storeOf(state: Health['state']): HealthStore {
  const health: Health = {
    state,
    work: undefined,
    day: TODAY,
    scores: new Map(),
    trends: new Map(),
    cards: [CARD],
    version: 1,
  };
  return {
    get: () => health,
    subscribe: () => () => undefined,
    figureOf: () => undefined,
    bandOf: () => ({ band: 'watch', computed: 'watch' }),
    overrideOf: () => undefined,
    signalsOf: () => ({}),
    cardOf: () => CARD,
    written: () => undefined,
    imported: () => undefined,
    fiscalYearChanged: () => undefined,
    close: () => undefined,
  };
}

const clock = () => NOW;

function Probe({ seen }: { readonly seen: (readonly ExtraEntry[])[] }) {
  seen.push(useHealthMarks('a', clock));
  return null;
}

async function marks(language: 'en' | 'ja', state: Health['state'] = 'ready') {
  await speak(language);
  const seen: (readonly ExtraEntry[])[] = [];
  const data = appData(bed);
  const health = {
    ...data.health,
    store: createObservable(storeOf(state)),
    start: async () => storeOf(state),
  };
  root = createRoot(document.createElement('div'));
  root.render(
    <DataContext value={{ ...data, health }}>
      <Suspense fallback={null}>
        <Probe seen={seen} />
      </Suspense>
    </DataContext>,
  );
  return () => seen.at(-1) ?? [];
}

it('is a mark on the day, with the bands in words and the measures that moved most', async () => {
  await keepScores(bed.db, [scored(9, 90, 80), scored(6, 88, 80), scored(3, 50, 40), scored(1, 52, 40)]);
  const found = await marks('en');
  await expect.poll(() => found().length).toBe(1);
  const [mark] = found();
  expect(mark).toMatchObject({
    kind: 'health',
    key: `health:${addDays(TODAY, -3)}`,
    at: Date.parse(addDays(TODAY, -3)),
    title: '85 → 46',
    aside: `${en.bands.healthy} → ${en.bands.watch}`,
  });
  expect(mark?.facts?.map(({ label }) => label)).toEqual([en.measures.csat.name, en.measures.nps.name]);
  expect(mark?.rest).toContain(en.measures.csat.name);
});

it('speaks Japanese', async () => {
  await keepScores(bed.db, [scored(6, 88, 80), scored(3, 20, 20)]);
  const found = await marks('ja');
  await expect.poll(() => found().length).toBe(1);
  expect(found()[0]?.aside).toBe(`${ja.bands.healthy} → ${ja.bands['at-risk']}`);
});

it('leaves no mark where the band stayed, nor while there are no scores', async () => {
  await keepScores(bed.db, [scored(6, 88, 80), scored(3, 80, 78)]);
  const calm = await marks('en');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(calm()).toEqual([]);
  root?.unmount();
  await keepScores(bed.db, [scored(2, 10, 10)]);
  const early = await marks('en', 'starting');
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(early()).toEqual([]);
});

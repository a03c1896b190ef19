/** Health over a large book: from what is stored to scores, a changed weight, a saved note. Runs in the page. */
import { createBook } from '#renderer/data/book.ts';
import { showHealthInBook } from '#renderer/data/health/health-rows.ts';
import { createHealthStore, type HealthStore } from '#renderer/data/health/health-store.ts';
import { readScorecards, saveScorecard } from '#renderer/data/health/scorecards.ts';
import { openStore } from '#renderer/data/open-store.ts';
import type { KizunaDatabase } from '#renderer/data/schema.ts';
import type { Store } from '#renderer/data/store.ts';
import { createBridge } from '#renderer/platform/bridge.ts';
import { compileScorecard } from '#shared/domain/health/compile-scorecard.ts';
import { pointColumns, signalColumns, weighColumns } from '#shared/domain/health/score-columns.ts';
import { mergeSort } from '#shared/domain/table/merge-sort.ts';
import { drain } from '#shared/domain/table/sliced.ts';
import type { Scorecard } from '#shared/model/health.ts';
import { type FindingsFigures, measureFindings } from './findings-bench.ts';
import { isoDay, seedBook } from './health-book.ts';

interface Bed {
  readonly store: Store;
  health: HealthStore | undefined;
}

let bed: Bed | undefined;

function theBed(): Bed {
  if (bed === undefined) throw new Error('seedHealth comes first');
  return bed;
}

function makeHealth(database: string): HealthStore {
  return createHealthStore({
    makeWorker: () =>
      new Worker(new URL('../../../src-renderer/data/health/health-worker.ts', import.meta.url), {
        type: 'module',
      }),
    database,
    onFailure: ({ name, message }) => {
      throw new Error(`${name}: ${message}`);
    },
  });
}

function until(health: HealthStore, test: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (test()) {
      resolve();
      return;
    }
    const stop = health.subscribe(() => {
      if (!test()) return;
      stop();
      resolve();
    });
  });
}

function isQuiet(health: HealthStore): boolean {
  return health.get().state === 'ready' && health.get().work === undefined;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** The whole account list as the accounts screen reads it, until its rows are there. */
async function readList(db: KizunaDatabase): Promise<void> {
  const book = createBook({
    db,
    today: () => isoDay(Date.now()),
    first: { get: () => [], set: () => undefined },
    onFailure: (error) => {
      throw error;
    },
  });
  while (book.get().state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 1));
  book.close();
}

/** A group's weight moved to the next one. */
function reweighed(card: Scorecard, by: number): Scorecard {
  const groups = card.groups.map((group, i) =>
    i > 1 ? group : { ...group, weight: group.weight + (i === 0 ? by : -by) },
  );
  return { ...card, groups };
}

/** Longest task of the UI thread while something goes on. */
async function longestDuring(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  const watch = (list: PerformanceObserverEntryList) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver(watch);
  observer.observe({ type: 'longtask' });
  await work();
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return longest;
}

/** The same number of figures, weighed and put in order on bare arrays: what the work itself takes. */
function bareWeights(count: number, measures: number): { score: number; sort: number } {
  const points = Float64Array.from({ length: count * measures }, (_, i) => (i * 7_919) % 101);
  const weights = Float64Array.from({ length: measures }, (_, i) => 1 + (i % 5));
  const values = new Float64Array(count);
  const began = performance.now();
  for (let row = 0; row < count; row++) {
    let sum = 0;
    let present = 0;
    for (let m = 0; m < measures; m++) {
      const weight = weights[m] ?? 0;
      sum += weight * (points[row * measures + m] ?? 0);
      present += weight;
    }
    values[row] = sum / present;
  }
  const scored = performance.now();
  Array.from(values, (value, place) => ({ value, place })).sort((a, b) => a.value - b.value);
  return { score: scored - began, sort: performance.now() - scored };
}

interface WeightTimes {
  readonly score: number[];
  readonly sort: number[];
  readonly bareScore: number[];
  readonly bareSort: number[];
}

export const benchHealth = {
  /** Fills the database and scores it once. Returns the milliseconds that the first scoring of all facts took. */
  async seedHealth(count: number): Promise<number> {
    const { store, opened } = openStore({
      bridge: createBridge(),
      clock: { now: () => Date.now() },
      newId: () => crypto.randomUUID(),
    });
    await opened;
    await seedBook(store.db, count, Date.now());
    bed = { store, health: undefined };
    return timed(async () => {
      const health = makeHealth(store.db.name);
      await until(health, () => isQuiet(health) && health.get().scores.size === count);
      health.close();
    });
  },

  /** Milliseconds from nothing to all scores at hand, and of reading the account list, one after the other. */
  async healthStarts(samples: number): Promise<{ ours: number[]; list: number[]; measures: number }> {
    const { store } = theBed();
    const ours: number[] = [];
    const list: number[] = [];
    let measures = 0;
    for (let i = -1; i < samples; i++) {
      const read = await timed(() => readList(store.db));
      const health = makeHealth(store.db.name);
      const scored = await timed(() => until(health, () => health.get().state === 'ready'));
      await until(health, () => isQuiet(health));
      const [score] = health.get().scores.values();
      measures = score?.measures.filter(({ state }) => state === 'present').length ?? 0;
      health.close();
      if (i < 0) continue;
      ours.push(scored);
      list.push(read);
    }
    return { ours, list, measures };
  },

  /** Opens health with the book beside it, as the app does. Returns the longest task of the UI thread until it is quiet. */
  async openHealth(): Promise<number> {
    const { store } = theBed();
    const book = createBook({
      db: store.db,
      today: () => isoDay(Date.now()),
      first: { get: () => [], set: () => undefined },
      onFailure: (error) => {
        throw error;
      },
    });
    while (book.get().state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5));
    return longestDuring(async () => {
      const health = makeHealth(store.db.name);
      store.onWritten(health.written);
      showHealthInBook(health, book);
      theBed().health = health;
      await until(health, () => isQuiet(health));
    });
  },

  /** The sums alone, on the UI thread: scores of all accounts by another weight, and their order. */
  pureWeights(samples: number): WeightTimes {
    const health = theBed().health;
    const card = health?.get().cards[1];
    if (health === undefined || card === undefined) throw new Error('openHealth comes first');
    const accounts = [...health.get().scores.keys()];
    const columns = signalColumns(accounts.map((account) => health.signalsOf(account)));
    const on = { day: health.get().day, now: Date.now() };
    const points = pointColumns(compileScorecard(card), columns, on);
    const times: WeightTimes = { score: [], sort: [], bareScore: [], bareSort: [] };
    for (let i = -3; i < samples; i++) {
      const changed = compileScorecard(reweighed(card, 1 + (Math.abs(i) % 9)));
      const began = performance.now();
      const { values } = weighColumns(changed, points, columns.count);
      const scored = performance.now();
      const indexes = Uint32Array.from(values, (_, place) => place);
      drain(mergeSort(indexes, (a, b) => (values[a] ?? 0) - (values[b] ?? 0)));
      const sorted = performance.now();
      const bare = bareWeights(columns.count, points.length);
      if (i < 0) continue;
      times.score.push(scored - began);
      times.sort.push(sorted - scored);
      times.bareScore.push(bare.score);
      times.bareSort.push(bare.sort);
    }
    return times;
  },

  /** Contradictions and alerts of all accounts, beside their scores. */
  findings(samples: number): Promise<FindingsFigures> {
    const { store, health } = theBed();
    if (health === undefined) throw new Error('openHealth comes first');
    return measureFindings(store, health, samples);
  },

  /** A weight saved as the editor does, until all scores are new on the screen's side. */
  async savedWeights(samples: number): Promise<{ times: number[]; longest: number }> {
    const { store, health } = theBed();
    if (health === undefined) throw new Error('openHealth comes first');
    const accounts = [...health.get().scores.keys()];
    const times: number[] = [];
    const longest = await longestDuring(async () => {
      for (let i = 0; i < samples; i++) {
        const card = (await readScorecards(store.db)).find(({ id }) => id === 'saas-low-touch');
        if (card === undefined) throw new Error('no card');
        const account = accounts.find((id) => health.cardOf(id)?.id === card.id) ?? '';
        const time = await timed(async () => {
          await saveScorecard(store, reweighed(card, i % 2 === 0 ? 5 : -5), '');
          await until(health, () => health.get().scores.get(account)?.version === card.version + 1);
        });
        times.push(time);
        await until(health, () => isQuiet(health));
      }
    });
    return { times, longest };
  },

  /** Milliseconds from saving a note to the frame after its account's new score. */
  async savedNotes(samples: number): Promise<{ times: number[]; longest: number }> {
    const { store, health } = theBed();
    if (health === undefined) throw new Error('openHealth comes first');
    const accounts = [...health.get().scores.keys()];
    const times: number[] = [];
    const longest = await longestDuring(async () => {
      for (let i = 0; i < samples; i++) {
        const account = accounts[(i * 251 + 7) % accounts.length] ?? '';
        const before = health.get().scores.get(account);
        const started = performance.now();
        const contacts = [`${account}-c1`];
        await store.addActivity({ account, kind: 'call', at: Date.now(), subject: 'Bench', contacts });
        await until(health, () => health.get().scores.get(account) !== before);
        await nextFrame();
        times.push(performance.now() - started);
      }
    });
    return { times, longest };
  },
};

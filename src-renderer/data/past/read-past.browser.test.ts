/** Measures of the past from what is stored: what came later is not seen, what was not known yet is no value. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestBed, testBed } from '#test/fakes/test-store.ts';
import { localDayOf } from '../health/local-day.ts';
import { readBookFacts } from '../health/read-facts.ts';
import { askPast } from './ask-past.ts';
import { type PastQuestion, readPast } from './read-past.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-06-30T12:00:00Z');
const MOMENTS = [NOW, NOW - 40 * DAY, NOW - 400 * DAY];

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
  await bed.db.accounts.bulkAdd([
    { id: 'a', name: 'A', createdAt: 0, updatedAt: 0 },
    { id: 'b', name: 'B', createdAt: 0, updatedAt: 0 },
  ]);
  const note = (id: string, at: number, sentiment: number) => ({
    id,
    account: 'a',
    at,
    kind: 'meeting',
    subject: id,
    sentiment,
    createdAt: at,
    updatedAt: at,
  });
  await bed.db.activities.bulkAdd([note('old', NOW - 60 * DAY, 4), note('new', NOW - 5 * DAY, 2)]);
});
afterEach(() => bed.end());

const questions: readonly PastQuestion[] = ['a', 'b', 'gone'].map((account) => ({
  account,
  moments: MOMENTS,
}));

it('sees each moment as it was', async () => {
  const book = await readBookFacts(bed.db, localDayOf);
  const slices: number[][] = [];
  for await (const { first, count, values } of readPast(bed.db, questions, ['sentiment', 'nps'], book)) {
    expect([first, count]).toEqual([0, 3]);
    slices.push([...values]);
  }
  const nothing = Array.from({ length: 6 }, () => Number.NaN);
  expect(slices).toEqual([[2, Number.NaN, 4, Number.NaN, Number.NaN, Number.NaN, ...nothing, ...nothing]]);
});

it('answers from a worker, with progress, and stops when it is told to', async () => {
  const shares: number[] = [];
  const answer = await askPast({
    db: bed.db,
    questions,
    measures: ['nps', 'sentiment'],
    onProgress: (share) => shares.push(share),
    signal: new AbortController().signal,
  });
  expect(shares).toEqual([1]);
  expect([...answer.at('sentiment', 1)]).toEqual([4, Number.NaN, Number.NaN]);
  const stop = new AbortController();
  const asked = askPast({
    db: bed.db,
    questions,
    measures: ['nps'],
    onProgress: () => undefined,
    signal: stop.signal,
  });
  stop.abort(new Error('enough'));
  await expect(asked).rejects.toThrow('enough');
});

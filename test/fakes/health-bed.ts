/** A store with its health engine and what the engine told, for tests of the data behind health. */
import { createHealthEngine, type HealthEngine } from '#renderer/data/health/health-engine.ts';
import { localDayOf } from '#renderer/data/health/local-day.ts';
import type { FromHealthWorker } from '#renderer/data/health/messages.ts';
import { ScoredAccounts } from '#renderer/data/health/scored-accounts.ts';
import type { KizunaDatabase } from '#renderer/data/schema.ts';
import type { HealthScore } from '#shared/model/health.ts';
import type { UsageOptions } from '#test/factories/usage-book.ts';
import { type TestBed, testBed } from './test-store.ts';

export const NOW = Date.UTC(2026, 9, 30, 12);
export const DAY = 86_400_000;
/** A book with two years of usage. */
export const SMALL: UsageOptions = { accounts: 12, rows: 3_000, seed: 7 };

let bed: TestBed | undefined;
let engines: HealthEngine[] = [];

export async function openBed(): Promise<TestBed> {
  bed = await testBed();
  bed.clock.at = NOW;
  return bed;
}

/** For after each test. */
export async function endBed(): Promise<void> {
  for (const engine of engines) engine.close();
  engines = [];
  await bed?.end();
  bed = undefined;
}

export interface Watched {
  readonly engine: HealthEngine;
  readonly scored: ScoredAccounts;
  readonly messages: FromHealthWorker[];
  scoreOf(account: string): HealthScore | undefined;
}

export function watch(db: KizunaDatabase, at: { now: number } = { now: NOW }): Watched {
  const scored = new ScoredAccounts();
  const messages: FromHealthWorker[] = [];
  const engine = createHealthEngine({
    db,
    now: () => at.now,
    dayOf: localDayOf,
    post(message) {
      messages.push(message);
      if (message.type === 'failed') throw new Error(message.error.message);
      if (message.type !== 'ready' && message.type !== 'work') scored.take(message);
    },
  });
  engines.push(engine);
  return { engine, scored, messages, scoreOf: (account) => scored.scoreOf(account) };
}

/** Health in the rows of a large book: gone through in pieces, the newest word wins, and no row is lost meanwhile. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RowHealth } from '#shared/domain/summary/account-row.ts';
import { type BookStore, createBook } from './book.ts';
import { KizunaDatabase } from './schema.ts';

const ACCOUNTS = 2_500;
let db: KizunaDatabase;
let book: BookStore;
const failures: unknown[] = [];

const account = (n: number) => ({ id: `a${n}`, name: `Account ${n}`, createdAt: 1, updatedAt: 1 });
const scored = (value: number): RowHealth => ({
  value,
  coverage: 1,
  band: 'healthy',
  isOverridden: false,
  change30: undefined,
});

/** Takes as long as it takes: one task never goes through all of them. */
function slowly(value: number, ms = 0.02): () => RowHealth {
  return () => {
    const until = performance.now() + ms;
    while (performance.now() < until);
    return scored(value);
  };
}

const values = () => book.get().rows.map((row) => row.health?.value);

beforeEach(async () => {
  db = new KizunaDatabase('relaxed', `book-${crypto.randomUUID()}`);
  await db.accounts.bulkAdd(Array.from({ length: ACCOUNTS }, (_, n) => account(n)));
  book = createBook({
    db,
    today: () => '2026-11-21',
    first: { get: () => [], set: () => undefined },
    onFailure: (error) => failures.push(error),
  });
  await vi.waitFor(() => expect(book.get().state).toBe('ready'));
});
afterEach(async () => {
  book.close();
  await db.delete();
  expect(failures.splice(0)).toEqual([]);
});

it('shows what was said last, also where it was said while rows were still gone through', async () => {
  book.showHealth(slowly(10));
  expect(new Set(values())).toEqual(new Set([undefined]));
  book.showHealth(slowly(20));
  await vi.waitFor(() => expect(new Set(values())).toEqual(new Set([20])));
  expect(values()).toHaveLength(ACCOUNTS);
});

it('loses no row that comes in meanwhile, and gives it health too', async () => {
  book.showHealth(slowly(30, 0.5));
  await db.accounts.add(account(ACCOUNTS));
  await vi.waitFor(() => expect(values()).toHaveLength(ACCOUNTS + 1));
  expect(values()).toContain(undefined);
  await vi.waitFor(() => expect(values().filter((value) => value === 30)).toHaveLength(ACCOUNTS + 1), 10_000);
});

it('leaves rows as they are whose health is the same', async () => {
  book.showHealth(() => scored(40));
  await vi.waitFor(() => expect(new Set(values())).toEqual(new Set([40])));
  const before = book.get();
  book.showHealth((id) => scored(id === 'a7' ? 41 : 40));
  await vi.waitFor(() => expect(book.get().version).toBeGreaterThan(before.version));
  const old = new Set(before.rows);
  const fresh = book.get().rows.filter((row) => !old.has(row));
  expect(fresh.map((row) => row.account.id)).toEqual(['a7']);
});

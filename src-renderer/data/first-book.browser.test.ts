import { afterEach, describe, expect, it } from 'vitest';
import { emptySummary } from '#shared/domain/summary/account-summary.ts';
import { readFirstBook } from './first-book.ts';
import { KizunaDatabase } from './schema.ts';

const TODAY = '2026-11-21';
let made: string[] = [];

function newName(): string {
  const name = `first-book-${crypto.randomUUID()}`;
  made.push(name);
  return name;
}

async function fill(name: string, count: number): Promise<void> {
  const db = new KizunaDatabase('relaxed', name);
  for (let n = 0; n < count; n++) {
    await db.accounts.add({
      id: `a${n}`,
      name: `Account ${n}`,
      custom: { Region: 'East' },
      createdAt: 1,
      updatedAt: 1,
    });
    await db.summaries.add({ ...emptySummary(`a${n}`), ticketsOpen: n });
  }
  db.close();
}

const read = (name: string, ids: readonly string[]) => readFirstBook({ name, ids, today: TODAY });

afterEach(async () => {
  for (const name of made) indexedDB.deleteDatabase(name);
  made = [];
});

describe('the first rows', () => {
  it('come in the order of last time, with their summaries and the count of all', async () => {
    const name = newName();
    await fill(name, 5);
    const { book } = await read(name, ['a3', 'gone', 'a1']);
    expect(book?.state).toBe('first');
    expect(book?.rows.map((row) => [row.account.id, row.openTickets])).toEqual([
      ['a3', 3],
      ['a1', 1],
    ]);
    expect(book?.total).toBe(5);
    expect([...(book?.customFields ?? [])]).toEqual([['Region', 'text']]);
  });

  it('are none when nothing is remembered or all of it is gone', async () => {
    const name = newName();
    await fill(name, 2);
    expect((await read(name, [])).book).toBeUndefined();
    expect((await read(name, ['gone'])).book).toBeUndefined();
  });

  it('make no database where there is none, and are not stopped by a foreign one', async () => {
    const name = newName();
    expect(await read(name, ['a1'])).toEqual({ book: undefined, dataLoss: false });
    expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(name);
    await new Promise((resolve) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result.close());
    });
    expect((await read(name, ['a1'])).book).toBeUndefined();
  });

  it('let go of the database: deleting it comes to an end', async () => {
    const name = newName();
    await fill(name, 1);
    await read(name, ['a0']);
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  });
});

/** Import, import again, newest entries: the product's worker against bare IndexedDB loops in the same browser. */
import { createImporter } from '#renderer/data/imports.ts';
import type { ImportFile } from '#renderer/data/ingest/messages.ts';
import { KizunaDatabase } from '#renderer/data/schema.ts';
import { openTimeline } from '#renderer/data/timeline.ts';
import { USAGE_HEADER, usageBookPlan, usageRows } from '#test/factories/usage-book.ts';

const importer = createImporter(
  () =>
    new Worker(new URL('../../../src-renderer/data/ingest/import-worker.ts', import.meta.url), {
      type: 'module',
    }),
);

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}

function finished(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });
}

function openBare(name: string): Promise<IDBDatabase> {
  const asked = indexedDB.open(name, 1);
  asked.onupgradeneeded = () => {
    const store = asked.result.createObjectStore('events', { keyPath: 'event_id' });
    store.createIndex('account', ['account_id', 'occurred_at']);
  };
  return request(asked);
}

function* batchesOf(rows: number, size: number, seed: number): Generator<Record<string, string>[]> {
  let batch: Record<string, string>[] = [];
  for (const row of usageRows({ accounts: 1_000, rows, seed })) {
    const record: Record<string, string> = {};
    USAGE_HEADER.forEach((name, i) => {
      record[name] = row[i] ?? '';
    });
    batch.push(record);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const benchImport = {
  /** Puts the same rows, already in memory, as single indexed records; milliseconds of putting alone. */
  async bareLoop(rows: number, seed: number): Promise<{ ms: number; json: number }> {
    await request(indexedDB.deleteDatabase('bench-bare'));
    const db = await openBare('bench-bare');
    let ms = 0;
    let json = 0;
    for (const batch of batchesOf(rows, 10_000, seed)) {
      const started = performance.now();
      const tx = db.transaction('events', 'readwrite', { durability: 'relaxed' });
      const store = tx.objectStore('events');
      for (const record of batch) store.put(record);
      await finished(tx);
      ms += performance.now() - started;
      json += JSON.stringify(batch).length;
    }
    db.close();
    return { ms, json };
  },

  /** From "Import" to stored and visible: the report's counts, milliseconds, and the longest task of this thread. */
  async importBook(
    files: readonly ImportFile[],
  ): Promise<{ ms: number; counts: unknown; longest: number; visible: number }> {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
    });
    observer.observe({ type: 'longtask' });
    const started = performance.now();
    const report = await importer.apply(usageBookPlan(), files);
    const db = new KizunaDatabase('relaxed');
    const accounts = await db.accounts.limit(50).toArray();
    const newest = await openTimeline(db, { accountId: accounts[0]?.id ?? '' }).next(50);
    const ms = performance.now() - started;
    db.close();
    observer.disconnect();
    return {
      ms,
      counts: report.tables.map((table) => table.counts),
      longest,
      visible: newest.entries.length,
    };
  },

  /** The full pass over all values that comes before. */
  async inspect(files: readonly ImportFile[]): Promise<number> {
    const started = performance.now();
    await importer.inspect(files);
    return performance.now() - started;
  },

  /** Newest 50 entries of one account at a time, against a bare get of one small record; milliseconds, p95. */
  async newest(samples: number): Promise<{ newest: number; get: number }> {
    const db = new KizunaDatabase('relaxed');
    const ids = await db.accounts.toCollection().primaryKeys();
    const newest: number[] = [];
    const get: number[] = [];
    const idb = db.backendDB();
    for (let i = 0; i < samples; i++) {
      const id = ids[(i * 7919) % ids.length] ?? '';
      let started = performance.now();
      await request(idb.transaction('accounts').objectStore('accounts').get(id));
      get.push(performance.now() - started);
      started = performance.now();
      const { entries } = await openTimeline(db, { accountId: id }).next(50);
      newest.push(performance.now() - started);
      if (entries.length === 0) throw new Error('an account without history');
    }
    db.close();
    return { newest: percentile(newest, 0.95), get: percentile(get, 0.95) };
  },
};

import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SnapshotInfo } from '#shared/model/manifest.ts';
import { notCancelled, services, temporaryFolder, turnableClock } from './journal-fakes.ts';
import type { JournalServices } from './journal-services.ts';
import { createSnapshot, verifySnapshot } from './snapshot-file.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

type Batches = [table: string, rows: Record<string, unknown>[]][];

const batches: Batches = [
  [
    'accounts',
    [
      { id: 'a1', name: '株式会社きずな', tags: ['x'], none: null },
      { id: 'a2', arr: 1.5 },
    ],
  ],
  ['activities', [{ id: 'v1', body: 'line\nbreak' }]],
  ['accounts', [{ id: 'a3' }]],
];
const counts = { accounts: 3, activities: 1 };

async function take(
  from: JournalServices,
  what: Batches = batches,
  expected: Record<string, number> = counts,
) {
  const { id } = await from['snapshot.begin']({ reason: 'interval', schemaVersion: 1, lastSeq: 0 });
  for (const [table, rows] of what) await from['snapshot.append']({ id, table, rows });
  return (await from['snapshot.commit']({ id, counts: expected })).snapshot;
}

async function readRows(from: JournalServices, id: string): Promise<Batches> {
  const read: Batches = [];
  for await (const { table, rows } of from['snapshot.read']({ id }, notCancelled)) read.push([table, rows]);
  return read;
}

const fileOf = (info: SnapshotInfo): string => {
  const names = readdirSync(join(folder.path, 'snapshots'));
  return join(folder.path, 'snapshots', names.find((name) => name.includes(info.id))!);
};

describe('snapshots', () => {
  it('come back as they were written, and are plain gzip', async () => {
    const one = services(folder.path);
    const info = await take(one);
    expect(info).toMatchObject({ reason: 'interval', schemaVersion: 1, lastSeq: 0, counts });
    expect(info.bytes).toBe(statSync(fileOf(info)).size);
    expect(await one['snapshot.list']({})).toEqual({ snapshots: [info] });
    expect(await readRows(one, info.id)).toEqual(batches);
    const lines = gunzipSync(readFileSync(fileOf(info)))
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line)[1].type)).toEqual([
      'header',
      'rows',
      'rows',
      'rows',
      'footer',
    ]);
    await one.close();
    const after = services(folder.path);
    expect(await after['snapshot.list']({})).toEqual({ snapshots: [info] });
    expect((await after.size()).snapshotBytes).toBe(info.bytes);
    await after.close();
  });

  it('hold any rows in any batches', async () => {
    const one = services(folder.path);
    const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false })), {
      maxLength: 5,
    });
    const tables = fc.array(fc.tuple(fc.constantFrom('accounts', 'pages', '表'), rows), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(tables, async (what) => {
        const expected: Record<string, number> = {};
        for (const [table, some] of what) expected[table] = (expected[table] ?? 0) + some.length;
        // Through JSON first: it knows no -0.
        const plain: Batches = JSON.parse(JSON.stringify(what));
        const info = await take(one, plain, expected);
        expect(await readRows(one, info.id)).toEqual(plain);
      }),
      { numRuns: 40 },
    );
    await one.close();
  }, 60_000);

  it('fail and leave nothing when the counts do not agree, when given up, and when the run died', async () => {
    const one = services(folder.path);
    await expect(take(one, batches, { accounts: 2, activities: 1 })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(take(one, batches, { ...counts, more: 1 })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(take(one, [['accounts', [{ when: new Date() }]]])).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(take(one, [['accounts', [{ n: Number.NaN }]]])).rejects.toMatchObject({ code: 'bad-input' });
    const { id } = await one['snapshot.begin']({ reason: 'start', schemaVersion: 1, lastSeq: 0 });
    await one['snapshot.abort']({ id });
    await expect(one['snapshot.append']({ id, table: 'a', rows: [] })).rejects.toMatchObject({
      code: 'not-found',
    });
    await one['snapshot.begin']({ reason: 'start', schemaVersion: 1, lastSeq: 0 });
    const next = services(folder.path);
    expect(await next['snapshot.list']({})).toEqual({ snapshots: [] });
    expect(readdirSync(join(folder.path, 'snapshots'))).toEqual([]);
    await next.close();
    await one.close();
  });

  it('notice each single flipped byte, each cut and bytes at the end', async () => {
    const one = services(folder.path);
    const path = fileOf(await take(one));
    const good = readFileSync(path);
    const refused = async (bad: Buffer) => {
      writeFileSync(path, bad);
      await expect(verifySnapshot(path)).rejects.toThrow();
    };
    for (let at = 0; at < good.length; at++) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const bad = Buffer.from(good);
        bad[at] = bad[at]! ^ mask;
        await refused(bad);
      }
    }
    for (let length = 0; length < good.length; length += 7) await refused(good.subarray(0, length));
    await refused(Buffer.concat([good, Buffer.from('x')]));
    await refused(Buffer.concat([good, good]));
    writeFileSync(path, good);
    expect(await verifySnapshot(path)).toMatchObject({ counts });
    await one.close();
  }, 60_000);

  it('notice a flipped byte anywhere in a large one (sampled)', async () => {
    const one = services(folder.path);
    const rows = (from: number) =>
      Array.from({ length: 500 }, (_, i) => ({
        id: `r${from + i}`,
        value: Math.imul(from + i, 0x9e3779b1) >>> 0,
      }));
    const large: Batches = Array.from({ length: 40 }, (_, i) => ['usage', rows(i * 500)]);
    const path = fileOf(await take(one, large, { usage: 20_000 }));
    const good = readFileSync(path);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const bad = Buffer.from(good);
        bad[at] = bad[at]! ^ mask;
        writeFileSync(path, bad);
        await expect(verifySnapshot(path)).rejects.toThrow();
      }),
      { numRuns: 40 },
    );
    await one.close();
  }, 60_000);

  it('fail, and never hang, when the disk is full', async () => {
    const header = {
      type: 'header',
      format: 1,
      id: 'x',
      at: 0,
      reason: 'start',
      schemaVersion: 1,
      lastSeq: 0,
    } as const;
    for (const room of [0, 20_000, 200_000]) {
      let written = 0;
      const path = join(folder.path, `full-${room}`);
      const work = async () => {
        const writer = await createSnapshot(path, header, async (_file, bytes) => {
          written += bytes.length;
          if (written > room) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        });
        try {
          for (let i = 0; i < 40; i++) {
            await writer.append('noise', [{ id: randomBytes(20_000).toString('base64') }]);
          }
          await writer.finish();
        } finally {
          await writer.abort();
        }
      };
      await expect(work()).rejects.toMatchObject({ code: 'ENOSPC' });
    }
  });

  it('hold a column that is called __proto__', async () => {
    const one = services(folder.path);
    const odd: Batches = JSON.parse('[["accounts",[{"id":"a","__proto__":{"polluted":"yes"}}]]]');
    const info = await take(one, odd, { accounts: 1 });
    expect(JSON.stringify(await readRows(one, info.id))).toBe(JSON.stringify(odd));
    await one.close();
  });

  it('are moved aside, not listed and not read when damaged', async () => {
    const clock = turnableClock();
    const messages: string[] = [];
    const one = services(folder.path, { clock, log: (_level, message) => messages.push(message) });
    const older = await take(one);
    clock.time += 60_000;
    const newer = await take(one);
    expect((await one['snapshot.list']({})).snapshots.map(({ id }) => id)).toEqual([newer.id, older.id]);
    const path = fileOf(newer);
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = bytes[bytes.length >> 1]! ^ 1;
    writeFileSync(path, bytes);
    const next = services(folder.path, { clock, log: (_level, message) => messages.push(message) });
    expect((await next['snapshot.list']({})).snapshots).toEqual([older]);
    await expect(readRows(next, newer.id)).rejects.toMatchObject({ code: 'not-found' });
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(join(folder.path, 'snapshots', 'damaged'))).toHaveLength(1);
    expect(messages.join()).toContain('is damaged');
    await one.close();
    await next.close();
  });
});

describe('before a restore', () => {
  it('removes no snapshot, for it could be the one to go back to', async () => {
    const one = services(folder.path);
    const take = async (reason: 'interval' | 'before-restore') => {
      const { id } = await one['snapshot.begin']({ reason, schemaVersion: 1, lastSeq: 0 });
      await one['snapshot.commit']({ id, counts: {} });
    };
    for (let n = 0; n < 5; n++) await take('interval');
    const before = (await one['snapshot.list']({})).snapshots.map((snapshot) => snapshot.id);
    await take('before-restore');
    const after = (await one['snapshot.list']({})).snapshots.map((snapshot) => snapshot.id);
    expect(after).toHaveLength(before.length + 1);
    expect(before.every((id) => after.includes(id))).toBe(true);
    await one.close();
  });
});

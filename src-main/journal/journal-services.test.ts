import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Manifest } from '#shared/model/manifest.ts';
import { notCancelled, operation, readAll, services, temporaryFolder } from './journal-fakes.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const manifest: Manifest = {
  databaseId: 'db-1',
  generation: 1,
  schemaVersion: 1,
  counts: { accounts: 3 },
  lastSeq: 0,
  writtenAt: 5,
};

describe('the journal', () => {
  it('gives numbers from 1 on, across restarts, a segment at each start', async () => {
    const first = services(folder.path);
    expect(await first['journal.state']({})).toEqual({ lastSeq: 0, damaged: [] });
    expect(await first['journal.append']({ operations: [operation('a'), operation('b')] })).toEqual({
      lastSeq: 2,
    });
    await first.close();
    const second = services(folder.path);
    expect(await second['journal.append']({ operations: [operation('c')] })).toEqual({ lastSeq: 3 });
    expect(await readAll(second)).toEqual([
      { seq: 1, id: '0000000a' },
      { seq: 2, id: '0000000b' },
      { seq: 3, id: '0000000c' },
    ]);
    expect(await readAll(second, 2)).toEqual([{ seq: 3, id: '0000000c' }]);
    expect(readdirSync(join(folder.path, 'journal'))).toEqual(['00000001.kzj', '00000002.kzj']);
    await second.close();
  });

  it('acknowledges an id again without doubling it: in one call, at once, later, after a restart', async () => {
    const first = services(folder.path);
    const again = [operation('a'), operation('a')];
    await Promise.all([
      first['journal.append']({ operations: again }),
      first['journal.append']({ operations: again }),
    ]);
    expect(await first['journal.append']({ operations: [operation('a'), operation('b')] })).toEqual({
      lastSeq: 2,
    });
    await first.close();
    const second = services(folder.path);
    expect(await second['journal.append']({ operations: [operation('b')] })).toEqual({ lastSeq: 2 });
    expect((await readAll(second)).map((one) => one.id)).toEqual(['0000000a', '0000000b']);
    await second.close();
  });

  it('brings an operation back exactly as it was, in batches of at most 200', async () => {
    const one = services(folder.path);
    const odd = { ...operation('odd', '絆\u0000\ud800"\\\n😀'), undoes: 'something' };
    const many = Array.from({ length: 450 }, (_, i) => operation(`n${i}`));
    await one['journal.append']({ operations: [odd] });
    await one['journal.append']({ operations: many });
    const sizes: number[] = [];
    for await (const batch of one['journal.read']({ afterSeq: 0 }, notCancelled)) {
      if (sizes.length === 0) expect(batch[0]).toEqual({ seq: 1, operation: odd });
      sizes.push(batch.length);
    }
    expect(sizes).toEqual([200, 200, 51]);
    await one.close();
  });

  it('brings a field called __proto__ back', async () => {
    const one = services(folder.path);
    const record = JSON.parse('{"id":"a","__proto__":"x"}');
    await one['journal.append']({
      operations: [{ ...operation('p'), changes: [{ type: 'add', table: 'accounts', record }] }],
    });
    for await (const [entry] of one['journal.read']({ afterSeq: 0 }, notCancelled)) {
      expect(JSON.stringify(entry?.operation)).toContain('"__proto__":"x"');
    }
    await one.close();
  });

  it('begins a new segment when one is full', async () => {
    const one = services(folder.path, { segmentBytes: 1000 });
    for (let i = 0; i < 20; i++) await one['journal.append']({ operations: [operation(`n${i}`)] });
    expect(readdirSync(join(folder.path, 'journal')).length).toBeGreaterThan(3);
    expect((await readAll(one)).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    await one.close();
  });

  it('refuses to append after it was closed, and begins at 1 after it was wiped', async () => {
    const one = services(folder.path);
    await one['journal.append']({ operations: [operation('a')] });
    await one['manifest.write']({ manifest: { ...manifest, lastSeq: 1 } });
    await one.wipe();
    expect(await one['manifest.read']({})).toEqual({ manifest: null });
    expect(await one.size()).toEqual({ journalBytes: 0, snapshotBytes: 0 });
    expect(await one['journal.append']({ operations: [operation('a')] })).toEqual({ lastSeq: 1 });
    await one.close();
    await expect(one['journal.append']({ operations: [operation('b')] })).rejects.toMatchObject({
      code: 'closed',
    });
  });

  it('never gives a number again that the manifest has seen, and reports that frames are gone', async () => {
    const first = services(folder.path);
    await first['journal.append']({ operations: [operation('a')] });
    await first['manifest.write']({ manifest: { ...manifest, lastSeq: 9 } });
    await first.close();
    for (let start = 0; start < 3; start++) {
      const next = services(folder.path);
      const { lastSeq, damaged } = await next['journal.state']({});
      expect(lastSeq).toBe(9 + start);
      expect(damaged).toHaveLength(1);
      expect(damaged[0]).toMatchObject({ file: '00000001.kzj', bytes: 0 });
      await next['journal.append']({ operations: [operation(`s${start}`)] });
      await next.close();
    }
  });
});

describe('the manifest', () => {
  it('comes back, keeps the one before, and is null when any byte of it is flipped', async () => {
    const messages: string[] = [];
    const one = services(folder.path, { log: (_level, message) => messages.push(message) });
    expect(await one['manifest.read']({})).toEqual({ manifest: null });
    await one['manifest.write']({ manifest });
    await one['manifest.write']({ manifest: { ...manifest, generation: 2 } });
    expect(await one['manifest.read']({})).toEqual({ manifest: { ...manifest, generation: 2 } });
    expect(existsSync(join(folder.path, 'manifest.previous.json'))).toBe(true);
    const path = join(folder.path, 'manifest.json');
    const good = readFileSync(path);
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = bad[at]! ^ 0x20;
      writeFileSync(path, bad);
      expect(await one['manifest.read']({}), `byte ${at}`).toEqual({ manifest: null });
    }
    expect(messages).toContain('manifest: damaged');
    await one['manifest.write']({ manifest });
    expect(await one['manifest.read']({})).toEqual({ manifest });
    await one.close();
  });
});

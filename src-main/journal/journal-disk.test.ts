import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { operation, readAll, services, temporaryFolder } from './journal-fakes.ts';
import { type CreateFile, createFile } from './segment-file.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up`), { code });
}

/** A disk that fails at one place when told to; more than half of what was to be written gets there. */
class FailingDisk {
  fail: { at: 'create' | 'write' | 'sync'; code: string; truncate: boolean } | undefined;
  syncs = 0;

  readonly createFile: CreateFile = async (path) => {
    if (this.fail?.at === 'create') throw systemError(this.fail.code);
    const file = await createFile(path);
    return {
      write: async (bytes, at) => {
        if (this.fail?.at !== 'write') return file.write(bytes, at);
        await file.write(bytes.subarray(0, (bytes.length >> 1) + 7), at);
        throw systemError(this.fail.code);
      },
      sync: async () => {
        this.syncs += 1;
        if (this.fail?.at === 'sync') throw systemError(this.fail.code);
        await file.sync();
      },
      truncate: async (bytes) => {
        if (this.fail?.truncate === false) throw systemError('EIO');
        await file.truncate(bytes);
      },
      close: () => file.close(),
    };
  };
}

const cases = [
  { at: 'create', code: 'ENOSPC', truncate: true, expected: 'disk-full' },
  { at: 'write', code: 'ENOSPC', truncate: true, expected: 'disk-full' },
  { at: 'write', code: 'EDQUOT', truncate: false, expected: 'disk-full' },
  { at: 'write', code: 'EIO', truncate: true, expected: 'io' },
  { at: 'sync', code: 'EIO', truncate: true, expected: 'io' },
  { at: 'sync', code: 'EIO', truncate: false, expected: 'io' },
] as const;

describe('a disk that fails', () => {
  it.each(cases)('$at $code (truncates: $truncate) is $expected; what follows is kept once', async (one) => {
    const disk = new FailingDisk();
    const first = services(folder.path, { createFile: disk.createFile, segmentBytes: 100 });
    await first['journal.append']({ operations: [operation('a')] });
    const unrolled = services(join(folder.path, 'second'), { createFile: disk.createFile });
    await unrolled['journal.append']({ operations: [operation('a')] });
    for (const journal of [first, unrolled]) {
      disk.fail = one;
      // A segment that is open already does not have to be created.
      const fails = journal === first || one.at !== 'create';
      const append = () => journal['journal.append']({ operations: [operation('b'), operation('c')] });
      if (fails) {
        await expect(append()).rejects.toMatchObject({ name: 'ServiceError', code: one.expected });
        await expect(append()).rejects.toMatchObject({ code: one.expected });
        expect((await readAll(journal)).map(({ id }) => id)).toEqual(['0000000a']);
      }
      disk.fail = undefined;
      await append();
      await journal['journal.append']({ operations: [operation('d')] });
      expect((await readAll(journal)).map(({ id }) => id)).toEqual(
        ['a', 'b', 'c', 'd'].map((id) => id.padStart(8, '0')),
      );
      await journal.close();
    }
    for (const path of [folder.path, join(folder.path, 'second')]) {
      const again = services(path);
      const found = await readAll(again);
      expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'].map((id) => id.padStart(8, '0')));
      const { damaged } = await again['journal.state']({});
      if (one.truncate) expect(damaged).toEqual([]);
      for (let i = 1; i < found.length; i++) expect(found[i]!.seq).toBeGreaterThan(found[i - 1]!.seq);
      await again.close();
    }
  });

  it('knows which of two is the first when a failed append stayed on the disk after all', async () => {
    const disk = new FailingDisk();
    const journal = services(folder.path, { createFile: disk.createFile });
    const append = (...ids: string[]) =>
      journal['journal.append']({ operations: ids.map((id) => operation(id)) });
    const ids = (all: string[]) => all.map((id) => id.padStart(8, '0'));
    await append('a');
    disk.fail = { at: 'sync', code: 'EIO', truncate: false };
    await expect(append('b', 'c')).rejects.toMatchObject({ code: 'io' });
    disk.fail = undefined;
    await append('d');
    await append('c', 'e', 'b');
    expect((await readAll(journal)).map(({ id }) => id)).toEqual(ids(['a', 'd', 'c', 'e', 'b']));
    await journal.close();
    for (let start = 0; start < 2; start++) {
      const again = services(folder.path);
      expect((await readAll(again)).map(({ id }) => id)).toEqual(ids(['a', 'b', 'c', 'd', 'e']));
      expect(await again['journal.state']({})).toEqual({ lastSeq: 7, damaged: [] });
      await again.close();
    }
  });

  it('shares one sync among the calls that wait', async () => {
    const disk = new FailingDisk();
    const journal = services(folder.path, { createFile: disk.createFile });
    await journal['journal.append']({ operations: [operation('first')] });
    const before = disk.syncs;
    const calls = Array.from({ length: 100 }, (_, i) =>
      journal['journal.append']({ operations: [operation(`n${i}`)] }),
    );
    const answers = await Promise.all(calls);
    expect(disk.syncs - before).toBeLessThanOrEqual(2);
    expect(answers.map(({ lastSeq }) => lastSeq)).toEqual(answers.map((_, i) => i + 2));
    await journal.close();
  });

  it('answers only after the sync', async () => {
    let release: () => void = () => undefined;
    let held = false;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: CreateFile = async (path) => {
      const file = await createFile(path);
      return { ...file, sync: () => (held ? gate.then(() => file.sync()) : file.sync()) };
    };
    const journal = services(folder.path, { createFile: slow });
    await journal['journal.append']({ operations: [operation('a')] });
    held = true;
    let answered = false;
    const size = statSync(join(folder.path, 'journal', '00000001.kzj')).size;
    const call = journal['journal.append']({ operations: [operation('b')] }).then(() => {
      answered = true;
    });
    while (statSync(join(folder.path, 'journal', '00000001.kzj')).size === size)
      await new Promise(setImmediate);
    expect(answered).toBe(false);
    expect(await readAll(journal)).toHaveLength(1);
    release();
    await call;
    expect(await readAll(journal)).toHaveLength(2);
    await journal.close();
  });
});

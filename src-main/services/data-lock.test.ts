import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { acquireDataLock, type DataLock } from './data-lock.ts';

vi.setConfig({ testTimeout: 30_000 });

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'kizuna-lock-'));
  folders.push(path);
  return path;
}

/** Processes that exist only here; the test says who lives. */
function crowd() {
  const living = new Set<number>();
  const alive = (owner: { readonly pid: number }): boolean => living.has(owner.pid);
  return {
    living,
    take(dataDir: string, pid: number) {
      living.add(pid);
      return acquireDataLock(dataDir, { pid, started: `start of ${pid}` }, 'browser', alive);
    },
  };
}

describe('the lock of the data folder', () => {
  it('is given back and taken again', async () => {
    const dataDir = folder();
    const { take } = crowd();
    const first = await take(dataDir, 1);
    expect(first.ok).toBe(true);
    expect(await take(dataDir, 2)).toMatchObject({ ok: false, error: { pid: 1 } });
    if (first.ok) await first.value.release();
    expect((await take(dataDir, 3)).ok).toBe(true);
  });

  it('never has two owners, however many come at once and however their owners end', async () => {
    const dataDir = folder();
    const { take, living } = crowd();
    let pid = 0;
    for (let round = 0; round < 20; round++) {
      const tries = await Promise.all(
        Array.from({ length: 6 }, () => {
          pid += 1;
          const mine = pid;
          return take(dataDir, mine).then((result) => ({ mine, result }));
        }),
      );
      const owners = tries.filter(({ result }) => result.ok);
      expect(owners).toHaveLength(1);
      for (const { mine } of tries) if (mine !== owners[0]?.mine) living.delete(mine);
      const lock: DataLock | undefined = owners[0]?.result.ok ? owners[0].result.value : undefined;
      // Half of them leave in order, half of them are killed.
      if (round % 2 === 0) await lock?.release();
      else living.delete(owners[0]?.mine ?? 0);
      expect(readdirSync(dataDir)).toHaveLength(1);
    }
  });

  it('is taken over from a damaged file', async () => {
    const dataDir = folder();
    writeFileSync(join(dataDir, 'lock-3.json'), '{"pid":');
    expect((await crowd().take(dataDir, 1)).ok).toBe(true);
    expect(readdirSync(dataDir)).toEqual(['lock-4.json']);
  });
});

/**
 * One process per data folder. The lock is a numbered file, `lock-7.json`; the highest number owns the folder.
 * Taking over means creating the next number with its content already in it (a hard link of a finished file), which
 * only one process can do, and only after the owner was seen dead or gone. Releasing rewrites the file; it is never
 * removed by its owner, so a number is never used twice and a slow rival cannot sneak in with an old view.
 */
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { err, ok, type Result } from '#shared/base/result.ts';
import { isAlive, type ProcessIdentity } from './process-identity.ts';
import { systemCode } from './service-error.ts';

const ownerSchema = z.object({
  pid: z.int(),
  started: z.string(),
  shell: z.enum(['electron', 'browser']),
  released: z.boolean(),
});
export type LockOwner = z.infer<typeof ownerSchema>;

export interface DataLock {
  release(): Promise<void>;
}

const NAME = /^lock-(\d{1,9})\.json$/;

async function numbers(dataDir: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir(dataDir)) {
    const match = NAME.exec(name);
    if (match !== null) found.push(Number(match[1]));
  }
  return found.sort((a, b) => b - a);
}

/** Undefined for a file that is gone or damaged: a damaged lock cannot have a living owner, links appear whole. */
async function readOwner(path: string): Promise<LockOwner | undefined> {
  try {
    const parsed = ownerSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** False when somebody else was faster. */
async function claim(prepared: string, path: string, content: string): Promise<boolean> {
  try {
    await link(prepared, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
  }
  try {
    // A disk without hard links, such as a memory stick: exclusive all the same, whole a moment later.
    await writeFile(path, content, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

export async function acquireDataLock(
  dataDir: string,
  self: ProcessIdentity,
  shell: LockOwner['shell'],
  alive: (owner: ProcessIdentity) => boolean = isAlive,
): Promise<Result<DataLock, LockOwner>> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const content = (released: boolean): string => JSON.stringify({ ...self, shell, released });
  const prepared = join(dataDir, `.lock-${self.pid}-${Math.random().toString(36).slice(2)}`);
  await writeFile(prepared, content(false), { mode: 0o600, flush: true });

  try {
    for (;;) {
      const highest = (await numbers(dataDir))[0] ?? 0;
      const owner = highest === 0 ? undefined : await readOwner(join(dataDir, `lock-${highest}.json`));
      if (owner !== undefined && !owner.released && alive(owner)) return err(owner);

      const mine = highest + 1;
      const path = join(dataDir, `lock-${mine}.json`);
      if (!(await claim(prepared, path, content(false)))) continue;
      const after = await numbers(dataDir);
      if ((after[0] ?? 0) > mine) {
        await rm(path, { force: true });
        continue;
      }
      for (const old of after) if (old < mine) await rm(join(dataDir, `lock-${old}.json`), { force: true });
      return ok({
        async release() {
          const gone = `${prepared}-released`;
          await writeFile(gone, content(true), { mode: 0o600 });
          await rename(gone, path);
        },
      });
    }
  } finally {
    await rm(prepared, { force: true });
  }
}

/** The folder of snapshots: made, verified, listed, read, thinned out; a damaged one is moved aside. */
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ServiceError } from '#main/services/service-error.ts';
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import type { SnapshotInfo } from '#shared/model/manifest.ts';
import { ensureFolder, namesIn, syncFolder } from './durable-file.ts';
import { fileFailure, type JournalLog, systemCode } from './file-failure.ts';
import { snapshotsToKeep } from './retention.ts';
import {
  createSnapshot,
  readHeader,
  readSnapshot,
  type SnapshotWriter,
  sameCounts,
  verifySnapshot,
} from './snapshot-file.ts';
import { notJson, type Rows } from './snapshot-lines.ts';

/** More begun at once than this, and the oldest is given up: its window is gone. */
const OPEN_AT_ONCE = 4;
const NAME = /\.kzs$/;

export interface SnapshotsOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: JournalLog;
}

interface Begun {
  readonly writer: SnapshotWriter;
  readonly temporary: string;
  readonly path: string;
}

interface Listed {
  readonly info: SnapshotInfo;
  readonly path: string;
}

export class Snapshots {
  private readonly begun = new Map<string, Begun>();
  /** What was verified in this run, by path; believed while size and time of the file stay the same. */
  private readonly verified = new Map<string, { stamp: string; info: SnapshotInfo }>();
  private readonly options: SnapshotsOptions;

  constructor(options: SnapshotsOptions) {
    this.options = options;
  }

  async begin(input: Pick<SnapshotInfo, 'reason' | 'schemaVersion' | 'lastSeq'>): Promise<{ id: string }> {
    const { folder, clock, newId } = this.options;
    const [oldest] = this.begun.keys();
    if (oldest !== undefined && this.begun.size >= OPEN_AT_ONCE) await this.abort(oldest);
    const id = newId();
    const at = clock.now();
    const time = new Date(at).toISOString().replace(/[-:.]/g, '');
    const path = join(folder, `${time}-${id}.kzs`);
    const temporary = `${path}.tmp`;
    return this.guard('a snapshot could not be begun', async () => {
      await ensureFolder(folder);
      const header = { type: 'header', format: 1, id, at, ...input } as const;
      const writer = await createSnapshot(temporary, header).catch(async (error) => {
        await rm(temporary, { force: true }).catch(() => undefined);
        throw error;
      });
      this.begun.set(id, { writer, temporary, path });
      return { id };
    });
  }

  async append(id: string, table: string, rows: Rows): Promise<void> {
    const { writer } = this.find(id);
    const lost = notJson(rows, table);
    if (lost !== undefined)
      throw new ServiceError('bad-input', `a snapshot cannot hold the value at ${lost}`);
    await this.guard('a snapshot could not be written', () => writer.append(table, rows));
  }

  /** Answers only when the renamed file was read again and held what was appended. */
  async commit(id: string, counts: Record<string, number>): Promise<SnapshotInfo> {
    const { writer, temporary, path } = this.find(id);
    try {
      const written = await writer.finish();
      if (!sameCounts(written, counts)) {
        const detail = `appended ${JSON.stringify(written)}, expected ${JSON.stringify(counts)}`;
        throw new ServiceError('bad-input', `the counts of the snapshot do not agree: ${detail}`);
      }
      await rename(temporary, path);
      await syncFolder(this.options.folder);
    } catch (error) {
      await this.abort(id);
      throw fileFailure('a snapshot could not be written', error);
    }
    this.begun.delete(id);
    const listed = await this.check(path);
    if (listed === undefined || listed.info.id !== id || !sameCounts(listed.info.counts, counts)) {
      throw new ServiceError('io', 'the snapshot did not read back as it was written');
    }
    return listed.info;
  }

  async abort(id: string): Promise<void> {
    const { writer, temporary } = this.find(id);
    this.begun.delete(id);
    await writer.abort();
    await rm(temporary, { force: true }).catch((error) =>
      this.options.log('warn', `snapshot: ${String(error)}`),
    );
  }

  async list(): Promise<SnapshotInfo[]> {
    return (await this.listed()).map(({ info }) => info);
  }

  async *read(id: string): AsyncGenerator<{ table: string; rows: Rows }> {
    const found = (await this.listed()).find(({ info }) => info.id === id);
    if (found === undefined) throw new ServiceError('not-found', `no snapshot ${id}`);
    try {
      for await (const line of readSnapshot(found.path)) {
        if (line.type === 'rows') yield { table: line.table, rows: line.rows };
      }
    } catch (error) {
      this.verified.delete(found.path);
      throw fileFailure('a snapshot could not be read', error);
    }
  }

  /** The highest number that any snapshot's header names, without verifying the rest. */
  async highestSeq(): Promise<number> {
    let highest = 0;
    for (const name of await this.names()) {
      const header = await readHeader(join(this.options.folder, name));
      highest = Math.max(highest, header?.lastSeq ?? 0);
    }
    return highest;
  }

  /** Removes what retention does not keep; answers with the verified ones that stay. */
  async thinOut(): Promise<SnapshotInfo[]> {
    const listed = await this.listed();
    const keep = snapshotsToKeep(
      listed.map(({ info }) => info),
      this.options.clock.now(),
    );
    const stay: SnapshotInfo[] = [];
    for (const { info, path } of listed) {
      if (keep.has(info.id)) {
        stay.push(info);
        continue;
      }
      await rm(path, { force: true });
      this.verified.delete(path);
    }
    return stay;
  }

  /** What a run that died had begun is no snapshot. */
  async clearUnfinished(): Promise<void> {
    const { folder, log } = this.options;
    for (const name of await namesIn(folder).catch(() => [])) {
      if (!name.endsWith('.kzs.tmp')) continue;
      await rm(join(folder, name), { force: true }).catch((error) =>
        log('warn', `snapshot: ${String(error)}`),
      );
    }
  }

  async close(): Promise<void> {
    for (const id of [...this.begun.keys()]) await this.abort(id);
  }

  private async names(): Promise<string[]> {
    const names = await this.guard('snapshots could not be listed', () => namesIn(this.options.folder));
    return names.filter((name) => NAME.test(name));
  }

  /** Newest first. */
  private async listed(): Promise<Listed[]> {
    const listed: Listed[] = [];
    for (const name of await this.names()) {
      const one = await this.check(join(this.options.folder, name));
      if (one !== undefined) listed.push(one);
    }
    return listed.sort((a, b) => b.info.at - a.info.at || (a.path < b.path ? 1 : -1));
  }

  private async check(path: string): Promise<Listed | undefined> {
    try {
      const { size, mtimeMs, ino } = await stat(path);
      const stamp = `${size} ${mtimeMs} ${ino}`;
      const before = this.verified.get(path);
      if (before?.stamp === stamp) return { info: before.info, path };
      const info = await verifySnapshot(path);
      this.verified.set(path, { stamp, info });
      return { info, path };
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      await this.moveAside(path, error);
      return undefined;
    }
  }

  private async moveAside(path: string, why: unknown): Promise<void> {
    const { folder, log } = this.options;
    const name = path.slice(folder.length + 1);
    log('error', `snapshot: ${name} is damaged: ${String(why)}`);
    this.verified.delete(path);
    try {
      await mkdir(join(folder, 'damaged'), { recursive: true });
      await rename(path, join(folder, 'damaged', name));
      await syncFolder(folder);
    } catch (error) {
      log('error', `snapshot: ${name} could not be moved aside: ${String(error)}`);
    }
  }

  private find(id: string): Begun {
    const found = this.begun.get(id);
    if (found === undefined) throw new ServiceError('not-found', `no snapshot ${id} was begun`);
    return found;
  }

  private async guard<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw fileFailure(what, error);
    }
  }
}

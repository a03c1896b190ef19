/** The channels of journal, snapshots and manifest over one data folder; main's half of "nothing is ever lost". */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import type { Services } from '#shared/ipc/contract.ts';
import { folderBytes, syncFolder } from './durable-file.ts';
import { fileFailure, type JournalLog } from './file-failure.ts';
import { type Journal, openJournal } from './journal.ts';
import { MANIFEST_FILES, ManifestFile } from './manifest-file.ts';
import { coveredByAll } from './retention.ts';
import type { CreateFile } from './segment-file.ts';
import { Snapshots } from './snapshots.ts';

export interface JournalServicesOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log?: JournalLog;
  /** For tests: smaller segments, and a disk that fails. */
  readonly segmentBytes?: number;
  readonly createFile?: CreateFile;
}

type Channels = Pick<Services, Extract<keyof Services, `${'journal' | 'manifest' | 'snapshot'}.${string}`>>;

export interface JournalServices extends Channels {
  size(): Promise<{ journalBytes: number; snapshotBytes: number }>;
  /** Removes journal, snapshots and manifest; what comes after begins at 1 again. */
  wipe(): Promise<void>;
  close(): Promise<void>;
}

interface Store {
  readonly journal: Journal;
  readonly snapshots: Snapshots;
  readonly manifest: ManifestFile;
}

async function openStore(options: JournalServicesOptions): Promise<Store> {
  const { dataDir, clock, newId, segmentBytes, createFile } = options;
  const log: JournalLog = options.log ?? (() => undefined);
  const snapshots = new Snapshots({ folder: join(dataDir, 'snapshots'), clock, newId, log });
  const manifest = new ManifestFile(dataDir, log);
  await snapshots.clearUnfinished();
  const coveredSeq = await snapshots.highestSeq();
  const journal = await openJournal({
    folder: join(dataDir, 'journal'),
    clock,
    log,
    known: { coveredSeq, floorSeq: Math.max(coveredSeq, await manifest.highestSeq()) },
    ...(segmentBytes === undefined ? {} : { segmentBytes }),
    ...(createFile === undefined ? {} : { createFile }),
  });
  return { journal, snapshots, manifest };
}

/** Retention after a new snapshot: a failure here costs disk, never data, and does not fail the snapshot. */
async function thinOut({ journal, snapshots }: Store, log: JournalLog): Promise<void> {
  try {
    const covered = coveredByAll(await snapshots.thinOut());
    for (const segment of journal.segmentsUpTo(covered)) {
      await rm(segment.path, { force: true });
      journal.forget(segment);
      log('info', `journal: ${segment.file} removed, snapshots hold it`);
    }
  } catch (error) {
    log('warn', `journal: could not thin out: ${String(error)}`);
  }
}

/** Answers at once; the files are read in the background and each channel waits for them. */
export function createJournalServices(options: JournalServicesOptions): JournalServices {
  const { dataDir } = options;
  const log: JournalLog = options.log ?? (() => undefined);
  let opening: Promise<Store> | undefined;
  let housekeeping: Promise<void> = Promise.resolve();
  /** A data folder that could not be read is tried again by the next call. */
  const store = async (): Promise<Store> => {
    opening ??= openStore(options);
    const mine = opening;
    try {
      return await mine;
    } catch (error) {
      if (opening === mine) opening = undefined;
      throw fileFailure('the data folder could not be read', error);
    }
  };
  store().catch((error) => log('error', `journal: could not be opened: ${String(error)}`));

  return {
    'journal.append': async ({ operations }) => (await store()).journal.append(operations),
    'journal.state': async () => (await store()).journal.state(),
    async *'journal.read'({ afterSeq }, signal) {
      yield* (await store()).journal.read(afterSeq, signal);
    },
    'manifest.read': async () => ({ manifest: await (await store()).manifest.read() }),
    'manifest.write': async ({ manifest }) => {
      const open = await store();
      await open.manifest.write(manifest);
      open.journal.raiseFloor(manifest.lastSeq);
      return {};
    },
    'snapshot.begin': async (input) => (await store()).snapshots.begin(input),
    'snapshot.append': async ({ id, table, rows }) => {
      await (await store()).snapshots.append(id, table, rows);
      return {};
    },
    'snapshot.commit': async ({ id, counts }) => {
      const open = await store();
      const snapshot = await open.snapshots.commit(id, counts);
      open.journal.raiseFloor(snapshot.lastSeq);
      // The snapshot is safe already; what retention removes need not be waited for. Before a restore nothing is
      // removed: it could be the very snapshot that the user is about to go back to.
      if (snapshot.reason !== 'before-restore') housekeeping = housekeeping.then(() => thinOut(open, log));
      return { snapshot };
    },
    'snapshot.abort': async ({ id }) => {
      await (await store()).snapshots.abort(id);
      return {};
    },
    'snapshot.list': async () => {
      await housekeeping;
      return { snapshots: await (await store()).snapshots.list() };
    },
    async *'snapshot.read'({ id }, signal) {
      await housekeeping;
      for await (const batch of (await store()).snapshots.read(id)) {
        if (signal.aborted) return;
        yield batch;
      }
    },
    async size() {
      const [journalBytes, snapshotBytes] = await Promise.all([
        folderBytes(join(dataDir, 'journal')),
        folderBytes(join(dataDir, 'snapshots')),
      ]);
      return { journalBytes, snapshotBytes };
    },
    async wipe() {
      const open = await store();
      await housekeeping;
      const emptied = closeStore(open).then(() => removeAll(dataDir));
      opening = emptied.then(() => openStore(options));
      await opening.catch((error) => {
        throw fileFailure('the data folder could not be emptied', error);
      });
    },
    async close() {
      const open = await store();
      await housekeeping;
      await closeStore(open);
    },
  };
}

async function closeStore({ journal, snapshots }: Store): Promise<void> {
  await journal.close();
  await snapshots.close();
}

async function removeAll(dataDir: string): Promise<void> {
  for (const folder of ['journal', 'snapshots'])
    await rm(join(dataDir, folder), { recursive: true, force: true });
  for (const name of MANIFEST_FILES) await rm(join(dataDir, name), { force: true });
  await syncFolder(dataDir).catch(() => undefined);
}

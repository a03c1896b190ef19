/** What the settings screen needs from the data layer; the data layer implements it, the tests fake it. */
import type { Result } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { SnapshotInfo } from '#shared/model/manifest.ts';

export type AppInfo = CallOutput<'app.info'>;

export interface StorageSize {
  /** IndexedDB, as the browser estimates it; bytes, like the rest. */
  readonly databaseBytes: number;
  readonly journalBytes: number;
  readonly snapshotBytes: number;
  readonly inboxBytes: number;
}

/** Why an operation did not happen. In every case the data is as it was before. */
export interface SettingsFailure {
  readonly type: 'disk-full' | 'io' | 'busy' | 'closed' | 'not-found' | 'newer-version';
}

/** What a restore would do, told before it is done. Counts are by table name. */
export interface RestorePreview {
  readonly now: Readonly<Record<string, number>>;
  readonly atBackup: Readonly<Record<string, number>>;
  /** Edits of people in the journal that are younger than the snapshot. */
  readonly editsSince: number;
}

export interface SettingsPort {
  readonly appInfo: () => Promise<Result<AppInfo, SettingsFailure>>;
  readonly storageSize: () => Promise<Result<StorageSize, SettingsFailure>>;
  /** Opens the data folder in the system's file manager, where there is one. */
  readonly showFolder: () => Promise<
    Result<{ readonly shown: boolean; readonly path: string }, SettingsFailure>
  >;
  /** Answers only for a snapshot that was read back and compared. */
  readonly backupNow: () => Promise<Result<SnapshotInfo, SettingsFailure>>;
  /** Newest first. */
  readonly listBackups: () => Promise<Result<readonly SnapshotInfo[], SettingsFailure>>;
  readonly previewRestore: (id: string) => Promise<Result<RestorePreview, SettingsFailure>>;
  /** Backs up the present state first (`before-restore`), then rebuilds the database from the snapshot. */
  readonly restore: (id: string) => Promise<Result<{ readonly rows: number }, SettingsFailure>>;
  /** Removes everything: database, journal, snapshots, received files. The caller reloads the window afterwards. */
  readonly wipe: () => Promise<Result<undefined, SettingsFailure>>;
}

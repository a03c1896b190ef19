/** The manifest: what main remembers about the renderer's database, to notice at start that it is not the same one. */
import * as z from 'zod/mini';

export const manifestSchema = z.object({
  /** Random, made with the database; a database with another id is another database. */
  databaseId: z.string(),
  /** Grows by one at each rebuild, restore and wipe. */
  generation: z.int(),
  schemaVersion: z.int(),
  /** Rows per table that people write or sources give as records; history pages are counted as `pages`. */
  counts: z.record(z.string(), z.int()),
  /** The last journal sequence number that the database holds. */
  lastSeq: z.int(),
  /** Milliseconds since 1970 UTC. */
  writtenAt: z.number(),
});

export const snapshotInfoSchema = z.object({
  id: z.string(),
  /** Milliseconds since 1970 UTC. */
  at: z.number(),
  bytes: z.int(),
  /** Why it was taken. */
  reason: z.enum(['start', 'import', 'interval', 'manual', 'before-restore', 'before-upgrade']),
  schemaVersion: z.int(),
  lastSeq: z.int(),
  counts: z.record(z.string(), z.int()),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type SnapshotInfo = z.infer<typeof snapshotInfoSchema>;

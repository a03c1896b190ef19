/** What the user is told after the database was built again: what is back, and what has to be imported once more. */
import * as z from 'zod/mini';

/** Why it was built again. */
const restoreCauseSchema = z.enum([
  /** The database was not there although main remembers one. */
  'missing',
  /** It was there but was not the one that main remembers. */
  'other-database',
  /** Chromium could not open or read it. */
  'unreadable',
  'rows-missing',
  /** It had lost operations that the journal still held; only those were done again. */
  'behind',
  /** The user chose a snapshot to go back to. */
  'asked',
]);
export type RestoreCause = z.infer<typeof restoreCauseSchema>;

/** History that only its file can give again. */
export const reimportSchema = z.object({
  sourceId: z.string(),
  sourceName: z.string(),
  fileName: z.string(),
  part: z.string(),
  noun: z.string(),
  /** Rows that the last import of this table brought in. */
  rows: z.int(),
});
export type Reimport = z.infer<typeof reimportSchema>;

export const restoreReportSchema = z.object({
  cause: restoreCauseSchema,
  /** Milliseconds since 1970 UTC. */
  at: z.number(),
  /** When the snapshot was taken; null = from the journal alone. */
  snapshotAt: z.nullable(z.number()),
  /** Rows per table afterwards. */
  rows: z.record(z.string(), z.int()),
  /** Operations of the journal done again on top of the snapshot. */
  operations: z.int(),
  /** Operations whose record comes back only with its source; they are done then. */
  waiting: z.int(),
  /** Unsaved operations found in the old database and brought to the journal first. */
  rescued: z.int(),
  /** Frames of the journal that could not be read and were set aside. */
  damagedFrames: z.int(),
  reimport: z.array(reimportSchema),
});
export type RestoreReport = z.infer<typeof restoreReportSchema>;

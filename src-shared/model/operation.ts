/** An operation: one intention of a person as a value. Undo, outbox, journal and rebuild all fall out of it. */
import * as z from 'zod/mini';

const json = z.json();

/** Fields are [from, to]; null stands for "no value". */
export const changeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add'), table: z.string(), record: z.record(z.string(), json) }),
  z.object({
    type: z.literal('set'),
    table: z.string(),
    id: z.string(),
    fields: z.record(z.string(), z.tuple([json, json])),
  }),
  /** A splice inside a long text: what a key stroke does to a draft of 20,000 characters. */
  z.object({
    type: z.literal('text'),
    table: z.string(),
    id: z.string(),
    field: z.string(),
    at: z.int().check(z.nonnegative()),
    remove: z.string(),
    insert: z.string(),
  }),
  z.object({ type: z.literal('remove'), table: z.string(), record: z.record(z.string(), json) }),
]);

export const operationSchema = z.object({
  /** Unique; a second delivery of the same id changes nothing. */
  id: z.string().check(z.minLength(8), z.maxLength(64)),
  /** Milliseconds since 1970 UTC when the person did it. */
  at: z.number(),
  /** What was done, as a key of the i18n file `operations`: named in undo toasts and the history of a record. */
  intent: z.string(),
  /** For undo and redo: the operation that this one takes back. */
  undoes: z.optional(z.string()),
  changes: z.array(changeSchema).check(z.minLength(1)),
});

export type Json = z.infer<typeof json>;
export type Change = z.infer<typeof changeSchema>;
export type Operation = z.infer<typeof operationSchema>;

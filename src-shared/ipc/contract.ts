/** The one contract between renderer and main: every channel with the schemas of what goes in and what comes out. */
import * as z from 'zod/mini';
import { manifestSchema, snapshotInfoSchema } from '../model/manifest.ts';
import { operationSchema } from '../model/operation.ts';

const none = z.object({});

/** Bytes that main holds for the renderer: `fetch('/files/<ticket>')` streams them, in both shells. */
export const fileTicketSchema = z.object({
  ticket: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Milliseconds since 1970 UTC. */
  receivedAt: z.number(),
});
export type FileTicket = z.infer<typeof fileTicketSchema>;

const rows = z.array(z.record(z.string(), z.unknown()));

function call<I extends z.ZodMiniType, O extends z.ZodMiniType>(input: I, output: O) {
  return { type: 'call', input, output } as const;
}

function stream<I extends z.ZodMiniType, T extends z.ZodMiniType>(input: I, item: T) {
  return { type: 'stream', input, item } as const;
}

/**
 * Besides these, both shells serve two byte routes on the app's own origin (same handler, Web Request → Response):
 *   PUT /files?name=NAME   body = bytes → FileTicket as JSON (the copy lives in the data folder's inbox)
 *   GET /files/TICKET      → the bytes (optional `?from=OFFSET`)
 * A large file comes in slices, one PUT after the other: `&size=TOTAL&at=OFFSET` answers 202 `{upload, received}` until
 * the last one answers 201 with the ticket; `&upload=ID` from the second on; DELETE /files/ID gives it up.
 */
export const contract = {
  'app.info': call(
    none,
    z.object({
      version: z.string(),
      shell: z.enum(['electron', 'browser']),
      platform: z.string(),
      dataDir: z.string(),
      /** From `--lang`; undefined = follow the system. */
      language: z.optional(z.enum(['en', 'ja'])),
      licences: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() })),
    }),
  ),
  /** https and mailto only; anything else is refused. */
  'app.openExternal': call(z.object({ url: z.string() }), z.object({ opened: z.boolean() })),
  'app.showDataFolder': call(none, z.object({ shown: z.boolean(), path: z.string() })),
  'app.log': call(
    z.object({ level: z.enum(['info', 'warn', 'error']), message: z.string().check(z.maxLength(4000)) }),
    none,
  ),
  /** The window switched its language: the menu of the Electron shell follows. */
  'app.language': call(z.object({ language: z.enum(['en', 'ja']) }), none),
  /** Menu commands and the like, pushed to the window. */
  'app.events': stream(none, z.object({ type: z.literal('command'), command: z.string() })),

  'files.list': call(none, z.object({ files: z.array(fileTicketSchema) })),
  'files.release': call(z.object({ ticket: z.string() }), none),
  /** The files of the sample company, as tickets, and the import plan that belongs to them (ImportPlan as JSON). */
  'sample.open': call(none, z.object({ files: z.array(fileTicketSchema), plan: z.unknown() })),

  /** Appends and syncs; when it answers, the operations are on disk. Ids already in the journal are not doubled. */
  'journal.append': call(
    z.object({ operations: z.array(operationSchema).check(z.minLength(1), z.maxLength(500)) }),
    z.object({ lastSeq: z.int() }),
  ),
  'journal.state': call(
    none,
    z.object({
      lastSeq: z.int(),
      /** Damaged frames set aside since the data folder was made, with where they lie. */
      damaged: z.array(z.object({ file: z.string(), offset: z.int(), bytes: z.int() })),
    }),
  ),
  'journal.read': stream(
    z.object({ afterSeq: z.int() }),
    z.array(z.object({ seq: z.int(), operation: operationSchema })),
  ),

  'manifest.read': call(none, z.object({ manifest: z.nullable(manifestSchema) })),
  'manifest.write': call(z.object({ manifest: manifestSchema }), none),

  'snapshot.begin': call(
    z.object({ reason: snapshotInfoSchema.shape.reason, schemaVersion: z.int(), lastSeq: z.int() }),
    z.object({ id: z.string() }),
  ),
  'snapshot.append': call(z.object({ id: z.string(), table: z.string(), rows }), none),
  /** Syncs, renames, re-reads and compares; answers only for a verified snapshot. */
  'snapshot.commit': call(
    z.object({ id: z.string(), counts: z.record(z.string(), z.int()) }),
    z.object({ snapshot: snapshotInfoSchema }),
  ),
  'snapshot.abort': call(z.object({ id: z.string() }), none),
  /** Newest first; only those whose check sums hold. */
  'snapshot.list': call(none, z.object({ snapshots: z.array(snapshotInfoSchema) })),
  'snapshot.read': stream(z.object({ id: z.string() }), z.object({ table: z.string(), rows })),

  'store.size': call(none, z.object({ journalBytes: z.int(), snapshotBytes: z.int(), inboxBytes: z.int() })),
  /** Removes journal, snapshots, manifest and inbox. The renderer deletes its database itself. */
  'store.wipe': call(z.object({ confirmed: z.literal(true) }), none),
} as const;

export type Contract = typeof contract;
export type CallName = {
  [K in keyof Contract]: Contract[K]['type'] extends 'call' ? K : never;
}[keyof Contract];
export type StreamName = {
  [K in keyof Contract]: Contract[K]['type'] extends 'stream' ? K : never;
}[keyof Contract];
export type CallInput<K extends CallName> = z.infer<Contract[K]['input']>;
export type CallOutput<K extends CallName> = Contract[K] extends { output: infer O extends z.ZodMiniType }
  ? z.infer<O>
  : never;
export type StreamInput<K extends StreamName> = z.infer<Contract[K]['input']>;
export type StreamItem<K extends StreamName> = Contract[K] extends { item: infer T extends z.ZodMiniType }
  ? z.infer<T>
  : never;

/** The part of `AbortSignal` that both sides need, for code compiled without DOM and Node types. */
export interface CancelSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What the contract's failures look like on both sides of the wire. `code` is for programs, `detail` for the log. */
export interface IpcFailure {
  readonly code:
    | 'bad-input'
    | 'bad-output'
    | 'not-allowed'
    | 'not-found'
    | 'busy'
    | 'disk-full'
    | 'io'
    | 'closed'
    | 'cancelled'
    | 'bug';
  readonly detail: string;
}

/** The renderer's side of the contract; `platform/bridge.ts` makes one for the shell that it runs in. */
export interface Bridge {
  call<K extends CallName>(channel: K, input: CallInput<K>): Promise<CallOutput<K>>;
  /** Items are handed over one at a time; the next is not asked for until `onItem` has settled (back-pressure). */
  subscribe<K extends StreamName>(
    channel: K,
    input: StreamInput<K>,
    onItem: (item: StreamItem<K>) => void | Promise<void>,
    signal?: CancelSignal,
  ): Promise<void>;
}

/** Main's side: one function per channel; streams are async generators. Both shells serve the same object. */
export type Services = {
  [K in CallName]: (input: CallInput<K>) => Promise<CallOutput<K>>;
} & {
  [K in StreamName]: (input: StreamInput<K>, signal: CancelSignal) => AsyncIterable<StreamItem<K>>;
};

/** Main's half of journal, manifest and snapshots in memory, by the same rules; it can fail, be slow and crash. */
import type {
  Bridge,
  CallInput,
  CallName,
  CallOutput,
  StreamItem,
  StreamName,
} from '#shared/ipc/contract.ts';
import { type Manifest, manifestSchema, type SnapshotInfo } from '#shared/model/manifest.ts';
import { type Operation, operationSchema } from '#shared/model/operation.ts';

class BridgeError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

interface FakeSnapshot {
  info: SnapshotInfo;
  rows: { table: string; rows: Record<string, unknown>[] }[];
  damaged: boolean;
}

type Handlers = { [K in CallName]?: (input: CallInput<K>) => CallOutput<K> };

export class FakeMain {
  journal: { seq: number; operation: Operation }[] = [];
  manifest: Manifest | null = null;
  snapshots: FakeSnapshot[] = [];
  damaged: { file: string; offset: number; bytes: number }[] = [];
  wiped = 0;
  calls: string[] = [];
  /** Addresses that were given to the system. */
  opened: string[] = [];
  /** Milliseconds that each call takes. */
  delay = 0;
  /** Channels that fail, with the code. */
  failing = new Map<string, string>();
  /** Does the work, then loses the answer: as if main or the window died in between. */
  losing = new Set<string>();
  /** Runs before each call; may make it fail. */
  beforeCall: (channel: CallName) => void = () => undefined;
  #open = new Map<string, FakeSnapshot>();
  #serial = 0;

  get lastSeq(): number {
    return this.journal.at(-1)?.seq ?? 0;
  }

  /** The bridge as one window sees it. */
  bridge(): Bridge {
    return {
      call: (channel, input) => this.#call(channel, input),
      subscribe: (channel, input, onItem) => this.#subscribe(channel, input, onItem),
    };
  }

  readonly #handlers: Handlers = {
    'app.openExternal': ({ url }) => {
      this.opened.push(url);
      return { opened: true };
    },
    'journal.append': ({ operations }) => {
      const known = new Set(this.journal.map((entry) => entry.operation.id));
      for (const operation of operations) {
        if (known.has(operation.id)) continue;
        known.add(operation.id);
        this.journal.push({ seq: this.lastSeq + 1, operation: operationSchema.parse(plain(operation)) });
      }
      return { lastSeq: this.lastSeq };
    },
    'journal.state': () => ({ lastSeq: this.lastSeq, damaged: this.damaged }),
    'manifest.read': () => ({ manifest: this.manifest }),
    'manifest.write': ({ manifest }) => {
      this.manifest = manifestSchema.parse(plain(manifest));
      return {};
    },
    'snapshot.begin': (head) => {
      const id = `snapshot-${++this.#serial}`;
      const info = { ...head, id, at: this.#serial, bytes: 0, counts: {} };
      this.#open.set(id, { info, rows: [], damaged: false });
      return { id };
    },
    'snapshot.append': ({ id, table, rows }) => {
      const open = this.#open.get(id);
      if (open === undefined) throw new BridgeError('not-found');
      open.rows.push(plain({ table, rows }));
      return {};
    },
    'snapshot.commit': ({ id, counts }) => {
      const open = this.#open.get(id);
      if (open === undefined) throw new BridgeError('not-found');
      this.#open.delete(id);
      const counted: Record<string, number> = {};
      for (const batch of open.rows) counted[batch.table] = (counted[batch.table] ?? 0) + batch.rows.length;
      for (const [table, count] of Object.entries(counts)) {
        if ((counted[table] ?? 0) !== count) throw new BridgeError('bad-input');
      }
      open.info = { ...open.info, counts };
      this.snapshots.unshift(open);
      return { snapshot: open.info };
    },
    'snapshot.abort': ({ id }) => {
      this.#open.delete(id);
      return {};
    },
    'snapshot.list': () => ({ snapshots: this.snapshots.map((each) => each.info) }),
    'store.size': () => ({ journalBytes: 1, snapshotBytes: 2, inboxBytes: 3 }),
    'store.wipe': () => {
      this.journal = [];
      this.manifest = null;
      this.snapshots = [];
      this.wiped++;
      return {};
    },
  };

  async #call<K extends CallName>(channel: K, input: CallInput<K>): Promise<CallOutput<K>> {
    this.calls.push(channel);
    this.beforeCall(channel);
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    this.#failWhenTold(channel);
    const handler = this.#handlers[channel];
    if (handler === undefined) throw new BridgeError('not-found');
    const output = handler(input);
    if (this.losing.has(channel)) throw new BridgeError('closed');
    return plain(output);
  }

  async #subscribe<K extends StreamName>(
    channel: K,
    input: unknown,
    onItem: (item: StreamItem<K>) => void | Promise<void>,
  ): Promise<void> {
    this.calls.push(channel);
    this.#failWhenTold(channel);
    for (const item of this.#items(channel, input)) await onItem(plain(item) as StreamItem<K>);
  }

  *#items(channel: StreamName, input: unknown): Generator<unknown> {
    const asked = input as { afterSeq?: number; id?: string };
    if (channel === 'journal.read') {
      const entries = this.journal.filter((entry) => entry.seq > (asked.afterSeq ?? 0));
      for (let i = 0; i < entries.length; i += 3) yield entries.slice(i, i + 3);
    } else if (channel === 'snapshot.read') {
      const found = this.snapshots.find((each) => each.info.id === asked.id);
      if (found === undefined) throw new BridgeError('not-found');
      for (const batch of found.rows) {
        if (found.damaged) throw new BridgeError('io');
        yield batch;
      }
    }
  }

  #failWhenTold(channel: string): void {
    const code = this.failing.get(channel);
    if (code !== undefined) throw new BridgeError(code);
  }
}

/** What survives the wire: JSON. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}

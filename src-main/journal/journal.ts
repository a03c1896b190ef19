/** The journal: operations appended with one sync for all that wait, read back in order, damage reported. */
import { join } from 'node:path';
import { ServiceError } from '#main/services/service-error.ts';
import type { Clock } from '#shared/base/clock.ts';
import type { CancelSignal } from '#shared/ipc/contract.ts';
import type { Operation } from '#shared/model/operation.ts';
import { type Damage, openDamagedBytes } from './damaged-bytes.ts';
import { ensureFolder } from './durable-file.ts';
import { fileFailure, type JournalLog } from './file-failure.ts';
import { encodeFrame, MAX_PAYLOAD } from './frame.ts';
import {
  idsInSegment,
  type KnownFromElsewhere,
  type Segment,
  scanSegments,
  segmentFile,
} from './scan-segments.ts';
import { entriesOf, type JournalEntry } from './segment-entries.ts';
import { type CreateFile, createFile, createSegment, type SegmentWriter } from './segment-file.ts';

/** A segment that has grown past this is closed and the next one begun. */
export const SEGMENT_BYTES = 16 * 1024 * 1024;
export const READ_BATCH = 200;

export interface JournalOptions {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: JournalLog;
  readonly known: KnownFromElsewhere;
  readonly segmentBytes?: number;
  readonly createFile?: CreateFile;
}

export interface Journal {
  append(operations: readonly Operation[]): Promise<{ lastSeq: number }>;
  state(): { lastSeq: number; damaged: Damage[] };
  read(afterSeq: number, signal?: CancelSignal): AsyncGenerator<JournalEntry[]>;
  /** Numbers up to `seq` were seen elsewhere: they are never given again. */
  raiseFloor(seq: number): void;
  /** Closed segments that hold nothing after `seq`, the newest of all left out; none while somebody reads. */
  segmentsUpTo(seq: number): readonly Segment[];
  forget(segment: Segment): void;
  close(): Promise<void>;
}

interface Waiting {
  readonly operations: readonly Operation[];
  readonly resolve: (answer: { lastSeq: number }) => void;
  readonly reject: (error: ServiceError) => void;
}

/** What one write will hold, decided before anything is written. */
interface Batch {
  readonly frames: Buffer[];
  readonly ids: string[];
  readonly answers: { waiting: Waiting; lastSeq: number }[];
  readonly firstSeq: number;
  lastSeq: number;
}

class OpenJournal implements Journal {
  private readonly waiting: Waiting[] = [];
  private flushing: Promise<void> | undefined;
  private writer: SegmentWriter | undefined;
  private active: Segment | undefined;
  private readers = 0;
  private closed = false;
  private readonly options: JournalOptions;
  private readonly scan: Awaited<ReturnType<typeof scanSegments>>;
  private readonly damaged: Awaited<ReturnType<typeof openDamagedBytes>>;
  private lastSeq: number;
  private lastNumber: number;

  constructor(
    options: JournalOptions,
    scan: Awaited<ReturnType<typeof scanSegments>>,
    damaged: Awaited<ReturnType<typeof openDamagedBytes>>,
  ) {
    this.options = options;
    this.scan = scan;
    this.damaged = damaged;
    this.lastSeq = scan.lastSeq;
    // A number whose damage was reported is not used again, so that reports stay unambiguous.
    this.lastNumber = Math.max(scan.lastNumber, ...damaged.all.map((one) => Number(one.file.slice(0, 8))));
  }

  append(operations: readonly Operation[]): Promise<{ lastSeq: number }> {
    if (this.closed) return Promise.reject(new ServiceError('closed', 'the journal is closed'));
    return new Promise((resolve, reject) => {
      this.waiting.push({ operations, resolve, reject });
      this.flushing ??= this.flush();
    });
  }

  /** One write and one sync for everything that came while the last sync ran. */
  private async flush(): Promise<void> {
    // Calls made in the same turn share the first write, too.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const calls = this.waiting.splice(0);
      try {
        const batch = await this.plan(calls);
        if (batch.frames.length > 0) await this.write(batch);
        for (const { waiting, lastSeq } of batch.answers) waiting.resolve({ lastSeq });
      } catch (error) {
        const failure = fileFailure('the journal could not be written', error);
        this.options.log('error', `journal: ${failure.message}`);
        for (const call of calls) call.reject(failure);
      }
    }
    this.flushing = undefined;
  }

  private async plan(calls: readonly Waiting[]): Promise<Batch> {
    const known = await this.knownAmong(calls);
    const batch: Batch = {
      frames: [],
      ids: [],
      answers: [],
      firstSeq: this.lastSeq + 1,
      lastSeq: this.lastSeq,
    };
    for (const waiting of calls) {
      // The id goes first, so that the next start finds it without parsing the rest.
      const payloads = waiting.operations.map(({ id, ...rest }) => ({
        id,
        payload: Buffer.from(JSON.stringify({ id, ...rest })),
      }));
      if (payloads.some(({ payload }) => payload.length > MAX_PAYLOAD)) {
        waiting.reject(new ServiceError('bad-input', 'an operation is too large for the journal'));
        continue;
      }
      for (const { id, payload } of payloads) {
        if (known.has(id)) continue;
        known.add(id);
        batch.lastSeq += 1;
        batch.ids.push(id);
        batch.frames.push(encodeFrame('operation', batch.lastSeq, payload));
      }
      batch.answers.push({ waiting, lastSeq: batch.lastSeq });
    }
    return batch;
  }

  /** The ids among the calls that the journal holds already. */
  private async knownAmong(calls: readonly Waiting[]): Promise<Set<string>> {
    const maybe = new Map<number, string[]>();
    for (const { operations } of calls) {
      for (const { id } of operations) {
        for (const number of this.scan.ids.segmentsOf(id)) {
          maybe.set(number, [...(maybe.get(number) ?? []), id]);
        }
      }
    }
    const known = new Set<string>();
    for (const [number, ids] of maybe) {
      const segment = this.scan.segments.find((one) => one.number === number);
      // Removed because snapshots cover it: after a restart its ids would not be known either.
      if (segment === undefined) continue;
      const held = await idsInSegment(segment).catch((error) => {
        // Better twice in the journal than not at all; the next start tells them apart.
        this.options.log('warn', `journal: ${segment.file} could not be looked into: ${String(error)}`);
        return new Set<string>();
      });
      for (const id of ids) if (held.has(id)) known.add(id);
    }
    return known;
  }

  private async write(batch: Batch): Promise<void> {
    const { writer, segment } = await this.openSegment();
    try {
      await writer.append(Buffer.concat(batch.frames));
    } catch (error) {
      this.writer = undefined;
      // Numbers that may still lie on the disk are burnt; the next append opens a new segment.
      if (!(await writer.abandon())) this.lastSeq = Math.max(this.lastSeq, batch.lastSeq);
      throw error;
    }
    if (segment.firstSeq === 0) segment.firstSeq = batch.firstSeq;
    segment.lastSeq = batch.lastSeq;
    segment.bytes = writer.bytes;
    for (const id of batch.ids) this.scan.ids.add(id, segment.number);
    this.lastSeq = Math.max(this.lastSeq, batch.lastSeq);
    if (writer.bytes >= (this.options.segmentBytes ?? SEGMENT_BYTES)) {
      this.writer = undefined;
      await writer.close().catch((error) => this.options.log('warn', `journal: close: ${String(error)}`));
    }
  }

  private async openSegment(): Promise<{ writer: SegmentWriter; segment: Segment }> {
    if (this.writer !== undefined && this.active !== undefined) {
      return { writer: this.writer, segment: this.active };
    }
    const { folder, clock } = this.options;
    await ensureFolder(folder);
    this.lastNumber += 1;
    const file = segmentFile(this.lastNumber);
    const path = join(folder, file);
    const create = this.options.createFile ?? createFile;
    const writer = await createSegment(path, this.lastSeq, clock.now(), create);
    const segment: Segment = {
      number: this.lastNumber,
      file,
      path,
      firstSeq: 0,
      lastSeq: 0,
      bytes: writer.bytes,
    };
    this.scan.segments.push(segment);
    this.writer = writer;
    this.active = segment;
    return { writer, segment };
  }

  state(): { lastSeq: number; damaged: Damage[] } {
    return { lastSeq: this.lastSeq, damaged: [...this.damaged.all] };
  }

  async *read(afterSeq: number, signal?: CancelSignal): AsyncGenerator<JournalEntry[]> {
    const wanted = { afterSeq, upTo: this.lastSeq, doubled: this.scan.doubled };
    this.readers += 1;
    try {
      let batch: JournalEntry[] = [];
      for (const segment of [...this.scan.segments]) {
        if (segment.lastSeq <= afterSeq) continue;
        for await (const entry of entriesOf(segment, wanted, this.damaged)) {
          if (signal?.aborted === true) return;
          batch.push(entry);
          if (batch.length < READ_BATCH) continue;
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
    } finally {
      this.readers -= 1;
    }
  }

  raiseFloor(seq: number): void {
    if (seq <= this.lastSeq) return;
    this.options.log(
      'warn',
      `journal: the number ${seq} was seen elsewhere, the journal ends at ${this.lastSeq}`,
    );
    this.lastSeq = seq;
  }

  segmentsUpTo(seq: number): readonly Segment[] {
    if (this.readers > 0) return [];
    const newest = this.scan.segments.at(-1);
    return this.scan.segments.filter((one) => one !== newest && one.lastSeq > 0 && one.lastSeq <= seq);
  }

  forget(segment: Segment): void {
    const at = this.scan.segments.indexOf(segment);
    if (at !== -1) this.scan.segments.splice(at, 1);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.flushing;
    const { writer } = this;
    this.writer = undefined;
    await writer?.close();
  }
}

/** Reads what is there and is ready to append; never fails because of damage. */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const damaged = await openDamagedBytes(join(options.folder, 'damaged'), options.log);
  const scan = await scanSegments(options.folder, damaged, options.known, options.log);
  return new OpenJournal(options, scan, damaged);
}

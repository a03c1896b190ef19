/** Reads every segment at start: which frames are good, what is damaged or missing, which ids are known. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Damage, DamagedBytes } from './damaged-bytes.ts';
import { namesIn, syncFile } from './durable-file.ts';
import type { JournalLog } from './file-failure.ts';
import { type Frame, piecesOf } from './frame.ts';
import { IdIndex } from './id-index.ts';

/** What is known about one segment file. */
export interface Segment {
  readonly number: number;
  readonly file: string;
  readonly path: string;
  /** Sequence numbers of its first and last operation; 0 and 0 = none. */
  firstSeq: number;
  lastSeq: number;
  /** Bytes that may be read; beyond them lies what was never acknowledged. */
  bytes: number;
}

export interface Scan {
  readonly segments: Segment[];
  readonly ids: IdIndex;
  /** Frames whose operation an earlier frame holds already. */
  readonly doubled: Set<number>;
  /** The highest number ever given, as far as can be known; the next operation gets the one after it. */
  readonly lastSeq: number;
  readonly lastNumber: number;
}

export interface KnownFromElsewhere {
  /** A number that manifest or snapshots have seen: never to be given again. */
  readonly floorSeq: number;
  /** The highest number that a snapshot covers: frames up to it may have been removed. */
  readonly coveredSeq: number;
}

const SEGMENT = /^(\d{8})\.kzj$/;
const ID_FIRST = /^\{"id":"([\w.:-]{1,64})"/;

export function segmentFile(number: number): string {
  return `${String(number).padStart(8, '0')}.kzj`;
}

/** The operation's id without parsing the whole payload; undefined = the payload is not an operation. */
export function idOf(payload: Buffer): string | undefined {
  const quick = ID_FIRST.exec(payload.toString('latin1', 0, 80));
  if (quick !== null) return quick[1];
  try {
    const parsed: unknown = JSON.parse(payload.toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null || !('id' in parsed)) return undefined;
    return typeof parsed.id === 'string' ? parsed.id : undefined;
  } catch {
    return undefined;
  }
}

/** The exact ids of the good frames in these bytes of a segment. */
function idsIn(content: Buffer): Set<string> {
  const ids = new Set<string>();
  for (const piece of piecesOf(content, 0)) {
    if (!('frame' in piece) || piece.frame.kind !== 'operation') continue;
    const id = idOf(piece.frame.payload);
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

export async function idsInSegment({ path, bytes }: Segment): Promise<Set<string>> {
  return idsIn((await readFile(path)).subarray(0, bytes));
}

/** Then the event loop gets its turn. */
const FRAMES_IN_ONE_GO = 4096;

/** The walk over all segments in order. */
class Walk {
  readonly segments: Segment[] = [];
  readonly ids = new IdIndex();
  readonly doubled = new Set<number>();
  /** The last number of a good frame. */
  private lastGood = 0;
  /** The highest number that damage may have held. */
  private reserved = 0;
  /** Damage was reported since the last good frame: it explains missing numbers. */
  private explained = false;
  private begun = false;
  private end = { file: segmentFile(1), offset: 0 };
  private lookedAt: { number: number; ids: Set<string> } | undefined;
  private readonly reports: Damage[] = [];
  private readonly damaged: DamagedBytes;
  private readonly known: KnownFromElsewhere;

  constructor(damaged: DamagedBytes, known: KnownFromElsewhere) {
    this.damaged = damaged;
    this.known = known;
  }

  async segment(segment: Segment, content: Buffer): Promise<void> {
    this.segments.push(segment);
    let frames = 0;
    for (const piece of piecesOf(content, this.lastGood)) {
      if ('frame' in piece) {
        const { frame } = piece;
        const id = frame.kind === 'operation' ? idOf(frame.payload) : undefined;
        // Waiting for each of a million frames would cost more than reading them.
        const known =
          id !== undefined && this.ids.mayHold(id) && (await this.knows(id, content, frame.offset));
        this.frame(segment, frame, id, known);
        frames += 1;
        if (frames % FRAMES_IN_ONE_GO === 0) await setImmediate();
      } else {
        const { offset, bytes, reservedSeq } = piece.damage;
        this.reports.push({ file: segment.file, offset, bytes });
        this.reserved = Math.max(this.reserved, reservedSeq, this.lastGood + 1);
        this.explained = true;
      }
    }
    await this.report(content);
  }

  /** Closes the walk: numbers that others have seen count as given. */
  async finish(): Promise<number> {
    this.expect(this.known.floorSeq + 1);
    await this.report(Buffer.alloc(0));
    return Math.max(this.lastGood, this.reserved, this.known.floorSeq);
  }

  private frame(segment: Segment, frame: Frame, id: string | undefined, known: boolean): void {
    const follows = frame.kind === 'head' ? frame.seq + 1 : frame.seq;
    if (this.begun) this.expect(follows);
    else this.begin(follows);
    if (frame.kind === 'head') this.lastGood = Math.max(this.lastGood, frame.seq);
    else this.operation(segment, frame, id, known);
    this.explained = false;
    this.end = { file: segment.file, offset: frame.offset + frame.bytes };
  }

  /** Frames before the first one that is left were removed because snapshots cover them; or they are missing. */
  private begin(firstSeq: number): void {
    this.begun = true;
    if (firstSeq - 1 > this.known.coveredSeq && !this.explained) this.missing();
    this.lastGood = firstSeq - 1;
  }

  private operation(segment: Segment, frame: Frame, id: string | undefined, known: boolean): void {
    if (id === undefined || (frame.seq <= this.lastGood && !known)) {
      this.doubled.add(frame.seq);
      this.reports.push({ file: segment.file, offset: frame.offset, bytes: frame.bytes });
    } else if (known) {
      if (frame.seq > this.lastGood) this.doubled.add(frame.seq);
    } else {
      this.ids.add(id, segment.number);
      if (segment.firstSeq === 0) segment.firstSeq = frame.seq;
      segment.lastSeq = frame.seq;
      if (this.lookedAt?.number === segment.number) this.lookedAt.ids.add(id);
    }
    this.lastGood = Math.max(this.lastGood, frame.seq);
  }

  private expect(seq: number): void {
    if (seq > Math.max(this.lastGood, this.reserved) + 1 && !this.explained) this.missing();
  }

  private missing(): void {
    this.reports.push({ ...this.end, bytes: 0 });
  }

  /** The stretches lie in the segment that was just read; those without bytes may lie before it. */
  private async report(content: Buffer): Promise<void> {
    for (const one of this.reports.splice(0)) {
      await this.damaged.report(one, content.subarray(one.offset, one.offset + one.bytes));
    }
  }

  /** The index gave a hint; the segments tell. The last one looked at is remembered: copies come in rows. */
  private async knows(id: string, current: Buffer, upTo: number): Promise<boolean> {
    for (const number of this.ids.segmentsOf(id)) {
      if (this.lookedAt?.number !== number) {
        const holder = this.segments.find((segment) => segment.number === number);
        if (holder === undefined) continue;
        const isCurrent = holder === this.segments.at(-1);
        const content = isCurrent ? current.subarray(0, upTo) : await readFile(holder.path);
        this.lookedAt = { number, ids: idsIn(content) };
      }
      if (this.lookedAt.ids.has(id)) return true;
    }
    return false;
  }
}

/** Never fails because of what the files hold; a file that cannot be read is reported whole. */
export async function scanSegments(
  folder: string,
  damaged: DamagedBytes,
  known: KnownFromElsewhere,
  log: JournalLog,
): Promise<Scan> {
  const walk = new Walk(damaged, known);
  const names = (await namesIn(folder)).filter((name) => SEGMENT.test(name));
  for (const file of names) {
    const path = join(folder, file);
    const segment: Segment = {
      number: Number(file.slice(0, 8)),
      file,
      path,
      firstSeq: 0,
      lastSeq: 0,
      bytes: 0,
    };
    if (file === names.at(-1))
      await syncFile(path).catch((error) => log('warn', `journal: ${String(error)}`));
    try {
      const content = await readFile(path);
      segment.bytes = content.length;
      await walk.segment(segment, content);
    } catch (error) {
      log('error', `journal: ${file} cannot be read: ${String(error)}`);
      await damaged.report({ file, offset: 0, bytes: 0 }, new Uint8Array());
    }
  }
  const lastSeq = await walk.finish();
  const lastNumber = Number(names.at(-1)?.slice(0, 8) ?? 0);
  return { segments: walk.segments, ids: walk.ids, doubled: walk.doubled, lastSeq, lastNumber };
}

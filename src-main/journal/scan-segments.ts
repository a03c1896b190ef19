/** Reads every segment at start: which frames are good, what is damaged or missing, which ids are known. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DamagedBytes } from './damaged-bytes.ts';
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

/** The exact ids of a segment's good frames up to `bytes`. */
export async function idsInSegment(path: string, bytes: number): Promise<Set<string>> {
  const ids = new Set<string>();
  const content = await readFile(path);
  for (const piece of piecesOf(content.subarray(0, bytes), 0)) {
    if (!('frame' in piece) || piece.frame.kind !== 'operation') continue;
    const id = idOf(piece.frame.payload);
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

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
  private currentIds = new Set<string>();
  private otherIds: { number: number; ids: Set<string> } | undefined;
  private readonly damaged: DamagedBytes;
  private readonly known: KnownFromElsewhere;

  constructor(damaged: DamagedBytes, known: KnownFromElsewhere) {
    this.damaged = damaged;
    this.known = known;
  }

  async segment(segment: Segment, content: Buffer): Promise<void> {
    this.segments.push(segment);
    this.currentIds = new Set();
    for (const piece of piecesOf(content, this.lastGood)) {
      if ('frame' in piece) await this.frame(segment, piece.frame, content);
      else {
        const { offset, bytes, reservedSeq } = piece.damage;
        await this.setAside(segment, offset, bytes, content);
        this.reserved = Math.max(this.reserved, reservedSeq, this.lastGood + 1);
        this.explained = true;
      }
    }
  }

  /** Closes the walk: numbers that others have seen count as given. */
  async finish(): Promise<number> {
    await this.expect(this.known.floorSeq + 1);
    return Math.max(this.lastGood, this.reserved, this.known.floorSeq);
  }

  /** Frames before the first one that is left were removed because snapshots cover them; or they are missing. */
  private async begin(firstSeq: number): Promise<void> {
    this.begun = true;
    if (firstSeq - 1 > this.known.coveredSeq && !this.explained) await this.missing();
    this.lastGood = firstSeq - 1;
  }

  private async frame(segment: Segment, frame: Frame, content: Buffer): Promise<void> {
    const follows = frame.kind === 'head' ? frame.seq + 1 : frame.seq;
    if (this.begun) await this.expect(follows);
    else await this.begin(follows);
    if (frame.kind === 'head') this.lastGood = Math.max(this.lastGood, frame.seq);
    else await this.operation(segment, frame, content);
    this.explained = false;
    this.end = { file: segment.file, offset: frame.offset + frame.bytes };
  }

  private async operation(segment: Segment, frame: Frame, content: Buffer): Promise<void> {
    const id = idOf(frame.payload);
    const known = id !== undefined && (await this.knows(id));
    if (id === undefined || (frame.seq <= this.lastGood && !known)) {
      this.doubled.add(frame.seq);
      await this.setAside(segment, frame.offset, frame.bytes, content);
    } else if (known) {
      if (frame.seq > this.lastGood) this.doubled.add(frame.seq);
    } else {
      this.ids.add(id, segment.number);
      this.currentIds.add(id);
      if (segment.firstSeq === 0) segment.firstSeq = frame.seq;
      segment.lastSeq = frame.seq;
    }
    this.lastGood = Math.max(this.lastGood, frame.seq);
  }

  private async expect(seq: number): Promise<void> {
    if (seq > Math.max(this.lastGood, this.reserved) + 1 && !this.explained) await this.missing();
  }

  private missing(): Promise<void> {
    return this.damaged.report({ ...this.end, bytes: 0 }, new Uint8Array());
  }

  private setAside(segment: Segment, offset: number, bytes: number, content: Buffer): Promise<void> {
    return this.damaged.report(
      { file: segment.file, offset, bytes },
      content.subarray(offset, offset + bytes),
    );
  }

  private async knows(id: string): Promise<boolean> {
    if (this.currentIds.has(id)) return true;
    for (const number of this.ids.segmentsOf(id)) {
      if (this.otherIds?.number !== number) {
        const holder = this.segments.find((segment) => segment.number === number);
        if (holder === undefined) continue;
        this.otherIds = { number, ids: await idsInSegment(holder.path, holder.bytes) };
      }
      if (this.otherIds.ids.has(id)) return true;
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

/** A snapshot file: gzip whose extra field carries length and CRC-32C of all that follows, so that no bit is unwatched. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { SnapshotInfo } from '#shared/model/manifest.ts';
import { crc32c, crcText } from './crc32c.ts';
import {
  decodeLine,
  encodeLine,
  type Rows,
  type SnapshotHeader,
  type SnapshotLine,
} from './snapshot-lines.ts';

/** What zlib writes first; replaced by a header of ours, which any gzip reader understands. */
const GZIP_HEAD = 10;
/** 10 bytes of gzip, 2 for the extra field's length, 'KZ', 2 for its length, 6 file length, 4 check sum. */
const HEAD = 26;
const HEAD_START = Buffer.from('1f8b08040000000000ff0e004b5a0a00', 'hex');
/** Snapshots are taken while somebody works: less time for a few more bytes. */
const LEVEL = 3;

function headBytes(length: number, check: number): Buffer {
  const head = Buffer.alloc(HEAD);
  HEAD_START.copy(head);
  head.writeUIntLE(length, 16, 6);
  head.writeUInt32LE(check, 22);
  return head;
}

export interface SnapshotWriter {
  append(table: string, rows: Rows): Promise<void>;
  /** Writes the footer and syncs. The counts are those of the rows that were appended. */
  finish(): Promise<Record<string, number>>;
  /** Closes without finishing; the file is the caller's to remove. */
  abort(): Promise<void>;
}

/** A new file at `path` that must not exist. */
export async function createSnapshot(
  path: string,
  header: SnapshotHeader,
  write: WriteAt = writeAt,
): Promise<SnapshotWriter> {
  const file = await open(path, 'wx');
  const gzip = createGzip({ level: LEVEL });
  let skip = GZIP_HEAD;
  let length = HEAD;
  let fileCheck = 0;
  let linesCheck = 0;
  let lines = 0;
  const counts = new Map<string, number>();

  const toFile = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const rest = chunk.subarray(Math.min(skip, chunk.length));
      skip -= chunk.length - rest.length;
      const at = length;
      length += rest.length;
      fileCheck = crc32c(rest, fileCheck);
      write(file, rest, at).then(() => done(), done);
    },
  });
  let failed: unknown;
  const waiting = new Set<(error: unknown) => void>();
  const written = pipeline(gzip, toFile).catch((error: unknown) => {
    failed ??= error;
    // A write that gzip holds back would otherwise never be answered.
    for (const reject of waiting) reject(failed);
  });

  /** Answers when gzip has taken the line, so that a slow disk slows the caller down. */
  function put(line: SnapshotLine): Promise<void> {
    const bytes = encodeLine(line);
    linesCheck = crc32c(bytes, linesCheck);
    lines += 1;
    return new Promise<void>((resolve, reject) => {
      if (failed !== undefined) {
        reject(failed);
        return;
      }
      waiting.add(reject);
      gzip.write(bytes, (error) => {
        waiting.delete(reject);
        if (error) reject(failed ?? error);
        else resolve();
      });
    });
  }

  async function finish(): Promise<Record<string, number>> {
    const total = Object.fromEntries(counts);
    await put({ type: 'footer', counts: total, lines, check: crcText(linesCheck) });
    gzip.end();
    await written;
    if (failed !== undefined) throw failed;
    await write(file, headBytes(length, fileCheck), 0);
    await file.sync();
    await file.close();
    return total;
  }

  async function abort(): Promise<void> {
    failed ??= new Error('the snapshot was given up');
    gzip.destroy();
    await written;
    await file.close().catch(() => undefined);
  }

  try {
    await put(header);
  } catch (error) {
    await abort();
    throw error;
  }
  return {
    async append(table, rows) {
      counts.set(table, (counts.get(table) ?? 0) + rows.length);
      await put({ type: 'rows', table, rows });
    },
    finish,
    abort,
  };
}

type FileHandle = Awaited<ReturnType<typeof open>>;

/** Tests put a full disk in its place. */
type WriteAt = (file: FileHandle, bytes: Buffer, at: number) => Promise<void>;

const writeAt: WriteAt = async (file, bytes, at) => {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
};

/** What a snapshot file says that is not what it holds. */
export class DamagedSnapshot extends Error {
  constructor(what: string) {
    super(`damaged snapshot: ${what}`);
    this.name = 'DamagedSnapshot';
  }
}

function insist(holds: boolean, what: string): asserts holds {
  if (!holds) throw new DamagedSnapshot(what);
}

async function* lineBytes(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, at));
      yield parts.length === 1 ? parts[0]! : Buffer.concat(parts);
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  insist(parts.length === 0, 'the last line is cut off');
}

/** The inflated bytes; after the last one, length and check sum of the file are known to hold. */
async function* inflated(path: string): AsyncGenerator<Buffer> {
  let length = 0;
  let check = 0;
  let head = Buffer.alloc(0);
  async function* watched(): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(path)) {
      insist(Buffer.isBuffer(chunk), 'not bytes');
      const needed = Math.min(HEAD - head.length, chunk.length);
      head = Buffer.concat([head, chunk.subarray(0, needed)]);
      check = crc32c(chunk, check, needed);
      length += chunk.length;
      yield chunk;
    }
  }
  const gunzip = createGunzip();
  const done = pipeline(watched(), gunzip);
  done.catch(() => undefined);
  try {
    for await (const chunk of gunzip) {
      insist(Buffer.isBuffer(chunk), 'not bytes');
      yield chunk;
    }
    await done;
  } finally {
    gunzip.destroy();
  }
  insist(head.equals(headBytes(length, check)), 'length or check sum of the file');
}

/** Every line of the file, checked as it is read; throws {@link DamagedSnapshot} or what gunzip and the disk throw. */
export async function* readSnapshot(path: string): AsyncGenerator<SnapshotLine> {
  let lines = 0;
  let check = 0;
  let last: SnapshotLine | undefined;
  const counts = new Map<string, number>();
  for await (const bytes of lineBytes(inflated(path))) {
    const line = decodeLine(bytes);
    insist(line !== undefined, `line ${lines + 1}`);
    insist(last?.type !== 'footer', 'a line after the footer');
    insist((line.type === 'header') === (lines === 0), 'the header');
    if (line.type === 'rows') counts.set(line.table, (counts.get(line.table) ?? 0) + line.rows.length);
    if (line.type === 'footer') {
      insist(line.lines === lines && line.check === crcText(check), 'the check sum over all lines');
      insist(sameCounts(line.counts, Object.fromEntries(counts)), 'the row counts');
    }
    check = crc32c(LINE_FEED, crc32c(bytes, check));
    lines += 1;
    last = line;
    yield line;
  }
  insist(last?.type === 'footer', 'no footer');
}

const LINE_FEED = Buffer.from('\n');

/** A table with no rows and a table that is not named are the same. */
export function sameCounts(a: Record<string, number>, b: Record<string, number>): boolean {
  const tables = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...tables].every((table) => (a[table] ?? 0) === (b[table] ?? 0));
}

/** Reads the whole file and tells what it is; throws when anything in it is wrong. */
export async function verifySnapshot(path: string): Promise<SnapshotInfo> {
  let header: SnapshotHeader | undefined;
  let counts: Record<string, number> = {};
  for await (const line of readSnapshot(path)) {
    if (line.type === 'header') header = line;
    if (line.type === 'footer') counts = line.counts;
  }
  insist(header !== undefined, 'no header');
  const { id, at, reason, schemaVersion, lastSeq } = header;
  return { id, at, reason, schemaVersion, lastSeq, counts, bytes: (await stat(path)).size };
}

/** Only the first line, for what must be known before everything was verified; undefined = not readable. */
export async function readHeader(path: string): Promise<SnapshotHeader | undefined> {
  try {
    for await (const line of readSnapshot(path)) return line.type === 'header' ? line : undefined;
  } catch {
    return undefined;
  }
  return undefined;
}

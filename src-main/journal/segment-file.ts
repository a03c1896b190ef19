/** The segment that is being written: appends that are synced, and a clean end after a failure. */
import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './durable-file.ts';
import { encodeFrame } from './frame.ts';

/** The few file operations of a segment; tests put a disk that fails in their place. */
export interface RawFile {
  write(bytes: Buffer, at: number): Promise<void>;
  sync(): Promise<void>;
  truncate(bytes: number): Promise<void>;
  close(): Promise<void>;
}

export type CreateFile = (path: string) => Promise<RawFile>;

export const createFile: CreateFile = async (path) => {
  const handle = await open(path, 'wx');
  return {
    async write(bytes, at) {
      let done = 0;
      while (done < bytes.length) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
        done += bytesWritten;
      }
    },
    async sync() {
      // Asked while the disk syncs, so that it costs no time: a file that was deleted would take all and keep nothing.
      const [info] = await Promise.all([handle.stat(), handle.datasync()]);
      if (info.nlink === 0) throw new Error('the segment was deleted');
    },
    truncate: async (bytes) => {
      await handle.truncate(bytes);
      await handle.sync();
    },
    close: () => handle.close(),
  };
};

export interface SegmentWriter {
  /** Bytes that are written and synced. */
  readonly bytes: number;
  /** Answers when the bytes are on disk. */
  append(bytes: Buffer): Promise<void>;
  /** Takes a failed append back; false = its bytes may still lie there. The writer is closed in both cases. */
  abandon(): Promise<boolean>;
  close(): Promise<void>;
}

/** A new segment with its head frame, durable by name and by content. */
export async function createSegment(
  path: string,
  lastSeq: number,
  at: number,
  create: CreateFile,
): Promise<SegmentWriter> {
  const file = await create(path);
  const head = encodeFrame('head', lastSeq, Buffer.from(JSON.stringify({ format: 1, at })));
  let bytes = head.length;
  try {
    await file.write(head, 0);
    await file.sync();
    await syncFolder(dirname(path));
  } catch (error) {
    await file.close().catch(() => undefined);
    // Nothing acknowledged can be in it.
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
  return {
    get bytes() {
      return bytes;
    },
    async append(more) {
      await file.write(more, bytes);
      await file.sync();
      bytes += more.length;
    },
    async abandon() {
      const cleaned = await file.truncate(bytes).then(
        () => true,
        () => false,
      );
      await file.close().catch(() => undefined);
      return cleaned;
    },
    close: () => file.close(),
  };
}

/** Files that the user handed over, kept in the data folder until the renderer lets them go. */

import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import { type FileTicket, fileTicketSchema } from '#shared/ipc/contract.ts';
import { ServiceError, TooLargeError } from './service-error.ts';

/** Text files may have 1 GB; a little room above, so that the import itself says what is too large and why. */
export const MAX_FILE_BYTES = 1_100_000_000;

const TICKET = /^[A-Za-z0-9_-]{8,64}$/;
const PARTIAL = '.part';
const BYTES = 'bytes';
const META = 'file.json';

export interface Receiving {
  readonly ticket: string;
  readonly received: number;
  write(chunk: Uint8Array): Promise<void>;
  /** Syncs and renames; from now on the ticket is listed. */
  finish(): Promise<FileTicket>;
  /** Forgets the bytes. Safe to call at any time, also after finish (then it does nothing). */
  abandon(): Promise<void>;
}

export interface Inbox {
  receive(name: string): Promise<Receiving>;
  list(): Promise<FileTicket[]>;
  find(ticket: string): Promise<{ readonly path: string; readonly meta: FileTicket } | undefined>;
  release(ticket: string): Promise<void>;
  size(): Promise<number>;
  wipe(): Promise<void>;
}

/** A name for showing and for guessing the table: the last path part, no control characters, not endless. */
export function cleanName(raw: string): string {
  const last = raw.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const printable = Array.from(last)
    .filter((char) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(char))
    .join('')
    .trim();
  if (printable === '' || /^\.+$/.test(printable)) return 'file';
  if (printable.length <= 200) return printable;
  const dot = printable.lastIndexOf('.');
  const tail = dot > 0 && printable.length - dot <= 12 ? printable.slice(dot) : '';
  return printable.slice(0, 200 - tail.length) + tail;
}

const metaJson = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text: string): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        return undefined;
      }
    }),
  ),
  fileTicketSchema,
);

async function writeFully(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let done = 0;
  while (done < chunk.byteLength) {
    const { bytesWritten } = await file.write(chunk, done, chunk.byteLength - done);
    done += bytesWritten;
  }
}

/**
 * One folder per ticket: `bytes` and `file.json`. While bytes arrive the folder ends in `.part`; its rename is the
 * moment when the file exists. What a crash left half-way is removed by `sweep` at the next start.
 */
export async function createInbox(dataDir: string, clock: Clock, newId: NewId): Promise<Inbox> {
  const root = join(dataDir, 'inbox');
  await mkdir(root, { recursive: true, mode: 0o700 });
  for (const name of await readdir(root)) {
    if (name.endsWith(PARTIAL)) await rm(join(root, name), { recursive: true, force: true });
  }

  const readMeta = async (ticket: string): Promise<FileTicket | undefined> => {
    if (!TICKET.test(ticket)) return undefined;
    try {
      const meta = metaJson.safeParse(await readFile(join(root, ticket, META), 'utf8'));
      return meta.success && meta.data.ticket === ticket ? meta.data : undefined;
    } catch {
      return undefined;
    }
  };

  const receive = async (name: string): Promise<Receiving> => {
    const ticket = newId().replaceAll(/[^A-Za-z0-9_-]/g, '');
    if (!TICKET.test(ticket)) throw new ServiceError('bug', 'ids must give 8 to 64 letters or digits');
    const folder = join(root, ticket + PARTIAL);
    await mkdir(folder, { mode: 0o700 });
    const file = await open(join(folder, BYTES), 'wx', 0o600);
    let received = 0;
    let state: 'open' | 'finished' | 'abandoned' = 'open';

    return {
      ticket,
      get received() {
        return received;
      },
      async write(chunk) {
        if (state !== 'open') throw new ServiceError('closed', 'the upload has ended');
        received += chunk.byteLength;
        if (received > MAX_FILE_BYTES) throw new TooLargeError('the file is larger than 1.1 GB');
        await writeFully(file, chunk);
      },
      async finish() {
        if (state !== 'open') throw new ServiceError('closed', 'the upload has ended');
        const meta: FileTicket = { ticket, name: cleanName(name), size: received, receivedAt: clock.now() };
        await file.datasync();
        await writeFile(join(folder, META), JSON.stringify(meta), { mode: 0o600, flush: true });
        await file.close();
        await rename(folder, join(root, ticket));
        state = 'finished';
        return meta;
      },
      async abandon() {
        if (state !== 'open') return;
        state = 'abandoned';
        await file.close().catch(() => {});
        await rm(folder, { recursive: true, force: true });
      },
    };
  };

  const list = async (): Promise<FileTicket[]> => {
    const found: FileTicket[] = [];
    for (const name of await readdir(root).catch(() => [])) {
      const meta = await readMeta(name);
      if (meta !== undefined) found.push(meta);
    }
    return found.sort((a, b) => a.receivedAt - b.receivedAt || (a.ticket < b.ticket ? -1 : 1));
  };

  return {
    receive,
    list,
    async find(ticket) {
      const meta = await readMeta(ticket);
      return meta === undefined ? undefined : { path: join(root, ticket, BYTES), meta };
    },
    async release(ticket) {
      if (!TICKET.test(ticket)) return;
      await rm(join(root, ticket), { recursive: true, force: true });
    },
    async size() {
      let total = 0;
      for (const name of await readdir(root).catch(() => [])) {
        total += await stat(join(root, name, BYTES)).then(
          (entry) => entry.size,
          () => 0,
        );
      }
      return total;
    },
    async wipe() {
      await rm(root, { recursive: true, force: true });
      await mkdir(root, { recursive: true, mode: 0o700 });
    },
  };
}

/** The two byte routes of the contract as Web Request → Response, the same in both shells. */

import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { Clock } from '#shared/base/clock.ts';
import type { FileTicket, IpcFailure } from '#shared/ipc/contract.ts';
import { type Inbox, MAX_FILE_BYTES, type Receiving } from './inbox.ts';
import { ServiceError, TooLargeError, toFailure } from './service-error.ts';

/** One read and one enqueue: large enough to be fast, small enough that a slow reader costs nothing. */
const READ_BYTES = 512 * 1024;
/** An upload in slices that nobody continues for so long is given up. */
const STALE_UPLOAD_MS = 10 * 60_000;

const STATUS: Readonly<Record<IpcFailure['code'], number>> = {
  'bad-input': 400,
  'bad-output': 500,
  'not-allowed': 403,
  'not-found': 404,
  busy: 409,
  'disk-full': 507,
  io: 500,
  closed: 409,
  cancelled: 499,
  bug: 500,
};

/** A file that is not in the inbox but is served by a ticket all the same, such as a table of the sample company. */
export interface FixedFile {
  readonly path: string;
  readonly meta: FileTicket;
}

export interface FileRoutes {
  /** Answers `/files` and `/files/TICKET`; undefined for any other path. */
  respond(request: Request): Promise<Response | undefined>;
}

interface Sliced {
  readonly receiving: Receiving;
  readonly size: number;
  busy: boolean;
  touchedAt: number;
}

interface FileRoutesOptions {
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly headers: Readonly<Record<string, string>>;
  readonly fixed?: (ticket: string) => Promise<FixedFile | undefined>;
}

function wholeNumber(text: string | null): number | undefined {
  if (text === null || !/^\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

async function copyBody(request: Request, receiving: Receiving): Promise<void> {
  if (request.body === null) return;
  // Each chunk is on its way to the disk before the next is read: the sender waits, memory stays small.
  for await (const chunk of request.body) await receiving.write(chunk);
}

function streamFrom(file: FileHandle, from: number): ReadableStream<Uint8Array> {
  let position = from;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const buffer = new Uint8Array(READ_BYTES);
          const { bytesRead } = await file.read(buffer, 0, READ_BYTES, position);
          if (bytesRead === 0) {
            await file.close();
            controller.close();
            return;
          }
          position += bytesRead;
          controller.enqueue(bytesRead === READ_BYTES ? buffer : buffer.subarray(0, bytesRead));
        } catch (error) {
          await file.close().catch(() => {});
          throw error;
        }
      },
      async cancel() {
        await file.close();
      },
    },
    { highWaterMark: 1 },
  );
}

export function createFileRoutes({ inbox, clock, headers, fixed }: FileRoutesOptions): FileRoutes {
  const uploads = new Map<string, Sliced>();

  const json = (status: number, body: unknown): Response =>
    new Response(JSON.stringify(body), {
      status,
      headers: { ...headers, 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' },
    });

  const failed = (error: unknown): Response => {
    const failure = toFailure(error);
    return json(error instanceof TooLargeError ? 413 : STATUS[failure.code], failure);
  };

  const dropStale = async (): Promise<void> => {
    for (const [id, upload] of uploads) {
      if (upload.busy || clock.now() - upload.touchedAt < STALE_UPLOAD_MS) continue;
      uploads.delete(id);
      await upload.receiving.abandon();
    }
  };

  const receiveWhole = async (request: Request, name: string): Promise<Response> => {
    if (Number(request.headers.get('content-length') ?? 0) > MAX_FILE_BYTES) {
      throw new TooLargeError('the file is larger than 1.1 GB');
    }
    const receiving = await inbox.receive(name);
    try {
      await copyBody(request, receiving);
      if (request.signal.aborted) throw new ServiceError('cancelled', 'the upload was cancelled');
      return json(201, await receiving.finish());
    } catch (error) {
      await receiving.abandon();
      throw error;
    }
  };

  /** A large file comes in slices, because Electron hands a request body of a file over as one buffer. */
  const receiveSlice = async (request: Request, url: URL, name: string): Promise<Response> => {
    await dropStale();
    const size = wholeNumber(url.searchParams.get('size'));
    const at = wholeNumber(url.searchParams.get('at'));
    if (size === undefined || at === undefined) throw new ServiceError('bad-input', 'size and at are needed');
    if (size > MAX_FILE_BYTES) throw new TooLargeError('the file is larger than 1.1 GB');
    let id = url.searchParams.get('upload') ?? '';
    if (id === '') {
      const receiving = await inbox.receive(name);
      id = receiving.ticket;
      uploads.set(id, { receiving, size, busy: false, touchedAt: clock.now() });
    }
    const upload = uploads.get(id);
    if (upload === undefined) throw new ServiceError('not-found', 'no such upload');
    if (upload.busy) throw new ServiceError('busy', 'a slice of this upload is still on its way');
    upload.busy = true;
    upload.touchedAt = clock.now();
    try {
      if (at !== upload.receiving.received || size !== upload.size) {
        throw new ServiceError('bad-input', `expected the slice at ${upload.receiving.received}`);
      }
      await copyBody(request, upload.receiving);
      if (upload.receiving.received > size) throw new ServiceError('bad-input', 'more bytes than announced');
      if (upload.receiving.received < size)
        return json(202, { upload: id, received: upload.receiving.received });
      uploads.delete(id);
      return json(201, await upload.receiving.finish());
    } catch (error) {
      uploads.delete(id);
      await upload.receiving.abandon();
      throw error;
    } finally {
      upload.busy = false;
    }
  };

  const abandonUpload = async (id: string): Promise<Response> => {
    const upload = uploads.get(id);
    if (upload === undefined) throw new ServiceError('not-found', 'no such upload');
    uploads.delete(id);
    await upload.receiving.abandon();
    return new Response(null, { status: 204, headers });
  };

  const send = async (ticket: string, url: URL): Promise<Response> => {
    const found = (await inbox.find(ticket)) ?? (await fixed?.(ticket));
    if (found === undefined) throw new ServiceError('not-found', 'no such file');
    const fromText = url.searchParams.get('from');
    const from = fromText === null ? 0 : wholeNumber(fromText);
    if (from === undefined || from > found.meta.size)
      throw new ServiceError('bad-input', 'from is out of range');
    const file = await open(found.path, 'r');
    return new Response(streamFrom(file, from), {
      headers: {
        ...headers,
        'cache-control': 'no-store',
        'content-length': String(found.meta.size - from),
        'content-type': 'application/octet-stream',
      },
    });
  };

  const route = async (request: Request, url: URL): Promise<Response> => {
    const ticket = url.pathname.slice('/files/'.length);
    if (url.pathname === '/files') {
      if (request.method === 'PUT') {
        const name = url.searchParams.get('name');
        if (name === null) throw new ServiceError('bad-input', 'name is needed');
        return url.searchParams.has('size') ? receiveSlice(request, url, name) : receiveWhole(request, name);
      }
      return methodNotAllowed('PUT');
    }
    if (request.method === 'GET') return send(ticket, url);
    if (request.method === 'DELETE') return abandonUpload(ticket);
    return methodNotAllowed('GET, DELETE');
  };

  const methodNotAllowed = (allow: string): Response =>
    new Response(null, { status: 405, headers: { ...headers, allow } });

  return {
    async respond(request) {
      const url = new URL(request.url);
      if (url.pathname !== '/files' && !url.pathname.startsWith('/files/')) return undefined;
      try {
        return await route(request, url);
      } catch (error) {
        return failed(error);
      }
    },
  };
}

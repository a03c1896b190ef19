/** The real import worker; only main's byte route is played: accounts at once, usage rows so slowly that one can cancel. */
import '#renderer/data/ingest/import-worker.ts';
import { accountsCsv, usageCsv } from '#test/factories/usage-book.ts';
import { SLOW_BOOK } from './slow-book.ts';

const PIECE = 32 * 1024;
const PAUSE_MS = 20;

const bytesOf: Readonly<Record<string, () => Blob>> = {
  'accounts-ticket': () => new Blob([accountsCsv(SLOW_BOOK.accounts)]),
  'usage-ticket': () => usageCsv(SLOW_BOOK),
};

function slowly(blob: Blob): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      const piece = blob.slice(at, at + PIECE);
      at += PIECE;
      if (piece.size === 0) controller.close();
      else controller.enqueue(new Uint8Array(await piece.arrayBuffer()));
    },
  });
}

const real = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const ticket = /^\/files\/([^?]+)/.exec(String(input))?.[1];
  const blob = ticket === undefined ? undefined : bytesOf[ticket]?.();
  if (ticket === undefined) return real(input, init);
  return blob === undefined ? new Response(null, { status: 404 }) : new Response(slowly(blob));
};

/** Node's http on one side, Web Request and Response on the other; slow readers slow the source down. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** `signal` aborts when the client goes away before the answer is complete. */
export function toWebRequest(request: IncomingMessage, origin: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const method = request.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  // Joined, not resolved: `//other/path` must stay a path of ours.
  const url = new URL(origin + (request.url ?? '/'));
  // Node's own types know `duplex` only on the undici side; a body that is a stream needs it.
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal };
  if (hasBody) {
    init.body = webBody(request);
    init.duplex = 'half';
  }
  return new Request(url, init);
}

/** Pulls one chunk of the socket per read, so that an upload waits for the disk. */
function webBody(request: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<unknown> = request[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const step = await chunks.next();
        if (step.done === true) controller.close();
        else if (step.value instanceof Uint8Array) controller.enqueue(step.value);
      },
      cancel() {
        request.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

/** Resolves when the socket took what we wrote, or is gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.on('drain', done);
    response.on('close', done);
  });
}

export async function sendWebResponse(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body === null) {
    response.end();
    return;
  }
  const reader = answer.body.getReader();
  const stop = (): void => {
    reader.cancel().catch(() => {});
  };
  response.on('close', stop);
  try {
    for (;;) {
      const step = await reader.read();
      if (step.done || response.destroyed) break;
      if (!response.write(step.value)) await drained(response);
    }
    response.end();
  } catch {
    // The source failed after the headers went out: cut the connection, so that it does not look complete.
    response.destroy();
  } finally {
    response.off('close', stop);
  }
}

/** The first question to every request and every upgrade: was it meant for us, and does it come from our own page? */
import type { IncomingHttpHeaders } from 'node:http';
import { err, ok, type Result } from '#shared/base/result.ts';

export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

export interface GuardedRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** Header names and values as they came, to see a header that was sent twice. */
  readonly rawHeaders: readonly string[];
}

function occurrences(rawHeaders: readonly string[], name: string): number {
  return rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === name).length;
}

export interface RequestGuard {
  readonly origin: string;
  check(request: GuardedRequest, kind: 'request' | 'upgrade'): Result<null, Refusal>;
}

export function createRequestGuard(port: number): RequestGuard {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  const refuse = (status: number, reason: string): Result<null, Refusal> => err({ status, reason });

  return {
    origin,
    check({ method, headers, rawHeaders }, kind) {
      // A foreign name that resolves to 127.0.0.1 (DNS rebinding) shows itself in the Host header.
      if (headers.host !== host || occurrences(rawHeaders, 'host') !== 1) return refuse(421, 'wrong host');

      if (headers.origin !== undefined && headers.origin !== origin) return refuse(403, 'wrong origin');
      const changes = method !== 'GET' && method !== 'HEAD';
      if (headers.origin === undefined && (changes || kind === 'upgrade'))
        return refuse(403, 'origin is needed');

      // Another port of this host is "same-site" to a browser: it would even get our cookie sent along.
      const site = headers['sec-fetch-site'];
      const typedOrLinked = site === 'none' && kind === 'request' && !changes;
      if (site !== undefined && site !== 'same-origin' && !typedOrLinked) return refuse(403, 'foreign page');
      return ok(null);
    },
  };
}

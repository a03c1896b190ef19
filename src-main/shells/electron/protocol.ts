/** Serves the app's own scheme from the same handler as the browser shell; everything else on it is refused. */
import { protocol, type Session } from 'electron';
import { isOurs, SCHEME } from './origin.ts';

/** Must run before the app is ready. Standard and secure: relative URLs, IndexedDB, workers and fetch all work. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

export function serveScheme(
  session: Session,
  respond: (request: Request) => Promise<Response>,
  headers: Readonly<Record<string, string>>,
): void {
  session.protocol.handle(SCHEME, (request) => {
    if (isOurs(request.url)) return respond(request);
    return new Response('Not found', { status: 404, headers: { ...headers, 'content-type': 'text/plain' } });
  });
}

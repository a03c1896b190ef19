/** The loopback server of the browser shell: guard, session, byte routes and pages, and the link over WebSocket. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Dispatch } from '#main/services/dispatch.ts';
import { sendWebResponse, toWebRequest } from './http-adapter.ts';
import { type LinkOptions, MAX_MESSAGE_BYTES, serveLink } from './link.ts';
import { createRequestGuard } from './request-guard.ts';
import type { Session } from './session.ts';
import { sessionPage } from './session-page.ts';

const LOOPBACK = '127.0.0.1';
const METHODS = new Set(['GET', 'PUT', 'POST', 'DELETE']);
const MAX_SECRET_BYTES = 200;
/** Where a page asks whether its session still holds, and where its WebSocket connects. */
const SESSION_PATH = '/session';
const LINK_PATH = '/link';

export interface BrowserApp {
  readonly session: Session;
  readonly dispatch: Dispatch;
  respond(request: Request): Promise<Response>;
  readonly headers: Readonly<Record<string, string>>;
  readonly version: string;
  readonly link?: LinkOptions;
}

export interface BrowserServer {
  readonly port: number;
  /** Until this is called, requests are told to come back later. */
  serve(app: BrowserApp): void;
  close(): Promise<void>;
}

async function readSecret(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? MAX_SECRET_BYTES + 1) > MAX_SECRET_BYTES) return '';
  return request.text();
}

async function sessionRoute(request: Request, app: BrowserApp): Promise<Response> {
  const headers = { ...app.headers, 'cache-control': 'no-store' };
  if (request.method === 'GET') {
    const valid = app.session.valid(request.headers.get('cookie') ?? undefined);
    return new Response(null, { status: valid ? 204 : 401, headers });
  }
  if (request.method !== 'POST')
    return new Response(null, { status: 405, headers: { ...headers, allow: 'GET, POST' } });
  const cookie = app.session.exchange(await readSecret(request));
  if (cookie === undefined) return new Response(null, { status: 403, headers });
  return new Response(null, { status: 204, headers: { ...headers, 'set-cookie': cookie } });
}

async function respond(request: Request, app: BrowserApp): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/health') {
    const body = JSON.stringify({ app: 'kizuna', version: app.version, pid: process.pid });
    return new Response(body, { headers: { ...app.headers, 'content-type': 'application/json' } });
  }
  if (pathname === SESSION_PATH) return sessionRoute(request, app);
  if (!app.session.valid(request.headers.get('cookie') ?? undefined)) {
    const wantsPage = request.method === 'GET' && (request.headers.get('accept') ?? '').includes('text/html');
    return sessionPage(pathname, wantsPage, app.headers);
  }
  return app.respond(request);
}

/** Refuses a request without reading its body. */
function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, {
    ...(status === 405 ? { allow: [...METHODS].join(', ') } : {}),
    connection: 'close',
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  response.end(reason);
}

function refuseUpgrade(socket: Duplex, status: number, reason: string): void {
  socket.end(`HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** Listens on the loopback address only; rejects with Node's error when the port is taken. */
export async function startBrowserServer(wantedPort: number): Promise<BrowserServer> {
  let app: BrowserApp | undefined;
  const server = createServer();
  const port = await listen(server, wantedPort);
  const guard = createRequestGuard(port);
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', headers, rawHeaders } = request;
    const checked = guard.check({ method, headers, rawHeaders }, 'request');
    if (!checked.ok) return refuse(response, checked.error.status, checked.error.reason);
    if (app === undefined) return refuse(response, 503, 'starting');
    if (!METHODS.has(method)) return refuse(response, 405, 'method not allowed');
    // The absolute form is for proxies; an address of its own has no business here.
    if (request.url?.startsWith('/') !== true) return refuse(response, 400, 'path is needed');
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const answered = await respond(toWebRequest(request, guard.origin, gone.signal), app);
    // An answer before the body was read (refused, too large) ends the connection instead of swallowing the rest.
    if (!request.complete && !response.headersSent) response.setHeader('connection', 'close');
    await sendWebResponse(answered, response);
  };

  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, 500, 'failed');
    });
  });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const { method = 'GET', headers, rawHeaders } = request;
    const checked = guard.check({ method, headers, rawHeaders }, 'upgrade');
    if (!checked.ok) return refuseUpgrade(socket, checked.error.status, checked.error.reason);
    if (app === undefined) return refuseUpgrade(socket, 503, 'starting');
    if (request.url !== LINK_PATH) return refuseUpgrade(socket, 404, 'not found');
    if (!app.session.valid(headers.cookie)) return refuseUpgrade(socket, 401, 'no session');
    const { dispatch, link } = app;
    sockets.handleUpgrade(request, socket, head, (opened) => serveLink(opened, dispatch, link));
  });

  return {
    port,
    serve(ready) {
      app = ready;
    },
    async close() {
      for (const client of sockets.clients) client.close(1001, 'stopping');
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      // Pages get a moment to hear the close; a download that still runs does not hold the process.
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 300))]);
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Who gets in: Host, Origin, Sec-Fetch-Site, secret and cookie, on requests and on the WebSocket upgrade. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RawAnswer, rawRequest, rawUpgrade } from './raw.ts';
import { openSession, type RunningShell, startShell } from './run-shell.ts';

vi.setConfig({ testTimeout: 30_000 });

const dataDir = mkdtempSync(join(tmpdir(), 'kizuna-doors-'));
let shell: RunningShell;
let host = '';
let origin = '';
let cookie = '';

beforeAll(async () => {
  shell = await startShell(dataDir);
  host = `Host: 127.0.0.1:${shell.port}`;
  origin = `Origin: http://127.0.0.1:${shell.port}`;
  cookie = `Cookie: ${await openSession(shell)}`;
}, 60_000);

afterAll(async () => {
  await shell.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const send = (first: string, headers: readonly string[], body = ''): Promise<RawAnswer> => {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  return rawRequest(shell.port, [`${first} HTTP/1.1`, ...headers, ...length], body);
};
const page = ['Accept: text/html'];

describe('the host', () => {
  it.each([
    ['a name that resolves here', (port: number) => `evil.example:${port}`],
    ['localhost, which is another origin', (port: number) => `localhost:${port}`],
    ['no port', () => '127.0.0.1'],
    ['another port', () => '127.0.0.1:1'],
    ['our address as a prefix', (port: number) => `127.0.0.1:${port}.evil.example`],
  ])('refuses %s', async (_what, name) => {
    const answer = await send('GET /', [`Host: ${name(shell.port)}`, cookie, ...page]);
    expect(answer.status).toBe(421);
    expect(answer.body).not.toContain('fixture');
  });
  it('refuses two hosts', async () => {
    expect((await send('GET /', [host, 'Host: evil.example', cookie])).status).toBeGreaterThanOrEqual(400);
  });
  it('serves its own', async () => {
    const answer = await send('GET /', [host, cookie, ...page]);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('fixture');
  });
});

describe('the origin', () => {
  it.each([
    'http://evil.example',
    'null',
    'http://localhost:5230',
    'https://127.0.0.1:5230',
    'http://127.0.0.1:1',
  ])('refuses %s', async (foreign) => {
    expect((await send('GET /files/x', [host, cookie, `Origin: ${foreign}`])).status).toBe(403);
    expect((await send('PUT /files?name=a', [host, cookie, `Origin: ${foreign}`], 'x')).status).toBe(403);
  });
  it('must be named by whoever changes something', async () => {
    expect((await send('PUT /files?name=a', [host, cookie], 'x')).status).toBe(403);
    expect((await send('POST /session', [host], shell.secret)).status).toBe(403);
    expect((await send('PUT /files?name=a', [host, cookie, origin], 'x')).status).toBe(201);
  });
});

describe('Sec-Fetch-Site', () => {
  it.each(['cross-site', 'same-site'])('refuses %s, also with a valid cookie', async (site) => {
    expect((await send('GET /', [host, cookie, ...page, `Sec-Fetch-Site: ${site}`])).status).toBe(403);
    const put = await send('PUT /files?name=a', [host, cookie, origin, `Sec-Fetch-Site: ${site}`], 'x');
    expect(put.status).toBe(403);
  });
  it('takes what was typed or linked for reading only', async () => {
    expect((await send('GET /', [host, cookie, ...page, 'Sec-Fetch-Site: none'])).status).toBe(200);
    expect(
      (await send('PUT /files?name=a', [host, cookie, origin, 'Sec-Fetch-Site: none'], 'x')).status,
    ).toBe(403);
    expect((await send('GET /', [host, cookie, ...page, 'Sec-Fetch-Site: same-origin'])).status).toBe(200);
  });
});

describe('the session', () => {
  it('gives nothing of the app without the cookie, only a page that explains', async () => {
    const start = await send('GET /', [host, ...page]);
    expect(start.body).toContain('npm start');
    expect(start.body).toContain('lang="ja"');
    expect(start.body).not.toContain('fixture');
    expect(start.headers['content-security-policy']).toContain("default-src 'none'");
    expect(start.headers['content-security-policy']).not.toContain('unsafe');
    expect(start.body).not.toMatch(/<style|style=|onload=|<script>/);
    for (const path of ['/assets/app-1a2b3c.js', '/files/abcdefgh', '/files']) {
      expect((await send(`GET ${path}`, [host])).status, path).toBe(401);
    }
    expect((await send('PUT /files?name=a', [host, origin], 'x')).status).toBe(401);
    expect((await send('GET /session.css', [host])).status).toBe(200);
    expect((await send('GET /session.js', [host])).status).toBe(200);
  });
  it.each([
    ['a wrong secret', 'x'.repeat(43)],
    ['no secret', ''],
    ['a long one', 'x'.repeat(100_000)],
  ])('is not opened with %s', async (_what, secret) => {
    const answer = await send('POST /session', [host, origin, 'Content-Type: text/plain'], secret);
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
  it('is a strict cookie that scripts cannot read, named after the port', async () => {
    const answer = await send('POST /session', [host, origin], shell.secret);
    expect(answer.status).toBe(204);
    const set = answer.headers['set-cookie'] ?? '';
    expect(set).toMatch(new RegExp(`^kizuna-${shell.port}=[\\w-]{43}; `));
    expect(set).toContain('HttpOnly');
    expect(set).toContain('SameSite=Strict');
    expect(set).toContain('Path=/');
    expect(set).not.toContain(shell.secret);
  });
  it('is found among other cookies, and is not guessed', async () => {
    const mine = cookie.slice('Cookie: '.length);
    expect((await send('GET /session', [host, `Cookie: a=b; ${mine}; c=d`])).status).toBe(204);
    expect((await send('GET /session', [host, `Cookie: x${mine}`])).status).toBe(401);
    expect((await send('GET /session', [host, `Cookie: ${mine}x`])).status).toBe(401);
    expect((await send('GET /session', [host, `Cookie: kizuna-${shell.port}=`])).status).toBe(401);
    expect((await send('GET /session', [host, `Cookie: kizuna-${shell.port}=${shell.secret}`])).status).toBe(
      401,
    );
  });
});

describe('pages', () => {
  it('allow the WebSocket of this origin and no other source', async () => {
    const policy = (await send('GET /', [host, cookie, ...page])).headers['content-security-policy'] ?? '';
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${shell.port}`);
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('*');
  });
  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%5csecret.json',
    '//secret.json',
  ])('do not leave their folder for %s', async (path) => {
    const answer = await send(`GET ${path}`, [host, cookie]);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret"');
  });
  it('have paths, not addresses', async () => {
    expect((await send('GET http://evil.example/', [host, cookie])).status).toBe(400);
    expect((await send('GET *', [host, cookie])).status).toBe(400);
  });
  it('know their methods', async () => {
    for (const method of ['HEAD', 'OPTIONS', 'TRACE', 'PATCH', 'PROPFIND']) {
      expect((await send(`${method} /`, [host, cookie, origin])).status, method).toBe(405);
    }
    expect((await send('DELETE /', [host, cookie, origin])).status).toBe(405);
    expect((await send('POST /files', [host, cookie, origin], 'x')).status).toBe(405);
    expect((await send('PUT /session', [host, cookie, origin], 'x')).status).toBe(405);
  });
});

describe('the WebSocket upgrade', () => {
  const upgrade = async (headers: readonly string[], path = '/link'): Promise<number> => {
    const { status, socket } = await rawUpgrade(shell.port, path, headers);
    socket.destroy();
    return status;
  };
  it('asks for host, origin, cookie and the right path', async () => {
    expect(await upgrade([host, origin, cookie])).toBe(101);
    expect(await upgrade(['Host: evil.example', origin, cookie])).toBe(421);
    expect(await upgrade([host, 'Origin: http://evil.example', cookie])).toBe(403);
    expect(await upgrade([host, 'Origin: null', cookie])).toBe(403);
    expect(await upgrade([host, cookie])).toBe(403);
    expect(await upgrade([host, origin])).toBe(401);
    expect(await upgrade([host, origin, `Cookie: kizuna-${shell.port}=wrong`])).toBe(401);
    expect(await upgrade([host, origin, cookie, 'Sec-Fetch-Site: same-site'])).toBe(403);
    expect(await upgrade([host, origin, cookie, 'Sec-Fetch-Site: cross-site'])).toBe(403);
    expect(await upgrade([host, origin, cookie, 'Sec-Fetch-Site: none'])).toBe(403);
    expect(await upgrade([host, origin, cookie, 'Sec-Fetch-Site: same-origin'])).toBe(101);
    expect(await upgrade([host, origin, cookie], '/other')).toBe(404);
  });
});

/** Bytes through the browser shell: large files in both directions with a bounded server, cancel and restart. */
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openSession, type RunningShell, startShell } from './run-shell.ts';

vi.setConfig({ testTimeout: 60_000 });

const MB = 1024 * 1024;
const LARGE = 200 * MB;
/** How far the server may grow while 200 MB pass through it. */
const GROWTH_LIMIT = 90 * MB;

const dataDir = mkdtempSync(join(tmpdir(), 'kizuna-bytes-'));
let shell: RunningShell;
let headers: Record<string, string> = {};

async function start(): Promise<void> {
  shell = await startShell(dataDir);
  headers = { cookie: await openSession(shell), origin: `http://127.0.0.1:${shell.port}` };
}

beforeAll(start, 60_000);
afterAll(async () => {
  await shell.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Resident memory of the server, where the system tells. */
function memory(): number {
  if (process.platform !== 'linux') return 0;
  const match = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${shell.child.pid}/status`, 'utf8'));
  return Number(match?.[1] ?? 0) * 1024;
}

/** The peak of the server's memory above its level at the start, while `work` runs. */
async function growthDuring(work: () => Promise<void>): Promise<number> {
  const before = memory();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, memory());
  }, 20);
  await work();
  clearInterval(watch);
  return peak - before;
}

function ask(method: string, path: string, extra: Record<string, string | number> = {}): ClientRequest {
  return request({
    host: '127.0.0.1',
    port: shell.port,
    method,
    path,
    headers: { ...headers, ...extra },
    agent: false,
  });
}

function answerOf(sent: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.on('response', resolve);
    sent.on('error', reject);
  });
}

async function json<T>(answer: IncomingMessage): Promise<T> {
  let text = '';
  for await (const chunk of answer.setEncoding('utf8')) text += chunk;
  return JSON.parse(text) as T;
}

interface Ticket {
  readonly ticket: string;
  readonly name: string;
  readonly size: number;
}

/** Every byte tells its place, so that a lost or doubled chunk shows. */
function* pattern(total: number): Generator<Buffer> {
  const block = Buffer.alloc(MB);
  for (let sent = 0; sent < total; sent += MB) {
    block.writeUInt32LE(sent / MB, 0);
    yield Buffer.from(block);
  }
}

async function upload(name: string, total: number): Promise<Ticket> {
  const sent = ask('PUT', `/files?name=${name}`, { 'content-length': total });
  const answered = answerOf(sent);
  for (const block of pattern(total)) {
    if (!sent.write(block)) await new Promise((resolve) => sent.once('drain', resolve));
  }
  sent.end();
  const answer = await answered;
  expect(answer.statusCode).toBe(201);
  return json<Ticket>(answer);
}

const inbox = (): string[] => readdirSync(join(dataDir, 'inbox'));

async function until(holds: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 250 && !holds(); attempt++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
}

describe('a file of 200 MB', () => {
  let ticket: Ticket;

  it('is taken with a bounded server', async () => {
    const growth = await growthDuring(async () => {
      ticket = await upload('large.csv', LARGE);
    });
    expect(ticket.size).toBe(LARGE);
    expect(growth).toBeLessThan(GROWTH_LIMIT);
  });

  it('is given whole to a slow reader, and the server waits for it', async () => {
    let received = 0;
    const growth = await growthDuring(async () => {
      const sent = ask('GET', `/files/${ticket.ticket}`);
      sent.end();
      const answer = await answerOf(sent);
      expect(answer.headers['content-length']).toBe(String(LARGE));
      expect(answer.headers['content-type']).toBe('application/octet-stream');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      // Nothing is read for a while: what is not asked for must stay on the server's disk.
      answer.pause();
      await new Promise((resolve) => setTimeout(resolve, 800));
      let place = 0;
      for await (const chunk of answer) {
        const bytes: Buffer = chunk;
        const first = Math.ceil(received / MB) * MB;
        if (first + 4 <= received + bytes.length && first >= received) {
          expect(bytes.readUInt32LE(first - received)).toBe(first / MB);
          place += 1;
        }
        received += bytes.length;
      }
      expect(place).toBeGreaterThan(100);
    });
    expect(received).toBe(LARGE);
    expect(growth).toBeLessThan(GROWTH_LIMIT);
  });

  it('starts anywhere, and refuses to start beyond its end', async () => {
    const sent = ask('GET', `/files/${ticket.ticket}?from=${LARGE - 3}`);
    sent.end();
    const answer = await answerOf(sent);
    expect(answer.headers['content-length']).toBe('3');
    answer.resume();
    for (const from of [String(LARGE + 1), '-1', '1.5', 'x', '1e3']) {
      const wrong = ask('GET', `/files/${ticket.ticket}?from=${from}`);
      wrong.end();
      const refused = await answerOf(wrong);
      expect(refused.statusCode, from).toBe(400);
      refused.resume();
    }
  });

  it('lets go of the file when the reader goes away', async () => {
    const descriptors = (): number =>
      process.platform === 'linux' ? readdirSync(`/proc/${shell.child.pid}/fd`).length : 0;
    const before = descriptors();
    for (let i = 0; i < 5; i++) {
      const sent = ask('GET', `/files/${ticket.ticket}`);
      sent.end();
      const answer = await answerOf(sent);
      await new Promise((resolve) => answer.once('readable', resolve));
      answer.on('error', () => {});
      sent.destroy();
    }
    await until(() => descriptors() <= before);
  });

  it('is still there after the server was killed', async () => {
    await shell.stop();
    await start();
    const sent = ask('GET', `/files/${ticket.ticket}?from=${LARGE - MB}`);
    sent.end();
    const answer = await answerOf(sent);
    expect(answer.statusCode).toBe(200);
    answer.resume();
  });
});

describe('an upload', () => {
  it('that is broken off leaves nothing', async () => {
    const before = inbox();
    const sent = ask('PUT', '/files?name=half.csv', { 'content-length': 50 * MB });
    sent.on('error', () => {});
    sent.write(Buffer.alloc(5 * MB));
    await until(() => inbox().some((name) => name.endsWith('.part')));
    sent.destroy();
    await until(() => inbox().every((name) => !name.endsWith('.part')));
    expect(inbox()).toEqual(before);
  });

  it('that the server did not survive is swept away at the next start', async () => {
    const before = inbox();
    const sent = ask('PUT', '/files?name=half.csv', { 'content-length': 50 * MB });
    sent.on('error', () => {});
    sent.write(Buffer.alloc(5 * MB));
    await until(() => inbox().some((name) => name.endsWith('.part')));
    await shell.stop();
    await start();
    expect(inbox()).toEqual(before);
  });

  it('that is announced too large is refused before it is read', async () => {
    const sent = ask('PUT', '/files?name=huge.csv', { 'content-length': 1_100_000_001 });
    sent.on('error', () => {});
    sent.write('x');
    const answer = await answerOf(sent);
    expect(answer.statusCode).toBe(413);
    expect(await json(answer)).toMatchObject({ code: 'bad-input' });
    sent.destroy();
  });

  it('in slices becomes one file', async () => {
    const put = async (query: string, body: string): Promise<IncomingMessage> => {
      const sent = ask('PUT', `/files?name=sliced.csv&${query}`);
      sent.end(body);
      return answerOf(sent);
    };
    const first = await put('size=6&at=0', 'abc');
    expect(first.statusCode).toBe(202);
    const { upload: id } = await json<{ upload: string }>(first);
    const last = await put(`size=6&at=3&upload=${id}`, 'def');
    expect(last.statusCode).toBe(201);
    const ticket = await json<Ticket>(last);
    let text = '';
    const path = join(dataDir, 'inbox', ticket.ticket, 'bytes');
    for await (const chunk of createReadStream(path, 'utf8')) text += chunk;
    expect(text).toBe('abcdef');
    expect((await put(`size=6&at=3&upload=${id}`, 'def')).statusCode).toBe(404);

    const again = await json<{ upload: string }>(await put('size=6&at=0', 'abc'));
    expect((await put(`size=6&at=4&upload=${again.upload}`, 'xx')).statusCode).toBe(400);
    expect((await put(`size=6&at=3&upload=${again.upload}`, 'def')).statusCode).toBe(404);
    expect(inbox().filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

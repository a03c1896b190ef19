import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createFileRoutes, type FileRoutes } from './files.ts';
import { cleanName, createInbox, type Inbox, type Receiving } from './inbox.ts';

const folders: string[] = [];
let ids = 0;
let now = 1_000;
const clock = { now: () => now };
const newId = (): string => `ticket-${++ids}`;

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function dataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kizuna-files-'));
  folders.push(folder);
  return folder;
}

const put = (query: string, body: string | ReadableStream): Request =>
  new Request(`app://kizuna/files?${query}`, { method: 'PUT', body, duplex: 'half' } as RequestInit);

async function send(routes: FileRoutes, request: Request): Promise<{ status: number; body: unknown }> {
  const answer = await routes.respond(request);
  const text = await answer?.text();
  return {
    status: answer?.status ?? 0,
    body: text === undefined || text === '' ? undefined : JSON.parse(text),
  };
}

/** An inbox on a disk that fails at the given moment. */
function failingInbox(inbox: Inbox, code: string, when: 'write' | 'finish', abandoned: string[]): Inbox {
  const failure = (): Promise<never> => Promise.reject(Object.assign(new Error('the disk'), { code }));
  return {
    ...inbox,
    async receive(name) {
      const real = await inbox.receive(name);
      const failing: Receiving = {
        ticket: real.ticket,
        received: 0,
        write: when === 'write' ? failure : (chunk) => real.write(chunk),
        finish: when === 'finish' ? failure : () => real.finish(),
        abandon: () => {
          abandoned.push(real.ticket);
          return real.abandon();
        },
      };
      return failing;
    },
  };
}

describe('cleanName', () => {
  it.each([
    ['accounts.csv', 'accounts.csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\a\\顧客一覧.xlsx', '顧客一覧.xlsx'],
    ['a\u0000b\nc\u202Efdp.csv', 'abcfdp.csv'],
    ['..', 'file'],
    ['', 'file'],
    ['folder/', 'file'],
    ['か\u3099.csv', 'が.csv'],
  ])('makes of %j the name %j', (raw, clean) => {
    expect(cleanName(raw)).toBe(clean);
  });
  it('shortens endless names and keeps what tells the kind', () => {
    const clean = cleanName(`${'x'.repeat(5000)}.csv`);
    expect(clean).toHaveLength(200);
    expect(clean.endsWith('.csv')).toBe(true);
  });
});

describe('uploads', () => {
  it.each([
    ['ENOSPC', 507, 'disk-full'],
    ['EDQUOT', 507, 'disk-full'],
    ['EIO', 500, 'io'],
    ['EROFS', 403, 'not-allowed'],
  ])('that meet %s answer %d and leave nothing', async (code, status, failure) => {
    for (const when of ['write', 'finish'] as const) {
      const folder = dataDir();
      const abandoned: string[] = [];
      const inbox = failingInbox(await createInbox(folder, clock, newId), code, when, abandoned);
      const routes = createFileRoutes({ inbox, clock, headers: {} });
      expect(await send(routes, put('name=a.csv', 'abc'))).toMatchObject({ status, body: { code: failure } });
      expect(abandoned).toHaveLength(1);
      expect(readdirSync(join(folder, 'inbox'))).toEqual([]);
    }
  });
  it('whose sender fails leave nothing', async () => {
    const folder = dataDir();
    const routes = createFileRoutes({ inbox: await createInbox(folder, clock, newId), clock, headers: {} });
    let pulls = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulls += 1;
        if (pulls === 3) controller.error(new Error('gone'));
        else controller.enqueue(new Uint8Array(1000));
      },
    });
    expect((await send(routes, put('name=a.csv', body))).status).toBe(500);
    expect(readdirSync(join(folder, 'inbox'))).toEqual([]);
  });
  it('in slices are given up when nobody goes on', async () => {
    const folder = dataDir();
    const routes = createFileRoutes({ inbox: await createInbox(folder, clock, newId), clock, headers: {} });
    expect((await send(routes, put('name=a.csv&size=6&at=0', 'abc'))).status).toBe(202);
    now += 11 * 60_000;
    expect((await send(routes, put('name=b.csv&size=6&at=0', 'abc'))).status).toBe(202);
    expect(readdirSync(join(folder, 'inbox'))).toHaveLength(1);
  });
  it('keep their ticket through a restart and lose it when released', async () => {
    const folder = dataDir();
    const first = await createInbox(folder, clock, newId);
    const routes = createFileRoutes({ inbox: first, clock, headers: {} });
    await send(routes, put('name=a.csv', 'abc'));
    const second = await createInbox(folder, clock, newId);
    const [ticket] = await second.list();
    expect(ticket).toMatchObject({ name: 'a.csv', size: 3 });
    expect(await second.size()).toBe(3);
    await second.release(ticket!.ticket);
    expect(await second.list()).toEqual([]);
  });
  it('cannot be reached by a ticket that leaves the inbox', async () => {
    const folder = dataDir();
    const inbox = await createInbox(folder, clock, newId);
    const planted = join(folder, 'elsewhere');
    mkdirSync(planted);
    const meta = { ticket: '../elsewhere', name: 'a', size: 1, receivedAt: 1 };
    writeFileSync(join(planted, 'file.json'), JSON.stringify(meta));
    writeFileSync(join(planted, 'bytes'), 'x');
    expect(await inbox.find('../elsewhere')).toBeUndefined();
    await inbox.release('../elsewhere');
    expect(readdirSync(planted)).toHaveLength(2);
  });
});

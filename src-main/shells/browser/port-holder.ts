/** Says who holds a taken port: another Kizuna by its health answer, any other process as far as the system tells. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { get } from 'node:http';
import * as z from 'zod/mini';

const healthSchema = z.object({ app: z.literal('kizuna'), version: z.string(), pid: z.int() });

/** Whatever answers on the port, within a moment and a kilobyte; undefined when nothing sensible does. */
function readHealth(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const question = get({ host: '127.0.0.1', port, path: '/health', timeout: 1500 }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.length > 1000) question.destroy();
      });
      answer.on('end', () => resolve(text));
      answer.on('close', () => resolve(undefined));
    });
    question.on('timeout', () => question.destroy());
    question.on('error', () => resolve(undefined));
    question.on('close', () => resolve(undefined));
  });
}

async function askHealth(port: number): Promise<string | undefined> {
  const text = await readHealth(port);
  const health = readOr(() => healthSchema.safeParse(JSON.parse(text ?? '')), undefined);
  if (health?.success !== true) return undefined;
  return `another Kizuna (version ${health.data.version}, process ${health.data.pid})`;
}

/** The inode of the socket that listens on the port; `/proc/net/tcp` writes addresses and ports in hexadecimal. */
function listeningInode(port: number): string | undefined {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      if (fields[3] === '0A' && fields[1]?.endsWith(`:${hex}`) === true) return fields[9];
    }
  }
  return undefined;
}

function readOr<T>(read: () => T, fallback: T): T {
  try {
    return read();
  } catch {
    return fallback;
  }
}

function linuxHolder(port: number): string | undefined {
  const inode = listeningInode(port);
  if (inode === undefined) return undefined;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    for (const fd of readOr(() => readdirSync(`/proc/${pid}/fd`), [])) {
      if (readOr(() => readlinkSync(`/proc/${pid}/fd/${fd}`), '') !== `socket:[${inode}]`) continue;
      const name = readOr(() => readFileSync(`/proc/${pid}/comm`, 'utf8').trim(), 'unknown');
      return `process ${pid} (${name})`;
    }
  }
  return undefined;
}

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, {
    encoding: 'utf8',
    timeout: 5000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function systemHolder(port: number): string | undefined {
  if (process.platform === 'linux') return linuxHolder(port);
  if (process.platform === 'win32') {
    const line = run('netstat', ['-ano', '-p', 'TCP'])
      .split('\n')
      .find((text) => text.includes(`:${port} `) && text.includes('LISTENING'));
    const pid = line?.trim().split(/\s+/).at(-1);
    return pid === undefined ? undefined : `process ${pid}`;
  }
  const fields = run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']).split('\n');
  const pid = fields.find((text) => text.startsWith('p'))?.slice(1);
  const name = fields.find((text) => text.startsWith('c'))?.slice(1);
  return pid === undefined ? undefined : `process ${pid} (${name ?? 'unknown'})`;
}

export async function describePortHolder(port: number): Promise<string> {
  return (
    (await askHealth(port)) ??
    readOr(() => systemHolder(port), undefined) ??
    'a process that cannot be seen from here'
  );
}

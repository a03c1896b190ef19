/** Starts the built browser shell as `npm start -- --browser --no-open` does, on a free port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface ShellProcess {
  /** The link that the shell prints, with the secret of this start. */
  readonly link: string;
  readonly origin: string;
  readonly dataDir: string;
  /** Ends it and starts it again on the same port and data folder. */
  restart(): Promise<void>;
  /** As a crash would: no chance to tidy up. */
  kill(): Promise<void>;
  /** As its user ends it. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

const PROGRAM = resolve(import.meta.dirname, '../../out/main/browser.js');
const READY = /^Kizuna is ready at (http:\/\/127\.0\.0\.1:(\d+)\/#session=[\w-]+)\n/;
const PATIENCE_MS = 30_000;

interface Started {
  readonly child: ChildProcess;
  readonly link: string;
  readonly port: string;
}

function start(dataDir: string, port: string): Promise<Started> {
  const args = [PROGRAM, '--no-open', '--port', port, '--data-dir', dataDir];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  return new Promise((done, failed) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      failed(new Error('The browser shell was not ready in time.'));
    }, PATIENCE_MS);
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint += chunk;
    });
    child.on('exit', (code) => failed(new Error(`The browser shell ended with ${code}: ${complaint}`)));
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const [, link, used] = READY.exec(said) ?? [];
      if (link === undefined || used === undefined) return;
      clearTimeout(late);
      done({ child, link, port: used });
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill(signal);
  });
}

/** Where a shell goes on: the port of another one, and its data folder, of which it takes a copy. */
type Beginning = Pick<ShellProcess, 'dataDir'> & { readonly port: string };

export async function startShellProcess(beginning?: Beginning): Promise<ShellProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'kizuna-e2e-'));
  const dataDir = join(folder, 'data');
  if (beginning !== undefined) cpSync(beginning.dataDir, dataDir, { recursive: true });
  let running = await start(dataDir, beginning?.port ?? '0');
  return {
    get link() {
      return running.link;
    },
    origin: `http://127.0.0.1:${running.port}`,
    dataDir,
    async restart() {
      await end(running.child, 'SIGTERM');
      running = await start(dataDir, running.port);
    },
    kill: () => end(running.child, 'SIGKILL'),
    stop: () => end(running.child, 'SIGTERM'),
    async remove() {
      await end(running.child, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** Runs the built browser shell as its own process, as `npm start` does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { buildShells } from '../electron/build-shells.ts';

export interface RunningShell {
  readonly child: ChildProcess;
  readonly port: number;
  readonly secret: string;
  readonly stdout: () => string;
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
}

export interface ShellOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function launch(dataDir: string, flags: readonly string[]) {
  const { browser } = await buildShells();
  const args = [browser, '--no-open', '--data-dir', dataDir, ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    text.stderr += chunk;
  });
  const exited = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  return { child, text, exited };
}

/** For starts that are meant to fail. */
export async function runToEnd(dataDir: string, flags: readonly string[]): Promise<ShellOutcome> {
  const { text, exited } = await launch(dataDir, flags);
  const code = await exited;
  return { code, ...text };
}

export async function startShell(
  dataDir: string,
  flags: readonly string[] = ['--port', '0'],
): Promise<RunningShell> {
  const { child, text, exited } = await launch(dataDir, flags);
  const ready = new Promise<RegExpExecArray>((resolve, reject) => {
    child.stdout.on('data', () => {
      const match = /^Kizuna is ready at http:\/\/127\.0\.0\.1:(\d+)\/#session=([\w-]+)\n/.exec(text.stdout);
      if (match !== null) resolve(match);
    });
    void exited.then((code) => reject(new Error(`exited with ${code}: ${text.stderr}`)));
  });
  const match = await ready;
  return {
    child,
    port: Number(match[1]),
    secret: match[2] ?? '',
    stdout: () => text.stdout,
    exited,
    async stop() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Trades the secret for the cookie, as the session page does. */
export async function openSession({ port, secret }: { port: number; secret: string }): Promise<string> {
  const origin = `http://127.0.0.1:${port}`;
  const answer = await fetch(`${origin}/session`, { method: 'POST', body: secret, headers: { origin } });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

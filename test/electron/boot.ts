/** Boots the built Electron bundle in a child process, with the double in place of Electron. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildShells } from './build-shells.ts';

export interface DoubleSettings {
  readonly packaged?: boolean;
  readonly locale?: string;
  readonly singleInstance?: boolean;
  readonly displays?: readonly { readonly workArea: Record<'x' | 'y' | 'width' | 'height', number> }[];
}

export interface Booted {
  readonly dataDir: string;
  /** Exit codes that the app asked for. */
  readonly exits: readonly number[];
  /** Runs an action of `double/drive.mjs`. */
  act<T = unknown>(action: string, input?: Record<string, unknown>): Promise<T>;
  /** Waits until the action's answer satisfies the test. */
  until<T = unknown>(action: string, holds: (value: T) => boolean): Promise<T>;
  exited(): Promise<number | null>;
  stop(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly type?: 'booted' | 'exit';
  readonly code?: number;
}

export interface BootOptions {
  readonly settings?: DoubleSettings;
  readonly flags?: readonly string[];
  /** Kept by the caller; otherwise a fresh one that goes with `stop`. */
  readonly dataDir?: string;
}

function talk(child: ChildProcess, exits: number[]) {
  const open = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  let booted: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    booted = resolve;
  });
  child.on('message', (answer: Answer) => {
    if (answer.type === 'exit') exits.push(answer.code ?? 0);
    if (answer.type !== undefined) return booted();
    const waiting = open.get(answer.id ?? -1);
    open.delete(answer.id ?? -1);
    if (answer.error === undefined) waiting?.resolve(answer.value);
    else waiting?.reject(new Error(answer.error));
  });
  child.on('exit', (code) => {
    booted();
    for (const waiting of open.values()) waiting.reject(new Error(`the app exited with ${code}`));
  });
  const act = async <T>(action: string, input: Record<string, unknown> = {}): Promise<T> => {
    lastId += 1;
    const id = lastId;
    const answer = new Promise<unknown>((resolve, reject) => open.set(id, { resolve, reject }));
    child.send({ id, action, input });
    return (await answer) as T;
  };
  return { ready, act };
}

export async function boot({ settings = {}, flags = [], dataDir: given }: BootOptions = {}): Promise<Booted> {
  const { electron } = await buildShells();
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'kizuna-electron-'));
  const drive = join(import.meta.dirname, 'double/drive.mjs');
  // A checkout starts as `electron . flags`: one argument more than a package.
  const before = settings.packaged === true ? [] : ['.'];
  const child = fork(drive, [electron, ...before, '--data-dir', dataDir, ...flags], {
    env: { ...process.env, KIZUNA_DOUBLE: JSON.stringify(settings) },
    execArgv: ['--no-warnings'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const exits: number[] = [];
  const { ready, act } = talk(child, exits);
  await ready;

  return {
    dataDir,
    exits,
    act,
    async until<T>(action: string, holds: (value: T) => boolean) {
      for (let attempt = 0; attempt < 200; attempt++) {
        const value = await act<T>(action);
        if (holds(value)) return value;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`${action} never held`);
    },
    exited: () => gone,
    async stop() {
      child.kill('SIGKILL');
      await gone;
      if (given === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

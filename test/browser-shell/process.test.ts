/** The browser shell as a process: one line on stdout, the port, the lock of the data folder, and leaving. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openSession, type RunningShell, runToEnd, startShell } from './run-shell.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const folders: string[] = [];
const shells: RunningShell[] = [];

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'kizuna-shell-'));
  folders.push(path);
  return path;
}

async function started(dataDir: string, flags?: readonly string[]): Promise<RunningShell> {
  const shell = await startShell(dataDir, flags);
  shells.push(shell);
  return shell;
}

afterEach(async () => {
  for (const shell of shells.splice(0)) await shell.stop();
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

describe('starting', () => {
  it('prints one line and listens on the loopback address only', async () => {
    const shell = await started(folder());
    expect(shell.stdout().split('\n')).toHaveLength(2);
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((entry) => entry?.family === 'IPv4' && !entry.internal);
    for (const address of [outside?.address, '127.0.0.2', '[::1]']) {
      if (address === undefined) continue;
      await expect(fetch(`http://${address}:${shell.port}/health`)).rejects.toThrow();
    }
  });
  it('makes a new secret each time', async () => {
    const dataDir = folder();
    const first = await started(dataDir);
    const cookie = await openSession(first);
    await first.stop();
    const second = await started(dataDir, ['--port', String(first.port)]);
    expect(second.secret).not.toBe(first.secret);
    const answer = await fetch(`http://127.0.0.1:${second.port}/session`, { headers: { cookie } });
    expect(answer.status).toBe(401);
  });
  it('refuses flags that it does not know', async () => {
    for (const flags of [
      ['--prot', '1'],
      ['--port', 'x'],
      ['--port', '70000'],
      ['--lang', 'fr'],
      ['stray'],
    ]) {
      const { code, stderr, stdout } = await runToEnd(folder(), flags);
      expect(code, flags.join(' ')).toBe(2);
      expect(stderr).toContain('Usage:');
      expect(stdout).toBe('');
    }
  });
});

describe('a taken port', () => {
  it('is reported with another Kizuna', async () => {
    const first = await started(folder());
    const { code, stderr, stdout } = await runToEnd(folder(), ['--port', String(first.port)]);
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${first.port} is taken by another Kizuna`);
    expect(stderr).toContain(`process ${first.child.pid}`);
    expect(stdout).toBe('');
  });
  it('is reported with any other process', async () => {
    const stranger = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    const address = stranger.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, stderr } = await runToEnd(folder(), ['--port', String(port)]);
    stranger.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${port} is taken by`);
    if (process.platform === 'linux') expect(stderr).toContain(`process ${process.pid}`);
  });
});

describe('the lock of the data folder', () => {
  it('is held by one process', async () => {
    const dataDir = folder();
    const first = await started(dataDir);
    const { code, stderr } = await runToEnd(dataDir, ['--port', '0']);
    expect(code).toBe(1);
    expect(stderr).toContain(`process ${first.child.pid}`);
  });
  it('is lost by a dead owner, also to many at once, and only to one of them', async () => {
    const dataDir = folder();
    const first = await started(dataDir);
    await first.stop();
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => started(dataDir)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(readdirSync(dataDir).filter((name) => name.includes('lock'))).toHaveLength(1);
  });
  it('is lost by a dead owner whose number another process got', async () => {
    const dataDir = folder();
    const owner = { pid: process.pid, started: 'another boot/1', shell: 'browser', released: false };
    writeFileSync(join(dataDir, 'lock-4.json'), JSON.stringify(owner));
    await started(dataDir);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('lock-'))).toEqual(['lock-5.json']);
  });
  it.each(['SIGTERM', 'SIGINT'] as const)('is given back on %s', async (signal) => {
    const dataDir = folder();
    const shell = await started(dataDir);
    shell.child.kill(signal);
    expect(await shell.exited).toBe(0);
    const [name = ''] = readdirSync(dataDir).filter((entry) => entry.startsWith('lock-'));
    expect(JSON.parse(readFileSync(join(dataDir, name), 'utf8'))).toMatchObject({ released: true });
  });
});

/** Server and browser as processes that can be killed at any instant, on one data folder and one profile. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright';
import { root } from '../../scripts/build.mjs';

const PATIENCE_MS = 30_000;
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // The test's own page comes from the test and not from 127.0.0.1, so Chromium would ask before it may connect there.
  '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets',
  '--remote-debugging-port=0',
];

/** A Chromium of the system where there is one; Playwright's own otherwise. */
function chromiumPath() {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
  return system ?? chromium.executablePath();
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function gone(child) {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', resolve));
}

async function waitFor(read, what, child) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = read();
    if (value) return value;
    if (child.exitCode !== null) throw new Error(`${what}: the process ended with ${child.exitCode}`);
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE_MS} ms`);
    await pause(20);
  }
}

/** As `npm start -- --browser --no-open` starts it, without the builder in between, so that the kill hits the server. */
export async function startServer(port, dataDir) {
  const program = join(root, 'out', 'main', 'browser.js');
  const args = [program, '--no-open', '--port', String(port), '--data-dir', dataDir];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (errors += chunk));
  try {
    const ready = await waitFor(() => /#session=([\w-]+)/.exec(text), 'the server', child);
    return { secret: ready[1], kill: () => end(child, child.pid) };
  } catch (error) {
    await end(child, child.pid);
    throw new Error(`${error.message}\n${errors}`);
  }
}

/** The whole process group, so that nothing of a browser lives on to write. */
async function end(child, pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
  await gone(child);
}

/** A browser that does not come up on a busy machine is no fault of the app: it is killed and started again. */
export async function startBrowser(profile) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(profile);
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

async function launch(profile) {
  const note = join(profile, 'DevToolsActivePort');
  rmSync(note, { force: true });
  const child = spawn(chromiumPath(), [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  const kill = () => end(child, -child.pid);
  try {
    const lines = () => (existsSync(note) ? readFileSync(note, 'utf8').split('\n') : []);
    const [port, path] = await waitFor(
      () => (lines().length > 1 ? lines() : undefined),
      'the browser',
      child,
    );
    const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
    return { context: browser.contexts()[0], kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

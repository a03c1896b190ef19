/** Starts the built browser shell and a Chromium beside it, hands over files, and reads the memory of both. */
import { spawn } from 'node:child_process';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';

const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** `folder` keeps data and profile, so that a second start finds what the first one left. */
export async function startShell({ place, folder, port }) {
  mkdirSync(folder, { recursive: true });
  const usedPort = port ?? (await freePort());
  const server = spawn(
    process.execPath,
    [
      join(place, 'main/browser.js'),
      '--no-open',
      '--port',
      String(usedPort),
      '--data-dir',
      join(folder, 'data'),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const link = await new Promise((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const found = /ready at (\S+)/.exec(line);
      if (found) resolve(found[1]);
    });
    server.on('exit', (code) => reject(new Error(`the shell ended with ${code}`)));
  });
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    args: FLAGS,
    viewport: { width: 1280, height: 800 },
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const origin = new URL(link).origin;
  const processes = () => [server.pid, ...chromiumProcesses(join(folder, 'profile'))];
  return {
    port: usedPort,
    origin,
    link,
    context,
    page,
    server,
    folder,
    /** A page of the app has exchanged the secret; the bench page shares its cookie. */
    async openBench() {
      await page.goto(link);
      await page.waitForLoadState('networkidle');
      await page.goto(`${origin}/bench.html`);
      await page.waitForFunction(() => 'bench' in window);
      return page;
    },
    async upload(path, name) {
      const cookies = await context.cookies();
      const size = statSync(path).size;
      const answer = await new Promise((resolve, reject) => {
        const put = request(
          `${origin}/files?name=${encodeURIComponent(name)}`,
          {
            method: 'PUT',
            headers: {
              cookie: cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '),
              origin,
              'content-length': size,
              'sec-fetch-site': 'same-origin',
            },
          },
          (response) => {
            let text = '';
            response.on('data', (chunk) => (text += chunk));
            response.on('end', () =>
              response.statusCode < 300
                ? resolve(JSON.parse(text))
                : reject(new Error(`${response.statusCode} ${text}`)),
            );
          },
        );
        put.on('error', reject);
        createReadStream(path).pipe(put);
      });
      return { name, size, ticket: answer.ticket };
    },
    async stop() {
      await context.close();
      server.removeAllListeners('exit');
      const gone = new Promise((resolve) => server.on('exit', resolve));
      server.kill('SIGTERM');
      await gone;
    },
    processes,
    busy: () => busyOf(processes()),
    memory: () => residentOf(processes(), 'VmRSS'),
    peakMemory: () => residentOf(processes(), 'VmHWM'),
  };
}

/** Every process whose command line names this profile, and their children. */
function chromiumProcesses(profile) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map();
  const found = new Set();
  for (const pid of pids) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      parents.set(pid, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile)) found.add(pid);
    } catch {
      // It ended between the two looks.
    }
  }
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid, parent] of parents) {
      if (!found.has(pid) && found.has(parent)) {
        found.add(pid);
        grown = true;
      }
    }
  }
  return [...found];
}

/** Bytes, summed over the processes, of a line of their status: `VmRSS` now, `VmHWM` at the most. */
function residentOf(pids, line) {
  let total = 0;
  for (const pid of pids) {
    try {
      const found = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(
        readFileSync(`/proc/${pid}/status`, 'utf8'),
      );
      if (found) total += Number(found[1]) * 1024;
    } catch {
      // It ended.
    }
  }
  return total;
}

/** From here on `VmHWM` tells the most since now. */
function forgetPeaks(pids) {
  for (const pid of pids) {
    try {
      writeFileSync(`/proc/${pid}/clear_refs`, '5');
    } catch {
      // It ended, or it is not ours: its peak since its start is no less.
    }
  }
}

/** Milliseconds of a processor that the processes have used so far, all threads together; a tick is 10 ms. */
function busyOf(pids) {
  let ticks = 0;
  for (const pid of pids) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It ended.
    }
  }
  return ticks * 10;
}

/** Waits until the browser has tidied up what was written: it goes on for seconds after the last write has settled. */
export async function atRest(shell) {
  const longest = Date.now() + 60_000;
  for (let quiet = 0; quiet < 3 && Date.now() < longest; ) {
    const before = shell.busy();
    await new Promise((resolve) => setTimeout(resolve, 500));
    quiet = shell.busy() - before <= 20 ? quiet + 1 : 0;
  }
}

/**
 * The most memory that `work` needs above what there was before: the high-water mark of each process, as the system keeps
 * it, summed. The marks need not fall together, so the true peak is no higher; looking every so often missed what a
 * short run needed, and took processor time from it.
 */
export async function peakDuring(shell, work) {
  const before = shell.memory();
  forgetPeaks(shell.processes());
  const result = await work();
  return { result, peak: shell.peakMemory() - before };
}

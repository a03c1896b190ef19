/** The browser shell: the same services for a page in the system's browser, served from the loopback address. */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock } from '#shared/base/clock.ts';
import { compose } from './services/compose.ts';
import { defaultDataDir } from './services/data-dir.ts';
import { acquireDataLock } from './services/data-lock.ts';
import { createDispatch } from './services/dispatch.ts';
import { locate } from './services/locations.ts';
import { thisProcess } from './services/process-identity.ts';
import { systemCode } from './services/service-error.ts';
import { describePortHolder } from './shells/browser/port-holder.ts';
import { type BrowserServer, startBrowserServer } from './shells/browser/server.ts';
import { createSession } from './shells/browser/session.ts';
import { systemOpen } from './shells/browser/system-open.ts';
import { type Flags, parseFlags, USAGE } from './shells/command-line.ts';

function giveUp(message: string, code = 1): never {
  console.error(message);
  process.exit(code);
}

async function listenOrExplain(port: number): Promise<BrowserServer> {
  try {
    return await startBrowserServer(port);
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE') throw error;
    const holder = await describePortHolder(port);
    return giveUp(
      `Port ${port} is taken by ${holder}.\n` +
        'Kizuna does not move to another port by itself, because the data in the browser belongs to the address.\n' +
        'Stop that process, or choose a port for good with --port N.',
    );
  }
}

async function main(flags: Flags): Promise<void> {
  const dataDir = resolve(flags.dataDir ?? defaultDataDir());
  const lock = await acquireDataLock(dataDir, thisProcess(), 'browser');
  if (!lock.ok) {
    giveUp(
      `The data folder ${dataDir} is in use by Kizuna (${lock.error.shell} shell, process ${lock.error.pid}).`,
    );
  }
  const server = await listenOrExplain(flags.port);
  const session = createSession(server.port);
  const locations = locate(import.meta.url);
  const app = await compose({
    ...locations,
    dataDir,
    shell: 'browser',
    language: flags.language,
    desktop: { openExternal: systemOpen, openFolder: systemOpen },
    clock: systemClock,
    newId: randomUUID,
    connect: [`ws://127.0.0.1:${server.port}`],
  });
  const { log } = app;
  process.on('uncaughtExceptionMonitor', (error) => log.write('error', `ended by: ${error.stack}`));
  const dispatch = createDispatch(app.services, (detail) => log.write('error', `bug: ${detail}`));
  server.serve({
    session,
    dispatch,
    respond: app.respond,
    headers: app.headers,
    version: app.version,
    link: { onBadMessage: () => log.write('warn', 'link: a message did not fit the contract') },
  });

  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await app.close();
    await lock.value.release();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);

  const link = `http://127.0.0.1:${server.port}/#session=${session.secret}`;
  console.log(`Kizuna is ready at ${link}`);
  log.write('info', `browser shell ready on port ${server.port}`);
  if (flags.open && !(await systemOpen(link)))
    console.error('No browser could be opened; please open the link above.');
}

const flags = parseFlags(process.argv.slice(2));
if (!flags.ok) giveUp(`${flags.error}\n${USAGE}`, 2);
main(flags.value).catch((error: unknown) =>
  giveUp(error instanceof Error ? (error.stack ?? error.message) : String(error)),
);

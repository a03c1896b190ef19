/** Puts the services together: the same object for both shells, which only differ in how they open things. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { createJournalServices, type JournalServices } from '#main/journal/journal-services.ts';
import type { Clock } from '#shared/base/clock.ts';
import type { NewId } from '#shared/base/ids.ts';
import type { CallOutput, Services } from '#shared/ipc/contract.ts';
import { type CommandEvents, createCommandEvents } from './command-events.ts';
import { externalUrl } from './external-links.ts';
import { createFileRoutes } from './files.ts';
import { createInbox, type Inbox } from './inbox.ts';
import { createLog, type Log } from './log.ts';
import { createSampleCompany } from './sample.ts';
import { securityHeaders } from './security-headers.ts';
import { createStaticFiles } from './static-files.ts';

/** How a shell opens things outside the app. */
export interface Desktop {
  /** `url` has been checked. False when the system has nothing to open it with. */
  openExternal(url: string): Promise<boolean>;
  openFolder(path: string): Promise<boolean>;
}

export interface ComposeOptions {
  readonly dataDir: string;
  readonly shell: 'electron' | 'browser';
  readonly language: 'en' | 'ja' | undefined;
  readonly desktop: Desktop;
  readonly onLanguage?: (language: 'en' | 'ja') => void;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Folder of the built renderer. */
  readonly rendererDir: string;
  readonly resourcesDir: string;
  /** Folder of the bundle, where the build left `build-info.json`. */
  readonly bundleDir: string;
  /** Sources of `connect-src` besides 'self'. */
  readonly connect?: readonly string[];
}

export interface Composition {
  readonly services: Services;
  /** Every request of the app's origin: byte routes first, then the built renderer. */
  respond(request: Request): Promise<Response>;
  readonly commands: CommandEvents;
  readonly log: Log;
  readonly headers: Readonly<Record<string, string>>;
  readonly version: string;
  close(): Promise<void>;
}

const buildInfoSchema = z.object({
  version: z.string(),
  licences: z.array(z.object({ name: z.string(), version: z.string(), licence: z.string() })),
});

type BuildInfo = z.infer<typeof buildInfoSchema>;

async function readBuildInfo(bundleDir: string): Promise<BuildInfo> {
  const text = await readFile(join(bundleDir, 'build-info.json'), 'utf8');
  return buildInfoSchema.parse(JSON.parse(text));
}

function appServices(
  options: ComposeOptions,
  build: BuildInfo,
  commands: CommandEvents,
  log: Log,
): Pick<
  Services,
  'app.info' | 'app.openExternal' | 'app.showDataFolder' | 'app.log' | 'app.events' | 'app.language'
> {
  const { dataDir, shell, language, desktop } = options;
  return {
    'app.info': async (): Promise<CallOutput<'app.info'>> => ({
      ...build,
      shell,
      platform: process.platform,
      dataDir,
      ...(language === undefined ? {} : { language }),
    }),
    'app.openExternal': async ({ url }) => {
      const checked = externalUrl(url);
      return { opened: checked !== undefined && (await desktop.openExternal(checked)) };
    },
    'app.showDataFolder': async () => ({ shown: await desktop.openFolder(dataDir), path: dataDir }),
    'app.log': async ({ level, message }) => {
      log.write(level, `window: ${message}`);
      return {};
    },
    'app.language': async (input) => {
      options.onLanguage?.(input.language);
      return {};
    },
    'app.events': (_input, signal) => commands.listen(signal),
  };
}

function storeServices(
  inbox: Inbox,
  journal: JournalServices,
): Pick<Services, 'files.list' | 'files.release' | 'store.size' | 'store.wipe'> {
  return {
    'files.list': async () => ({ files: await inbox.list() }),
    'files.release': async ({ ticket }) => {
      await inbox.release(ticket);
      return {};
    },
    'store.size': async () => ({ ...(await journal.size()), inboxBytes: await inbox.size() }),
    'store.wipe': async () => {
      await journal.wipe();
      await inbox.wipe();
      return {};
    },
  };
}

export async function compose(options: ComposeOptions): Promise<Composition> {
  const { dataDir, clock, newId } = options;
  const log = createLog(dataDir, clock);
  const build = await readBuildInfo(options.bundleDir);
  const commands = createCommandEvents();
  const headers = securityHeaders(options.connect);
  const inbox = await createInbox(dataDir, clock, newId);
  const sample = createSampleCompany(options.resourcesDir);
  const journal = createJournalServices({ dataDir, clock, newId, log: log.write });
  const routes = createFileRoutes({ inbox, clock, headers, fixed: sample.find });
  const pages = createStaticFiles(options.rendererDir, headers);
  const { size: _size, wipe: _wipe, close: closeJournal, ...journalServices } = journal;

  return {
    services: {
      ...appServices(options, build, commands, log),
      ...storeServices(inbox, journal),
      'sample.open': () => sample.open(),
      ...journalServices,
    },
    async respond(request) {
      const bytes = await routes.respond(request);
      if (bytes !== undefined) return bytes;
      if (request.method !== 'GET')
        return new Response(null, { status: 405, headers: { ...headers, allow: 'GET' } });
      // Browsers ask for it even where the page names its own icon.
      if (new URL(request.url).pathname === '/favicon.ico')
        return new Response(null, { status: 204, headers });
      const page = await pages.respond(new URL(request.url).pathname);
      return (
        page ??
        new Response('Not found', { status: 404, headers: { ...headers, 'content-type': 'text/plain' } })
      );
    },
    commands,
    log,
    headers,
    version: build.version,
    close: () => closeJournal(),
  };
}

/** The flags of both shells; whatever is not known is an error with the usage, never ignored in silence. */
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/base/result.ts';

/** Fixed, because the data in the browser belongs to the origin, and the port is part of it. */
const DEFAULT_PORT = 5230;

export interface Flags {
  readonly port: number;
  readonly dataDir: string | undefined;
  readonly language: 'en' | 'ja' | undefined;
  /** Whether the browser shell opens the system's browser by itself. */
  readonly open: boolean;
}

export const USAGE = `Usage: npm start -- [flags]
  --browser        use the browser shell even where Electron is there
  --port N         port of the browser shell (default ${DEFAULT_PORT})
  --data-dir DIR   data folder (default: the platform's own place)
  --no-open        serve only, open no window
  --lang en|ja     language (default: the system's)`;

const OPTIONS = {
  browser: { type: 'boolean' },
  port: { type: 'string' },
  'data-dir': { type: 'string' },
  'no-open': { type: 'boolean' },
  lang: { type: 'string' },
} as const;

/**
 * Our own flags among arguments that are not all ours: Electron's path, Chromium's switches, what a desktop adds.
 * `npm start` has already refused what nobody knows.
 */
export function ownFlags(args: readonly string[]): string[] {
  const own: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const name = arg.startsWith('--') ? arg.slice(2).split('=', 1)[0] : undefined;
    if (name === undefined || !Object.hasOwn(OPTIONS, name)) continue;
    own.push(arg);
    const takesValue = name !== 'browser' && name !== 'no-open';
    if (takesValue && !arg.includes('=')) own.push(args[++i] ?? '');
  }
  return own;
}

export function parseFlags(args: readonly string[]): Result<Flags, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: OPTIONS,
    });
    const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      return err(`--port ${values.port} is not a port`);
    const { lang } = values;
    if (lang !== undefined && lang !== 'en' && lang !== 'ja')
      return err(`--lang ${lang}: only en and ja are there`);
    if (values['data-dir'] === '') return err('--data-dir needs a folder');
    return ok({ port, dataDir: values['data-dir'], language: lang, open: values['no-open'] !== true });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}

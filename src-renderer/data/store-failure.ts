/** Which errors mean that the store itself is broken, and which that the disk is full or main is gone. */
import type { IpcFailure } from '#shared/ipc/contract.ts';

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}

function innerOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
}

/** What Chromium reports when the files under a database are damaged or gone, by the standard's error names. */
const BROKEN: ReadonlySet<string> = new Set([
  'UnknownError',
  'AbortError',
  'InvalidStateError',
  'NotFoundError',
  'NotReadableError',
  'DatabaseClosedError',
  'OpenFailedError',
  'VersionError',
  'NoSuchDatabaseError',
]);

export type StoreFailure = 'disk-full' | 'damaged';

/** undefined = not a failure of the store: a bug, to be thrown on. */
export function storeFailure(error: unknown): StoreFailure | undefined {
  for (let each = error, depth = 0; each !== undefined && depth < 4; each = innerOf(each), depth++) {
    const name = nameOf(each);
    if (name === 'QuotaExceededError') return 'disk-full';
  }
  return BROKEN.has(nameOf(error)) ? 'damaged' : undefined;
}

const CODES: ReadonlySet<string> = new Set<IpcFailure['code']>([
  'bad-input',
  'bad-output',
  'not-allowed',
  'not-found',
  'busy',
  'disk-full',
  'io',
  'closed',
  'cancelled',
  'bug',
]);

function isCode(value: unknown): value is IpcFailure['code'] {
  return typeof value === 'string' && CODES.has(value);
}

/** The contract's failure code of what a bridge call threw; 'io' when it carries none. */
export function bridgeFailure(error: unknown): IpcFailure['code'] {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return isCode(code) ? code : 'io';
}

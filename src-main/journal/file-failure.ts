/** Errors of the file system as the failures that the journal promises: 'disk-full' or 'io'. */
import { ServiceError } from '#main/services/service-error.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** The code that the operating system gave an error, or undefined. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

export function fileFailure(what: string, error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  const system = systemCode(error);
  const why = system ?? (error instanceof Error ? error.message : String(error));
  return new ServiceError(system !== undefined && FULL.has(system) ? 'disk-full' : 'io', `${what}: ${why}`);
}

/** One line for the log; where it goes is the caller's business. */
export type JournalLog = (level: 'info' | 'warn' | 'error', message: string) => void;

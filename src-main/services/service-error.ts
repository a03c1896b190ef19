/** How a service says that something foreseen went wrong: an error that carries a code of the contract. */
import type { IpcFailure } from '#shared/ipc/contract.ts';

export type FailureCode = IpcFailure['code'];

export class ServiceError extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, detail: string) {
    super(detail);
    this.name = 'ServiceError';
    this.code = code;
  }
}

/** A refusal for size has its own HTTP status; apart from that it is input like any other. */
export class TooLargeError extends ServiceError {
  constructor(detail: string) {
    super('bad-input', detail);
  }
}

const DISK_FULL = new Set(['ENOSPC', 'EDQUOT']);
const NOT_FOUND = new Set(['ENOENT', 'ENOTDIR']);
const NOT_ALLOWED = new Set(['EACCES', 'EPERM', 'EROFS']);

/** The `code` of a Node system error, such as ENOENT. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Any thrown thing as a failure of the contract; what nobody foresaw is a bug. */
export function toFailure(error: unknown): IpcFailure {
  if (error instanceof ServiceError) return { code: error.code, detail: error.message };
  if (!(error instanceof Error)) return { code: 'bug', detail: String(error) };
  if (error.name === 'AbortError') return { code: 'cancelled', detail: error.message };
  const code = systemCode(error);
  if (code === undefined) return { code: 'bug', detail: error.message };
  if (DISK_FULL.has(code)) return { code: 'disk-full', detail: error.message };
  if (NOT_FOUND.has(code)) return { code: 'not-found', detail: error.message };
  if (NOT_ALLOWED.has(code)) return { code: 'not-allowed', detail: error.message };
  return { code: /^E[A-Z0-9]+$/.test(code) ? 'io' : 'bug', detail: error.message };
}

/** Recognises what main says. Main has checked it against the contract, so only the form is looked at, without zod. */
import type { IpcFailure } from '#shared/ipc/contract.ts';
import type { WireReply } from '#shared/ipc/wire.ts';

export function isFailure(value: unknown): value is IpcFailure {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'detail' in value &&
    typeof value.detail === 'string'
  );
}

export function isReply(value: unknown): value is WireReply {
  if (typeof value !== 'object' || value === null) return false;
  if (!('id' in value) || typeof value.id !== 'number' || !('type' in value)) return false;
  switch (value.type) {
    // A value that is undefined does not travel, so these two may come without it.
    case 'result':
    case 'item':
    case 'end':
      return true;
    case 'failure':
      return 'failure' in value && isFailure(value.failure);
    default:
      return false;
  }
}

/** The one error that anything behind the bridge throws: a failure of the contract, for programs and for the log. */
import type { IpcFailure } from '#shared/ipc/contract.ts';

export class BridgeError extends Error {
  readonly code: IpcFailure['code'];
  readonly detail: string;

  constructor(failure: IpcFailure) {
    super(`${failure.code}: ${failure.detail}`);
    this.name = 'BridgeError';
    this.code = failure.code;
    this.detail = failure.detail;
  }
}

/** The gate in front of the services, the same in both shells: schema in, schema out, failures as values. */
import type * as z from 'zod/mini';
import { err, ok, type Result } from '#shared/base/result.ts';
import {
  type CallName,
  type CancelSignal,
  contract,
  type IpcFailure,
  type Services,
  type StreamName,
} from '#shared/ipc/contract.ts';
import { ServiceError, toFailure } from './service-error.ts';

export interface Dispatch {
  call(channel: string, input: unknown): Promise<Result<unknown, IpcFailure>>;
  /** Items checked against the contract; a failure is thrown as a {@link ServiceError}. */
  open(channel: string, input: unknown, signal: CancelSignal): AsyncGenerator<unknown, void, undefined>;
}

function isChannel(name: string): name is keyof typeof contract {
  return Object.hasOwn(contract, name);
}

function isCall(name: string): name is CallName {
  return isChannel(name) && contract[name].type === 'call';
}

function isStream(name: string): name is StreamName {
  return isChannel(name) && contract[name].type === 'stream';
}

function problem(channel: string, error: z.core.$ZodError): string {
  const first = error.issues[0];
  return `${channel}: ${first === undefined ? 'does not fit' : `${first.path.join('.')}: ${first.message}`}`;
}

/** The compiler cannot pair a channel name with its own input type inside a union; the schema has just done so. */
type AnyCall = (input: unknown) => Promise<unknown>;
type AnyStream = (input: unknown, signal: CancelSignal) => AsyncIterable<unknown>;

export function createDispatch(services: Services, onBug: (detail: string) => void): Dispatch {
  const failed = (channel: string, error: unknown): IpcFailure => {
    const failure = toFailure(error);
    if (failure.code === 'bug') onBug(`${channel}: ${error instanceof Error ? error.stack : failure.detail}`);
    return failure;
  };

  return {
    async call(channel, input) {
      if (!isCall(channel)) return err({ code: 'not-found', detail: `no such call: ${channel}` });
      const entry = contract[channel];
      const parsed = entry.input.safeParse(input);
      if (!parsed.success) return err({ code: 'bad-input', detail: problem(channel, parsed.error) });
      try {
        const service: AnyCall = services[channel] as AnyCall;
        const output = entry.output.safeParse(await service(parsed.data));
        if (output.success) return ok(output.data);
        return err({ code: 'bad-output', detail: problem(channel, output.error) });
      } catch (error) {
        return err(failed(channel, error));
      }
    },

    async *open(channel, input, signal) {
      if (!isStream(channel)) throw new ServiceError('not-found', `no such stream: ${channel}`);
      const entry = contract[channel];
      const parsed = entry.input.safeParse(input);
      if (!parsed.success) throw new ServiceError('bad-input', problem(channel, parsed.error));
      const service: AnyStream = services[channel] as AnyStream;
      try {
        for await (const item of service(parsed.data, signal)) {
          const checked = entry.item.safeParse(item);
          if (!checked.success) throw new ServiceError('bad-output', problem(channel, checked.error));
          yield checked.data;
        }
      } catch (error) {
        const failure = failed(channel, error);
        throw new ServiceError(failure.code, failure.detail);
      }
    },
  };
}

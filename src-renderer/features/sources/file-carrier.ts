/** Brings files to main and has them inspected, one after the other, telling the flow how far each of them is. */
import { type Importer, ImportFailed } from '#renderer/data/imports.ts';
import type { ImportFailure, ImportFile } from '#renderer/data/ingest/messages.ts';
import type { GivenLayout } from '#renderer/data/parse/delimited.ts';
import { BridgeError } from '#renderer/platform/bridge-error.ts';
import type { FileTicket } from '#shared/ipc/contract.ts';
import type { FlowEvent } from './flow-events.ts';
import type { FileFailure } from './flow-state.ts';

export interface CarrierDeps {
  readonly importer: Pick<Importer, 'inspect'>;
  readonly upload: (
    file: File,
    onProgress: (sent: number) => void,
    signal: AbortSignal,
  ) => Promise<FileTicket>;
  readonly send: (event: FlowEvent) => void;
}

export function importFailure(error: unknown): ImportFailure {
  return error instanceof ImportFailed ? error.failure : { type: 'bug', detail: String(error) };
}

function uploadFailure(error: unknown): FileFailure {
  if (error instanceof BridgeError) return { type: 'upload', code: error.code };
  return { type: 'bug', detail: String(error) };
}

function fileFailure(error: unknown): FileFailure {
  const failure = importFailure(error);
  if (failure.type === 'parse') return failure.failure;
  if (failure.type === 'file-gone') return { type: 'file-gone' };
  return { type: 'bug', detail: failure.type === 'bug' ? failure.detail : failure.type };
}

export class FileCarrier {
  readonly #deps: CarrierDeps;
  readonly #transfers = new Map<string, AbortController>();
  #queue: Promise<void> = Promise.resolve();

  constructor(deps: CarrierDeps) {
    this.#deps = deps;
  }

  /** Queues a file: while one is read, no other takes its bandwidth or memory. */
  carry(key: string, file: File): void {
    const transfer = new AbortController();
    this.#transfers.set(key, transfer);
    this.#queue = this.#queue
      .then(() => this.#bring(key, file, transfer.signal))
      .finally(() => this.#transfers.delete(key));
  }

  /** After everything queued so far. */
  afterAll(next: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(next);
    return this.#queue;
  }

  /** Reads a file that is here once more, the way a person chose. */
  async readAgain(key: string, file: ImportFile, given: GivenLayout): Promise<void> {
    const transfer = new AbortController();
    this.#transfers.set(key, transfer);
    await this.#inspect(key, file, transfer.signal, given);
    this.#transfers.delete(key);
  }

  stop(key: string): void {
    this.#transfers.get(key)?.abort();
  }

  stopAll(): void {
    for (const transfer of this.#transfers.values()) transfer.abort();
  }

  async #bring(key: string, file: File, signal: AbortSignal): Promise<void> {
    const { send, upload } = this.#deps;
    if (signal.aborted) return;
    send({ type: 'file-moved', key, state: { type: 'sending', sent: 0 } });
    let ticket: string;
    try {
      const taken = await upload(
        file,
        (sent) => send({ type: 'file-moved', key, state: { type: 'sending', sent } }),
        signal,
      );
      ticket = taken.ticket;
    } catch (error) {
      if (!signal.aborted)
        send({
          type: 'file-moved',
          key,
          state: { type: 'failed', failure: uploadFailure(error), ticket: undefined },
        });
      return;
    }
    await this.#inspect(key, { name: file.name, size: file.size, ticket }, signal, undefined);
  }

  async #inspect(
    key: string,
    file: ImportFile,
    signal: AbortSignal,
    given: GivenLayout | undefined,
  ): Promise<void> {
    const { send, importer } = this.#deps;
    const { ticket } = file;
    const moved = (rows: number, bytes: number) =>
      send({ type: 'file-moved', key, state: { type: 'reading', ticket, rows, bytes } });
    const failed = (failure: FileFailure) =>
      send({ type: 'file-moved', key, state: { type: 'failed', failure, ticket } });
    moved(0, 0);
    try {
      const options = {
        signal,
        onProgress: ({ rows, bytes }: { rows: number; bytes: number }) => moved(rows, bytes),
      };
      const [seen] = await importer.inspect([file], given === undefined ? options : { ...options, given });
      if (signal.aborted || seen === undefined) return;
      if (seen.failure !== undefined) failed(seen.failure);
      else if (seen.tables.every((table) => table.rows === 0)) failed({ type: 'empty' });
      else send({ type: 'file-read', key, ticket, tables: seen.tables });
    } catch (error) {
      if (!signal.aborted) failed(fileFailure(error));
    }
  }
}

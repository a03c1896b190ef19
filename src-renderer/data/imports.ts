/** Imports as screens use them: one worker, one run at a time, progress and cancel, and the guesses that start a plan. */
import type { ImportPlan, TableInspection, TablePlan } from '#shared/model/import-plan.ts';
import type {
  FromWorker,
  ImportFailure,
  ImportFile,
  ImportProgress,
  ImportReport,
  InspectedFile,
  ToWorker,
  UndoReport,
  WorkerAnswer,
  WorkerRequest,
} from './ingest/messages.ts';
import type { GivenLayout } from './parse/delimited.ts';

/** Carries an expected failure of an import to the screen. */
export class ImportFailed extends Error {
  constructor(readonly failure: ImportFailure) {
    super(`import failed: ${failure.type}`);
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((progress: ImportProgress) => void) | undefined;
}

export interface RunOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

export interface Importer {
  /** A full pass over every file: tables, encodings, statistics of all columns. Failures come per file. */
  inspect(
    files: readonly ImportFile[],
    options?: RunOptions & { given?: GivenLayout },
  ): Promise<readonly InspectedFile[]>;
  /** Plans with guessed nouns, columns and links; `nouns` fixes the noun of a table by its place in the list. */
  guess(
    inspections: readonly TableInspection[],
    nouns?: Readonly<Record<number, TablePlan['noun']>>,
  ): Promise<readonly TablePlan[]>;
  /** Counts what an import would do; writes nothing. */
  preview(plan: ImportPlan, files: readonly ImportFile[], options?: RunOptions): Promise<ImportReport>;
  /** Imports. Cancelling takes back what the run had stored. */
  apply(
    plan: ImportPlan,
    files: readonly ImportFile[],
    options?: RunOptions & { resumeJobId?: string },
  ): Promise<ImportReport>;
  /** Takes the newest import of a source back as a whole; what people wrote since stays. */
  undo(jobId: string, options?: RunOptions): Promise<UndoReport>;
  /** Takes away what a source brought and none of its imports can take back any more; what people wrote stays. */
  forget(sourceId: string, options?: RunOptions): Promise<UndoReport>;
}

export function createImporter(makeWorker: () => Worker): Importer {
  let worker: Worker | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function settle(message: FromWorker): void {
    const entry = waiting.get(message.id);
    if (entry === undefined) return;
    if ('progress' in message) {
      entry.onProgress?.(message.progress);
      return;
    }
    waiting.delete(message.id);
    if ('failed' in message) entry.reject(new ImportFailed(message.failed));
    else entry.resolve(message.done);
  }

  function start(): Worker {
    if (worker !== undefined) return worker;
    worker = makeWorker();
    worker.onmessage = (event: MessageEvent<FromWorker>) => settle(event.data);
    worker.onerror = (event) => {
      for (const entry of waiting.values())
        entry.reject(new ImportFailed({ type: 'bug', detail: event.message }));
      waiting.clear();
      worker?.terminate();
      worker = undefined;
    };
    return worker;
  }

  function run<T extends WorkerRequest['type']>(
    request: Extract<WorkerRequest, { type: T }>,
    options: RunOptions | undefined,
  ): Promise<WorkerAnswer[T]> {
    const id = ++lastId;
    const target = start();
    const post = (message: ToWorker): void => target.postMessage(message);
    return new Promise((resolve, reject) => {
      waiting.set(id, {
        resolve: (value) => resolve(value as WorkerAnswer[T]),
        reject,
        onProgress: options?.onProgress,
      });
      options?.signal?.addEventListener('abort', () => post({ id, cancel: true }), { once: true });
      post({ id, request });
      if (options?.signal?.aborted === true) post({ id, cancel: true });
    });
  }

  return {
    inspect: (files, options) => run({ type: 'inspect', files, given: options?.given }, options),
    guess: (inspections, nouns) => run({ type: 'guess', inspections, nouns: nouns ?? {} }, undefined),
    preview: (plan, files, options) => run({ type: 'preview', plan, files }, options),
    apply: (plan, files, options) =>
      run({ type: 'apply', plan, files, resumeJobId: options?.resumeJobId }, options),
    undo: (jobId, options) => run({ type: 'undo', jobId }, options),
    forget: (sourceId, options) => run({ type: 'forget', sourceId }, options),
  };
}

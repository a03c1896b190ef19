/** The import worker: decodes, parses, maps and stores off the screen's thread; one request at a time. */
import { guessPlans } from '#shared/import/guess-plans.ts';
import type { ReaderEnv } from '#shared/import/read-value.ts';
import type { FileSource } from '../parse/file-source.ts';
import { ParseFailed } from '../parse/file-source.ts';
import { inspectFile } from '../parse/open-table.ts';
import { KizunaDatabase } from '../schema.ts';
import { storeFailure } from '../store-failure.ts';
import { forgetRecords } from './forget-source.ts';
import {
  finishJob,
  forgetSampleSource,
  importLock,
  resumeJob,
  startJob,
  undoableJob,
} from './import-jobs.ts';
import { FileGone, FileUnreadable, type ImportDeps } from './import-run.ts';
import type {
  FromWorker,
  ImportFailure,
  ImportFile,
  ImportProgress,
  ImportReport,
  InspectedFile,
  ToWorker,
  UndoBar,
  UndoReport,
  WorkerAnswer,
  WorkerRequest,
} from './messages.ts';
import { runImport } from './run-import.ts';
import { undoImport } from './undo-import.ts';

const db = KizunaDatabase.joined('relaxed');
const running = new Map<number, AbortController>();

const env: ReaderEnv = { zoneOffsetMinutes: (utc) => -new Date(utc).getTimezoneOffset() };

function post(message: FromWorker): void {
  self.postMessage(message);
}

/** The bytes of a ticket; main's answer 404 means that the file is gone. */
function sourceOf(file: ImportFile): FileSource {
  return {
    name: file.name,
    size: file.size,
    stream: async (from = 0) => {
      const response = await fetch(
        `/files/${encodeURIComponent(file.ticket)}${from > 0 ? `?from=${from}` : ''}`,
      );
      if (!response.ok || response.body === null) throw new FileGone(file.name);
      return response.body;
    },
  };
}

function throttled(send: (progress: ImportProgress) => void): (progress: ImportProgress) => void {
  let last = 0;
  return (progress) => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    send(progress);
  };
}

async function inspect(
  files: readonly ImportFile[],
  request: Extract<WorkerRequest, { type: 'inspect' }>,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<InspectedFile[]> {
  const totalBytes = files.reduce((sum, file) => sum + file.size, 0);
  let before = 0;
  const inspected: InspectedFile[] = [];
  for (const file of files) {
    const result = await inspectFile(
      sourceOf(file),
      (bytes) =>
        onProgress({ phase: 'inspect', fileName: file.name, rows: 0, bytes: before + bytes, totalBytes }),
      signal,
      request.given === undefined ? {} : { given: request.given },
    );
    inspected.push({
      file,
      tables: result.ok ? result.value : [],
      failure: result.ok ? undefined : result.error,
    });
    before += file.size;
  }
  return inspected;
}

function depsFor(
  files: readonly ImportFile[],
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): ImportDeps {
  return {
    db,
    env,
    signal,
    onProgress,
    now: () => Date.now(),
    files: new Map(files.map((file) => [file.name, sourceOf(file)])),
  };
}

async function preview(
  request: Extract<WorkerRequest, { type: 'preview' }>,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const job = {
    id: 'preview',
    number: 0x3fff_fffe,
    sourceId: request.plan.sourceId,
    plan: request.plan,
    tickets: {},
    state: 'running',
    startedAt: Date.now(),
    counts: {},
  } as const;
  return runImport(depsFor(request.files, signal, onProgress), request.plan, job, true);
}

async function apply(
  request: Extract<WorkerRequest, { type: 'apply' }>,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const resumed = request.resumeJobId === undefined ? undefined : await resumeJob(db, request.resumeJobId);
  const job =
    resumed ?? (await startJob(db, request.plan, request.files, Date.now(), () => crypto.randomUUID()));
  try {
    const deps = { ...depsFor(request.files, signal, onProgress), resumed: resumed !== undefined };
    const report = await runImport(deps, job.plan, job, false);
    await finishJob(db, job, report, Date.now());
    return report;
  } catch (error) {
    // Cut short by a person: nothing of it stays. By a failure: the job stays "running", to resume or take back.
    if (signal.aborted) {
      await undoImport(db, job, new AbortController().signal, () => undefined);
      await forgetSampleSource(db, job);
    }
    throw error;
  }
}

async function undo(
  jobId: string,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<UndoReport> {
  const found = await undoableJob(db, jobId);
  if (!found.ok) throw new NotUndoable(found.error);
  const job = found.value;
  let steps = 0;
  const report = await undoImport(db, job, signal, (done) => {
    steps += done;
    onProgress({ phase: 'undo', fileName: '', rows: steps, bytes: 0, totalBytes: 0 });
  });
  await forgetSampleSource(db, job);
  return report;
}

function forget(
  sourceId: string,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<UndoReport> {
  let rows = 0;
  const onStep = (done: number) => {
    rows += done;
    onProgress({ phase: 'undo', fileName: '', rows, bytes: 0, totalBytes: 0 });
  };
  return forgetRecords(db, sourceId, { signal, onStep, now: Date.now(), newId: () => crypto.randomUUID() });
}

class NotUndoable extends Error {
  constructor(readonly bar: UndoBar) {
    super(`not undoable: ${bar.type}`);
  }
}

function answer(
  request: WorkerRequest,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<WorkerAnswer[keyof WorkerAnswer]> {
  switch (request.type) {
    case 'inspect':
      return inspect(request.files, request, signal, onProgress);
    case 'guess':
      return Promise.resolve(guessPlans(request.inspections, request.nouns));
    case 'preview':
      return preview(request, signal, onProgress);
    case 'apply':
      return navigator.locks.request(importLock(request.plan.sourceId), () =>
        apply(request, signal, onProgress),
      );
    case 'undo':
      return undo(request.jobId, signal, onProgress);
    case 'forget':
      return forget(request.sourceId, signal, onProgress);
  }
}

function failureOf(error: unknown, signal: AbortSignal): ImportFailure {
  if (signal.aborted) return { type: 'cancelled' };
  if (error instanceof FileGone) return { type: 'file-gone', fileName: error.fileName };
  if (error instanceof FileUnreadable)
    return { type: 'parse', fileName: error.fileName, failure: error.failure };
  if (error instanceof ParseFailed) return { type: 'parse', fileName: '', failure: error.failure };
  if (error instanceof NotUndoable) return error.bar;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  switch (storeFailure(error)) {
    case 'disk-full':
      return { type: 'storage-full' };
    case 'damaged':
      return { type: 'store-broken', detail };
    case undefined:
      return { type: 'bug', detail };
  }
}

/** Requests wait for each other: two imports at once would count each other's rows. */
let queue: Promise<void> = Promise.resolve();

async function serve(id: number, request: WorkerRequest, controller: AbortController): Promise<void> {
  const { signal } = controller;
  try {
    signal.throwIfAborted();
    const done = await answer(
      request,
      signal,
      throttled((progress) => post({ id, progress })),
    );
    post({ id, done });
  } catch (error) {
    post({ id, failed: failureOf(error, signal) });
  } finally {
    running.delete(id);
  }
}

self.onmessage = (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if ('cancel' in message) {
    running.get(message.id)?.abort();
    return;
  }
  const controller = new AbortController();
  running.set(message.id, controller);
  queue = queue.then(() => serve(message.id, message.request, controller));
};

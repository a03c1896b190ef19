/** What an import does besides thinking: brings files over, asks the worker, and tells the flow what came of it. */
import { type Importer, ImportFailed } from '#renderer/data/imports.ts';
import type { ImportFailure, ImportFile } from '#renderer/data/ingest/messages.ts';
import type { GivenLayout } from '#renderer/data/parse/delimited.ts';
import { BridgeError } from '#renderer/platform/bridge-error.ts';
import type { NewId } from '#shared/base/ids.ts';
import type { FileTicket } from '#shared/ipc/contract.ts';
import type { ImportPlan, TablePlan } from '#shared/model/import-plan.ts';
import type { ImportJob, Source } from '#shared/model/stored.ts';
import { readyForPreview } from './flow-problems.ts';
import type { FileFailure, FlowSource, FlowState, FlowTable } from './flow-state.ts';
import { type AdoptedTable, type FlowEvent, planOf } from './import-flow.ts';
import { adoptTable, bestSource, matchSource, type SourceMatch, suggestName } from './match-source.ts';

export interface FlowStore {
  get(): FlowState;
  send(event: FlowEvent): void;
}

export interface RunnerDeps {
  readonly importer: Importer;
  readonly upload: (
    file: File,
    onProgress: (sent: number) => void,
    signal: AbortSignal,
  ) => Promise<FileTicket>;
  readonly release: (ticket: string) => void;
  readonly listFiles: () => Promise<readonly FileTicket[]>;
  readonly sources: () => Promise<readonly Source[]>;
  readonly newId: NewId;
  readonly flow: FlowStore;
}

function uploadFailure(error: unknown): FileFailure {
  if (error instanceof BridgeError) return { type: 'upload', code: error.code };
  return { type: 'bug', detail: String(error) };
}

function importFailure(error: unknown): ImportFailure {
  return error instanceof ImportFailed ? error.failure : { type: 'bug', detail: String(error) };
}

function fileFailure(error: unknown): FileFailure {
  const failure = importFailure(error);
  if (failure.type === 'parse') return failure.failure;
  if (failure.type === 'file-gone') return { type: 'file-gone' };
  return { type: 'bug', detail: failure.type === 'bug' ? failure.detail : failure.type };
}

/** The files that the worker needs, with main's tickets. */
function filesOf(state: FlowState): readonly ImportFile[] {
  return state.files.flatMap(({ name, size, state: file }) =>
    file.type === 'read' ? [{ name, size, ticket: file.ticket }] : [],
  );
}

export class ImportRunner {
  readonly #deps: RunnerDeps;
  readonly #transfers = new Map<string, AbortController>();
  #queue: Promise<void> = Promise.resolve();
  #work: AbortController | undefined;
  #guesses = 0;

  constructor(deps: RunnerDeps) {
    this.#deps = deps;
  }

  /** Begins anew; `again` looks for the tables of that source and goes straight to the preview. */
  startOver(again?: string): void {
    const state = this.#deps.flow.get();
    if (state.work !== undefined) return;
    for (const transfer of this.#transfers.values()) transfer.abort();
    // What a finished import read stays in the inbox: history can be built again from it.
    if (state.outcome === undefined || state.outcome.type === 'cancelled') {
      for (const file of filesOf(state)) this.#deps.release(file.ticket);
    }
    this.#guesses++;
    this.#deps.flow.send({ type: 'started-over', ...(again === undefined ? {} : { again }) });
  }

  /** Files one after the other: while one is read, no other takes its bandwidth or memory. */
  addFiles(files: readonly File[]): Promise<void> {
    const { flow, newId } = this.#deps;
    if (flow.get().work !== undefined) return this.#queue;
    if (flow.get().outcome !== undefined) this.startOver();
    const added = files.map((file) => ({ key: newId(), name: file.name, size: file.size, file }));
    flow.send({ type: 'files-added', files: added.map(({ key, name, size }) => ({ key, name, size })) });
    const waiting = new Set(
      flow.get().files.flatMap((file) => (file.state.type === 'waiting' ? [file.key] : [])),
    );
    for (const { key, file } of added) {
      if (!waiting.has(key)) continue;
      const transfer = new AbortController();
      this.#transfers.set(key, transfer);
      this.#queue = this.#queue
        .then(() => this.#bring(key, file, transfer.signal))
        .finally(() => this.#transfers.delete(key));
    }
    this.#queue = this.#queue.then(() => this.#settle());
    return this.#queue;
  }

  removeFile(key: string): void {
    const { flow, release } = this.#deps;
    const file = flow.get().files.find((other) => other.key === key);
    this.#transfers.get(key)?.abort();
    if (file?.state.type === 'read') release(file.state.ticket);
    if (file?.state.type === 'failed' && file.state.ticket !== undefined) release(file.state.ticket);
    flow.send({ type: 'file-removed', key });
    void this.#settle();
  }

  /** Reads one file again with an encoding, delimiter or header row that a person chose. */
  async readAgain(fileKey: string, given: GivenLayout): Promise<void> {
    const file = this.#deps.flow.get().files.find((other) => other.key === fileKey);
    if (file === undefined || (file.state.type !== 'read' && file.state.type !== 'failed')) return;
    const { ticket } = file.state;
    if (ticket === undefined) return;
    const transfer = new AbortController();
    this.#transfers.set(fileKey, transfer);
    await this.#inspect(fileKey, { name: file.name, size: file.size, ticket }, transfer.signal, given);
    this.#transfers.delete(fileKey);
    await this.#settle();
  }

  /** A noun that a person chose: its columns are guessed anew for it, the links of the others with them. */
  async setNoun(tableKey: string, noun: TablePlan['noun']): Promise<void> {
    this.#deps.flow.send({ type: 'noun-set', tableKey, noun });
    await this.#guess();
  }

  /** Leaves several tables out at once. */
  async leaveOut(tableKeys: readonly string[]): Promise<void> {
    for (const tableKey of tableKeys) this.#deps.flow.send({ type: 'noun-set', tableKey, noun: 'skip' });
    await this.#guess();
  }

  /** Files these tables under a known source, or (undefined) under a new one. */
  async setSource(sourceId: string | undefined): Promise<void> {
    const { flow, newId } = this.#deps;
    if (sourceId === undefined) {
      flow.send({ type: 'source-set', source: this.#newSource(newId()), links: {}, adopted: [] });
      await this.#guess();
      return;
    }
    const source = (await this.#deps.sources()).find((other) => other.id === sourceId);
    if (source !== undefined)
      this.#adopt(
        matchSource(
          source,
          this.#planned().map((table) => table.inspection),
        ),
      );
  }

  /** Counts what would happen, or goes on when that is known already. */
  async preview(): Promise<void> {
    const { flow, importer } = this.#deps;
    const { report } = flow.get();
    if (report !== undefined && !report.stale) {
      flow.send({ type: 'step-chosen', step: 'preview' });
      return;
    }
    await this.#run('preview', async (plan, files, options) => {
      flow.send({ type: 'previewed', report: await importer.preview(plan, files, options) });
    });
  }

  async apply(): Promise<void> {
    const { flow, importer } = this.#deps;
    await this.#run('apply', async (plan, files, options) => {
      flow.send({ type: 'applied', report: await importer.apply(plan, files, options) });
    });
  }

  /** Goes on with a run that a crash cut off. */
  async resume(job: ImportJob): Promise<void> {
    const { flow, importer, listFiles } = this.#deps;
    if (flow.get().work !== undefined) return;
    const sizes = new Map((await listFiles()).map((file) => [file.ticket, file.size]));
    const files = Object.entries(job.tickets).map(([name, ticket]) => ({
      name,
      ticket,
      size: sizes.get(ticket) ?? 0,
    }));
    flow.send({ type: 'resumed', plan: job.plan });
    await this.#guarded(async (options) => {
      flow.send({
        type: 'applied',
        report: await importer.apply(job.plan, files, { ...options, resumeJobId: job.id }),
      });
    });
  }

  async undo(jobId: string): Promise<void> {
    const { flow, importer } = this.#deps;
    if (flow.get().work !== undefined) return;
    flow.send({ type: 'work-began', work: 'undo' });
    await this.#guarded(async (options) => {
      flow.send({ type: 'undone', report: await importer.undo(jobId, options) });
    });
  }

  cancel(): void {
    this.#deps.flow.send({ type: 'work-cancelling' });
    this.#work?.abort();
  }

  async #bring(key: string, file: File, signal: AbortSignal): Promise<void> {
    const { flow, upload } = this.#deps;
    if (signal.aborted) return;
    flow.send({ type: 'file-moved', key, state: { type: 'sending', sent: 0 } });
    let ticket: string;
    try {
      const taken = await upload(
        file,
        (sent) => flow.send({ type: 'file-moved', key, state: { type: 'sending', sent } }),
        signal,
      );
      ticket = taken.ticket;
    } catch (error) {
      if (!signal.aborted)
        flow.send({
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
    const { flow, importer } = this.#deps;
    const { ticket } = file;
    const moved = (rows: number, bytes: number) =>
      flow.send({ type: 'file-moved', key, state: { type: 'reading', ticket, rows, bytes } });
    const failed = (failure: FileFailure) =>
      flow.send({ type: 'file-moved', key, state: { type: 'failed', failure, ticket } });
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
      else flow.send({ type: 'file-read', key, ticket, tables: seen.tables });
    } catch (error) {
      if (!signal.aborted) failed(fileFailure(error));
    }
  }

  #planned(): readonly FlowTable[] {
    return this.#deps.flow.get().tables.filter((table) => table.plan !== undefined);
  }

  /** All files are here: plans for the tables that have none, and the source that they belong to. */
  async #settle(): Promise<void> {
    const { flow } = this.#deps;
    const { files, tables } = flow.get();
    const moving = files.some(({ state }) => state.type !== 'read' && state.type !== 'failed');
    if (moving || tables.length === 0) return;
    if (await this.#guess()) await this.#findSource();
    const now = flow.get();
    if (now.again === undefined || now.step !== 'files' || now.source?.id !== now.again) return;
    if (readyForPreview(now)) await this.preview();
    else flow.send({ type: 'step-chosen', step: 'columns' });
  }

  async #guess(): Promise<boolean> {
    const { flow, importer } = this.#deps;
    const { tables } = flow.get();
    const turn = ++this.#guesses;
    flow.send({ type: 'guess-began' });
    const nouns: Record<number, TablePlan['noun']> = {};
    tables.forEach((table, i) => {
      if (table.nounBy !== 'guess' && table.plan !== undefined) nouns[i] = table.plan.noun;
    });
    try {
      const plans = await importer.guess(
        tables.map((table) => table.inspection),
        nouns,
      );
      // A later question is already on its way: its answer counts.
      if (turn !== this.#guesses) return false;
      const byKey = tables.flatMap((table, i) =>
        plans[i] === undefined ? [] : [[table.key, plans[i]] as const],
      );
      flow.send({ type: 'guessed', plans: Object.fromEntries(byKey) });
      return true;
    } catch (error) {
      if (turn === this.#guesses) flow.send({ type: 'guess-failed', failure: importFailure(error) });
      return false;
    }
  }

  async #findSource(): Promise<void> {
    const { flow, newId } = this.#deps;
    const sources = await this.#deps.sources();
    const { again, source } = flow.get();
    const open = this.#planned();
    const wanted = again ?? (source?.known === true ? source.id : undefined);
    const known = sources.find((other) => other.id === wanted);
    const inspections = open.map((table) => table.inspection);
    const match = known === undefined ? bestSource(sources, inspections) : matchSource(known, inspections);
    const settled = source !== undefined && !source.known && source.nameBy === 'person';
    if (match !== undefined && !settled) this.#adopt(match);
    else if (source === undefined)
      flow.send({ type: 'source-set', source: this.#newSource(newId()), links: {}, adopted: [] });
    else if (source.nameBy === 'guess')
      flow.send({
        type: 'source-set',
        source: this.#newSource(source.id),
        links: flow.get().confirmedLinks,
        adopted: [],
      });
  }

  /** Named after the files that bring something, the accounts before the others. */
  #newSource(id: string): FlowSource {
    const { files, tables } = this.#deps.flow.get();
    const weight = (key: string) => {
      const nouns = tables
        .filter((table) => table.fileKey === key)
        .map((table) => table.plan?.noun ?? 'skip');
      return nouns.includes('account') ? 0 : nouns.some((noun) => noun !== 'skip') ? 1 : 2;
    };
    const read = files.filter((file) => file.state.type === 'read');
    const best = read.filter((file) => weight(file.key) < 2);
    const named = (best.length > 0 ? best : read).toSorted((x, y) => weight(x.key) - weight(y.key));
    return { id, name: suggestName(named.map((file) => file.name)), nameBy: 'guess', known: false };
  }

  /** Tables that a person has worked on stay as they are. */
  #adopt({ source, tables: matched }: SourceMatch): void {
    const state = this.#deps.flow.get();
    const same = state.source?.id === source.id;
    const adopted = this.#planned().flatMap((table, i): AdoptedTable[] => {
      const stored = matched.get(i);
      if (stored === undefined || table.plan === undefined || (same && table.nounBy !== 'guess')) return [];
      return [adoptTable(table.key, stored, table.inspection, table.plan)];
    });
    const links = same
      ? { ...source.plan.confirmedLinks, ...state.confirmedLinks }
      : source.plan.confirmedLinks;
    const chosen: FlowSource = { id: source.id, name: source.name, nameBy: 'source', known: true };
    this.#deps.flow.send({ type: 'source-set', source: chosen, links, adopted });
  }

  async #run(
    work: 'preview' | 'apply',
    job: (plan: ImportPlan, files: readonly ImportFile[], options: RunSignals) => Promise<void>,
  ): Promise<void> {
    const { flow } = this.#deps;
    if (flow.get().work !== undefined) return;
    flow.send({ type: 'work-began', work });
    const state = flow.get();
    const plan = planOf(state);
    if (state.work === undefined || plan === undefined) return;
    await this.#guarded((options) => job(plan, filesOf(state), options));
  }

  async #guarded(job: (options: RunSignals) => Promise<void>): Promise<void> {
    const { flow } = this.#deps;
    const control = new AbortController();
    this.#work = control;
    try {
      await job({
        signal: control.signal,
        onProgress: (progress) => flow.send({ type: 'work-moved', progress }),
      });
    } catch (error) {
      flow.send({ type: 'work-failed', failure: importFailure(error) });
    }
    this.#work = undefined;
  }
}

type RunSignals = Required<NonNullable<Parameters<Importer['preview']>[2]>>;

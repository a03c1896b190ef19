/** What an import does besides thinking: brings files over, asks the worker, and tells the flow what came of it. */
import type { Importer } from '#renderer/data/imports.ts';
import type { ImportFile } from '#renderer/data/ingest/messages.ts';
import type { GivenLayout } from '#renderer/data/parse/delimited.ts';
import type { NewId } from '#shared/base/ids.ts';
import type { FileTicket } from '#shared/ipc/contract.ts';
import type { ImportPlan, TablePlan } from '#shared/model/import-plan.ts';
import type { ImportJob, Source } from '#shared/model/stored.ts';
import { type CarrierDeps, FileCarrier, importFailure } from './file-carrier.ts';
import type { FlowEvent } from './flow-events.ts';
import { readyForPreview } from './flow-problems.ts';
import type { FlowState } from './flow-state.ts';
import { planOf } from './import-flow.ts';
import { bestSource, matchSource } from './match-source.ts';
import { adoption, newSource, plannedTables } from './source-plan.ts';

export interface FlowStore {
  get(): FlowState;
  send(event: FlowEvent): void;
}

export interface RunnerDeps {
  readonly importer: Importer;
  readonly upload: CarrierDeps['upload'];
  readonly release: (ticket: string) => void;
  readonly listFiles: () => Promise<readonly FileTicket[]>;
  readonly sources: () => Promise<readonly Source[]>;
  readonly newId: NewId;
  readonly flow: FlowStore;
}

/** The files that the worker needs, with main's tickets. */
function filesOf(state: FlowState): readonly ImportFile[] {
  return state.files.flatMap(({ name, size, state: file }) =>
    file.type === 'read' ? [{ name, size, ticket: file.ticket }] : [],
  );
}

export class ImportRunner {
  readonly #deps: RunnerDeps;
  readonly #carrier: FileCarrier;
  #work: AbortController | undefined;
  #guesses = 0;

  constructor(deps: RunnerDeps) {
    this.#deps = deps;
    const { importer, upload, flow } = deps;
    this.#carrier = new FileCarrier({ importer, upload, send: (event) => flow.send(event) });
  }

  /** Begins anew; `again` looks for the tables of that source and goes straight to the preview. */
  startOver(again?: string): void {
    const { flow } = this.#deps;
    const state = flow.get();
    if (state.work !== undefined) return;
    this.#carrier.stopAll();
    // A run that failed halfway goes on from its files: they stay in the inbox.
    if (!state.applied || state.outcome !== undefined) this.#release(filesOf(state));
    this.#guesses++;
    flow.send({ type: 'started-over', ...(again === undefined ? {} : { again }) });
  }

  /** Files one after the other: while one is read, no other takes its bandwidth or memory. */
  addFiles(files: readonly File[]): Promise<void> {
    const { flow, newId } = this.#deps;
    if (flow.get().work !== undefined) return Promise.resolve();
    if (flow.get().outcome !== undefined) this.startOver();
    const added = files.map((file) => ({ key: newId(), name: file.name, size: file.size, file }));
    flow.send({ type: 'files-added', files: added.map(({ key, name, size }) => ({ key, name, size })) });
    const waiting = new Set(
      flow.get().files.flatMap((file) => (file.state.type === 'waiting' ? [file.key] : [])),
    );
    for (const { key, file } of added) {
      if (waiting.has(key)) this.#carrier.carry(key, file);
    }
    return this.#carrier.afterAll(() => this.#settle());
  }

  removeFile(key: string): void {
    const { flow, release } = this.#deps;
    const file = flow.get().files.find((other) => other.key === key);
    this.#carrier.stop(key);
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
    await this.#carrier.readAgain(fileKey, { name: file.name, size: file.size, ticket }, given);
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
      flow.send({ type: 'source-set', source: newSource(flow.get(), newId()), links: {}, adopted: [] });
      await this.#guess();
      return;
    }
    const source = (await this.#deps.sources()).find((other) => other.id === sourceId);
    if (source === undefined) return;
    const inspections = plannedTables(flow.get()).map((table) => table.inspection);
    flow.send(adoption(flow.get(), matchSource(source, inspections)));
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
      const report = await importer.apply(plan, files, options);
      flow.send({ type: 'applied', report });
      // Rows without a record may still be tied and read once more.
      if (report.unlinked.length === 0) this.#release(files);
    });
  }

  /** Goes on with a run that a crash cut off. */
  async resume(job: ImportJob): Promise<void> {
    const { flow, importer, listFiles } = this.#deps;
    if (flow.get().work !== undefined) return;
    // Sizes only serve the progress bar: without them the import goes on all the same.
    const listed = await listFiles().catch(() => []);
    const sizes = new Map(listed.map((file) => [file.ticket, file.size]));
    const files = Object.entries(job.tickets).map(([name, ticket]) => ({
      name,
      ticket,
      size: sizes.get(ticket) ?? 0,
    }));
    flow.send({ type: 'resumed', plan: job.plan });
    await this.#guarded(async (options) => {
      const report = await importer.apply(job.plan, files, { ...options, resumeJobId: job.id });
      flow.send({ type: 'applied', report });
    });
    // Done, or stopped by a person and taken back: nothing reads these files again. Failed: it can be resumed.
    if (flow.get().outcome !== undefined) this.#release(files);
  }

  async undo(jobId: string): Promise<void> {
    const { flow, importer } = this.#deps;
    if (flow.get().work !== undefined) return;
    flow.send({ type: 'work-began', work: 'undo' });
    await this.#guarded(async (options) => {
      flow.send({ type: 'undone', report: await importer.undo(jobId, options) });
      this.#release(filesOf(flow.get()));
    });
  }

  cancel(): void {
    this.#deps.flow.send({ type: 'work-cancelling' });
    this.#work?.abort();
  }

  #release(files: readonly ImportFile[]): void {
    for (const { ticket } of files) this.#deps.release(ticket);
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
    const open = plannedTables(flow.get());
    const wanted = again ?? (source?.known === true ? source.id : undefined);
    const known = sources.find((other) => other.id === wanted);
    const inspections = open.map((table) => table.inspection);
    const match = known === undefined ? bestSource(sources, inspections) : matchSource(known, inspections);
    const settled = source !== undefined && !source.known && source.nameBy === 'person';
    if (match !== undefined && !settled) flow.send(adoption(flow.get(), match));
    else if (source === undefined)
      flow.send({ type: 'source-set', source: newSource(flow.get(), newId()), links: {}, adopted: [] });
    else if (source.nameBy === 'guess')
      flow.send({
        type: 'source-set',
        source: newSource(flow.get(), source.id),
        links: flow.get().confirmedLinks,
        adopted: [],
      });
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
        onProgress: (progress) => {
          flow.send({ type: 'work-moved', progress });
          if (flow.get().work?.cancelling === true) control.abort();
        },
      });
    } catch (error) {
      flow.send({ type: 'work-failed', failure: importFailure(error) });
    }
    this.#work = undefined;
  }
}

type RunSignals = Required<NonNullable<Parameters<Importer['preview']>[2]>>;

import { beforeEach, describe, expect, test } from 'vitest';
import { BridgeError } from '#renderer/platform/bridge-error.ts';
import type { ImportJob, Source } from '#shared/model/stored.ts';
import { createFakeImporter, type FakeImporterOptions } from '#test/fakes/fake-importer.ts';
import { VENDOR_FILES } from '#test/fakes/vendor-book.ts';
import type { FlowEvent } from './flow-events.ts';
import { EMPTY_FLOW, type FlowState } from './flow-state.ts';
import { mayGoTo, reduceFlow } from './import-flow.ts';
import { ImportRunner, type RunnerDeps } from './import-runner.ts';

function setUp(options: Partial<FakeImporterOptions> = {}, change: Partial<RunnerDeps> = {}) {
  let state: FlowState = EMPTY_FLOW;
  const released: string[] = [];
  const sources: Source[] = [];
  let ids = 0;
  const importer = createFakeImporter({ files: VENDOR_FILES, ...options });
  const send = (event: FlowEvent) => {
    state = reduceFlow(state, event);
  };
  const runner = new ImportRunner({
    importer,
    upload: async (file, onProgress) => {
      onProgress(file.size);
      return { ticket: `ticket ${file.name}`, name: file.name, size: file.size, receivedAt: 0 };
    },
    release: (ticket) => released.push(ticket),
    listFiles: async () => [],
    sources: async () => sources,
    newId: () => `id${++ids}`,
    flow: { get: () => state, send },
    ...change,
  });
  return { runner, importer, released, sources, send, state: () => state };
}

function vendorFiles(): readonly File[] {
  return Object.entries(VENDOR_FILES).map(([name, text]) => new File([text], name));
}

function keep(sources: Source[], state: FlowState): void {
  const { plan } = state;
  if (plan === undefined) throw new Error('nothing was imported');
  sources.push({
    id: plan.sourceId,
    name: plan.sourceName,
    kind: 'file',
    plan,
    createdAt: 0,
    lastImportAt: 1,
  });
}

describe('from files to done', () => {
  let world: ReturnType<typeof setUp>;
  beforeEach(async () => {
    world = setUp();
    await world.runner.addFiles(vendorFiles());
  });

  test('files are read, named and guessed', () => {
    expect(world.state().files.every((file) => file.state.type === 'read')).toBe(true);
    expect(world.state().source).toMatchObject({ name: 'vendor', known: false });
  });

  test('counts, imports, undoes', async () => {
    await world.runner.preview();
    expect(world.state().step).toBe('preview');
    await world.runner.apply();
    expect(world.state().outcome).toMatchObject({ type: 'done' });
    expect(world.importer.applied).toHaveLength(1);
    await world.runner.undo('job-1');
    expect(world.state().outcome).toMatchObject({ type: 'undone' });
    expect(world.importer.undone).toEqual(['job-1']);
  });

  test('the same files again are recognised, and change nothing', async () => {
    await world.runner.preview();
    await world.runner.apply();
    keep(world.sources, world.state());
    await world.runner.addFiles(vendorFiles());
    expect(world.state().source).toMatchObject({ id: world.sources[0]?.id, known: true });
    await world.runner.preview();
    const tables = world.state().report?.report.tables ?? [];
    expect(tables.map((table) => table.counts.added)).toEqual([0, 0, 0, 0, 0]);
  });

  test('"Import again" goes straight to the preview', async () => {
    await world.runner.preview();
    await world.runner.apply();
    keep(world.sources, world.state());
    world.runner.startOver(world.sources[0]?.id);
    await world.runner.addFiles(vendorFiles());
    expect(world.state().step).toBe('preview');
  });

  test('a file that is taken away gives its ticket back', () => {
    const [first] = world.state().files;
    world.runner.removeFile(first?.key ?? '');
    expect(world.released).toEqual(['ticket vendor_accounts.csv']);
    expect(world.state().tables).toHaveLength(4);
  });

  test('the files go when their import is done, and again nothing of them is asked', async () => {
    await world.runner.preview();
    expect(world.released).toEqual([]);
    await world.runner.apply();
    expect(world.released).toEqual(Object.keys(VENDOR_FILES).map((name) => `ticket ${name}`));
  });

  test('a noun chosen by a person brings its own columns', async () => {
    const key = world.state().tables[0]?.key ?? '';
    await world.runner.setNoun(key, 'contact');
    const table = world.state().tables[0];
    expect(table?.plan?.noun).toBe('contact');
    expect(table?.nounBy).toBe('person');
    expect(table?.plan?.columns).toHaveLength(7);
  });

  test('another source may be chosen, and a new one after all', async () => {
    await world.runner.preview();
    await world.runner.apply();
    keep(world.sources, world.state());
    await world.runner.addFiles(vendorFiles());
    await world.runner.setSource(undefined);
    expect(world.state().source?.known).toBe(false);
    expect(world.state().tables.every((table) => table.nounBy === 'guess')).toBe(true);
    await world.runner.setSource(world.sources[0]?.id);
    expect(world.state().source).toMatchObject({ known: true });
  });
});

describe('the files of a run', () => {
  const job = (plan: ImportJob['plan']): ImportJob => ({
    id: 'job',
    number: 1,
    sourceId: plan.sourceId,
    plan,
    tickets: { 'vendor_accounts.csv': 'kept ticket' },
    state: 'running',
    startedAt: 0,
    counts: {},
  });
  const planOf = async (): Promise<ImportJob['plan']> => {
    const world = setUp();
    await world.runner.addFiles(vendorFiles());
    await world.runner.preview();
    const { plan } = world.state();
    if (plan === undefined) throw new Error('no plan');
    return plan;
  };

  test('stay while rows may be tied, and go when the next import begins', async () => {
    const unlinked = [
      { tableId: 'vendor-support-tickets', to: 'account', value: 'Aoba', rows: 2, near: [] },
    ] as const;
    const world = setUp({ unlinked });
    await world.runner.addFiles(vendorFiles());
    await world.runner.preview();
    await world.runner.preview();
    await world.runner.apply();
    expect(world.state().outcome?.type).toBe('done');
    expect(world.released).toEqual([]);
    world.runner.startOver();
    expect(world.released).toHaveLength(5);
  });

  test('go when a run that was cut off has come to its end', async () => {
    const world = setUp();
    await world.runner.resume(job(await planOf()));
    expect(world.state().outcome?.type).toBe('done');
    expect(world.released).toEqual(['kept ticket']);
  });

  test('stay when the run failed: it can be resumed', async () => {
    const world = setUp({ failure: { type: 'storage-full' } });
    await world.runner.resume(job(await planOf()));
    world.runner.startOver();
    expect(world.released).toEqual([]);
  });

  test('go with an import that is taken back', async () => {
    const world = setUp({
      unlinked: [{ tableId: 'vendor-support-tickets', to: 'account', value: 'Aoba', rows: 2, near: [] }],
    });
    await world.runner.addFiles(vendorFiles());
    await world.runner.preview();
    await world.runner.preview();
    await world.runner.apply();
    await world.runner.undo('job-1');
    expect(world.released).toHaveLength(5);
    expect(mayGoTo(world.state(), 'columns')).toBe(false);
  });
});

describe('what can go wrong', () => {
  test('a file that cannot be read leaves the others alone', async () => {
    const world = setUp({ files: { ...VENDOR_FILES, 'vendor_accounts.csv': { type: 'encrypted' } } });
    await world.runner.addFiles(vendorFiles());
    expect(world.state().files[0]?.state).toMatchObject({ type: 'failed', failure: { type: 'encrypted' } });
    expect(world.state().tables).toHaveLength(4);
  });

  test('an upload that fails says so', async () => {
    const world = setUp(
      {},
      { upload: () => Promise.reject(new BridgeError({ code: 'disk-full', detail: '' })) },
    );
    await world.runner.addFiles(vendorFiles().slice(0, 1));
    expect(world.state().files[0]?.state).toMatchObject({ failure: { type: 'upload', code: 'disk-full' } });
  });

  test('a cancelled import says so and can be tried again', async () => {
    const world = setUp({ pause: () => Promise.resolve() });
    await world.runner.addFiles(vendorFiles());
    await world.runner.preview();
    const applying = world.runner.apply();
    world.runner.cancel();
    await applying;
    expect(world.state()).toMatchObject({ outcome: { type: 'cancelled' }, work: undefined });
    await world.runner.apply();
    expect(world.state().outcome?.type).toBe('done');
  });

  test('an edit stops the count that is under way', async () => {
    let pauses = 0;
    const world = setUp({
      pause: async () => {
        pauses += 1;
        const tableKey = world.state().tables[0]?.key ?? '';
        if (pauses === 1) world.send({ type: 'noun-set', tableKey, noun: 'skip' });
      },
    });
    await world.runner.addFiles(vendorFiles());
    await world.runner.preview();
    expect(world.state()).toMatchObject({ work: undefined, report: undefined, failure: undefined });
    expect(pauses).toBe(2);
    await world.runner.preview();
    expect(world.state().report?.stale).toBe(false);
  });

  test('a failure of the worker stands on the screen', async () => {
    const world = setUp({ failure: { type: 'storage-full' } });
    await world.runner.addFiles(vendorFiles());
    await world.runner.preview();
    expect(world.state()).toMatchObject({ failure: { type: 'storage-full' }, work: undefined });
  });

  test('values without a record are tied, counted again, and imported tied', async () => {
    const value = {
      tableId: 'vendor-support-tickets',
      to: 'account',
      value: 'Aoba',
      rows: 2,
      near: [],
    } as const;
    const world = setUp({ unlinked: [value] });
    await world.runner.addFiles(vendorFiles());
    await world.runner.preview();
    expect(world.state().step).toBe('links');
    world.send({
      type: 'links-confirmed',
      links: [{ key: 'account\u001fAoba', id: 'a1', name: 'Aoba Logistics' }],
    });
    await world.runner.preview();
    expect(world.state().step).toBe('preview');
    await world.runner.apply();
    expect(world.importer.applied[0]?.confirmedLinks).toEqual({ 'account\u001fAoba': 'a1' });
  });
});

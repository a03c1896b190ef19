import type { ImportReport } from '#renderer/data/ingest/messages.ts';
import type { FlowEvent } from '#renderer/features/sources/flow-events.ts';
import { EMPTY_FLOW, type FlowState } from '#renderer/features/sources/flow-state.ts';
import { reduceFlow } from '#renderer/features/sources/import-flow.ts';
import { guessPlans } from '#shared/import/guess-plans.ts';
import type { ColumnPlan } from '#shared/model/import-plan.ts';
import { inspectText } from '#test/fakes/fake-importer.ts';
import { VENDOR_FILES } from '#test/fakes/vendor-book.ts';

export const NAMES = Object.keys(VENDOR_FILES);
export const INSPECTIONS = NAMES.map((name) => inspectText(name, VENDOR_FILES[name] ?? ''));

export function run(events: readonly FlowEvent[], from: FlowState = EMPTY_FLOW): FlowState {
  return events.reduce(reduceFlow, from);
}

export function readFiles(texts: Readonly<Record<string, string>> = VENDOR_FILES): FlowState {
  const names = Object.keys(texts);
  const inspections = names.map((name) => inspectText(name, texts[name] ?? ''));
  const plans = guessPlans(inspections);
  return run([
    { type: 'files-added', files: names.map((name) => ({ key: name, name, size: 10 })) },
    ...names.map(
      (name, i): FlowEvent => ({ type: 'file-read', key: name, ticket: `t${i}`, tables: [inspections[i]!] }),
    ),
    { type: 'guessed', plans: Object.fromEntries(names.map((name, i) => [`${name} `, plans[i]!])) },
    {
      type: 'source-set',
      source: { id: 's', name: 'Vendor', nameBy: 'guess', known: false },
      links: {},
      adopted: [],
    },
  ]);
}

export const ZERO: ImportReport = { jobId: 'j', tables: [], unlinked: [] };

export function previewedState(report: ImportReport = ZERO): FlowState {
  return run(
    [
      { type: 'work-began', work: 'preview' },
      { type: 'previewed', report },
    ],
    readFiles(),
  );
}

export function columnOf(state: FlowState, table: string, header: string): ColumnPlan {
  const column = state.tables
    .find((other) => other.key === `${table} `)
    ?.plan?.columns.find((c) => c.header === header);
  if (column === undefined) throw new Error(`no column ${header}`);
  return column;
}

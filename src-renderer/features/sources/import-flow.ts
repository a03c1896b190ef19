/** The import's logic as a pure reducer: what each event does to the state, and which steps are open. */
import type { ImportFailure, ImportReport } from '#renderer/data/ingest/messages.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { ConfirmedLinks, ImportPlan } from '#shared/model/import-plan.ts';
import { changeColumns, keepColumn, setCurrency, setDateOrder } from './flow-columns.ts';
import type { FlowEvent } from './flow-events.ts';
import { filesSettled, readyForPreview } from './flow-problems.ts';
import { EMPTY_FLOW, type FlowSource, type FlowState, type Step, type Work } from './flow-state.ts';
import { addFiles, guessed, readFile, removeFile, setNoun, setSource, withFile } from './flow-tables.ts';

export function planOf(state: FlowState): ImportPlan | undefined {
  if (state.source === undefined) return undefined;
  return {
    sourceId: state.source.id,
    sourceName: state.source.name.trim(),
    tables: state.tables.flatMap((table) => table.plan ?? []),
    confirmedLinks: state.confirmedLinks,
    ...(state.makeAccounts ? { makeAccounts: true } : {}),
  };
}

/** Going back is always possible; forward only as far as nothing is open. */
export function mayGoTo(state: FlowState, step: Step): boolean {
  // While something runs, and once it is done or taken back, there is nothing to go back to in this run.
  if (state.work !== undefined || state.outcome?.type === 'done' || state.outcome?.type === 'undone')
    return false;
  switch (step) {
    case 'files':
      return true;
    case 'columns':
      return filesSettled(state);
    case 'links':
      return readyForPreview(state) && state.report !== undefined;
    case 'preview':
      return readyForPreview(state) && state.report !== undefined && !state.report.stale;
    case 'apply':
      return false;
  }
}

/** What a report counted is counted anew. */
function outdated(state: FlowState): FlowState {
  const report = state.report === undefined ? undefined : { ...state.report, stale: true };
  return { ...state, report, step: state.step === 'preview' ? 'links' : state.step };
}

function changeLinks(state: FlowState, links: ConfirmedLinks, names: FlowState['linkNames']): FlowState {
  return { ...outdated(state), confirmedLinks: links, linkNames: { ...state.linkNames, ...names } };
}

function reopenLinks(state: FlowState): FlowState {
  const { outcome, source } = state;
  if (outcome?.type !== 'done' || source === undefined || state.tables.length === 0) return state;
  const report = { report: outcome.report, stale: true };
  return { ...state, step: 'links', outcome: undefined, report, source: { ...source, known: true } };
}

function chooseStep(state: FlowState, step: Step): FlowState {
  return mayGoTo(state, step) ? { ...state, step, outcome: undefined, failure: undefined } : state;
}

function beginWork(state: FlowState, type: Work['type']): FlowState {
  if (state.work !== undefined) return state;
  if (type !== 'undo' && !readyForPreview(state)) return state;
  if (type === 'apply' && (state.report === undefined || state.report.stale)) return state;
  const work: Work = { type, progress: undefined, cancelling: false };
  return {
    ...state,
    work,
    failure: undefined,
    plan: type === 'undo' ? state.plan : planOf(state),
    applied: state.applied || type === 'apply',
    outcome: type === 'undo' ? state.outcome : undefined,
    step: type === 'apply' ? 'apply' : state.step,
  };
}

/** A run that was cut off goes on with the plan that it had. */
function resumed(plan: ImportPlan): FlowState {
  const source: FlowSource = { id: plan.sourceId, name: plan.sourceName, nameBy: 'source', known: true };
  const work: Work = { type: 'apply', progress: undefined, cancelling: false };
  return { ...EMPTY_FLOW, step: 'apply', source, plan, work, applied: true };
}

/** Where nothing is left to tie, the links need no look. */
function previewed(state: FlowState, report: ImportReport): FlowState {
  if (state.work?.type !== 'preview') return state;
  // The count of a plan that is no longer this one, or that nobody waits for any more.
  if (state.work.cancelling) return { ...state, work: undefined };
  const open = report.unlinked.length > 0 && state.again === undefined && state.step !== 'links';
  return { ...state, work: undefined, report: { report, stale: false }, step: open ? 'links' : 'preview' };
}

function failed(state: FlowState, failure: ImportFailure): FlowState {
  const during = state.work?.type;
  const next = { ...state, work: undefined };
  if (failure.type !== 'cancelled') return { ...next, failure };
  return during === 'apply' ? { ...next, outcome: { type: 'cancelled' } } : next;
}

function withoutKey<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

function reduced(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'started-over':
      return { ...EMPTY_FLOW, again: event.again };
    case 'files-added':
      return addFiles(state, event.files);
    case 'file-moved':
      return withFile(state, event.key, event.state);
    case 'file-read':
      return readFile(state, event);
    case 'file-removed':
      return removeFile(state, event.key);
    case 'guess-began':
      return { ...state, guessing: true };
    case 'guess-failed':
      return { ...state, guessing: false, failure: event.failure };
    case 'guessed':
      return guessed(state, event);
    case 'source-set':
      return setSource(state, event);
    case 'source-renamed':
      return state.source === undefined
        ? state
        : { ...state, source: { ...state.source, name: event.name, nameBy: 'person' } };
    case 'noun-set':
      return setNoun(state, event.tableKey, event.noun);
    case 'column-set':
      return changeColumns(
        state,
        (table) => table.key === event.tableKey,
        (column) => (column.index === event.column.index ? event.column : column),
      );
    case 'date-order-set':
      return setDateOrder(state, event);
    case 'currency-set':
      return setCurrency(state, event);
    case 'column-kept':
      return keepColumn(state, event);
    case 'links-confirmed': {
      const links = Object.fromEntries(event.links.map((link) => [link.key, link.id]));
      const names = Object.fromEntries(event.links.map((link) => [link.key, link.name]));
      return changeLinks(state, { ...state.confirmedLinks, ...links }, names);
    }
    case 'link-dropped':
      return changeLinks(state, withoutKey(state.confirmedLinks, event.key), {});
    case 'make-accounts-set':
      return event.on === state.makeAccounts ? state : { ...outdated(state), makeAccounts: event.on };
    case 'links-reopened':
      return reopenLinks(state);
    case 'step-chosen':
      return chooseStep(state, event.step);
    case 'work-began':
      return beginWork(state, event.work);
    case 'resumed':
      return resumed(event.plan);
    case 'work-moved':
      return state.work === undefined
        ? state
        : { ...state, work: { ...state.work, progress: event.progress } };
    case 'work-cancelling':
      return state.work === undefined ? state : { ...state, work: { ...state.work, cancelling: true } };
    case 'previewed':
      return previewed(state, event.report);
    case 'applied':
      return state.work?.type === 'apply'
        ? { ...state, work: undefined, outcome: { type: 'done', report: event.report } }
        : state;
    case 'undone':
      return { ...state, work: undefined, outcome: { type: 'undone', report: event.report } };
    case 'work-failed':
      return failed(state, event.failure);
    default:
      return assertNever(event);
  }
}

function sameSubject(a: FlowState, b: FlowState): boolean {
  const sameFiles = a.files === b.files && a.tables === b.tables;
  const sameLinks = a.confirmedLinks === b.confirmedLinks && a.makeAccounts === b.makeAccounts;
  return sameFiles && sameLinks && a.source?.id === b.source?.id;
}

/** What is being counted may be edited, and then that count is of no use; what is being imported stands as it is. */
export function reduceFlow(state: FlowState, event: FlowEvent): FlowState {
  const next = reduced(state, event);
  if (state.work === undefined || state.work.type === 'undo' || sameSubject(state, next)) return next;
  if (state.work.type === 'apply') return state;
  return next.work === undefined ? next : { ...next, work: { ...next.work, cancelling: true } };
}

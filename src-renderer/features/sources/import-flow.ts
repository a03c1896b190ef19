/** The import's logic as a pure reducer: what each event does to the state, and which steps are open. */

import type {
  ImportFailure,
  ImportProgress,
  ImportReport,
  UndoReport,
} from '#renderer/data/ingest/messages.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type {
  ColumnPlan,
  ConfirmedLinks,
  DateOrder,
  ImportPlan,
  TableInspection,
  TablePlan,
} from '#shared/model/import-plan.ts';
import { dateOrderOpen, filesSettled, readyForPreview, targetKind } from './flow-problems.ts';
import {
  EMPTY_FLOW,
  type FileState,
  type FlowFile,
  type FlowSource,
  type FlowState,
  type FlowTable,
  STEPS,
  type Step,
  type Work,
} from './flow-state.ts';

export interface AdoptedTable {
  readonly tableKey: string;
  readonly plan: TablePlan;
  readonly missing: readonly string[];
  readonly fresh: readonly number[];
}

export type FlowEvent =
  | { readonly type: 'started-over'; readonly again?: string }
  | { readonly type: 'files-added'; readonly files: readonly Pick<FlowFile, 'key' | 'name' | 'size'>[] }
  | { readonly type: 'file-moved'; readonly key: string; readonly state: FileState }
  | {
      readonly type: 'file-read';
      readonly key: string;
      readonly ticket: string;
      readonly tables: readonly TableInspection[];
    }
  | { readonly type: 'file-removed'; readonly key: string }
  | { readonly type: 'guess-began' }
  | { readonly type: 'guess-failed'; readonly failure: ImportFailure }
  | {
      readonly type: 'guessed';
      readonly plans: Readonly<Record<string, TablePlan>>;
      readonly nounBy?: Readonly<Record<string, FlowTable['nounBy']>>;
    }
  | {
      readonly type: 'source-set';
      readonly source: FlowSource;
      readonly links: ConfirmedLinks;
      readonly adopted: readonly AdoptedTable[];
    }
  | { readonly type: 'source-renamed'; readonly name: string }
  | { readonly type: 'noun-set'; readonly tableKey: string; readonly noun: TablePlan['noun'] }
  | { readonly type: 'column-set'; readonly tableKey: string; readonly column: ColumnPlan }
  | {
      readonly type: 'date-order-set';
      readonly tableKey: string;
      readonly column: number;
      readonly order: DateOrder;
    }
  | {
      readonly type: 'column-kept';
      readonly tableKey: string;
      readonly column: number;
      readonly rivals: readonly number[];
    }
  | {
      readonly type: 'links-confirmed';
      readonly links: readonly { readonly key: string; readonly id: string; readonly name: string }[];
    }
  | { readonly type: 'link-dropped'; readonly key: string }
  /** After the import: what stayed unlinked is tied now, when every record can be searched. */
  | { readonly type: 'links-reopened' }
  | { readonly type: 'step-chosen'; readonly step: Step }
  | { readonly type: 'work-began'; readonly work: Work['type'] }
  | { readonly type: 'resumed'; readonly plan: ImportPlan }
  | { readonly type: 'work-moved'; readonly progress: ImportProgress }
  | { readonly type: 'work-cancelling' }
  | { readonly type: 'previewed'; readonly report: ImportReport }
  | { readonly type: 'applied'; readonly report: ImportReport }
  | { readonly type: 'undone'; readonly report: UndoReport }
  | { readonly type: 'work-failed'; readonly failure: ImportFailure };

export function planOf(state: FlowState): ImportPlan | undefined {
  if (state.source === undefined) return undefined;
  return {
    sourceId: state.source.id,
    sourceName: state.source.name.trim(),
    tables: state.tables.flatMap((table) => table.plan ?? []),
    confirmedLinks: state.confirmedLinks,
  };
}

/** Going back is always possible; forward only as far as nothing is open. */
export function mayGoTo(state: FlowState, step: Step): boolean {
  // While something runs, and once it is done, there is nothing to go back to in this run.
  if (state.work !== undefined || state.outcome?.type === 'done') return false;
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

/** After an edit a report is no longer true, and the steps that stand on it close. */
function edited(state: FlowState): FlowState {
  const late = STEPS.indexOf(state.step) > STEPS.indexOf('columns');
  return {
    ...state,
    report: undefined,
    outcome: undefined,
    failure: undefined,
    step: late ? 'columns' : state.step,
  };
}

function withFile(state: FlowState, key: string, file: FileState): FlowState {
  return {
    ...state,
    files: state.files.map((other) => (other.key === key ? { ...other, state: file } : other)),
  };
}

function addFiles(state: FlowState, files: readonly Pick<FlowFile, 'key' | 'name' | 'size'>[]): FlowState {
  const names = new Set(state.files.map((file) => file.name));
  const added = files.map((file): FlowFile => {
    // Files are told apart by name in reports and rejections: a second one of the same name waits outside.
    const twice = names.has(file.name);
    names.add(file.name);
    return {
      ...file,
      state: twice
        ? { type: 'failed', failure: { type: 'same-name' }, ticket: undefined }
        : { type: 'waiting' },
    };
  });
  return { ...edited(state), step: 'files', files: [...state.files, ...added] };
}

function readFile(state: FlowState, event: Extract<FlowEvent, { type: 'file-read' }>): FlowState {
  const tables = event.tables.map(
    (inspection): FlowTable => ({
      key: `${event.key} ${inspection.part}`,
      fileKey: event.key,
      inspection,
      plan: undefined,
      nounBy: 'guess',
      touched: [],
      missing: [],
      fresh: [],
    }),
  );
  const at = state.tables.findIndex((table) => table.fileKey === event.key);
  const others = state.tables.filter((table) => table.fileKey !== event.key);
  const place = at === -1 ? others.length : at;
  const next = { ...edited(state), tables: others.toSpliced(place, 0, ...tables) };
  return withFile(next, event.key, { type: 'read', ticket: event.ticket });
}

/** A new guess leaves what a person decided, as long as the table is still the same kind of thing. */
function mergeGuess(table: FlowTable, guess: TablePlan): FlowTable {
  const { plan } = table;
  if (plan === undefined || plan.noun !== guess.noun) return { ...table, plan: guess, touched: [] };
  const kept = new Map(
    plan.columns
      .filter((column) => table.touched.includes(column.index))
      .map((column) => [column.index, column]),
  );
  return {
    ...table,
    plan: { ...guess, id: plan.id, columns: guess.columns.map((column) => kept.get(column.index) ?? column) },
  };
}

/** Ids of tables are unique within a source; a guess may give two alike. */
function withUniqueIds(tables: readonly FlowTable[]): readonly FlowTable[] {
  const taken = new Set<string>();
  return tables.map((table) => {
    if (table.plan === undefined) return table;
    let id = table.plan.id;
    for (let n = 2; taken.has(id); n++) id = `${table.plan.id}-${n}`;
    taken.add(id);
    return id === table.plan.id ? table : { ...table, plan: { ...table.plan, id } };
  });
}

function guessed(state: FlowState, event: Extract<FlowEvent, { type: 'guessed' }>): FlowState {
  const tables = state.tables.map((table) => {
    const guess = event.plans[table.key];
    return guess === undefined ? table : mergeGuess(table, guess);
  });
  return { ...edited(state), guessing: false, tables: withUniqueIds(tables) };
}

function forgetSource(table: FlowTable): FlowTable {
  const own = { ...table, missing: [], fresh: [] };
  return table.nounBy === 'source' ? { ...own, nounBy: 'guess', touched: [] } : own;
}

function setSource(state: FlowState, event: Extract<FlowEvent, { type: 'source-set' }>): FlowState {
  const adopted = new Map(event.adopted.map((table) => [table.tableKey, table]));
  const same = state.source?.id === event.source.id;
  const tables = state.tables.map((table): FlowTable => {
    const found = adopted.get(table.key);
    if (found === undefined) return same ? table : forgetSource(table);
    const { plan, missing, fresh } = found;
    const touched = plan.columns.map((column) => column.index).filter((index) => !fresh.includes(index));
    return { ...table, plan, missing, fresh, touched, nounBy: 'source' };
  });
  return {
    ...edited(state),
    source: event.source,
    confirmedLinks: event.links,
    linkNames: {},
    tables: withUniqueIds(tables),
  };
}

function changeColumns(
  state: FlowState,
  tableKeys: (table: FlowTable) => boolean,
  change: (column: ColumnPlan, table: FlowTable) => ColumnPlan,
): FlowState {
  const tables = state.tables.map((table) => {
    if (table.plan === undefined || !tableKeys(table)) return table;
    const touched = new Set(table.touched);
    const columns = table.plan.columns.map((column) => {
      const next = change(column, table);
      if (next === column) return column;
      touched.add(column.index);
      return { ...next, confidence: 1 };
    });
    return { ...table, plan: { ...table.plan, columns }, touched: [...touched] };
  });
  return { ...edited(state), tables };
}

/** One answer counts for every date of the same file that nothing else decides. */
function setDateOrder(state: FlowState, event: Extract<FlowEvent, { type: 'date-order-set' }>): FlowState {
  const file = state.tables.find((table) => table.key === event.tableKey)?.fileKey;
  return changeColumns(
    state,
    (table) => table.fileKey === file,
    (column, table) => {
      const stats = table.inspection.columns[column.index];
      const kind = table.plan === undefined ? undefined : targetKind(table.plan.noun, column);
      const open = stats !== undefined && dateOrderOpen(stats) && (kind === 'date' || kind === 'dateTime');
      const same = table.key === event.tableKey && column.index === event.column;
      if (!same && !(open && !table.touched.includes(column.index))) return column;
      return { ...column, reading: { ...column.reading, dateOrder: event.order } };
    },
  );
}

function keepColumn(state: FlowState, event: Extract<FlowEvent, { type: 'column-kept' }>): FlowState {
  return changeColumns(
    state,
    (table) => table.key === event.tableKey,
    (column): ColumnPlan => {
      if (column.index === event.column) return { ...column };
      if (!event.rivals.includes(column.index)) return column;
      const { link: _, ...rest } = column;
      return { ...rest, target: { type: 'skip' }, reading: {} };
    },
  );
}

function changeLinks(state: FlowState, links: ConfirmedLinks, names: FlowState['linkNames']): FlowState {
  const report = state.report === undefined ? undefined : { ...state.report, stale: true };
  const step = state.step === 'preview' ? 'links' : state.step;
  return { ...state, confirmedLinks: links, linkNames: { ...state.linkNames, ...names }, report, step };
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
    outcome: type === 'undo' ? state.outcome : undefined,
    step: type === 'apply' ? 'apply' : state.step,
  };
}

/** A run that was cut off goes on with the plan that it had. */
function resumed(plan: ImportPlan): FlowState {
  const source: FlowSource = { id: plan.sourceId, name: plan.sourceName, nameBy: 'source', known: true };
  const work: Work = { type: 'apply', progress: undefined, cancelling: false };
  return { ...EMPTY_FLOW, step: 'apply', source, plan, work };
}

/** Where nothing is left to tie, the links need no look. */
function previewed(state: FlowState, report: ImportReport): FlowState {
  if (state.work?.type !== 'preview') return state;
  const open = report.unlinked.length > 0 && state.again === undefined && state.step !== 'links';
  return { ...state, work: undefined, report: { report, stale: false }, step: open ? 'links' : 'preview' };
}

function failed(state: FlowState, failure: ImportFailure): FlowState {
  const during = state.work?.type;
  const next = { ...state, work: undefined };
  if (failure.type !== 'cancelled') return { ...next, failure };
  return during === 'apply' ? { ...next, outcome: { type: 'cancelled' } } : next;
}

/** The tables' plans that a noun chosen by a person calls for come with the next guess; until then the choice shows. */
function setNoun(state: FlowState, tableKey: string, noun: TablePlan['noun']): FlowState {
  const tables = state.tables.map((table): FlowTable => {
    if (table.key !== tableKey || table.plan === undefined) return table;
    return {
      ...table,
      nounBy: 'person',
      touched: [],
      missing: [],
      fresh: [],
      plan: { ...table.plan, noun, columns: noun === 'skip' ? table.plan.columns : [] },
    };
  });
  return { ...edited(state), tables };
}

function removeFile(state: FlowState, key: string): FlowState {
  const next = edited(state);
  const files = next.files.filter((file) => file.key !== key);
  const tables = next.tables.filter((table) => table.fileKey !== key);
  return {
    ...next,
    files,
    tables,
    step: tables.length === 0 ? 'files' : next.step,
    source: files.length === 0 ? undefined : next.source,
  };
}

function withoutKey<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}

export function reduceFlow(state: FlowState, event: FlowEvent): FlowState {
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
    case 'column-kept':
      return keepColumn(state, event);
    case 'links-confirmed': {
      const links = Object.fromEntries(event.links.map((link) => [link.key, link.id]));
      const names = Object.fromEntries(event.links.map((link) => [link.key, link.name]));
      return changeLinks(state, { ...state.confirmedLinks, ...links }, names);
    }
    case 'link-dropped':
      return changeLinks(state, withoutKey(state.confirmedLinks, event.key), {});
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

/** How files and tables of an import come, change and go: read, guessed, filed under a source, taken away. */
import type { TablePlan } from '#shared/model/import-plan.ts';
import type { FlowEvent } from './flow-events.ts';
import { type FileState, type FlowFile, type FlowState, type FlowTable, STEPS } from './flow-state.ts';

/** After an edit a report is no longer true, and the steps that stand on it close. */
export function edited(state: FlowState): FlowState {
  const late = STEPS.indexOf(state.step) > STEPS.indexOf('columns');
  return {
    ...state,
    report: undefined,
    outcome: undefined,
    failure: undefined,
    step: late ? 'columns' : state.step,
  };
}

export function withFile(state: FlowState, key: string, file: FileState): FlowState {
  return {
    ...state,
    files: state.files.map((other) => (other.key === key ? { ...other, state: file } : other)),
  };
}

export function addFiles(
  state: FlowState,
  files: readonly Pick<FlowFile, 'key' | 'name' | 'size'>[],
): FlowState {
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

export function readFile(state: FlowState, event: Extract<FlowEvent, { type: 'file-read' }>): FlowState {
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

export function guessed(state: FlowState, event: Extract<FlowEvent, { type: 'guessed' }>): FlowState {
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

export function setSource(state: FlowState, event: Extract<FlowEvent, { type: 'source-set' }>): FlowState {
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
    makeAccounts: event.makeAccounts ?? state.makeAccounts,
    linkNames: {},
    tables: withUniqueIds(tables),
  };
}

/** The tables' plans that a noun chosen by a person calls for come with the next guess; until then the choice shows. */
export function setNoun(state: FlowState, tableKey: string, noun: TablePlan['noun']): FlowState {
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

export function removeFile(state: FlowState, key: string): FlowState {
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

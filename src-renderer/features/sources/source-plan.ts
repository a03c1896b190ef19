/** Under which source the tables of an import go: a new one with a name, or a known one whose mapping they take over. */
import type { AdoptedTable, FlowEvent } from './flow-events.ts';
import type { FlowSource, FlowState, FlowTable } from './flow-state.ts';
import { adoptTable, type SourceMatch, suggestName } from './match-source.ts';

export function plannedTables(state: FlowState): readonly FlowTable[] {
  return state.tables.filter((table) => table.plan !== undefined);
}

/** Named after the files that bring something, the accounts before the others. */
export function newSource({ files, tables }: FlowState, id: string): FlowSource {
  const weight = (key: string) => {
    const nouns = tables.filter((table) => table.fileKey === key).map((table) => table.plan?.noun ?? 'skip');
    return nouns.includes('account') ? 0 : nouns.some((noun) => noun !== 'skip') ? 1 : 2;
  };
  const read = files.filter((file) => file.state.type === 'read');
  const best = read.filter((file) => weight(file.key) < 2);
  const named = (best.length > 0 ? best : read).toSorted((x, y) => weight(x.key) - weight(y.key));
  return { id, name: suggestName(named.map((file) => file.name)), nameBy: 'guess', known: false };
}

/** Files the tables under a known source; tables that a person has worked on stay as they are. */
export function adoption(state: FlowState, { source, tables: matched }: SourceMatch): FlowEvent {
  const same = state.source?.id === source.id;
  const adopted = plannedTables(state).flatMap((table, i): AdoptedTable[] => {
    const stored = matched.get(i);
    if (stored === undefined || table.plan === undefined || (same && table.nounBy !== 'guess')) return [];
    return [adoptTable(table.key, stored, table.inspection, table.plan)];
  });
  const links = same
    ? { ...source.plan.confirmedLinks, ...state.confirmedLinks }
    : source.plan.confirmedLinks;
  const chosen: FlowSource = { id: source.id, name: source.name, nameBy: 'source', known: true };
  const makeAccounts = (same && state.makeAccounts) || source.plan.makeAccounts === true;
  return { type: 'source-set', source: chosen, links, makeAccounts, adopted };
}

/** What a person decides about columns: each decision is remembered as theirs, and later guesses leave it alone. */
import type { ColumnPlan } from '#shared/model/import-plan.ts';
import type { FlowEvent } from './flow-events.ts';
import { currencyOpen, dateOrderOpen, targetKind } from './flow-problems.ts';
import type { FlowState, FlowTable } from './flow-state.ts';
import { edited } from './flow-tables.ts';

export function changeColumns(
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
export function setDateOrder(
  state: FlowState,
  event: Extract<FlowEvent, { type: 'date-order-set' }>,
): FlowState {
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

/** One answer counts for all amounts that nothing else gives a currency. */
export function setCurrency(
  state: FlowState,
  { currency }: Extract<FlowEvent, { type: 'currency-set' }>,
): FlowState {
  return changeColumns(
    state,
    () => true,
    (column, table) => {
      const stats = table.inspection.columns[column.index];
      const noun = table.plan?.noun ?? 'skip';
      const open = stats !== undefined && stats.filled > 0 && currencyOpen(noun, column, stats);
      return open ? { ...column, reading: { ...column.reading, currency } } : column;
    },
  );
}

export function keepColumn(state: FlowState, event: Extract<FlowEvent, { type: 'column-kept' }>): FlowState {
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

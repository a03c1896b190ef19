/** Saved segments that say to whom a scorecard applies: which of them can, and which accounts belong to each. */
import type { Scorecard, Signals } from '../../model/health.ts';
import {
  ACCOUNT_FIELDS,
  ACCOUNT_ID_COLUMN,
  CUSTOM_COLUMN,
  customColumn,
  FIGURE_IDS,
  figureColumn,
} from '../summary/account-columns.ts';
import type { AccountRow } from '../summary/account-row.ts';
import type { Column, Columns } from '../table/column.ts';
import type { Calendar } from '../table/day-ranges.ts';
import type { Sliced } from '../table/sliced.ts';
import { createTableData, createTableMemory } from '../table/table-data.ts';
import type { Filter } from '../table/view-definition.ts';
import { measureColumns } from './measure-columns.ts';
import { membersOf } from './segment-members.ts';
import type { SegmentRule } from './segment-rule.ts';

/** Columns that a score is behind: a scorecard that asked them would ask itself. */
const OF_HEALTH: ReadonlySet<string> = new Set(['health', 'healthBand', 'healthChange']);

/** Why a segment cannot say to whom a scorecard applies: until it is mended nobody belongs to it. */
export type ScopeTrouble = 'gone' | 'unreadable' | 'asks-health';

export interface KnownSegment {
  readonly id: string;
  /** Undefined where this version cannot read it. */
  readonly rule: SegmentRule | undefined;
}

export function scopeTrouble(segment: Pick<KnownSegment, 'rule'> | undefined): ScopeTrouble | undefined {
  if (segment === undefined) return 'gone';
  if (segment.rule === undefined) return 'unreadable';
  return segment.rule.filters.some(({ column }) => OF_HEALTH.has(column)) ? 'asks-health' : undefined;
}

export interface ScopeSegment {
  readonly id: string;
  readonly rule: SegmentRule;
}

export function usableSegments(known: readonly KnownSegment[]): ScopeSegment[] {
  return known.flatMap(({ id, rule }) =>
    rule === undefined || scopeTrouble({ rule }) !== undefined ? [] : [{ id, rule }],
  );
}

/** Those that a scorecard asks for, in a fixed order. */
export function segmentsInUse(
  cards: readonly Pick<Scorecard, 'scope'>[],
  known: readonly KnownSegment[],
): ScopeSegment[] {
  const asked = new Set(cards.flatMap(({ scope }) => scope.saved ?? []));
  if (asked.size === 0) return [];
  return usableSegments(known.filter(({ id }) => asked.has(id))).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A custom column is read as what the condition asks for: the kind of its values over the whole book is not known here. */
function customFor({ column, op }: Filter): Column<AccountRow> {
  const name = column.slice(CUSTOM_COLUMN.length);
  if (op === 'range') return customColumn(name, 'number');
  return customColumn(name, op === 'yes' || op === 'no' ? 'boolean' : 'text');
}

function columnsFor({ filters }: SegmentRule, fixed: Columns<AccountRow>): Columns<AccountRow> {
  const custom = filters.filter(({ column }) => column.startsWith(CUSTOM_COLUMN));
  if (custom.length === 0) return fixed;
  return new Map([...fixed, ...custom.map((filter) => [filter.column, customFor(filter)] as const)]);
}

export interface ScopeMoment {
  readonly calendar: Calendar;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly signalsOf: (row: AccountRow) => Signals;
}

/**
 * The segments that each account belongs to, by account; who belongs to none is left out. A measure counts here whatever
 * its age: how long data count is said by the scorecard, which is not chosen yet.
 */
export function* segmentsOfAccounts(
  rows: readonly AccountRow[],
  segments: readonly ScopeSegment[],
  { calendar, now, signalsOf }: ScopeMoment,
): Sliced<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  if (segments.length === 0) return found;
  const on = { day: calendar.today, now };
  const all: readonly Column<AccountRow>[] = [
    ...ACCOUNT_FIELDS.map(([, column]) => column),
    ...FIGURE_IDS.filter((id) => !OF_HEALTH.has(id)).map(figureColumn),
    ...measureColumns<AccountRow>({ signalsOf, cardOf: () => undefined, on }),
    ACCOUNT_ID_COLUMN,
  ];
  const fixed: Columns<AccountRow> = new Map(all.map((column) => [column.id, column]));
  // Nothing is sorted here.
  const memory = createTableMemory<AccountRow>((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (const { id, rule } of segments) {
    const table = createTableData(rows, columnsFor(rule, fixed), memory);
    const { indexes } = yield* membersOf(table, rule, calendar);
    for (const index of indexes) {
      const account = rows[index]?.account.id ?? '';
      const list = found.get(account);
      if (list === undefined) found.set(account, [id]);
      else list.push(id);
    }
  }
  return found;
}

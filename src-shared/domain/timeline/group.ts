/**
 * The rows of a timeline, built as its entries are read: month headings, the date once a day, what lies ahead in one
 * line, and noise (usage, settled tickets, old automatic entries) in one line a day or week. No entry is ever lost.
 */
import { addDays, dayNumber } from '../table/days.ts';
import type { TimelineKind } from './kinds.ts';

/** What grouping asks of an entry. */
export interface Groupable {
  readonly kind: TimelineKind;
  /** The calendar day on which the reader places it, 'YYYY-MM-DD'. */
  readonly day: string;
  /** From a source, as against written by a person. */
  readonly automatic: boolean;
  /** Nothing is open about it any more; asked of tickets only. */
  readonly settled: () => boolean;
}

export interface MonthRow {
  readonly type: 'month';
  readonly key: string;
  readonly day: string;
}

export interface EntryRow<E> {
  readonly type: 'entry';
  readonly key: string;
  readonly entry: E;
  readonly day: string;
  /** The first row of its day shows the date. */
  readonly firstOfDay: boolean;
  /** 1 inside an opened group. */
  readonly depth: 0 | 1;
}

export interface GroupRow<E> {
  readonly type: 'group';
  readonly key: string;
  readonly span: 'ahead' | 'day' | 'week';
  /** Newest first; the list grows in place, `count` tells how far this row knows it. */
  readonly members: readonly E[];
  readonly count: number;
  readonly kinds: ReadonlyMap<TimelineKind, number>;
  readonly day: string;
  /** Day of its oldest member. */
  readonly until: string;
  readonly firstOfDay: boolean;
  readonly depth: 0 | 1;
}

export type Row<E> = MonthRow | EntryRow<E> | GroupRow<E>;

export interface GroupRules<E> {
  readonly today: string;
  readonly describe: (entry: E) => Groupable;
  readonly keyOf: (entry: E) => string;
  /** Kinds that the reader asked for: they are no noise, save usage. */
  readonly asked?: ReadonlySet<TimelineKind> | undefined;
  /** False shows every entry by itself. */
  readonly grouped: boolean;
}

export interface RowBuilder<E> {
  /** Entries older than all before, newest first. */
  add(entries: readonly E[]): void;
  /** The rows so far; a new list after each `add`. */
  rows(): readonly Row<E>[];
}

/** Days for which noise is told day by day; before that it is told by week. */
const DAILY = 30;
/** Days for which even a settled ticket stands by itself. */
const FRESH = 7;
/** Days after which what a source logged by itself is noise. */
const OLD = 90;

const AUTOMATIC: ReadonlySet<TimelineKind> = new Set(['update', 'task', 'other']);

function isNoise<E>(facts: Groupable, age: number, rules: GroupRules<E>): boolean {
  const { kind } = facts;
  if (kind === 'usage') return true;
  if (rules.asked?.has(kind) === true) return false;
  if (kind === 'ticket') return age > FRESH && facts.settled();
  return facts.automatic && AUTOMATIC.has(kind) && age > OLD;
}

function mondayOf(day: string): string {
  const number = dayNumber(day);
  // 1970-01-01 was a Thursday.
  return addDays(day, -((((number + 3) % 7) + 7) % 7));
}

/** A group that is still open for members, and where its row stands. */
interface Open<E> {
  readonly index: number;
  readonly members: E[];
  readonly kinds: Map<TimelineKind, number>;
}

interface Place {
  readonly key: string;
  readonly span: GroupRow<unknown>['span'];
}

function placeOf<E>(facts: Groupable, todayNumber: number, rules: GroupRules<E>): Place | undefined {
  if (!rules.grouped) return undefined;
  const age = todayNumber - dayNumber(facts.day);
  if (age < 0) return { key: 'ahead', span: 'ahead' };
  if (!isNoise(facts, age, rules)) return undefined;
  return age <= DAILY
    ? { key: `day:${facts.day}`, span: 'day' }
    : { key: `week:${mondayOf(facts.day)}`, span: 'week' };
}

export function createRowBuilder<E>(rules: GroupRules<E>, depth: 0 | 1 = 0): RowBuilder<E> {
  const rows: Row<E>[] = [];
  const open = new Map<string, Open<E>>();
  const todayNumber = dayNumber(rules.today);
  let lastDay = '';
  let lastMonth = '';

  /** True when the day is a new one; a heading comes before each month that is not ahead. */
  function beginDay(day: string, key: string, ahead: boolean): boolean {
    if (day === lastDay) return false;
    lastDay = day;
    const month = day.slice(0, 7);
    if (depth === 0 && !ahead && month !== lastMonth) {
      lastMonth = month;
      rows.push({ type: 'month', key: `month:${key}`, day });
    }
    return true;
  }

  function startGroup(place: Place, entry: E, facts: Groupable): void {
    const { day, kind } = facts;
    const firstOfDay = beginDay(day, rules.keyOf(entry), place.span === 'ahead');
    const members = [entry];
    const kinds = new Map([[kind, 1]]);
    open.set(place.key, { index: rows.length, members, kinds });
    // One thing alone needs no group around it; usage always gets its sum.
    if (kind !== 'usage' && place.span !== 'ahead') {
      rows.push({ type: 'entry', key: rules.keyOf(entry), entry, day, firstOfDay, depth });
    } else {
      rows.push({ ...place, type: 'group', members, count: 1, kinds, day, until: day, firstOfDay, depth });
    }
  }

  function joinGroup(group: Open<E>, place: Place, entry: E, facts: Groupable): void {
    group.members.push(entry);
    group.kinds.set(facts.kind, (group.kinds.get(facts.kind) ?? 0) + 1);
    const before = rows[group.index];
    if (before === undefined || before.type === 'month') return;
    const { day, firstOfDay } = before;
    rows[group.index] = {
      ...place,
      type: 'group',
      members: group.members,
      count: group.members.length,
      kinds: group.kinds,
      day,
      until: facts.day,
      firstOfDay,
      depth,
    };
  }

  function addOne(entry: E): void {
    const facts = rules.describe(entry);
    const place = placeOf(facts, todayNumber, rules);
    if (place === undefined) {
      const key = rules.keyOf(entry);
      const ahead = dayNumber(facts.day) > todayNumber;
      const firstOfDay = beginDay(facts.day, key, ahead);
      rows.push({ type: 'entry', key, entry, day: facts.day, firstOfDay, depth });
      return;
    }
    const group = open.get(place.key);
    if (group === undefined) startGroup(place, entry, facts);
    else joinGroup(group, place, entry, facts);
  }

  return { add: (entries) => entries.forEach(addOne), rows: () => [...rows] };
}

/** A group of nothing but usage opens to its sums; any other opens to its members as rows. */
export function opensToRows<E>(group: GroupRow<E>): boolean {
  return group.span === 'ahead' || group.kinds.size > 1 || !group.kinds.has('usage');
}

/** The members of an opened group as rows of their own: usage stays one line, under its sum. */
export function rowsOfGroup<E>(group: GroupRow<E>, rules: GroupRules<E>): readonly Row<E>[] {
  const rows: Row<E>[] = [];
  const usage: E[] = [];
  let usageAt = -1;
  let lastDay = '';
  for (const entry of group.members.slice(0, group.count)) {
    const { kind, day } = rules.describe(entry);
    const key = rules.keyOf(entry);
    if (kind === 'usage' && group.span !== 'ahead') {
      if (usage.length === 0) {
        usageAt = rows.length;
        // Its real row follows once all of it is known.
        rows.push({ type: 'entry', key, entry, day, firstOfDay: day !== lastDay, depth: 1 });
      }
      usage.push(entry);
      if (usage.length > 1) continue;
    } else {
      rows.push({ type: 'entry', key, entry, day, firstOfDay: day !== lastDay, depth: 1 });
    }
    lastDay = day;
  }
  const first = rows[usageAt];
  if (first !== undefined && first.type === 'entry') {
    const oldest = usage.at(-1);
    rows[usageAt] = {
      type: 'group',
      key: `${group.key}:usage`,
      span: group.span,
      members: usage,
      count: usage.length,
      kinds: new Map([['usage', usage.length]]),
      day: first.day,
      until: oldest === undefined ? first.day : rules.describe(oldest).day,
      firstOfDay: first.firstOfDay,
      depth: 1,
    };
  }
  return rows;
}

/** The rows with those of the opened groups after them. */
export function withOpened<E>(
  rows: readonly Row<E>[],
  open: ReadonlySet<string>,
  rules: GroupRules<E>,
): readonly Row<E>[] {
  if (open.size === 0) return rows;
  const shown: Row<E>[] = [];
  for (const row of rows) {
    shown.push(row);
    if (row.type !== 'group' || !open.has(row.key) || !opensToRows(row)) continue;
    for (const inner of rowsOfGroup(row, rules)) shown.push(inner);
  }
  return shown;
}

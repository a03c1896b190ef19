/**
 * A page: 50 to 200 history events of one account, one lane and one table, packed by column in one database record.
 * Measured: pages write about eleven times as many events a second as one record each, and take less disk.
 */

import type { FieldValue } from '#shared/model/field.ts';
import { HISTORY_NOUNS, type HistoryNoun } from '#shared/model/nouns.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import { cellAt, type PackedColumn, packColumn } from './pack-column.ts';

/** Events per page when a page is full. */
export const PAGE_EVENTS = 128;
/** Events whose account nobody found wait under this account id. */
export const UNLINKED_ACCOUNT = '~unlinked';

export interface EventPage {
  /** Number of the page, unique in the database. */
  page: number;
  account: string;
  /** Index into HISTORY_NOUNS. */
  lane: number;
  /** Minus the newest time: the newest page comes first in ascending key order. */
  order: number;
  /** Oldest time in the page, milliseconds since 1970 UTC. */
  oldest: number;
  count: number;
  /** Scope of the digests that the events belong to (source and table). */
  scope: string;
  /** Numbers of the jobs that put events here. */
  jobs: number[];
  /** Milliseconds since 1970 UTC, newest first; whole seconds are kept as seconds (`s`). */
  at: { readonly s: 0 | 1; readonly v: Float64Array | Uint32Array };
  keyHi: Uint32Array;
  keyLo: Uint32Array;
  names: readonly string[];
  /** 1 where the name is a custom field. */
  custom: Uint8Array;
  columns: readonly PackedColumn[];
}

/** Account, minus the newest time, lane, page number: an account's newest page comes first. */
export type PageKey = [account: string, order: number, lane: number, page: number];

/** Finds a page by its number; it lies beside the page. */
export interface HeadRow {
  page: number;
  account: string;
  lane: number;
  order: number;
  jobs: number[];
}

export interface PageColumn {
  readonly name: string;
  readonly custom: boolean;
}

/** One event on its way into a page: `cells[i]` belongs to column i, undefined = blank. */
export interface PageEvent {
  at: number;
  keyHi: number;
  keyLo: number;
  cells: readonly unknown[];
}

/** Events on their way into pages, by place. */
export interface RowSource {
  /** Milliseconds since 1970 UTC. */
  readonly at: ArrayLike<number>;
  keyHi(place: number): number;
  keyLo(place: number): number;
  /** One column of the events at `order`, packed. */
  column(column: number, order: Uint32Array): PackedColumn;
}

/** Sorts the places in place, newest first; files mostly come in one order of time or the other, and then nothing is sorted. */
export function newestFirst(at: ArrayLike<number>, order: Uint32Array): Uint32Array {
  let rising = true;
  let falling = true;
  for (let i = 1; i < order.length; i++) {
    const step = (at[order[i] as number] as number) - (at[order[i - 1] as number] as number);
    if (step < 0) rising = false;
    else if (step > 0) falling = false;
  }
  if (falling) return order;
  if (rising) return order.reverse();
  return order.sort((a, b) => (at[b] as number) - (at[a] as number) || a - b);
}

export function laneOf(noun: HistoryNoun): number {
  return HISTORY_NOUNS.indexOf(noun);
}

function packTimes(at: ArrayLike<number>, order: Uint32Array): EventPage['at'] {
  let whole = true;
  for (let i = 0; i < order.length; i++) {
    const time = at[order[i] as number] as number;
    if (time % 1000 !== 0 || time < 0 || time >= 4_294_967_296_000) {
      whole = false;
      break;
    }
  }
  const v = whole ? new Uint32Array(order.length) : new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const time = at[order[i] as number] as number;
    v[i] = whole ? time / 1000 : time;
  }
  return { s: whole ? 1 : 0, v };
}

export interface PageHead {
  page: number;
  account: string;
  noun: HistoryNoun;
  scope: string;
  columns: readonly PageColumn[];
  /** Numbers of the jobs whose events these are. */
  jobs: readonly number[];
}

/** Packs the events at `order` (newest first, at least one) into one page. */
export function packRows(head: PageHead, rows: RowSource, order: Uint32Array): EventPage {
  const keyHi = new Uint32Array(order.length);
  const keyLo = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    keyHi[i] = rows.keyHi(order[i] as number);
    keyLo[i] = rows.keyLo(order[i] as number);
  }
  return {
    page: head.page,
    account: head.account,
    lane: laneOf(head.noun),
    order: -(rows.at[order[0] ?? 0] ?? 0),
    oldest: rows.at[order[order.length - 1] ?? 0] ?? 0,
    count: order.length,
    scope: head.scope,
    jobs: [...head.jobs],
    at: packTimes(rows.at, order),
    keyHi,
    keyLo,
    names: head.columns.map((column) => column.name),
    custom: Uint8Array.from(head.columns, (column) => (column.custom ? 1 : 0)),
    columns: head.columns.map((_, column) => rows.column(column, order)),
  };
}

/** Packs events (any order, at least one) into one page, newest first. */
export function packPage(head: PageHead, events: readonly PageEvent[]): EventPage {
  const at = events.map((event) => event.at);
  const rows: RowSource = {
    at,
    keyHi: (place) => events[place]?.keyHi ?? 0,
    keyLo: (place) => events[place]?.keyLo ?? 0,
    column: (column, order) =>
      packColumn(
        Array.from(order, (place) => events[place]?.cells[column]),
        column,
        undefined,
      ),
  };
  return packRows(head, rows, newestFirst(at, Uint32Array.from(events.keys())));
}

export function pageTime(page: EventPage, row: number): number {
  const value = page.at.v[row] ?? 0;
  return page.at.s === 1 ? value * 1000 : value;
}

/** The page's events as they went in, in the page's order. */
export function unpackEvents(page: EventPage): PageEvent[] {
  const events: PageEvent[] = [];
  for (let row = 0; row < page.count; row++) {
    events.push({
      at: pageTime(page, row),
      keyHi: page.keyHi[row] ?? 0,
      keyLo: page.keyLo[row] ?? 0,
      cells: page.columns.map((column) => cellAt(column, row)),
    });
  }
  return events;
}

export function pageColumns(page: EventPage): PageColumn[] {
  return page.names.map((name, i) => ({ name, custom: page.custom[i] === 1 }));
}

/** One event as screens and rules see it. */
export function readEvent(page: EventPage, row: number): HistoryEvent {
  const values: Record<string, FieldValue> = {};
  const custom: [string, string | number | boolean][] = [];
  for (let i = 0; i < page.columns.length; i++) {
    const column = page.columns[i];
    const name = page.names[i];
    if (column === undefined || name === undefined) continue;
    const value = cellAt(column, row);
    if (value === undefined) continue;
    if (page.custom[i] === 1) custom.push([name, value as string | number | boolean]);
    else values[name] = value as FieldValue;
  }
  return {
    noun: HISTORY_NOUNS[page.lane] ?? 'activity',
    accountId: page.account,
    at: pageTime(page, row),
    keyHi: page.keyHi[row] ?? 0,
    keyLo: page.keyLo[row] ?? 0,
    values,
    // fromEntries defines own properties: a column called __proto__ is a column like any other.
    custom: Object.fromEntries(custom),
  };
}

/**
 * A page: 50 to 200 history events of one account, one lane and one table, packed by column in one database record.
 * Measured: pages write about eleven times as many events a second as one record each, and take less disk.
 */
import type { FieldValue } from '#shared/model/field.ts';
import { HISTORY_NOUNS, type HistoryNoun } from '#shared/model/nouns.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';

/** Events per page when a page is full. */
export const PAGE_EVENTS = 128;
/** Events whose account nobody found wait under this account id. */
export const UNLINKED_ACCOUNT = '~unlinked';

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

export type PackedColumn =
  /** Numbers; `m` marks missing ones with 1. */
  | { readonly t: 'n'; readonly v: Numbers; readonly m?: Uint8Array }
  /** Booleans: 0 false, 1 true, 2 missing. */
  | { readonly t: 'b'; readonly v: Uint8Array }
  /** Few different texts: index + 1 into `d`, 0 = missing. */
  | { readonly t: 'd'; readonly d: readonly string[]; readonly v: Uint8Array | Uint16Array }
  /**
   * Many different texts, '' = missing (an empty text is never stored); `h` and `e` are what all others begin and end
   * with (addresses and ids mostly share a head and a tail), left off each of them.
   */
  | { readonly t: 's'; readonly v: readonly string[]; readonly h: string; readonly e: string }
  /** The same as one text, joined by U+001F: written and read in one piece. */
  | { readonly t: 'j'; readonly v: string; readonly h: string; readonly e: string }
  /** Anything else (money, tags); undefined = missing. */
  | { readonly t: 'o'; readonly v: readonly unknown[] };

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

/** Account, minus the newest time, page number: an account's newest page comes first. */
export type PageKey = [account: string, order: number, page: number];

/** What is looked up by; it lies beside the page. */
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

/**
 * Many events in flat arrays, `cells` row after row: a million events wait for their pages in a tenth of the objects
 * that one object an event takes.
 */
export interface EventBatch {
  readonly width: number;
  readonly at: number[];
  readonly keyHi: number[];
  readonly keyLo: number[];
  readonly cells: unknown[];
}

export function newBatch(width: number): EventBatch {
  return { width, at: [], keyHi: [], keyLo: [], cells: [] };
}

export function addToBatch(batch: EventBatch, event: PageEvent): void {
  batch.at.push(event.at);
  batch.keyHi.push(event.keyHi);
  batch.keyLo.push(event.keyLo);
  for (let i = 0; i < batch.width; i++) batch.cells.push(event.cells[i]);
}

/** Places in the batch, newest first; files mostly come in one order of time or the other, and then nothing is sorted. */
export function newestFirst(batch: EventBatch): Uint32Array {
  const { at } = batch;
  const order = new Uint32Array(at.length);
  let rising = true;
  let falling = true;
  for (let i = 1; i < at.length; i++) {
    const step = (at[i] as number) - (at[i - 1] as number);
    if (step < 0) rising = false;
    else if (step > 0) falling = false;
  }
  const last = at.length - 1;
  for (let i = 0; i <= last; i++) order[i] = falling ? i : rising ? last - i : i;
  return rising || falling ? order : order.sort((a, b) => (at[b] as number) - (at[a] as number) || a - b);
}

export function laneOf(noun: HistoryNoun): number {
  return HISTORY_NOUNS.indexOf(noun);
}

function packTimes({ at }: EventBatch, order: Uint32Array): EventPage['at'] {
  let whole = true;
  for (const place of order) {
    const time = at[place] as number;
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

function numbersFor(min: number, max: number, integers: boolean, length: number): Numbers {
  if (!integers || min < -2_147_483_648 || max > 4_294_967_295 || (min < 0 && max > 2_147_483_647)) {
    return new Float64Array(length);
  }
  if (min < 0) return new Int32Array(length);
  if (max <= 255) return new Uint8Array(length);
  return max <= 65_535 ? new Uint16Array(length) : new Uint32Array(length);
}

/** One column of the events of a page, in the page's order. */
type Cells = readonly unknown[];

function packNumbers(cells: Cells): PackedColumn | undefined {
  let min = 0;
  let max = 0;
  let integers = true;
  let missing = 0;
  for (const value of cells) {
    if (value === undefined) {
      missing++;
      continue;
    }
    if (typeof value !== 'number') return undefined;
    if (value < min) min = value;
    if (value > max) max = value;
    if (integers && (!Number.isInteger(value) || Object.is(value, -0))) integers = false;
  }
  const v = numbersFor(min, max, integers, cells.length);
  const m = missing > 0 ? new Uint8Array(cells.length) : undefined;
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (typeof value === 'number') v[i] = value;
    else if (m !== undefined) m[i] = 1;
  }
  return m === undefined ? { t: 'n', v } : { t: 'n', v, m };
}

function packTexts(cells: Cells): PackedColumn | undefined {
  const places = new Map<string, number>();
  const limit = cells.length >> 1;
  const v = new Uint16Array(cells.length);
  let lastText = '';
  let lastPlace = 0;
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (value === undefined) continue;
    if (typeof value !== 'string') return undefined;
    if (value !== lastText) {
      let place = places.get(value);
      if (place === undefined) {
        if (places.size >= limit) return packPlainTexts(cells);
        place = places.size + 1;
        places.set(value, place);
      }
      lastText = value;
      lastPlace = place;
    }
    v[i] = lastPlace;
  }
  return { t: 'd', d: [...places.keys()], v: places.size <= 255 ? Uint8Array.from(v) : v };
}

/** The longest head (or, `fromEnd`, tail) that all texts share. */
function shared(texts: readonly string[], fromEnd: boolean): string {
  let common: string | undefined;
  for (const text of texts) {
    if (text === '') continue;
    if (common === undefined) common = text;
    while (!(fromEnd ? text.endsWith(common) : text.startsWith(common))) {
      const step: number = common.length > 16 ? common.length >> 1 : common.length - 1;
      common = fromEnd ? common.slice(common.length - step) : common.slice(0, step);
    }
    if (common === '') return '';
  }
  return common ?? '';
}

function packPlainTexts(cells: Cells): PackedColumn | undefined {
  const v: string[] = [];
  let shortest = Number.POSITIVE_INFINITY;
  for (const value of cells) {
    if (value === undefined) v.push('');
    else if (typeof value === 'string') {
      v.push(value);
      if (value.length < shortest) shortest = value.length;
    } else return undefined;
  }
  const h = shared(v, false);
  const e = shared(v, true);
  const off = h.length + e.length;
  // A text that is all head and tail would look like a missing one: then nothing is left off.
  if (off === 0 || shortest <= off) return joined(v, '', '');
  return joined(
    v.map((text) => text.slice(h.length, text.length - e.length)),
    h,
    e,
  );
}

const JOINT = '\u001f';

function joined(texts: readonly string[], h: string, e: string): PackedColumn {
  const v = texts.join(JOINT);
  // A text that holds the joint itself would come apart: such a column stays a list.
  let joints = 0;
  for (let at = v.indexOf(JOINT); at !== -1; at = v.indexOf(JOINT, at + 1)) joints++;
  return joints === texts.length - 1 ? { t: 'j', v, h, e } : { t: 's', v: texts, h, e };
}

const split = new WeakMap<PackedColumn, readonly string[]>();

function textsOf(column: Extract<PackedColumn, { t: 's' | 'j' }>): readonly string[] {
  if (column.t === 's') return column.v;
  let texts = split.get(column);
  if (texts === undefined) {
    texts = column.v.split(JOINT);
    split.set(column, texts);
  }
  return texts;
}

function packBooleans(cells: Cells): PackedColumn | undefined {
  const v = new Uint8Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i];
    if (value !== undefined && typeof value !== 'boolean') return undefined;
    v[i] = value === undefined ? 2 : value ? 1 : 0;
  }
  return { t: 'b', v };
}

/** How often in a row a text column had to be kept plain; after a few times the dictionary is not even tried. */
const PLAIN_AFTER = 3;
const TRY_AGAIN = 64;

function packColumn(cells: Cells, column: number, plain: number[] | undefined): PackedColumn {
  const first = cells.find((value) => value !== undefined);
  const anything: PackedColumn = { t: 'o', v: cells };
  switch (typeof first) {
    case 'number':
      return packNumbers(cells) ?? anything;
    case 'boolean':
      return packBooleans(cells) ?? anything;
    case 'object':
      return anything;
    default: {
      const streak = plain?.[column] ?? 0;
      const skip = streak >= PLAIN_AFTER && streak % TRY_AGAIN !== 0;
      const packed = skip ? packPlainTexts(cells) : packTexts(cells);
      if (plain !== undefined) plain[column] = packed?.t === 's' || packed?.t === 'j' ? streak + 1 : 0;
      return packed ?? anything;
    }
  }
}

export interface PageHead {
  page: number;
  account: string;
  noun: HistoryNoun;
  scope: string;
  columns: readonly PageColumn[];
  /** Numbers of the jobs whose events these are. */
  jobs: readonly number[];
  /** Per column, kept by the caller over many pages of one table: how often texts did not repeat. */
  plain?: number[];
}

/** Packs the events at `order` (places in the batch, newest first, at least one) into one page. */
export function packBatch(head: PageHead, batch: EventBatch, order: Uint32Array): EventPage {
  const keyHi = new Uint32Array(order.length);
  const keyLo = new Uint32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    keyHi[i] = batch.keyHi[order[i] as number] as number;
    keyLo[i] = batch.keyLo[order[i] as number] as number;
  }
  const at = packTimes(batch, order);
  const columns = head.columns.map((_, column) => {
    const cells: unknown[] = [];
    for (const place of order) cells.push(batch.cells[place * batch.width + column]);
    return packColumn(cells, column, head.plain);
  });
  return {
    page: head.page,
    account: head.account,
    lane: laneOf(head.noun),
    order: -(batch.at[order[0] ?? 0] ?? 0),
    oldest: batch.at[order[order.length - 1] ?? 0] ?? 0,
    count: order.length,
    scope: head.scope,
    jobs: [...head.jobs],
    at,
    keyHi,
    keyLo,
    names: head.columns.map((column) => column.name),
    custom: Uint8Array.from(head.columns, (column) => (column.custom ? 1 : 0)),
    columns,
  };
}

/** Packs events (any order, at least one) into one page, newest first. */
export function packPage(head: PageHead, events: readonly PageEvent[]): EventPage {
  const batch = newBatch(head.columns.length);
  for (const event of events) addToBatch(batch, event);
  return packBatch(head, batch, newestFirst(batch));
}

function cell(column: PackedColumn, row: number): unknown {
  switch (column.t) {
    case 'n':
      return column.m?.[row] === 1 ? undefined : column.v[row];
    case 'b': {
      const value = column.v[row];
      return value === 2 ? undefined : value === 1;
    }
    case 'd': {
      const place = column.v[row] ?? 0;
      return place === 0 ? undefined : column.d[place - 1];
    }
    case 's':
    case 'j': {
      const body = textsOf(column)[row];
      return body === '' || body === undefined ? undefined : column.h + body + column.e;
    }
    case 'o':
      return column.v[row];
  }
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
      cells: page.columns.map((column) => cell(column, row)),
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
    const value = cell(column, row);
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

/** Rows of a file that differ from what is stored: put in place of their old events, page by page. */

import { sameValue } from '#shared/base/same-value.ts';
import { deltaAdd, deltaRemove, type SummaryDelta } from '#shared/domain/summary/account-summary.ts';
import type { HistoryNoun } from '#shared/model/nouns.ts';
import type { UndoEvent } from '#shared/model/stored.ts';
import type { DigestIndex } from '../digest-index.ts';
import {
  type EventPage,
  type PageColumn,
  type PageEvent,
  packPage,
  pageColumns,
  pageTime,
  readEvent,
  unpackEvents,
} from '../event-page.ts';
import { cellAt, type PackedColumn, packColumn } from '../pack-column.ts';
import { type FactColumns, factColumns, factsOf } from './event-facts.ts';

/** Pages that are read and written together. */
const PAGES_TOGETHER = 200;

export interface ChangedRow {
  /** Place in the digest index. */
  readonly digest: number;
  readonly oldPage: number;
  readonly account: string;
  readonly event: PageEvent;
  /** The digest entry before: content hash lanes, page and job number. */
  readonly before: readonly [number, number, number, number];
}

export interface Rewriting {
  readonly noun: HistoryNoun;
  readonly scope: string;
  readonly jobNumber: number;
  readonly columns: readonly PageColumn[];
  readonly facts: FactColumns;
  readonly index: DigestIndex;
  readPages(pages: readonly number[]): Promise<(EventPage | undefined)[]>;
  delta(account: string): SummaryDelta;
  /** The row belongs to another account now, or its page is gone or has other columns: it waits for a new page. */
  move(row: ChangedRow): void;
}

export interface Rewritten {
  readonly put: EventPage[];
  readonly remove: EventPage[];
  readonly undo: UndoEvent[];
}

function rowOf(page: EventPage, { event }: ChangedRow): number {
  for (let i = 0; i < page.count; i++)
    if (page.keyHi[i] === event.keyHi && page.keyLo[i] === event.keyLo) return i;
  return -1;
}

interface Found {
  readonly row: ChangedRow;
  readonly place: number;
}

/** The rows' places, when all of them stay in this page at their times: then only columns that differ are packed again. */
function inPlace(work: Rewriting, page: EventPage, rows: readonly ChangedRow[]): Found[] | undefined {
  if (!sameColumns(work, page)) return undefined;
  const found: Found[] = [];
  for (const row of rows) {
    const place = rowOf(page, row);
    if (place === -1 || row.account !== page.account || row.event.at !== pageTime(page, place))
      return undefined;
    found.push({ row, place });
  }
  return found;
}

function patchColumn(
  column: PackedColumn,
  index: number,
  page: EventPage,
  found: readonly Found[],
): PackedColumn {
  const differs = found.some(({ row, place }) => {
    const before = cellAt(column, place);
    const now = row.event.cells[index];
    return before !== now && !sameValue(before, now);
  });
  if (!differs) return column;
  const cells = Array.from({ length: page.count }, (_, place) => cellAt(column, place));
  for (const { row, place } of found) cells[place] = row.event.cells[index];
  return packColumn(cells, index, undefined);
}

function patchPage(work: Rewriting, page: EventPage, found: readonly Found[], into: Rewritten): void {
  const { noun, facts } = work;
  const delta = work.delta(page.account);
  const places = Object.values(facts.place);
  const old: unknown[] = [];
  for (const { row, place } of found) {
    for (const each of places) {
      const column = page.columns[each];
      old[each] = column === undefined ? undefined : cellAt(column, place);
    }
    deltaRemove(delta, factsOf(facts, row.event.at, old));
    deltaAdd(delta, factsOf(facts, row.event.at, row.event.cells));
    into.undo.push({ noun, accountId: page.account, event: readEvent(page, place), entry: row.before });
    work.index.place(row.digest, page.page);
  }
  const jobs = [...new Set([...page.jobs, work.jobNumber])];
  const columns = page.columns.map((column, index) => patchColumn(column, index, page, found));
  // Its key is what it was: written over, it need not be taken away.
  into.put.push({ ...page, jobs, columns });
}

function sameColumns({ columns }: Rewriting, page: EventPage): boolean {
  const own = pageColumns(page);
  return (
    own.length === columns.length &&
    own.every((column, i) => column.name === columns[i]?.name && column.custom === columns[i]?.custom)
  );
}

function rewritePage(work: Rewriting, page: EventPage, rows: readonly ChangedRow[], into: Rewritten): void {
  const { noun } = work;
  const found = inPlace(work, page, rows);
  if (found !== undefined) {
    patchPage(work, page, found, into);
    return;
  }
  const same = sameColumns(work, page);
  const oldFacts = factColumns(noun, pageColumns(page));
  const events: (PageEvent | undefined)[] = unpackEvents(page);
  const delta = work.delta(page.account);
  for (const row of rows) {
    const place = rowOf(page, row);
    const old = events[place];
    if (old === undefined) {
      work.move(row);
      continue;
    }
    deltaRemove(delta, factsOf(oldFacts, old.at, old.cells));
    into.undo.push({ noun, accountId: page.account, event: readEvent(page, place), entry: row.before });
    if (row.account === page.account && same) {
      events[place] = row.event;
      work.index.place(row.digest, page.page);
      deltaAdd(delta, factsOf(work.facts, row.event.at, row.event.cells));
    } else {
      events[place] = undefined;
      work.move(row);
    }
  }
  into.remove.push(page);
  const left = events.flatMap((event) => event ?? []);
  if (left.length === 0) return;
  const jobs = [...new Set([...page.jobs, work.jobNumber])];
  const head = {
    page: page.page,
    account: page.account,
    noun,
    scope: work.scope,
    columns: pageColumns(page),
  };
  into.put.push(packPage({ ...head, jobs }, left));
}

/** Each page is rewritten once for all its changed rows. */
export async function* rewritePages(
  work: Rewriting,
  changed: readonly ChangedRow[],
): AsyncGenerator<Rewritten> {
  const byPage = new Map<number, ChangedRow[]>();
  for (const row of changed) {
    const list = byPage.get(row.oldPage);
    if (list === undefined) byPage.set(row.oldPage, [row]);
    else list.push(row);
  }
  const numbers = [...byPage.keys()].sort((a, b) => a - b);
  for (let from = 0; from < numbers.length; from += PAGES_TOGETHER) {
    const slice = numbers.slice(from, from + PAGES_TOGETHER);
    const pages = await work.readPages(slice);
    const into: Rewritten = { put: [], remove: [], undo: [] };
    slice.forEach((number, i) => {
      const rows = byPage.get(number) ?? [];
      const page = pages[i];
      if (page === undefined) for (const row of rows) work.move(row);
      else rewritePage(work, page, rows, into);
    });
    yield into;
  }
}

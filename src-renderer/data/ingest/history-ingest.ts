/**
 * Takes the rows of one history table: finds what is new, changed or unchanged by digest, gathers new events per account
 * and hands them over as commits of packed pages. Memory is bounded by the flush size, whatever the file's size.
 */

import { feed, finish, type HashLanes, newLanes, resetLanes } from '#shared/base/hash.ts';
import {
  deltaAdd,
  deltaRemove,
  emptyDelta,
  type SummaryDelta,
} from '#shared/domain/summary/account-summary.ts';
import { BAD } from '#shared/import/read-value.ts';
import type { HistoryNoun } from '#shared/model/nouns.ts';
import type { UndoEvent } from '#shared/model/stored.ts';
import type { DigestChunk, DigestIndex } from '../digest-index.ts';
import {
  addToBatch,
  type EventBatch,
  type EventPage,
  newBatch,
  newestFirst,
  PAGE_EVENTS,
  type PageColumn,
  type PageEvent,
  type PageHead,
  packBatch,
  packPage,
  pageColumns,
  readEvent,
  UNLINKED_ACCOUNT,
  unpackEvents,
} from '../event-page.ts';
import { type FactColumns, factColumns, factsOf } from './event-facts.ts';
import { createInterner, type Intern } from './interner.ts';
import { createRowHash, joinCells } from './row-hash.ts';
import { type CellProblem, type RowMapper, rejectReasonOf } from './row-mapper.ts';

export type RowOutcome = 'added' | 'changed' | 'unchanged';

export interface RowResult {
  readonly outcome: RowOutcome;
  readonly unlinked: boolean;
}

/** Answers are made once: a million rows need no million objects to say the same. */
function results(unlinked: boolean): Readonly<Record<RowOutcome, RowResult>> {
  return {
    added: { outcome: 'added', unlinked },
    changed: { outcome: 'changed', unlinked },
    unchanged: { outcome: 'unchanged', unlinked },
  };
}

const LINKED = results(false);
const UNLINKED = results(true);
/** Events per transaction: a few megabytes, so that neither side holds more than that on the way. */
const COMMIT_EVENTS = 16_000;
const SUMMARIES_TOGETHER = 250;
/** So many changed rows wait before their pages are rewritten. */
const MANY_CHANGED = 20_000;

/** What one transaction writes for history. */
export interface HistoryCommit {
  readonly putPages: readonly EventPage[];
  /** As they were read: their old keys go. */
  readonly removePages: readonly EventPage[];
  readonly digests: readonly DigestChunk[];
  /** True: the chunks replace all of the scope's. */
  readonly digestsReplace: boolean;
  readonly scope: string;
  readonly deltas: readonly SummaryDelta[];
  readonly undoEvents: readonly UndoEvent[];
}

export interface HistoryStore {
  readPages(pages: readonly number[]): Promise<(EventPage | undefined)[]>;
  nextPage(): number;
}

interface ChangedRow {
  readonly oldPage: number;
  readonly account: string;
  readonly event: PageEvent;
  readonly before: readonly [number, number, number, number];
}

/** Where a page of this job lies in time: what settling needs to know afterwards. */
export interface PageSpan {
  readonly page: number;
  readonly newest: number;
  readonly oldest: number;
  readonly count: number;
}

export interface HistoryIngestInput {
  readonly noun: HistoryNoun;
  readonly scope: string;
  readonly mapper: RowMapper;
  readonly index: DigestIndex;
  readonly store: HistoryStore;
  readonly jobNumber: number;
  /** Resolves a row to its account id, or undefined. */
  readonly accountFor: (row: readonly string[]) => string | undefined;
  /** Only count: nothing is gathered. */
  readonly dryRun: boolean;
}

export class HistoryIngest {
  readonly #in: HistoryIngestInput;
  readonly #columns: readonly PageColumn[];
  readonly #facts: FactColumns;
  readonly #atPlace: number;
  readonly #hash = createRowHash();
  /** Per mapped column, for texts. */
  readonly #intern: readonly Intern[];
  readonly #content: HashLanes = newLanes();
  readonly #key: HashLanes = newLanes();
  readonly #plain: number[] = [];
  /** The row being read: its cells in the columns' order, and its time. */
  readonly #cells: unknown[];
  #at = 0;
  /** Hash of the row's cells alone; its content hash also has the account that it was tied to. */
  #rowHi = 0;
  #rowLo = 0;
  readonly #accountHash = new Map<string, readonly [number, number]>();
  #buffers = new Map<string, EventBatch>();
  #changed: ChangedRow[] = [];
  #buffered = 0;
  #deltas = new Map<string, SummaryDelta>();
  /** Pages made by this run per account. */
  readonly spans = new Map<string, PageSpan[]>();

  constructor(input: HistoryIngestInput) {
    this.#in = input;
    this.#columns = [
      ...input.mapper.columns
        .filter((column) => column.custom || column.name !== 'at')
        .map(({ name, custom }) => ({ name, custom })),
      ...input.mapper.links
        .filter((link) => link.field !== 'account')
        .map((link) => ({ name: link.field, custom: false })),
    ];
    this.#facts = factColumns(input.noun, this.#columns);
    this.#cells = new Array(this.#columns.length).fill(undefined);
    this.#intern = input.mapper.columns.map(() => createInterner());
    this.#atPlace = input.mapper.columns.findIndex((column) => !column.custom && column.name === 'at');
  }

  get manyChanged(): boolean {
    return this.#changed.length > MANY_CHANGED;
  }

  /** New rows waiting to be packed. */
  get buffered(): number {
    return this.#buffered;
  }

  /** Takes one row; a problem means that the row is rejected. `unlinked` tells that it waits without an account. */
  addRow(row: readonly string[]): RowResult | CellProblem {
    const account = this.#in.accountFor(row);
    const results = account === undefined ? UNLINKED : LINKED;
    this.#hashContent(row, account ?? UNLINKED_ACCOUNT);
    const { hi: contentHi, lo: contentLo } = this.#content;
    const slot = this.#findUnseen(row, contentHi, contentLo);
    if (slot === 'duplicate') return results.unchanged;
    const { index, jobNumber } = this.#in;
    if (slot !== -1 && index.sameContent(slot, contentHi, contentLo)) {
      index.markSeen(slot);
      // A run that was cut off and started again counts its own rows as what they were: new.
      if (index.job(slot) !== jobNumber) return results.unchanged;
      return index.isChange(slot) ? results.changed : results.added;
    }
    const problem = this.#readRow(row);
    if (problem !== undefined) return problem;
    this.#keep(account ?? UNLINKED_ACCOUNT, slot, contentHi, contentLo);
    return slot === -1 ? results.added : results.changed;
  }

  /** Has the row that was read wait for its page (or only counts it, in a preview). */
  #keep(home: string, slot: number, contentHi: number, contentLo: number): void {
    const { index, jobNumber, dryRun } = this.#in;
    const { hi, lo } = this.#key;
    if (dryRun) {
      index.markSeen(slot === -1 ? index.put(hi, lo, contentHi, contentLo, 0, jobNumber) : slot);
      return;
    }
    if (slot === -1) {
      this.#buffered++;
      const batch = this.#batch(this.#buffers, home);
      batch.at.push(this.#at);
      batch.keyHi.push(hi);
      batch.keyLo.push(lo);
      for (const cell of this.#cells) batch.cells.push(cell);
    } else {
      const before = [
        index.contentHi(slot),
        index.contentLo(slot),
        index.page(slot),
        index.job(slot),
      ] as const;
      const event = { at: this.#at, keyHi: hi, keyLo: lo, cells: [...this.#cells] };
      this.#changed.push({ oldPage: index.page(slot), account: home, event, before });
    }
    index.markSeen(index.putWaiting(hi, lo, contentHi, contentLo, jobNumber, slot !== -1));
  }

  #batch(buffers: Map<string, EventBatch>, account: string): EventBatch {
    let batch = buffers.get(account);
    if (batch === undefined) {
      batch = newBatch(this.#columns.length);
      buffers.set(account, batch);
    }
    return batch;
  }

  /** Takes buffers away for packing: those of the accounts with the most events, at least `events` events in all. */
  #takeFullest(events: number): Map<string, EventBatch> {
    if (events >= this.#buffered) {
      const all = this.#buffers;
      this.#buffers = new Map();
      this.#buffered = 0;
      return all;
    }
    const fullest = new Map<string, EventBatch>();
    const bySize = [...this.#buffers].sort((a, b) => b[1].at.length - a[1].at.length);
    let taken = 0;
    for (const [account, batch] of bySize) {
      if (taken >= events) break;
      taken += batch.at.length;
      fullest.set(account, batch);
      this.#buffers.delete(account);
    }
    this.#buffered -= taken;
    return fullest;
  }

  /**
   * Packs the fullest buffers, at least `events` events, into commits of a bounded size. The fuller the pages the fewer
   * there are, and each costs the database far more than its bytes.
   */
  async *flush(events: number): AsyncGenerator<HistoryCommit> {
    const buffers = this.#takeFullest(events);
    // A page is rewritten once for all its changed rows: they wait for each other as long as there is room.
    if (this.manyChanged || events === Number.POSITIVE_INFINITY) {
      const changed = this.#changed;
      this.#changed = [];
      yield* this.#flushChanged(changed, buffers);
    }
    let pages: EventPage[] = [];
    let packed = 0;
    for (const [account, batch] of buffers) {
      for (const order of pieces(newestFirst(batch))) pages.push(this.#packNew(account, batch, order));
      packed += batch.at.length;
      if (packed >= COMMIT_EVENTS) {
        yield this.#commit(pages, [], []);
        pages = [];
        packed = 0;
      }
    }
    if (pages.length > 0) yield this.#commit(pages, [], []);
  }

  #head(page: number, account: string, columns: readonly PageColumn[], jobs: readonly number[]): PageHead {
    return { page, account, noun: this.#in.noun, scope: this.#in.scope, columns, jobs };
  }

  #packNew(account: string, batch: EventBatch, order: Uint32Array): EventPage {
    const page = this.#in.store.nextPage();
    const head = this.#head(page, account, this.#columns, [this.#in.jobNumber]);
    const packed = packBatch({ ...head, plain: this.#plain }, batch, order);
    this.#noteSpan(packed);
    const delta = this.#delta(account);
    for (const place of order) {
      deltaAdd(delta, factsOf(this.#facts, batch.at[place] as number, batch.cells, place * batch.width));
      this.#in.index.place(batch.keyHi[place] as number, batch.keyLo[place] as number, page);
    }
    return packed;
  }

  #noteSpan(page: EventPage): void {
    const span = { page: page.page, newest: -page.order, oldest: page.oldest, count: page.count };
    const spans = this.spans.get(page.account);
    if (spans === undefined) this.spans.set(page.account, [span]);
    else spans.push(span);
  }

  #hashContent(row: readonly string[], account: string): void {
    const { contentIndexes } = this.#in.mapper;
    const lanes = this.#content;
    let of = this.#accountHash.get(account);
    if (of === undefined) {
      this.#hash(account, lanes);
      of = [lanes.hi, lanes.lo];
      this.#accountHash.set(account, of);
    }
    this.#hash(joinCells(row, contentIndexes, contentIndexes.length), lanes);
    this.#rowHi = lanes.hi;
    this.#rowLo = lanes.lo;
    lanes.hi = (lanes.hi ^ of[0]) >>> 0;
    lanes.lo = (lanes.lo ^ of[1]) >>> 0;
  }

  /**
   * The slot of this row's key, −1 for a new one, or 'duplicate' for a row that stands twice in the file.
   * A second row under one id with other content is an event of its own: its key is the id and its turn.
   */
  #findUnseen(row: readonly string[], contentHi: number, contentLo: number): number | 'duplicate' {
    const { index, mapper } = this.#in;
    const id = mapper.idIndex === -1 ? '' : (row[mapper.idIndex] ?? '').trim();
    for (let turn = 0; ; turn++) {
      const lanes = this.#key;
      resetLanes(lanes);
      if (id !== '') feed(lanes, id);
      else {
        // Without an id the row itself is the key; where it belongs is not part of it.
        feed(lanes, String(this.#rowHi));
        feed(lanes, String(this.#rowLo));
      }
      if (turn > 0) feed(lanes, String(turn));
      finish(lanes);
      const slot = index.find(lanes.hi, lanes.lo);
      if (slot === -1 || !index.isSeen(slot)) return slot;
      if (id !== '' && index.sameContent(slot, contentHi, contentLo)) return 'duplicate';
    }
  }

  #readRow(row: readonly string[]): CellProblem | undefined {
    const { mapper } = this.#in;
    const cells = this.#cells;
    let place = 0;
    for (let i = 0; i < mapper.columns.length; i++) {
      const column = mapper.columns[i];
      if (column === undefined) continue;
      const text = row[column.index] ?? '';
      const value = column.read(text);
      if (value === BAD) return { column: column.header, value: text, reason: rejectReasonOf(column.kind) };
      if (value === undefined && column.required)
        return { column: column.header, value: text, reason: 'required-missing' };
      if (i === this.#atPlace) this.#at = value as number;
      else cells[place++] = typeof value === 'string' ? this.#intern[i]?.(value) : value;
    }
    for (const link of mapper.links) {
      if (link.field === 'account') continue;
      const text = (row[link.index] ?? '').trim();
      cells[place++] = text === '' ? undefined : text;
    }
    return undefined;
  }

  #delta(account: string): SummaryDelta {
    let delta = this.#deltas.get(account);
    if (delta === undefined) {
      delta = emptyDelta(account);
      this.#deltas.set(account, delta);
    }
    return delta;
  }

  #commit(
    putPages: readonly EventPage[],
    removePages: readonly EventPage[],
    undoEvents: readonly UndoEvent[],
  ): HistoryCommit {
    return {
      putPages,
      removePages,
      digests: this.#in.index.takeReady(this.#in.scope),
      digestsReplace: false,
      scope: this.#in.scope,
      deltas: [],
      undoEvents,
    };
  }

  /** Accounts whose summaries wait for `summarise`. */
  get waitingSummaries(): number {
    return this.#deltas.size;
  }

  /**
   * What the rows so far do to their accounts' summaries, as commits. They are kept back until the end, because every
   * account comes up in every stretch of a file; a run that was cut off counts its accounts again (see run-import).
   */
  *summarise(): Generator<HistoryCommit> {
    const deltas = [...this.#deltas.values()];
    this.#deltas = new Map();
    for (let from = 0; from < deltas.length; from += SUMMARIES_TOGETHER) {
      yield { ...this.#commit([], [], []), deltas: deltas.slice(from, from + SUMMARIES_TOGETHER) };
    }
  }

  /** Changed rows are put in place of their old events; those that moved to another account join its buffer. */
  async *#flushChanged(
    changed: readonly ChangedRow[],
    buffers: Map<string, EventBatch>,
  ): AsyncGenerator<HistoryCommit> {
    const byPage = new Map<number, ChangedRow[]>();
    for (const row of changed) {
      const list = byPage.get(row.oldPage);
      if (list === undefined) byPage.set(row.oldPage, [row]);
      else list.push(row);
    }
    const pageNumbers = [...byPage.keys()];
    for (let from = 0; from < pageNumbers.length; from += 200) {
      const slice = pageNumbers.slice(from, from + 200);
      const pages = await this.#in.store.readPages(slice);
      const put: EventPage[] = [];
      const remove: EventPage[] = [];
      const undo: UndoEvent[] = [];
      slice.forEach((number, i) => {
        const rows = byPage.get(number) ?? [];
        const page = pages[i];
        if (page === undefined) for (const row of rows) this.#move(row, buffers);
        else this.#rewritePage(page, rows, buffers, put, remove, undo);
      });
      yield this.#commit(put, remove, undo);
    }
  }

  #move(row: ChangedRow, buffers: Map<string, EventBatch>): void {
    addToBatch(this.#batch(buffers, row.account), row.event);
  }

  #rewritePage(
    page: EventPage,
    rows: readonly ChangedRow[],
    buffers: Map<string, EventBatch>,
    put: EventPage[],
    remove: EventPage[],
    undo: UndoEvent[],
  ): void {
    const sameColumns =
      page.names.length === this.#columns.length &&
      page.names.every((name, i) => name === this.#columns[i]?.name);
    const oldFacts = factColumns(this.#in.noun, pageColumns(page));
    const events = unpackEvents(page);
    const delta = this.#delta(page.account);
    for (const row of rows) {
      const place = events.findIndex(
        (event) => event.keyHi === row.event.keyHi && event.keyLo === row.event.keyLo,
      );
      const old = events[place];
      if (old === undefined) {
        this.#move(row, buffers);
        continue;
      }
      deltaRemove(delta, factsOf(oldFacts, old.at, old.cells));
      undo.push({
        noun: this.#in.noun,
        accountId: page.account,
        event: readEvent(page, this.#rowOf(page, row)),
        entry: row.before,
      });
      if (row.account === page.account && sameColumns) {
        events[place] = row.event;
        this.#in.index.place(row.event.keyHi, row.event.keyLo, page.page);
        deltaAdd(delta, factsOf(this.#facts, row.event.at, row.event.cells));
      } else {
        events.splice(place, 1);
        this.#move(row, buffers);
      }
    }
    remove.push(page);
    if (events.length > 0) {
      const jobs = [...new Set([...page.jobs, this.#in.jobNumber])];
      put.push(packPage(this.#head(page.page, page.account, pageColumns(page), jobs), events));
    }
  }

  #rowOf(page: EventPage, row: ChangedRow): number {
    for (let i = 0; i < page.count; i++)
      if (page.keyHi[i] === row.event.keyHi && page.keyLo[i] === row.event.keyLo) return i;
    return 0;
  }
}

/** An account's events, newest first, in pieces of about a page that do not overlap in time. */
function pieces(order: Uint32Array): Uint32Array[] {
  const count = Math.max(1, Math.round(order.length / PAGE_EVENTS));
  const size = Math.ceil(order.length / count);
  const cut: Uint32Array[] = [];
  for (let from = 0; from < order.length; from += size) cut.push(order.subarray(from, from + size));
  return cut;
}

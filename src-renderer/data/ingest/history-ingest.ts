/**
 * Takes the rows of one history table: finds what is new, changed or unchanged by digest, gathers new events per account
 * and hands them over as commits of packed pages. Memory is bounded by what may wait, whatever the file's size.
 */

import type { SummaryDelta } from '#shared/domain/summary/account-summary.ts';
import type { HistoryNoun } from '#shared/model/nouns.ts';
import type { UndoEvent } from '#shared/model/stored.ts';
import type { DigestChunk, DigestIndex } from '../digest-index.ts';
import {
  type EventPage,
  newestFirst,
  PAGE_EVENTS,
  type PageColumn,
  type PageEvent,
  packRows,
  UNLINKED_ACCOUNT,
} from '../event-page.ts';
import { type StoredPage, storedPage } from '../page-bytes.ts';
import type { PlainRows } from '../parse/plain-rows.ts';
import { type ChangedRow, type Rewriting, rewritePages } from './changed-rows.ts';
import type { ChangedEvent } from './history-changes.ts';
import type { CellProblem, RowMapper } from './row-mapper.ts';
import { RowReading } from './row-reading.ts';
import { SummaryDeltas } from './summary-deltas.ts';
import { WaitingRows } from './waiting-rows.ts';

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
const COMMIT_EVENTS = 8_000;
const SUMMARIES_TOGETHER = 250;
/** So many changed rows are told field by field in a preview. */
const SAMPLED_CHANGES = 200;
/** So many changed rows wait before their pages are rewritten. */
const MANY_CHANGED = 20_000;

/** What one transaction writes for history. */
export interface HistoryCommit {
  readonly putPages: readonly StoredPage[];
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
  readonly accountFor: (row: RowReading) => string | undefined;
  /** Only count: nothing is gathered. */
  readonly dryRun: boolean;
  /** Size of the file: so much room is made for its rows. */
  readonly fileBytes: number;
}

export class HistoryIngest {
  readonly #in: HistoryIngestInput;
  readonly #reading: RowReading;
  readonly #deltas: SummaryDeltas;
  readonly #waiting: WaitingRows;
  #changed: ChangedRow[] = [];
  /** In a preview: the first rows that are stored with other content. */
  readonly changedEvents: ChangedEvent[] = [];
  /** Pages made by this run per account. */
  readonly spans = new Map<string, PageSpan[]>();

  constructor(input: HistoryIngestInput) {
    this.#in = input;
    this.#reading = new RowReading(input.mapper);
    this.#deltas = new SummaryDeltas(input.noun, this.#reading.columns);
    this.#waiting = new WaitingRows(input.index, this.#reading.codesOf, input.fileBytes);
  }

  get manyChanged(): boolean {
    return this.#changed.length > MANY_CHANGED;
  }

  /** New rows waiting to be packed. */
  get buffered(): number {
    return this.#waiting.count;
  }

  /** Takes one row; a problem means that the row is rejected. `unlinked` tells that it waits without an account. */
  addRow(row: readonly string[]): RowResult | CellProblem {
    this.#reading.takeTexts(row);
    return this.#take();
  }

  /** The same for a line of plain rows. */
  addLine(rows: PlainRows, line: number): RowResult | CellProblem {
    this.#reading.takeLine(rows, line);
    return this.#take();
  }

  #take(): RowResult | CellProblem {
    const reading = this.#reading;
    const account = this.#in.accountFor(reading);
    const results = account === undefined ? UNLINKED : LINKED;
    const home = account ?? UNLINKED_ACCOUNT;
    reading.tie(home);
    const slot = this.#findUnseen();
    if (slot === 'duplicate') return results.unchanged;
    const { index, jobNumber } = this.#in;
    if (slot !== -1 && index.sameContent(slot, reading.contentHi, reading.contentLo)) {
      index.markSeen(slot);
      // A run that was cut off and started again counts its own rows as what they were: new.
      if (index.job(slot) !== jobNumber) return results.unchanged;
      return index.isChange(slot) ? results.changed : results.added;
    }
    const problem = reading.read();
    if (problem !== undefined) return problem;
    this.#keep(home, slot);
    return slot === -1 ? results.added : results.changed;
  }

  /** Has the row that was read wait for its page (or only counts it, in a preview). */
  #keep(home: string, slot: number): void {
    const { index, jobNumber, dryRun } = this.#in;
    const { keyHi, keyLo, contentHi, contentLo, at } = this.#reading;
    if (dryRun) {
      this.#sample(home, slot);
      index.markSeen(slot === -1 ? index.put(keyHi, keyLo, contentHi, contentLo, 0, jobNumber) : slot);
      return;
    }
    const before = slot === -1 ? undefined : this.#entry(slot);
    const digest = index.putWaiting(keyHi, keyLo, contentHi, contentLo, jobNumber, slot !== -1);
    index.markSeen(digest);
    if (before === undefined) this.#waiting.add(home, digest, this.#reading);
    else {
      const event: PageEvent = { at, keyHi, keyLo, cells: this.#reading.cells() };
      this.#changed.push({ digest, oldPage: before[2], account: home, event, before });
    }
  }

  #sample(account: string, slot: number): void {
    if (slot === -1 || this.changedEvents.length >= SAMPLED_CHANGES) return;
    const { keyHi, keyLo, at } = this.#reading;
    const page = this.#in.index.page(slot);
    this.changedEvents.push({ at, keyHi, keyLo, cells: this.#reading.cells(), account, page });
  }

  get columns(): readonly PageColumn[] {
    return this.#reading.columns;
  }

  #entry(slot: number): ChangedRow['before'] {
    const { index } = this.#in;
    return [index.contentHi(slot), index.contentLo(slot), index.page(slot), index.job(slot)];
  }

  /**
   * The slot of this row's key, −1 for a new one, or 'duplicate' for a row that stands twice in the file.
   * A second row under one id with other content is an event of its own: its key is the id and its turn.
   */
  #findUnseen(): number | 'duplicate' {
    const { index } = this.#in;
    const reading = this.#reading;
    for (let turn = 0; ; turn++) {
      const hasId = reading.key(turn);
      const slot = index.find(reading.keyHi, reading.keyLo);
      if (slot === -1 || !index.isSeen(slot)) return slot;
      if (hasId && index.sameContent(slot, reading.contentHi, reading.contentLo)) return 'duplicate';
    }
  }

  /**
   * Packs the rows of the accounts with the most, at least `rows` in all, into commits of a bounded size. The fuller the
   * pages the fewer there are, and each costs the database far more than its bytes.
   */
  async *flush(rows: number): AsyncGenerator<HistoryCommit> {
    // A page is rewritten once for all its changed rows: they wait for each other as long as there is room.
    const isLast = rows === Number.POSITIVE_INFINITY;
    if (this.manyChanged || isLast) yield* this.#rewriteChanged();
    let pages: StoredPage[] = [];
    let deltas: SummaryDelta[] = [];
    let packed = 0;
    for (const [account, chain] of this.#waiting.takeFullest(rows)) {
      for (const order of pieces(newestFirst(this.#waiting.at, this.#waiting.slots(chain))))
        pages.push(storedPage(this.#pack(account, order)));
      this.#waiting.free(chain);
      packed += chain.count;
      // An account comes up once in the last flush: what its rows add up to is complete.
      if (isLast) deltas.push(this.#deltas.take(account));
      if (packed >= COMMIT_EVENTS) {
        yield { ...this.#commit(pages, [], []), deltas };
        pages = [];
        deltas = [];
        packed = 0;
      }
    }
    if (pages.length > 0) yield { ...this.#commit(pages, [], []), deltas };
  }

  #pack(account: string, order: Uint32Array): EventPage {
    const { noun, scope, jobNumber, index } = this.#in;
    const page = this.#in.store.nextPage();
    const waiting = this.#waiting;
    const head = { page, account, noun, scope, columns: this.#reading.columns, jobs: [jobNumber] };
    const packed = packRows(head, waiting, order);
    this.#noteSpan(packed);
    this.#deltas.add(account, waiting, order);
    for (let row = 0; row < order.length; row++) index.place(waiting.digest(order[row] as number), page);
    return packed;
  }

  #noteSpan(page: EventPage): void {
    const span = { page: page.page, newest: -page.order, oldest: page.oldest, count: page.count };
    const spans = this.spans.get(page.account);
    if (spans === undefined) this.spans.set(page.account, [span]);
    else spans.push(span);
  }

  #commit(
    putPages: readonly StoredPage[],
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
    const deltas = this.#deltas.takeAll();
    for (let from = 0; from < deltas.length; from += SUMMARIES_TOGETHER) {
      yield { ...this.#commit([], [], []), deltas: deltas.slice(from, from + SUMMARIES_TOGETHER) };
    }
  }

  async *#rewriteChanged(): AsyncGenerator<HistoryCommit> {
    const { noun, scope, jobNumber, index, store } = this.#in;
    const changed = this.#changed;
    this.#changed = [];
    const work: Rewriting = {
      noun,
      scope,
      jobNumber,
      columns: this.#reading.columns,
      facts: this.#deltas.columns,
      index,
      readPages: (pages) => store.readPages(pages),
      delta: (account) => this.#deltas.of(account),
      move: ({ account, event, digest }) => this.#waiting.addValues(account, event.at, digest, event.cells),
    };
    for await (const { put, remove, undo } of rewritePages(work, changed))
      yield this.#commit(put.map(storedPage), remove, undo);
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

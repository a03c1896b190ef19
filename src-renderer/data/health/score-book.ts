/** The stored signals of all accounts in the worker's memory, their scores, and what the screen is told of them. */
import { addDays } from '#shared/domain/table/days.ts';
import type { HealthScore, Scorecard } from '#shared/model/health.ts';
import type { KizunaDatabase } from '../schema.ts';
import type { BookFacts } from './account-facts.ts';
import { computeRow } from './compute-row.ts';
import { KEPT_DAYS, keepScores, lookOf, readKept } from './kept-scores.ts';
import { type Post, TREND_DAYS } from './messages.ts';
import { ParentScores } from './parent-scores.ts';
import { readFacts } from './read-facts.ts';
import type { SignalsRow } from './rows.ts';
import { cardMark, cardOf, type On, scoreRow } from './score-row.ts';
import { ScoreRules } from './score-rules.ts';
import { sliceOf } from './score-slice.ts';

/** Accounts of one message: decoded by the screen well within a frame. */
const TOLD_TOGETHER = 400;
const ROWS_TOGETHER = 1_000;

export interface RefreshContext {
  readonly book: BookFacts;
  readonly on: On;
  /** Mark of the imports that the signals reflect. */
  readonly seen: string;
  /** Hardly another account lies between the first and the last. */
  readonly together?: boolean;
}

export interface ScoreBook {
  readonly rows: ReadonlyMap<string, SignalsRow>;
  readonly cards: readonly Scorecard[];
  /** By which rules it is known who belongs to the saved segments that cards ask for; '' = none is asked for. */
  readonly savedBy: string;
  /** Cards and overrides, read again and told where they differ; true: the cards do. */
  readRules(): Promise<boolean>;
  /** Reads all stored signals and tells their scores. */
  scoreStored(on: On): Promise<void>;
  /** Reads the facts of these accounts again. `more`: the next ones follow at once. */
  refresh(accounts: readonly string[], context: RefreshContext, more: boolean): Promise<void>;
  /** By changed cards, from the signals that are here. */
  rescore(on: On): Promise<void>;
  /** Takes over signals that another window wrote; answers the accounts whose signals are marked as not the newest. */
  adopt(accounts: readonly string[], on: On): Promise<readonly string[]>;
  /** Its past scores were filled in by another card, or before it was known to be a parent that is scored by its children. */
  hasOtherPast(row: SignalsRow): boolean;
  /** All signals are to be read again. */
  markAll(): void;
  /** Forgets accounts that are no more. */
  keepOnly(accounts: ReadonlySet<string>): Promise<void>;
}

class Scores implements ScoreBook {
  readonly rows = new Map<string, SignalsRow>();
  private readonly rules: ScoreRules;
  private readonly parents: ParentScores;

  constructor(
    private readonly db: KizunaDatabase,
    private readonly post: Post,
    private readonly signal: AbortSignal,
    fiscalYearStart: () => number,
  ) {
    this.rules = new ScoreRules(db, post, fiscalYearStart);
    this.parents = new ParentScores(this.rows, post);
  }

  get cards(): readonly Scorecard[] {
    return this.rules.cards;
  }

  get savedBy(): string {
    return this.rules.savedBy;
  }

  readRules(): Promise<boolean> {
    return this.rules.read();
  }

  async adopt(accounts: readonly string[], on: On): Promise<readonly string[]> {
    const stored = await this.db.signals.bulkGet([...accounts]);
    const stale: string[] = [];
    const others: SignalsRow[] = [];
    for (const row of stored) {
      if (row === undefined) continue;
      const own = this.rows.get(row.account);
      if (row.day === '') {
        if (own === undefined || own.touched !== row.touched) stale.push(row.account);
      } else if (own === undefined || !sameRow(own, row)) others.push(row);
    }
    for (const row of others) this.rows.set(row.account, row);
    if (others.length > 0) {
      this.parents.combine(this.cards, on);
      this.tell(others, on, { withSignals: true, more: false });
    }
    return stale;
  }

  markAll(): void {
    for (const [account, row] of this.rows) this.rows.set(account, { ...row, day: '' });
  }

  async scoreStored(on: On): Promise<void> {
    await this.readRules();
    let after = '';
    for (;;) {
      this.signal.throwIfAborted();
      const rows = await this.db.signals.where('account').above(after).limit(ROWS_TOGETHER).toArray();
      for (const row of rows) this.rows.set(row.account, row);
      this.tell(rows, on, { withSignals: true, more: true });
      const last = rows.at(-1);
      if (last === undefined || rows.length < ROWS_TOGETHER) break;
      after = last.account;
    }
    this.parents.combine(this.cards, on);
    this.tell([], on, { withSignals: true, more: false });
  }

  async rescore(on: On): Promise<void> {
    this.tell([...this.rows.values()], on, { withSignals: false, more: false });
    this.parents.combine(this.cards, on);
  }

  async refresh(accounts: readonly string[], context: RefreshContext, more: boolean): Promise<void> {
    const { book, on, seen, together = false } = context;
    const before = await this.db.signals.bulkGet([...accounts]);
    const known = new Map(before.flatMap((row) => (row === undefined ? [] : [[row.account, row] as const])));
    const [facts, kept] = await Promise.all([
      readFacts(this.db, accounts, book, together),
      this.readKeptOf([...known.values()], on),
    ]);
    const signals = new Map(facts.map((each) => [each.account.id, each.signalsAt(on.now)]));
    const saved = this.rules.segmentsOf(facts, signals, on);
    const { cards, savedBy } = this;
    const rows = facts.map((each) => {
      const { id } = each.account;
      const isCombined = this.parents.has(id);
      const input = { facts: each, cards, kept: kept.get(id) ?? [], on, seen, savedBy, isCombined };
      return computeRow({
        ...input,
        signals: signals.get(id) ?? {},
        saved: saved.get(id),
        before: known.get(id),
      });
    });
    const found = new Set(rows.map(({ account }) => account));
    await this.forget(accounts.filter((account) => !found.has(account)));
    for (const row of rows) this.rows.set(row.account, row);
    const parentsBefore = this.parents.accounts();
    const parents = this.parents.combine(this.cards, on);
    this.tell(rows, on, { withSignals: true, more });
    await this.store(rows, parents, known, on);
    const turned = this.turnedOf([...parentsBefore, ...this.parents.accounts()]);
    if (turned.length > 0) await this.refresh(turned, { ...context, together: false }, more);
  }

  hasOtherPast(row: SignalsRow): boolean {
    return row.pastBy !== cardMark(cardOf(row, this.cards), this.parents.has(row.account));
  }

  /** A parent may be read before its first child, and then compares with a past that is its own alone; or lose it. */
  private turnedOf(parents: readonly string[]): string[] {
    return [...new Set(parents)].filter((account) => {
      const row = this.rows.get(account);
      return row !== undefined && row.day !== '' && this.hasOtherPast(row);
    });
  }

  async keepOnly(accounts: ReadonlySet<string>): Promise<void> {
    await this.forget([...this.rows.keys()].filter((account) => !accounts.has(account)));
  }

  private async forget(accounts: readonly string[]): Promise<void> {
    const gone = accounts.filter((account) => this.rows.has(account));
    if (gone.length === 0) return;
    for (const account of gone) this.rows.delete(account);
    await this.db.signals.bulkDelete(gone);
    this.post({ type: 'removed', accounts: gone });
  }

  /** Only accounts of which scores were kept before today are asked for. */
  private async readKeptOf(rows: readonly SignalsRow[], { day }: On) {
    const oldest = addDays(day, -Math.max(...TREND_DAYS) - KEPT_DAYS);
    const old = rows.filter((row) => row.keptSince !== undefined && row.keptSince < day);
    const lists = await Promise.all(old.map((row) => readKept(this.db, row.account, oldest, day)));
    return new Map(old.map((row, i) => [row.account, lists[i] ?? []]));
  }

  /** Rows that a person's change overtook while their facts were read stay marked as not the newest. */
  private async store(
    rows: readonly SignalsRow[],
    parents: readonly HealthScore[],
    before: ReadonlyMap<string, SignalsRow>,
    on: On,
  ): Promise<void> {
    const { db } = this;
    const scores = [
      ...rows.map((row) => this.parents.get(row.account) ?? scoreRow(row, cardOf(row, this.cards), on)),
      ...parents,
    ];
    const kept = this.noteKept(scores);
    const put = [...new Set([...rows.map(({ account }) => account), ...kept.map(({ account }) => account)])];
    await db.transaction('rw', [db.signals, db.healthSnapshots], async () => {
      const now = await db.signals.bulkGet(put);
      await db.signals.bulkPut(
        put.flatMap((account, i) => {
          const row = this.rows.get(account);
          if (row === undefined) return [];
          const touched = now[i]?.touched;
          const isOvertaken = before.has(account) && touched !== before.get(account)?.touched;
          return isOvertaken && touched !== undefined ? [{ ...row, day: '', touched }] : [row];
        }),
      );
      await keepScores(db, kept);
    });
  }

  /** The scores that look different from the last that was kept of their account; their rows say so from now on. */
  private noteKept(scores: readonly HealthScore[]): HealthScore[] {
    return scores.filter((score) => {
      const row = this.rows.get(score.account);
      const look = lookOf(score);
      if (row === undefined || row.kept === look) return false;
      this.rows.set(score.account, { ...row, kept: look, keptSince: row.keptSince ?? score.day });
      return true;
    });
  }

  private tell(
    rows: readonly SignalsRow[],
    on: On,
    { withSignals, more }: { readonly withSignals: boolean; readonly more: boolean },
  ): void {
    for (let from = 0; from === 0 || from < rows.length; from += TOLD_TOGETHER) {
      const part = rows.slice(from, from + TOLD_TOGETHER);
      const isLast = from + TOLD_TOGETHER >= rows.length;
      this.post({ type: 'scores', slice: sliceOf(part, this.cards, on, withSignals), more: more || !isLast });
    }
  }
}

function sameRow(a: SignalsRow, b: SignalsRow): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** `fiscalYearStart`: the month in which the user's fiscal year begins, 1 to 12. */
export function createScoreBook(
  db: KizunaDatabase,
  post: Post,
  signal: AbortSignal,
  fiscalYearStart: () => number,
): ScoreBook {
  return new Scores(db, post, signal, fiscalYearStart);
}

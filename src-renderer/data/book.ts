/** The whole book of business in memory for the accounts table: first rows at once, the rest in slices, then kept fresh. */
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import type { Money } from '#shared/base/money.ts';
import type { Account } from '#shared/model/account.ts';

/** An account with what its history and subscriptions add up to today. */
export interface AccountRow {
  readonly account: Account;
  readonly summary: AccountSummary | undefined;
  /** Annual recurring revenue of the subscriptions that count today, per currency; else what the source says. */
  readonly arr: readonly Money[];
  readonly mrr: readonly Money[];
  /** 'YYYY-MM-DD': the account's own, else the nearest one of its open subscriptions from today on. */
  readonly renewalDate: string | undefined;
  readonly lastTouchAt: number | undefined;
  readonly lastActivityAt: number | undefined;
  readonly openTickets: number;
  readonly contacts: number;
  /** Mean of 1–5, or undefined without answers. */
  readonly csat: number | undefined;
  /** −100 to 100, or undefined without answers. */
  readonly nps: number | undefined;
  /** Uses in the last full month and the one before. */
  readonly usageLastMonth: number | undefined;
  readonly usageTrend: number | undefined;
}

export interface Book {
  /** 'first': only the rows of the first screen are there yet; 'loading': slices are coming in; 'ready': all. */
  readonly state: 'opening' | 'first' | 'loading' | 'ready' | 'failed';
  readonly rows: readonly AccountRow[];
  /** All accounts, known before all rows are there. */
  readonly total: number;
  /** Names of custom fields met so far, with the kind of their values. */
  readonly customFields: ReadonlyMap<string, 'text' | 'number' | 'boolean'>;
  /** Grows with each change of `rows`. */
  readonly version: number;
}

export interface BookStore {
  get(): Book;
  subscribe(listener: () => void): () => void;
  /** Remembers which rows a start should show first (the top of the current view). */
  rememberFirst(ids: readonly string[]): void;
  reload(): Promise<void>;
}

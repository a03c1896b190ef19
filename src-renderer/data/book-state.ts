/** The book of business as the accounts table takes it, whoever reads it: the first rows or the whole. */
import type { AccountRow } from '#shared/domain/summary/account-row.ts';
import type { Account } from '#shared/model/account.ts';

export type CustomKind = 'text' | 'number' | 'boolean';

export interface Book {
  /** 'first': only the rows of the first screen are there yet; 'loading': slices are coming in; 'ready': all. */
  readonly state: 'opening' | 'first' | 'loading' | 'ready' | 'failed';
  readonly rows: readonly AccountRow[];
  /** All accounts, known before all rows are there. */
  readonly total: number;
  /** Names of custom fields met so far, with the kind of their values. */
  readonly customFields: ReadonlyMap<string, CustomKind>;
  /** Grows with each change of `rows`. */
  readonly version: number;
}

/** Nothing is known yet, not even whether there is anything. */
export const NO_BOOK: Book = { state: 'opening', rows: [], total: 0, customFields: new Map(), version: 0 };

export function noteCustom(account: Account, fields: Map<string, CustomKind>): void {
  if (account.custom === undefined) return;
  for (const [name, value] of Object.entries(account.custom)) {
    if (!fields.has(name))
      fields.set(name, typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean');
  }
}

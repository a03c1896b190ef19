/** What can stand on Today, and what an entry of the list carries besides. */
import type { Money } from '../../base/money.ts';
import type { Alert, Contradiction } from '../../model/alert.ts';
import type { Conflict, Draft } from '../../model/stored.ts';
import type { Task } from '../../model/task.ts';
import type { KnownMeeting } from './meeting.ts';

/** The moment that the list is for, as one account sees it. */
export interface When {
  readonly now: number;
  readonly today: string;
  /** Days to the account's renewal; NaN = none is known. */
  readonly renewalDays: number;
  /** The account has given notice: little of it can still be changed. */
  readonly decided: boolean;
}

/** What a reason names: days that are left or gone, times of the usual account. */
export interface Figures {
  readonly days?: number;
  readonly times?: number;
}

/** One of the three figures that order the list, 0 to 1, with why it is so. */
export interface Factor {
  readonly value: number;
  /** A key of the language. */
  readonly why: string;
  readonly figures: Figures;
}

export interface TodayAccount {
  readonly name: string;
  readonly owner?: string | undefined;
  /** Per currency. */
  readonly arr: readonly Money[];
  /** 'YYYY-MM-DD'. */
  readonly renewal?: string | undefined;
}

/** Changes that a source refused or could not be told. */
export interface Unsent {
  readonly account: string;
  readonly count: number;
  /** Milliseconds since 1970 UTC of the oldest. */
  readonly since: number;
}

export type TodayItem =
  | { readonly kind: 'alert'; readonly alert: Alert }
  | { readonly kind: 'contradiction'; readonly contradiction: Contradiction }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'conflict'; readonly account: string; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'unsent'; readonly unsent: Unsent }
  | { readonly kind: 'meeting'; readonly meeting: KnownMeeting };

export interface TodayEntry {
  readonly id: string;
  /** '' = belongs to none. */
  readonly account: string;
  readonly item: TodayItem;
  readonly stake: Factor;
  readonly urgency: Factor;
  readonly reach: Factor;
  readonly score: number;
}

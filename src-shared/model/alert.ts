/** Alert [アラート] and contradiction [矛盾シグナル]: what the rules found, and what a person decided about it. */
import type { Signal } from './health.ts';
import type { Json } from './operation.ts';

export const ALERT_TYPES = ['risk', 'opportunity', 'lifecycle', 'activity'] as const;
export type AlertType = (typeof ALERT_TYPES)[number];

/** One fact that a rule read, as a screen says it: `what` is a key of the language, `value` its figure. */
export interface Fact {
  readonly what: string;
  readonly value: number | string;
  /** Milliseconds since 1970 UTC: the date of the data. */
  readonly at?: number;
  readonly source: string;
  /** Record that it is about. */
  readonly about?: string;
  /** Of money: ISO 4217; the value is the amount as people say it. */
  readonly currency?: string;
  /** Of a measure: all that is known about its figure, so that a language can say it in full. */
  readonly signal?: Signal;
}

/** An open alert for the same account, type and reason is updated, never duplicated: its id is made of the three. */
export interface Alert {
  readonly id: string;
  readonly account: string;
  readonly type: AlertType;
  /** The rule that raised it, a key of the language. */
  readonly reason: string;
  /** 0 to 1: how soon something must happen. */
  readonly urgency: number;
  /** Changes only when a fact changes in kind: what was settled with this mark stays settled. */
  readonly mark: string;
  /** Why now. */
  readonly facts: readonly Fact[];
  /** 'YYYY-MM-DD' of what it is about, where there is one: a renewal, a due day. */
  readonly on?: string;
}

export interface Contradiction {
  /** Account and rule, joined by U+001F. */
  readonly id: string;
  readonly account: string;
  /** A delivered rule, a key of the language, or the id of a rule of the user's own. */
  readonly rule: string;
  /** The two facts that do not fit together. */
  readonly facts: readonly [Fact, Fact];
  /** What else the sentence needs, such as the renewal that is near. */
  readonly context?: readonly Fact[];
  /** Changes only when a fact changes in kind: what was settled with this mark stays settled. */
  readonly mark: string;
}

/** What a person said to an alert or a contradiction; the id is the alert's or contradiction's own. */
export interface Settlement {
  id: string;
  account: string;
  about: 'alert' | 'contradiction';
  /** 'snoozed' and 'explained' end with `until`; 'accepted' opens an alert; 'done' is for alerts. */
  state: 'snoozed' | 'done' | 'accepted' | 'explained' | 'dismissed';
  reason: string;
  /** 'YYYY-MM-DD'. */
  until?: string;
  /** Of a contradiction or alert: its mark when it was settled; another mark and it comes back. */
  mark: string;
  by: string;
  createdAt: number;
  updatedAt: number;
}

/** A contradiction rule that a user made: "A rises … while B …". */
export interface OwnRule {
  id: string;
  name: string;
  a: RuleSide;
  b: RuleSide;
  hypothesis: string;
  ask: string;
  nextStep: string;
  off: boolean;
  createdAt: number;
  updatedAt: number;
}

export interface RuleSide {
  /** A measure, or 'field:' and a field of the account or 'custom:' and a column of its own. */
  readonly of: string;
  readonly test: 'rises' | 'falls' | 'above' | 'below' | 'is' | 'missing';
  readonly value?: Json;
}

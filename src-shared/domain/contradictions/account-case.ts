/** What the rules of contradictions and alerts read about one account: gathered once per change, only compared here. */
import type { Band, MeasureId, Signals } from '../../model/health.ts';
import type { OpenContact, PlannedContact } from '../cadence/next-contact.ts';

/** Where the score stood on an earlier day. */
export interface EarlierScore {
  readonly value?: number | undefined;
  readonly band: Band;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** For rules of the user's own that ask whether a measure rises or falls; only those that are asked for. */
  readonly values?: Readonly<Partial<Record<MeasureId, number>>> | undefined;
}

/** The people of the account, as far as roles are known; absent = nobody was ever imported or added. */
export interface CasePeople {
  /** Still there. */
  readonly known: number;
  /** Of these, with a role: without any nobody can say that a role is not filled. */
  readonly withRole: number;
  /** Executive sponsors and economic buyers who are still there: ids. */
  readonly executives: readonly string[];
  /** Milliseconds since 1970 UTC: the newest of these records. */
  readonly at: number;
}

export interface CaseTickets {
  readonly open: number;
  /** Urgent, high or escalated. */
  readonly severe: number;
  /** Milliseconds since 1970 UTC since when there always was a severe one; absent = not known. */
  readonly severeSince?: number | undefined;
  readonly at: number;
}

/** An opportunity that a renewal hangs on. */
export interface CaseDeal {
  readonly id: string;
  readonly name: string;
  readonly isRenewal: boolean;
  readonly isClosed: boolean;
  readonly isWon: boolean;
  /** 0 to 100. */
  readonly probability?: number | undefined;
  /** 'YYYY-MM-DD'. */
  readonly closeDate?: string | undefined;
  /** Milliseconds since 1970 UTC: when it was last said. */
  readonly at: number;
}

/** An answer to "how likely are you to recommend us", newest first. */
export interface CaseAnswer {
  /** 0 to 10. */
  readonly score: number;
  readonly at: number;
  readonly contact?: string | undefined;
  readonly comment?: string | undefined;
}

/** Active users by what they do there: only where usage names its users and these have roles. */
export interface CaseUsers {
  readonly admins: number;
  readonly adminsActive: number;
  readonly field: number;
  readonly fieldActive: number;
  /** Active users whom no contact is known for: any of them may be of the field. */
  readonly others?: number;
  readonly at: number;
}

/** A moment, and the day that it fell on for the user. */
export interface CaseDate {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** 'YYYY-MM-DD'. */
  readonly day: string;
}

export interface AccountCase {
  readonly account: string;
  /** All contracts have ended: nothing is to be found any more. */
  readonly former?: boolean;
  readonly signals: Signals;
  /** As it counts: an override that holds comes first. */
  readonly band: Band;
  readonly value?: number | undefined;
  /** About 30 days ago; absent = the account was not scored then. */
  readonly earlier?: EarlierScore | undefined;
  /** Milliseconds since 1970 UTC: when the account's own record was last said. */
  readonly recordAt?: number | undefined;
  readonly stage?: string | undefined;
  /** 'YYYY-MM-DD'. */
  readonly customerSince?: string | undefined;
  /** 'YYYY-MM-DD' of the next renewal. */
  readonly renewal?: string | undefined;
  /** What says so, and when that was last said; absent = the account's own record. */
  readonly renewalFrom?: { readonly source: 'account' | 'subscription'; readonly at: number } | undefined;
  readonly people?: CasePeople | undefined;
  readonly tickets?: CaseTickets | undefined;
  readonly deals?: readonly CaseDeal[] | undefined;
  readonly answers?: readonly CaseAnswer[] | undefined;
  /** Milliseconds since 1970 UTC of the newest touch. */
  readonly lastTouchAt?: number | undefined;
  /** The next contact, as the newest note that names a day has it. */
  readonly planned?: PlannedContact | undefined;
  /** The same while it is still to come, or has passed without a touch. */
  readonly nextContact?: OpenContact | undefined;
  /** Milliseconds at which the newest task of the account was made, whether open or done; absent = there is none. */
  readonly taskAt?: number | undefined;
  /**
   * Median week of the last 8 against the 8 that lie half a year before, as a share of change: `value` without what
   * the season explains, by which it is judged; `plain` as it was, which is what a sentence says.
   */
  readonly usageHalfYear?:
    | { readonly value: number; readonly plain?: number; readonly at: number }
    | undefined;
  /** Tickets opened in the last 13 full weeks, and what would be usual for the account in as many. */
  readonly ticketsQuarter?:
    | { readonly value: number; readonly usual: number; readonly at: number }
    | undefined;
  /** Objectives of the success plan that were not given up; absent = the book keeps no plans yet. */
  readonly objectives?: number | undefined;
  /** Those of them of which a value was ever measured, confirmed or said to be met. */
  readonly outcomesMeasured?: number | undefined;
  readonly overdue?: CaseOverdue | undefined;
  /** Of the last 8 full weeks those with any use; absent = use began later, or there are no data. */
  readonly weeksInUse?: { readonly value: number; readonly at: number } | undefined;
  /** The newest conversation: a touch that is more than an e-mail. */
  readonly lastTalk?: CaseDate | undefined;
  readonly users?: CaseUsers | undefined;
  /** For rules of the user's own: fields of the account and, as 'custom:' + name, columns of its own. */
  readonly field?: ((name: string) => unknown) | undefined;
}

/** The open objective whose day passed first. */
export interface CaseOverdue {
  readonly id: string;
  readonly title: string;
  /** 'YYYY-MM-DD'. */
  readonly due: string;
  /** Milliseconds since 1970 UTC: when the objective was last changed. */
  readonly at: number;
  /** Objectives that are overdue, this one included. */
  readonly count: number;
}

/** The moment of the search. */
export interface Moment {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** 'YYYY-MM-DD' in the user's zone. */
  readonly today: string;
}

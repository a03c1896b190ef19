/** What the signals of an account are made of, at any moment: gathered once, looked at for today and for past days. */
import type { CadenceSettings } from '#shared/domain/cadence/cadence.ts';
import type { PlanProgress } from '#shared/domain/health/contract-signals.ts';
import type { Judgement } from '#shared/domain/health/relation-signals.ts';
import { type HealthFacts, signalsOf } from '#shared/domain/health/signals.ts';
import type { Reach } from '#shared/domain/health/week-view.ts';
import { beganAt } from '#shared/domain/health/weeks.ts';
import {
  type Encounter,
  lastContacts,
  type Meeting,
  meetingsOf,
  whoIsWho,
} from '#shared/domain/people/encounters.ts';
import { planStateOn } from '#shared/domain/plans/plan-state.ts';
import { standingOn } from '#shared/domain/revenue/revenue-on.ts';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import type { Account } from '#shared/model/account.ts';
import type { Activity, TouchRule } from '#shared/model/activity.ts';
import type { Contact } from '#shared/model/contact.ts';
import type { SentimentRow, Signals } from '#shared/model/health.ts';
import type { Objective } from '#shared/model/objective.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import type { WeeksRow } from './rows.ts';

/** What is the same for all accounts. */
export interface BookFacts {
  readonly bookFeatures: number;
  readonly reach: Reach;
  readonly touches: TouchRule;
  readonly cadence: CadenceSettings;
  /** 'YYYY-MM-DD' of the first touch with anybody; undefined = none was ever imported or logged. */
  readonly touchesFrom: string | undefined;
  /** Names of everybody on our side. */
  readonly team: readonly string[];
  /** The calendar day of an instant in the user's zone. */
  readonly dayOf: (at: number) => string;
}

/** An account's records as they lie in the database. */
export interface AccountRecords {
  readonly account: Account;
  readonly summary: AccountSummary | undefined;
  readonly weeks: WeeksRow | undefined;
  readonly contacts: readonly Contact[];
  readonly subscriptions: readonly Subscription[];
  readonly activities: readonly Activity[];
  readonly sentiments: readonly SentimentRow[];
  readonly objectives: readonly Objective[];
  /** What sources call each contact in their rows, by contact id. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

function textsOf(value: string | undefined): readonly string[] {
  return value === undefined || value.trim() === '' ? [] : [value.trim()];
}

function encountersOf({ activities, weeks }: AccountRecords, touches: TouchRule): Encounter[] {
  const written = activities.map(
    ({ at, kind = 'note', contacts = [], contact, participants = [] }): Encounter => ({
      at,
      kind,
      touch: touches(kind),
      theirs: [...contacts, ...textsOf(contact)],
      ours: [],
      either: participants,
      source: '',
    }),
  );
  const imported = (weeks?.met ?? []).flatMap(({ kind, who, at: times }) => {
    const either = textsOf(who);
    return times.map(
      (at): Encounter => ({
        at,
        kind,
        touch: touches(kind),
        theirs: [],
        ours: [],
        either,
        source: 'import',
      }),
    );
  });
  return [...written, ...imported];
}

/** Every judgement that was ever given, the newest first. */
function judgementsOf({ activities, sentiments }: AccountRecords): Judgement[] {
  const inNotes = activities.flatMap(({ id, at, sentiment }): Judgement[] =>
    sentiment === undefined ? [] : [{ value: sentiment, at, about: id }],
  );
  const own = sentiments.map(({ value, at, until }): Judgement => ({ value, at, until }));
  return [...inNotes, ...own].sort((a, b) => b.at - a.at);
}

/** Seats under contract on a day; undefined where no subscription says how many. */
export function licencesOn(subscriptions: readonly Subscription[], day: string): number | undefined {
  let seats: number | undefined;
  for (const each of subscriptions) {
    if (each.seats === undefined || each.isTrial === true) continue;
    const standing = standingOn(each, day);
    if (standing === 'counts' || standing === 'no-amount') seats = (seats ?? 0) + each.seats;
  }
  return seats;
}

/** The success plan as it stood; a day speaks at its noon, which is the same day nearly everywhere. */
function planOn(objectives: readonly Objective[], today: string, now: number): PlanProgress | undefined {
  const state = objectives.length === 0 ? undefined : planStateOn(objectives, today);
  if (state === undefined) return undefined;
  return { ...state, at: Math.min(now, Date.parse(`${state.on}T12:00:00Z`)) };
}

/** Looks at an account at several moments. */
export class AccountFacts {
  private readonly records: AccountRecords;
  private readonly book: BookFacts;
  private readonly meetings: readonly Meeting[];
  private readonly touches: readonly number[];
  private readonly judgements: readonly Judgement[];
  private readonly contractsAt: number | undefined;

  constructor(records: AccountRecords, book: BookFacts) {
    this.records = records;
    this.book = book;
    const encounters = encountersOf(records, book.touches);
    this.touches = encounters.filter((each) => each.touch).map(({ at }) => at);
    this.meetings = meetingsOf(
      encounters.filter((each) => each.touch && each.theirs.length + each.either.length > 0),
      whoIsWho(records.contacts, records.keys),
      book.team,
    );
    this.judgements = judgementsOf(records);
    const said = records.subscriptions.map(({ updatedAt }) => updatedAt);
    this.contractsAt = said.length === 0 ? undefined : said.reduce((a, b) => Math.max(a, b));
  }

  get account(): Account {
    return this.records.account;
  }

  get summary(): AccountSummary | undefined {
    return this.records.summary;
  }

  signalsAt(now: number): Signals {
    const { account, summary, weeks, contacts, subscriptions, objectives } = this.records;
    const { bookFeatures, reach, cadence, touchesFrom, dayOf } = this.book;
    const today = dayOf(now);
    const licences = licencesOn(subscriptions, today);
    const plan = planOn(objectives, today, now);
    const facts: HealthFacts = {
      account,
      summary,
      weeks,
      contacts,
      lastContact: lastContacts(this.meetings, now),
      touches: this.touches,
      sentiment: this.judgements.find(({ at }) => dayOf(at) <= today),
      bookFeatures,
      reach,
      cadence,
      touchesFrom,
      contractsAt: this.contractsAt,
      today,
      dayOf,
      ...(licences === undefined ? {} : { licences }),
      ...(plan === undefined ? {} : { plan }),
    };
    return signalsOf(facts, now);
  }

  /** The first instant of which anything is known; undefined = nothing is dated. */
  knownSince(): number | undefined {
    const { weeks, subscriptions, account } = this.records;
    const days = [account.customerSince, ...subscriptions.map((each) => each.startDate)];
    const times = [
      ...days.map((day) => (day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`))),
      ...this.touches,
      ...this.judgements.map(({ at }) => at),
      weeks === undefined ? Number.NaN : beganAt(weeks),
    ].filter((time) => !Number.isNaN(time));
    return times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));
  }
}

/** What the variables of a template stand for on an account, on a day; how it is written is up to the reader's locale. */
import type { Money } from '../../base/money.ts';
import type { AccountRow } from '../summary/account-row.ts';
import type { TemplateValues } from './render-template.ts';

/** How values are written, in the template's language. */
export interface TemplateWords {
  date(isoDate: string): string;
  time(at: number): string;
  money(money: Money): string;
  number(value: number): string;
  list(items: readonly string[]): string;
  stage(stage: string): string;
}

export interface TemplateFacts {
  /** Undefined: the note belongs to no account. */
  readonly row: AccountRow | undefined;
  /** When the note's activity takes place. */
  readonly at: number;
  /** The calendar day of an instant on this machine, 'YYYY-MM-DD'. */
  readonly dayOf: (at: number) => string;
  readonly attendees: readonly string[];
  readonly me: string | undefined;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function maybe<T>(value: T | undefined, say: (value: T) => string): string | undefined {
  return value === undefined ? undefined : say(value);
}

export function templateValues(facts: TemplateFacts, words: TemplateWords): TemplateValues {
  const { row, at, dayOf } = facts;
  const today = dayOf(at);
  const renewal = row?.renewalDate;
  const touched = maybe(row?.lastTouchAt, dayOf);
  return {
    'account.name': row?.account.name,
    'account.stage': maybe(row?.account.stage, words.stage),
    'account.segment': row?.account.segment,
    'account.domain': row?.account.domain,
    owner: row?.account.owner,
    arr: row === undefined || row.arr.length === 0 ? undefined : words.list(row.arr.map(words.money)),
    'renewal.date': maybe(renewal, words.date),
    'renewal.daysLeft': maybe(renewal, (day) => words.number(daysBetween(today, day))),
    lastTouch: maybe(touched, words.date),
    'lastTouch.daysAgo': maybe(touched, (day) => words.number(daysBetween(day, today))),
    openTickets: row === undefined ? undefined : words.number(row.openTickets),
    date: words.date(today),
    time: words.time(at),
    attendees: facts.attendees.length === 0 ? undefined : words.list(facts.attendees),
    me: facts.me,
  };
}

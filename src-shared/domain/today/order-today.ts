/** Today as one list: value at stake × urgency × what can still be changed, each factor with the reason for its figure. */
import type { Money } from '../../base/money.ts';
import { daysUntil } from '../contradictions/facts.ts';
import type { Factor, TodayAccount, TodayEntry, TodayItem, When } from './entry.ts';
import { reachOf } from './reach.ts';
import { urgencyOf } from './urgency.ts';

export interface TodayInput {
  readonly items: readonly TodayItem[];
  readonly accounts: ReadonlyMap<string, TodayAccount>;
  /** The median account's yearly revenue by currency, minor units: amounts of two currencies are never added. */
  readonly usual: ReadonlyMap<string, number>;
  readonly now: number;
  readonly today: string;
}

/** Of an account whose revenue nobody knows, and of what belongs to no account. */
const UNKNOWN_STAKE = 0.4;
/** A small account still counts for something. */
const LEAST_STAKE = 0.25;

/** The median of the accounts that have revenue, by currency. */
export function usualRevenue(accounts: Iterable<Pick<TodayAccount, 'arr'>>): Map<string, number> {
  const amounts = new Map<string, number[]>();
  for (const { arr } of accounts)
    for (const { minor, currency } of arr) {
      if (minor <= 0) continue;
      const list = amounts.get(currency);
      if (list === undefined) amounts.set(currency, [minor]);
      else list.push(minor);
    }
  const usual = new Map<string, number>();
  for (const [currency, list] of amounts) {
    list.sort((a, b) => a - b);
    const middle = list.length >> 1;
    const high = list[middle] ?? 0;
    usual.set(currency, list.length % 2 === 1 ? high : ((list[middle - 1] ?? high) + high) / 2);
  }
  return usual;
}

/** How many usual accounts this one is worth; undefined = its revenue is not known. */
function timesUsual(arr: readonly Money[], usual: ReadonlyMap<string, number>): number | undefined {
  let times: number | undefined;
  for (const { minor, currency } of arr) {
    const middle = usual.get(currency);
    if (middle !== undefined && middle > 0 && minor > 0) times = (times ?? 0) + minor / middle;
  }
  return times;
}

function stakeOf(account: TodayAccount | undefined, usual: ReadonlyMap<string, number>): Factor {
  if (account === undefined) return { value: UNKNOWN_STAKE, why: 'no-account', figures: {} };
  const times = timesUsual(account.arr, usual);
  if (times === undefined) return { value: UNKNOWN_STAKE, why: 'no-revenue', figures: {} };
  const value = LEAST_STAKE + (1 - LEAST_STAKE) * (times / (times + 1));
  return { value, why: 'revenue', figures: { times } };
}

export function accountOf(item: TodayItem): string {
  switch (item.kind) {
    case 'alert':
      return item.alert.account;
    case 'contradiction':
      return item.contradiction.account;
    case 'task':
      return item.task.account;
    case 'draft':
      return item.draft.accountId;
    case 'conflict':
      return item.account;
    case 'unsent':
      return item.unsent.account;
    case 'meeting':
      return item.meeting.accounts[0]?.account ?? '';
  }
}

function idOf(item: TodayItem): string {
  switch (item.kind) {
    case 'alert':
      return `alert ${item.alert.id}`;
    case 'contradiction':
      return `contradiction ${item.contradiction.id}`;
    case 'task':
      return `task ${item.task.id}`;
    case 'draft':
      return `draft ${item.draft.id}`;
    case 'conflict':
      return `conflict ${item.account}`;
    case 'unsent':
      return `unsent ${item.unsent.account}`;
    case 'meeting':
      return `meeting ${item.meeting.id}`;
  }
}

/** As a screen says it, in whole per cent: who multiplies the three gets the figure that the list is ordered by. */
function shown(factor: Factor): Factor {
  return { ...factor, value: Math.round(factor.value * 100) / 100 };
}

/** The first is what matters most. The same items give the same list, in whatever order they come. */
export function orderToday({ items, accounts, usual, now, today }: TodayInput): TodayEntry[] {
  const entries = new Map<string, TodayEntry>();
  const gone = new Set<string>();
  for (const item of items)
    if (item.kind === 'alert' && item.alert.reason === 'renewal-lost') gone.add(item.alert.account);
  for (const item of items) {
    const id = idOf(item);
    if (entries.has(id)) continue;
    const account = accountOf(item);
    const about = accounts.get(account);
    const renewalDays = daysUntil(about?.renewal, today);
    const stake = shown(stakeOf(about, usual));
    const when: When = { now, today, renewalDays, decided: gone.has(account) };
    const urgency = shown(urgencyOf(item, when));
    const reach = shown(reachOf(item, when));
    const score = stake.value * urgency.value * reach.value;
    entries.set(id, { id, account, item, stake, urgency, reach, score });
  }
  return [...entries.values()].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** What stands on one line of the list: the gravest of an account with what else was found there. */
export interface TodayLine {
  readonly id: string;
  readonly head: TodayEntry;
  readonly also: readonly TodayEntry[];
}

/** Findings about one account stand together, at the place of the gravest; what is to be done stands for itself. */
export function foldByAccount(entries: readonly TodayEntry[]): TodayLine[] {
  const lines: { readonly id: string; readonly head: TodayEntry; readonly also: TodayEntry[] }[] = [];
  const byAccount = new Map<string, TodayEntry[]>();
  for (const entry of entries) {
    const { kind } = entry.item;
    const folds = entry.account !== '' && (kind === 'alert' || kind === 'contradiction');
    const also = folds ? byAccount.get(entry.account) : undefined;
    if (also !== undefined) {
      also.push(entry);
      continue;
    }
    // The line is the account's, whatever is the gravest about it: it stays the same while findings come and go.
    const line = { id: folds ? `account ${entry.account}` : entry.id, head: entry, also: [] };
    if (folds) byAccount.set(entry.account, line.also);
    lines.push(line);
  }
  return lines;
}

/** English words for the figures of a measure: shares, changes, days, answers, and what they say about an account. */
import type { Signal } from '#shared/model/health.ts';
import { fixed } from '../finer.ts';
import { formatsFor, isoDateOf } from '../format.ts';
import { isLevel, isOver, number, one, STEADY } from '../measure-numbers.ts';
import { formatCount, plural } from '../plural.ts';
import { typicalPair } from '../typical-pair.ts';

/** What costs most of a score's points, and what holds most of it up: little is "only" little there. */
export type Effect = 'drag' | 'lift';

/** A few are not none, and nearly all are not all: neither is rounded away. */
export function percent(share: number, finer = 0): string {
  if (finer > 0) return `${fixed(share * 100, finer)}%`;
  if (share > 0 && share < 0.005) return 'under 1%';
  return share >= 0.995 && share < 1 ? 'over 99%' : `${formatCount(Math.round(share * 100))}%`;
}

/** What the objectives have come to, where they are recorded here. */
export function plan({ source, value, n, of }: Signal): string | undefined {
  if (source !== 'plan' || n === undefined || of === undefined) return undefined;
  return value >= 1
    ? `on time (${percent(of)} due by now)`
    : `${percent(n)} is there where ${percent(of)} is due by now`;
}

export const days = (value: number, finer = 0) =>
  finer === 0 ? plural(Math.round(value), 'day', 'days') : `${fixed(value, finer)} days`;
export const hours = (value: number, finer = 0) =>
  value < 1
    ? `${fixed(value * 60, finer)} min`
    : value < 48
      ? `${number(value, finer)} h`
      : `${number(value / 24, finer)} days`;
export const answers = (n: number | undefined) =>
  n === undefined ? '' : ` (${plural(n, 'answer', 'answers')})`;
export const pairOf = ({ n, of }: Signal) =>
  n === undefined || of === undefined ? '' : typicalPair(n, of, 'en').join(' against ');
export const against = (signal: Signal) => {
  const figures = pairOf(signal);
  return figures === '' ? '' : ` (${figures} ${signal.span === undefined ? 'a week' : 'in four weeks'})`;
};
export const season = (signal: Signal) => (signal.season === true ? ', season taken out' : '');
export const users = ({ per }: Signal) => (per === 'licensed' ? 'licensed' : 'tracked');
export const ago = (value: number) => (Math.round(value) === 0 ? 'today' : `${days(value)} ago`);
export const every = (value: number) => (value === 1 ? 'every day' : `every ${days(value)}`);

export const dayOf = ({ at }: Pick<Signal, 'at'>) => formatsFor('en').date(isoDateOf(at));

/** Nobody says that something happens "0 times" or "1 times". */
export function times(value: number): string {
  if (value < 0.05) return 'less than 0.1 times';
  return one.format(value) === '1' ? 'once' : `${one.format(value)} times`;
}

/** How many are active; a count that a source states is that of a week or a day. */
export function active(signal: Signal): string {
  return `${signal.atLeast === true ? 'at least ' : ''}${formatCount(signal.n ?? 0)}`;
}

export const only = (as: Effect | undefined) => (as === 'drag' ? 'only ' : '');

export function activeUsers(signal: Signal, as?: Effect): string {
  const of = formatCount(signal.of ?? 0);
  if (isOver(signal))
    return `more people are active than there are licences: ${active(signal)} of them on ${plural(signal.of ?? 0, 'licence', 'licences')}`;
  if (signal.n === 0) return `none of ${of} ${users(signal)} users is active`;
  const are = signal.n === 1 ? 'is' : 'are';
  if (as === 'drag')
    return `only ${formatCount(signal.n ?? 0)} of ${of} ${users(signal)} users ${are} ${signal.atLeast === true ? 'known to be ' : ''}active`;
  return `${active(signal)} of ${of} ${users(signal)} users ${are} active`;
}

/** "no touch with an executive for at least 12 days" */
export function contact(who: string, { value, atLeast }: Signal): string {
  if (atLeast !== true) return `the last touch with ${who} was ${ago(value)}`;
  return value < 1
    ? `no touch with ${who} is known yet`
    : `there has been no touch with ${who} for at least ${days(value)}`;
}

export function contactShort({ value, atLeast }: Signal): string {
  if (atLeast !== true) return ago(value);
  return value < 1 ? 'none known yet' : `none for at least ${days(value)}`;
}

/** What the season explains has fallen all the same. */
function level(subject: string, { season: seasonal, n, of = 0 }: Signal, as: Effect | undefined): string {
  if (seasonal !== true) return `${subject} is ${as === 'drag' ? 'not growing' : 'level'}`;
  const plain = n === undefined || of === 0 ? 0 : n / of - 1;
  return plain < 0 && !isLevel(plain)
    ? `${subject} is down ${percent(-plain)}, as at this time last year`
    : `${subject} is where the season has it, as a year ago`;
}

export function moved(subject: string, signal: Signal, as: Effect | undefined): string {
  const { value } = signal;
  if (isLevel(value)) return level(subject, signal, as);
  if (as === 'lift' && Math.abs(value) < STEADY) return `${subject} is steady`;
  if (value === -1) return `${subject} fell to nothing`;
  if (signal.season === true) return `${subject} is ${percent(-value)} below where the season would have it`;
  const little = (value > 0 && as === 'drag') || (value < 0 && as === 'lift') ? 'only ' : '';
  return `${subject} ${value > 0 ? 'rose' : 'fell'} by ${little}${percent(Math.abs(value))}`;
}

export function renewal(value: number): string {
  if (value < 0) return `the renewal date passed ${days(-value)} ago`;
  return value === 0
    ? 'the renewal is today'
    : value === 1
      ? 'the renewal is tomorrow'
      : `the renewal is in ${days(value)}`;
}

const SENTIMENTS = ['very bad', 'bad', 'neutral', 'good', 'very good'];
export const sentiment = (value: number, finer = 0) =>
  (finer === 0 ? SENTIMENTS[Math.round(value) - 1] : `${fixed(value, finer)} of 5`) ?? one.format(value);

/** Rules of the user's own: made ready once with what is wrong about them, then only compared, account by account. */
import { decimalFromMoney, type Money } from '../../base/money.ts';
import type { Fact, OwnRule, RuleSide } from '../../model/alert.ts';
import type { FieldKind } from '../../model/field.ts';
import { MEASURES, type MeasureId } from '../../model/health.ts';
import { fieldSpec } from '../../model/nouns.ts';
import { dayNumber } from '../table/days.ts';
import type { AccountCase, Moment } from './account-case.ts';
import { measureFact } from './facts.ts';

export const FIELD_SIDE = 'field:';
export const CUSTOM_SIDE = 'custom:';

/** A measure rises or falls when it moved by this share of what it was 30 days ago. */
const MOVE = 0.1;
/** These are changes themselves: above this they rise, below its negative they fall. */
const CHANGES: ReadonlySet<string> = new Set(['active-trend', 'usage-trend', 'contract-trend']);

export type SideTrouble =
  /** The field or column is no longer there. */
  | { readonly type: 'unknown'; readonly of: string }
  /** Above and below need a number to compare with. */
  | { readonly type: 'needs-number'; readonly of: string }
  /** Before and after need a day. */
  | { readonly type: 'needs-day'; readonly of: string }
  /** "Is" needs something to compare with. */
  | { readonly type: 'needs-value'; readonly of: string }
  /** Only measures are remembered day by day: a field neither rises nor falls. */
  | { readonly type: 'no-history'; readonly of: string };

export type SideTest = (each: AccountCase, moment: Moment) => Fact | undefined;

export interface ReadyRule {
  readonly rule: OwnRule;
  /** Why it cannot run. An unknown part is no crash: the rule just rests. */
  readonly troubles: readonly SideTrouble[];
  /** Of `a` and `b`; none where it cannot run. */
  readonly sides: readonly SideTest[];
  readonly find: (each: AccountCase, moment: Moment) => readonly [Fact, Fact] | undefined;
}

export function isMeasure(of: string): of is MeasureId {
  return (MEASURES as readonly string[]).includes(of);
}

function exists(of: string, custom: ReadonlySet<string>): boolean {
  if (isMeasure(of)) return true;
  if (of.startsWith(FIELD_SIDE)) return fieldSpec('account', of.slice(FIELD_SIDE.length)) !== undefined;
  return of.startsWith(CUSTOM_SIDE) && custom.has(of.slice(CUSTOM_SIDE.length));
}

/** Of a field of the account, what its value is. */
export function kindOfSide(of: string): FieldKind | undefined {
  return of.startsWith(FIELD_SIDE) ? fieldSpec('account', of.slice(FIELD_SIDE.length))?.kind : undefined;
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(dayNumber(value));
}

function troubleOf({ of, test, value }: RuleSide, custom: ReadonlySet<string>): SideTrouble | undefined {
  if (!exists(of, custom)) return { type: 'unknown', of };
  if ((test === 'rises' || test === 'falls') && !isMeasure(of)) return { type: 'no-history', of };
  if (kindOfSide(of) === 'date')
    return test === 'missing' || isDay(value) ? undefined : { type: 'needs-day', of };
  if ((test === 'above' || test === 'below') && !(typeof value === 'number' && Number.isFinite(value)))
    return { type: 'needs-number', of };
  return test === 'is' && (value === undefined || value === null || value === '')
    ? { type: 'needs-value', of }
    : undefined;
}

/** A side that is told by comparing with an earlier day, not by a change that is a measure itself. */
export function isMove({ of, test }: RuleSide): boolean {
  return (test === 'rises' || test === 'falls') && !CHANGES.has(of);
}

/** The measures of which rules ask whether they rise or fall: their values of 30 days ago have to be known. */
export function movingMeasures(rules: readonly Pick<ReadyRule, 'rule'>[]): readonly MeasureId[] {
  const sides = rules.flatMap(({ rule }) => [rule.a, rule.b].filter(isMove));
  return [...new Set(sides.map(({ of }) => of).filter(isMeasure))].sort();
}

function moves(id: MeasureId, direction: 1 | -1): SideTest {
  return (each) => {
    const signal = each.signals[id];
    if (signal === undefined) return undefined;
    if (CHANGES.has(id)) return signal.value * direction >= MOVE ? measureFact(each.signals, id) : undefined;
    const before = each.earlier?.values?.[id];
    if (before === undefined) return undefined;
    const by = (signal.value - before) * direction;
    return by > 0 && by >= Math.abs(before) * MOVE ? measureFact(each.signals, id) : undefined;
  };
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

/** The number of a field's value; of money the amount as people say it, in the account's own currency. */
function numberOf(value: unknown): number | undefined {
  if (isMoney(value)) return decimalFromMoney(value);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** What a rule's value is compared with. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return isMoney(value) ? String(decimalFromMoney(value)) : String(value);
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** Words are compared without regard to case and width. */
function fold(value: unknown): string {
  return textOf(value).normalize('NFKC').trim().toLowerCase();
}

function same(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(value)) return value.some((each) => fold(each) === fold(wanted));
  return fold(value) === fold(wanted);
}

/** Text is written as it is stored: a language says the word of a choice and the day of a date. */
function fieldFact(of: string, value: unknown, at: number | undefined): Fact {
  const figure = isEmpty(value) ? '' : (numberOf(value) ?? textOf(value));
  return {
    what: of,
    value: figure,
    source: 'account',
    ...(at === undefined ? {} : { at }),
    ...(isMoney(value) ? { currency: value.currency } : {}),
  };
}

/** Days stand for themselves: as text they are in order. */
function compares(value: unknown, wanted: unknown, isAbove: boolean, isOfDays: boolean): boolean {
  if (isOfDays) {
    const day = isDay(value) ? value.slice(0, 10) : undefined;
    if (day === undefined || !isDay(wanted)) return false;
    return isAbove ? day > wanted : day < wanted;
  }
  const number = numberOf(value);
  if (number === undefined || typeof wanted !== 'number') return false;
  return isAbove ? number > wanted : number < wanted;
}

function fieldTest({ of, test, value: wanted }: RuleSide): SideTest {
  const name = of.startsWith(FIELD_SIDE) ? of.slice(FIELD_SIDE.length) : of;
  const isOfDays = kindOfSide(of) === 'date';
  const holds = (value: unknown): boolean => {
    if (test === 'missing' || isEmpty(value)) return test === 'missing' && isEmpty(value);
    return test === 'is' ? same(value, wanted) : compares(value, wanted, test === 'above', isOfDays);
  };
  return (each) => {
    const value = each.field?.(name);
    return holds(value) ? fieldFact(of, value, each.recordAt) : undefined;
  };
}

function measureTest(id: MeasureId, { test, value: wanted }: RuleSide): SideTest {
  if (test === 'rises' || test === 'falls') return moves(id, test === 'rises' ? 1 : -1);
  return (each, { now }) => {
    const signal = each.signals[id];
    if (test === 'missing')
      return signal === undefined ? { what: id, value: '', source: 'health', at: now } : undefined;
    if (signal === undefined) return undefined;
    const limit = Number(wanted);
    const holds =
      test === 'above'
        ? signal.value > limit
        : test === 'below'
          ? signal.value < limit
          : signal.value === limit;
    return holds ? measureFact(each.signals, id) : undefined;
  };
}

function readySide(side: RuleSide): SideTest {
  return isMeasure(side.of) ? measureTest(side.of, side) : fieldTest(side);
}

/** `custom`: names of the columns that accounts have of their own. */
export function readyRule(rule: OwnRule, custom: ReadonlySet<string>): ReadyRule {
  const troubles = [rule.a, rule.b].flatMap((side) => troubleOf(side, custom) ?? []);
  if (rule.off || troubles.length > 0) return { rule, troubles, sides: [], find: () => undefined };
  const a = readySide(rule.a);
  const b = readySide(rule.b);
  return {
    rule,
    troubles,
    sides: [a, b],
    find(each, moment) {
      const first = a(each, moment);
      const second = first === undefined ? undefined : b(each, moment);
      return first === undefined || second === undefined ? undefined : [first, second];
    },
  };
}

/** What makes a fact another one, where it changes by somebody's doing and not a little each day; undefined = nothing. */
function changeOf(fact: Fact): string | undefined {
  if (!isMeasure(fact.what)) return [fact.value, fact.currency ?? ''].join(' ').trim();
  if (typeof fact.value !== 'number') return undefined;
  if (fact.what === 'nps' || fact.what === 'sentiment') return String(Math.round(fact.value));
  return fact.what === 'csat' ? String(Math.round(fact.value * 100)) : undefined;
}

/** A rule that was rewritten is another rule, even though it kept its name; another answer or field is another story. */
export function ownMark({ a, b }: OwnRule, facts: readonly Fact[]): string {
  return JSON.stringify([a, b, ...facts.flatMap((fact) => changeOf(fact) ?? [])]);
}

export interface RuleReach {
  /** Accounts for which both sides have something to compare. */
  readonly data: number;
  /** Accounts for which it holds. */
  readonly hits: number;
}

function hasData(of: string, each: AccountCase): boolean {
  if (isMeasure(of)) return each.signals[of] !== undefined;
  return !isEmpty(each.field?.(of.startsWith(FIELD_SIDE) ? of.slice(FIELD_SIDE.length) : of));
}

/** For the editor: whether the rule has anything to work on, and how often it would speak. */
export function reachOf(ready: ReadyRule, cases: Iterable<AccountCase>, moment: Moment): RuleReach {
  const { a, b } = ready.rule;
  let data = 0;
  let hits = 0;
  for (const each of cases) {
    const known = (side: RuleSide) => side.test === 'missing' || hasData(side.of, each);
    if (known(a) && known(b)) data++;
    if (ready.find(each, moment) !== undefined) hits++;
  }
  return { data, hits };
}

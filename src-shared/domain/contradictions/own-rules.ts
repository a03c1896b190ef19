/** Rules of the user's own: made ready once with what is wrong about them, then only compared, account by account. */
import type { Fact, OwnRule, RuleSide } from '../../model/alert.ts';
import { MEASURES, type MeasureId } from '../../model/health.ts';
import { fieldSpec } from '../../model/nouns.ts';
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
  /** "Is" needs something to compare with. */
  | { readonly type: 'needs-value'; readonly of: string }
  /** Only measures are remembered day by day: a field neither rises nor falls. */
  | { readonly type: 'no-history'; readonly of: string };

type SideTest = (each: AccountCase, moment: Moment) => Fact | undefined;

export interface ReadyRule {
  readonly rule: OwnRule;
  /** Why it cannot run. An unknown part is no crash: the rule just rests. */
  readonly troubles: readonly SideTrouble[];
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

function troubleOf({ of, test, value }: RuleSide, custom: ReadonlySet<string>): SideTrouble | undefined {
  if (!exists(of, custom)) return { type: 'unknown', of };
  if ((test === 'rises' || test === 'falls') && !isMeasure(of)) return { type: 'no-history', of };
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

/** The number of a field's value: of money its major amount is not known here, so its minor units count. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'object' && value !== null && 'minor' in value && typeof value.minor === 'number')
    return value.minor;
  return undefined;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
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

function fieldTest({ of, test, value: wanted }: RuleSide): SideTest {
  const name = of.startsWith(FIELD_SIDE) ? of.slice(FIELD_SIDE.length) : of;
  const fact = (value: unknown): Fact => ({
    what: of,
    value: typeof value === 'number' ? value : isEmpty(value) ? '' : textOf(value),
    source: 'account',
  });
  return (each) => {
    const value = each.field?.(name);
    if (test === 'missing') return isEmpty(value) ? fact(value) : undefined;
    if (isEmpty(value)) return undefined;
    if (test === 'is') return same(value, wanted) ? fact(value) : undefined;
    const number = numberOf(value);
    if (number === undefined || typeof wanted !== 'number') return undefined;
    return (test === 'above' ? number > wanted : number < wanted) ? fact(value) : undefined;
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
  if (rule.off || troubles.length > 0) return { rule, troubles, find: () => undefined };
  const a = readySide(rule.a);
  const b = readySide(rule.b);
  return {
    rule,
    troubles,
    find(each, moment) {
      const first = a(each, moment);
      const second = first === undefined ? undefined : b(each, moment);
      return first === undefined || second === undefined ? undefined : [first, second];
    },
  };
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

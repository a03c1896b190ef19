/** The form of an objective: its texts as they are typed, and what they come to or what is wrong with them. Pure. */
import type { ObjectiveInput } from '#renderer/data/plans.ts';
import { readNumber } from '#renderer/ui/number-field.tsx';
import { readMoney } from '#renderer/ui/read-money.ts';
import { decimalFromMoney, minorDigits } from '#shared/base/money.ts';
import { currentOn } from '#shared/domain/plans/progress.ts';
import type { Direction, ObjectiveKind, ObjectiveValue } from '#shared/model/objective.ts';
import type { Asked } from './use-plan-changes.ts';

export interface FormState {
  readonly kind: ObjectiveKind;
  readonly title: string;
  readonly why: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly baseline: string;
  readonly target: string;
  readonly startsOn: string | undefined;
  readonly due: string | undefined;
  readonly amount: string;
  readonly method: string;
  /** '' = nobody. */
  readonly confirmedBy: string;
  readonly confirmedOn: string | undefined;
}

function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function amountOf(value: ObjectiveValue | undefined): string {
  if (value === undefined) return '';
  const { amount } = value;
  return `${decimalFromMoney(amount).toFixed(minorDigits(amount.currency))} ${amount.currency}`;
}

/** The first objective of an account is an early win; a raised one begins where the one before has come to. */
export function startOf(asked: Asked, today: string, isFirst: boolean): FormState {
  if (asked.type === 'add')
    return {
      kind: isFirst ? 'early-win' : 'wider',
      title: '',
      why: '',
      unit: '',
      direction: 'up',
      baseline: '',
      target: '',
      startsOn: today,
      due: undefined,
      amount: '',
      method: '',
      confirmedBy: '',
      confirmedOn: undefined,
    };
  const { objective } = asked;
  const { kind, title, why, unit, direction, value } = objective;
  const same = { title, why, unit, direction };
  if (asked.type === 'raise') {
    const reached = currentOn(objective, today)?.value ?? objective.target;
    return { ...startOf({ type: 'add' }, today, false), ...same, baseline: textOf(reached) };
  }
  return {
    ...same,
    kind,
    baseline: textOf(objective.baseline),
    target: textOf(objective.target),
    startsOn: objective.startsOn,
    due: objective.due,
    amount: amountOf(value),
    method: value?.method ?? '',
    confirmedBy: value?.confirmedBy ?? '',
    confirmedOn: value?.confirmedOn,
  };
}

/** Which way is better follows from the figures where they tell. */
export function withFigures(state: FormState, patch: Partial<FormState>): FormState {
  const next = { ...state, ...patch };
  const from = readNumber(next.baseline);
  const to = readNumber(next.target);
  if (typeof from !== 'number' || typeof to !== 'number' || from === to) return next;
  return { ...next, direction: to > from ? 'up' : 'down' };
}

export type FormField = 'title' | 'baseline' | 'target' | 'startsOn' | 'due' | 'amount';
export type FormProblem =
  | 'required'
  | 'notNumber'
  | 'notMoney'
  | 'needsAmount'
  | 'wrongWay'
  | 'dueBeforeStart';
export type FormProblems = Partial<Record<FormField, FormProblem>>;

function worthOf(state: FormState, today: string): ObjectiveValue | FormProblem | undefined {
  const { amount, method, confirmedBy, confirmedOn } = state;
  if (amount.trim() === '') return method.trim() === '' && confirmedBy === '' ? undefined : 'needsAmount';
  const money = readMoney(amount, undefined);
  if (money === undefined) return 'notMoney';
  return {
    amount: money,
    method: method.trim(),
    ...(confirmedBy === '' ? {} : { confirmedBy, confirmedOn: confirmedOn ?? today }),
  };
}

export function readForm(
  state: FormState,
  today: string,
): { readonly input: ObjectiveInput } | { readonly problems: FormProblems } {
  const { kind, title, why, unit, direction, due, startsOn } = state;
  const baseline = readNumber(state.baseline);
  const target = readNumber(state.target);
  const value = worthOf(state, today);
  const problems: FormProblems = {
    ...(title.trim() === '' ? { title: 'required' as const } : {}),
    ...(baseline === undefined ? { baseline: 'notNumber' as const } : {}),
    ...(target === undefined ? { target: 'notNumber' as const } : {}),
    ...(startsOn === undefined ? { startsOn: 'required' as const } : {}),
    ...(typeof value === 'string' ? { amount: value } : {}),
  };
  if (Object.keys(problems).length > 0 || startsOn === undefined || typeof value === 'string')
    return { problems };
  const input = {
    kind,
    title,
    why,
    unit,
    direction,
    startsOn,
    due,
    value,
    baseline: baseline ?? undefined,
    target: target ?? undefined,
  };
  return { input };
}

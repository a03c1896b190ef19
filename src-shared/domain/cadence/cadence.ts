/** Cadence [接点頻度]: by touch model and stage a touch is due every N days; an account that is overdue drifts. */
import type { STAGES, TOUCH_MODELS } from '../../model/account.ts';
import { addDays, dayNumber } from '../table/days.ts';
import { coversSilence } from './next-contact.ts';

type TouchModel = (typeof TOUCH_MODELS)[number];
type Stage = (typeof STAGES)[number];

/** Days between touches; labels that the user added stand beside the delivered ones. */
export interface CadenceSettings {
  /** By touch model, then by stage; '' stands for any other stage. */
  readonly days: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** For touch models that are not listed. */
  readonly otherwise: number;
}

export const CADENCE_AS_DELIVERED: CadenceSettings & {
  readonly days: Readonly<Record<TouchModel, Readonly<Record<Stage | '', number>>>>;
} = {
  days: {
    high: { onboarding: 7, operation: 14, 'field-use': 21, outcome: 30, renewal: 14, '': 21 },
    low: { onboarding: 14, operation: 45, 'field-use': 60, outcome: 60, renewal: 30, '': 45 },
    tech: { onboarding: 30, operation: 90, 'field-use': 120, outcome: 120, renewal: 60, '': 90 },
  },
  otherwise: 45,
};

interface Placed {
  readonly touchModel?: string;
  readonly stage?: string;
}

/** A number of days that makes no sense counts as not said. */
function sane(days: number | undefined): number | undefined {
  return days !== undefined && Number.isFinite(days) && days >= 1 ? days : undefined;
}

/** Days within which a touch is due. */
export function cadenceDays({ touchModel, stage }: Placed, settings: CadenceSettings): number {
  const { days } = settings;
  const own = touchModel !== undefined && Object.hasOwn(days, touchModel) ? days[touchModel] : undefined;
  const staged =
    stage !== undefined && own !== undefined && Object.hasOwn(own, stage) ? own[stage] : undefined;
  return sane(staged) ?? sane(own?.['']) ?? sane(settings.otherwise) ?? CADENCE_AS_DELIVERED.otherwise;
}

/** Whole calendar days since the last touch; a touch dated ahead counts as today's. */
export function daysSinceTouch(lastTouch: string, today: string): number {
  return Math.max(0, dayNumber(today) - dayNumber(lastTouch));
}

export interface TouchDue {
  /** Days within which a touch is due. */
  readonly every: number;
  /** 'YYYY-MM-DD'. */
  readonly dueOn: string;
  /** Days past that; negative while there is time. */
  readonly daysOverdue: number;
  /** Overdue, and nothing is agreed either. */
  readonly drifting: boolean;
  /** The agreed day that keeps an overdue account from drifting. */
  readonly plannedOn?: string;
}

/**
 * `lastTouch` and `today` are 'YYYY-MM-DD'; `since` is the day from which a touch could be expected (the customer's
 * first) where there was none yet; `planned` is the next contact that was agreed. Undefined when nothing says when the
 * clock began.
 */
export function touchDue(
  account: Placed,
  lastTouch: string | undefined,
  today: string,
  settings: CadenceSettings = CADENCE_AS_DELIVERED,
  since?: string,
  planned?: { readonly on: string },
): TouchDue | undefined {
  const from = lastTouch ?? since;
  if (from === undefined || Number.isNaN(dayNumber(from))) return undefined;
  const every = cadenceDays(account, settings);
  const daysOverdue = daysSinceTouch(from, today) - every;
  const due = { every, dueOn: addDays(from, every), daysOverdue };
  if (daysOverdue > 0 && planned !== undefined && coversSilence(planned, today, every))
    return { ...due, drifting: false, plannedOn: planned.on };
  return { ...due, drifting: daysOverdue > 0 };
}

/** Days past the due day, 0 while there is time or nothing is known. */
export function daysOverdue(
  account: Placed,
  lastTouch: string | undefined,
  today: string,
  settings: CadenceSettings = CADENCE_AS_DELIVERED,
): number {
  return Math.max(0, touchDue(account, lastTouch, today, settings)?.daysOverdue ?? 0);
}

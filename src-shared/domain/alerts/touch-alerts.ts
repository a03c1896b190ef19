/** Alerts about contact: the day that was agreed for it, and silence beyond the cadence. */
import type { Fact } from '../../model/alert.ts';
import { coversSilence } from '../cadence/next-contact.ts';
import type { AccountCase, Moment } from '../contradictions/account-case.ts';
import { daysSince, plainFact } from '../contradictions/facts.ts';

interface TouchAlert {
  readonly type: 'activity';
  readonly reason: 'contact-agreed' | 'drifting';
  readonly urgency: number;
  readonly mark: string;
  readonly facts: readonly Fact[];
  /** 'YYYY-MM-DD'. */
  readonly on?: string;
}

/** The day that was agreed for the next contact is here, or has passed without one. */
export function contactAgreed({ planned, nextContact }: AccountCase): TouchAlert | undefined {
  if (planned === undefined || nextContact === undefined || nextContact.days > 0) return undefined;
  const { on, days } = nextContact;
  return {
    type: 'activity',
    reason: 'contact-agreed',
    urgency: Math.min(0.8, 0.6 - days * 0.02),
    // Put off on the day itself, it is news again once that day has passed.
    mark: days === 0 ? `${planned.note} ${on}` : `late ${planned.note} ${on}`,
    facts: [
      plainFact('contact-agreed', on, 'activity', planned.at),
      ...(days === 0 ? [] : [plainFact('contact-late', -days, 'activity', planned.at)]),
    ],
    on,
  };
}

/**
 * The signal is days since the last touch over the days that the cadence allows. Where the next contact is agreed soon
 * enough, nobody drifts: the score still counts the days.
 */
export function drifting({ signals, planned }: AccountCase, { now, today }: Moment): TouchAlert | undefined {
  const cadence = signals['touch-cadence'];
  if (cadence === undefined || cadence.value <= 1) return undefined;
  const days = cadence.n ?? daysSince(cadence.at, now);
  const allowed = cadence.of ?? Math.round(days / cadence.value);
  if (coversSilence(planned, today, allowed)) return undefined;
  return {
    type: 'activity',
    reason: 'drifting',
    urgency: Math.min(0.8, 0.35 + 0.15 * (cadence.value - 1)),
    // Twice as long as agreed is another matter than a week over.
    mark: cadence.value >= 2 ? `far ${cadence.at}` : String(cadence.at),
    facts: [
      // Nobody was ever in touch: then it is the day since when none is known.
      cadence.atLeast === true
        ? plainFact('no-touch-since', new Date(cadence.at).toISOString().slice(0, 10), 'activity', cadence.at)
        : plainFact('touch-days', days, 'activity', cadence.at, cadence.about),
      ...(allowed > 0 ? [plainFact('touch-allowed', allowed, 'cadence')] : []),
    ],
  };
}

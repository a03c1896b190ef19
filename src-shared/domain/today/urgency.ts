/** How soon something must happen, 0 to 1, and why. */
import { daysSince, daysUntil } from '../contradictions/facts.ts';
import type { Factor, TodayItem, When } from './entry.ts';

/** How long a contradiction can wait, by its rule; a rule of the user's own as most of them. */
const CONTRADICTIONS: Readonly<Record<string, number>> = {
  'forecast-renew-escalated': 0.75,
  'detractor-no-follow-up': 0.7,
  'support-quiet-usage-falling': 0.7,
  'nps-high-champion-changed': 0.65,
  'healthy-no-executive': 0.8,
  'usage-up-nps-low': 0.6,
  'onboarded-few-active': 0.4,
  'usage-up-no-outcome': 0.4,
};
const CONTRADICTION = 0.5;
const CONFLICT = 0.45;
const UNSENT = 0.4;
/** Days before a renewal from which on everything about the account is more urgent. */
const RENEWAL_NEAR = 120;
const RENEWAL_WEIGHT = 0.5;
const HOUR = 3_600_000;

function factor(value: number, why: string, figures: Factor['figures'] = {}): Factor {
  return { value: Math.min(1, Math.max(0, value)), why, figures };
}

/** A renewal ahead makes what is found on the account more urgent; its own alert has that in it already. */
function withRenewal(base: number, why: string, days: number): Factor {
  if (!(days >= 0 && days <= RENEWAL_NEAR)) return factor(base, why);
  const near = RENEWAL_WEIGHT * (1 - days / RENEWAL_NEAR);
  return factor(1 - (1 - base) * (1 - near), `${why}-renewal`, { days });
}

function taskUrgency(due: string | undefined, today: string): Factor {
  const days = daysUntil(due, today);
  if (Number.isNaN(days)) return factor(0.3, 'task-open');
  if (days < 0) return factor(0.7 + Math.min(0.2, -days * 0.02), 'task-overdue', { days: -days });
  return days === 0 ? factor(0.65, 'task-today') : factor(0.4, 'task-soon', { days });
}

function meetingUrgency(at: number, end: number, now: number): Factor {
  if (now > end) return factor(0.55, 'meeting-over');
  const hours = Math.max(0, (at - now) / HOUR);
  return factor(0.95 - Math.min(0.3, hours * 0.03), now >= at ? 'meeting-now' : 'meeting-today');
}

export function urgencyOf(item: TodayItem, { now, today, renewalDays }: When): Factor {
  switch (item.kind) {
    case 'alert': {
      const { type, reason, urgency, on } = item.alert;
      if (type === 'lifecycle' && reason.startsWith('renewal'))
        return factor(urgency, 'renewal', { days: daysUntil(on, today) });
      // What somebody accepted are two facts still; nothing need have become worse.
      if (reason.startsWith('accepted:')) return withRenewal(urgency, 'contradiction', renewalDays);
      if (reason === 'objective-overdue') return withRenewal(urgency, 'alert-objective', renewalDays);
      return withRenewal(urgency, `alert-${type}`, renewalDays);
    }
    case 'contradiction':
      return withRenewal(
        CONTRADICTIONS[item.contradiction.rule] ?? CONTRADICTION,
        'contradiction',
        renewalDays,
      );
    case 'task':
      return taskUrgency(item.task.due, today);
    case 'draft': {
      const days = daysSince(item.draft.updatedAt, now);
      return factor(0.5 + Math.min(0.3, days * 0.03), 'draft', { days });
    }
    case 'conflict':
      return factor(CONFLICT, 'conflict');
    case 'unsent':
      return factor(UNSENT, 'unsent');
    case 'meeting':
      return meetingUrgency(item.meeting.at, item.meeting.end, now);
  }
}

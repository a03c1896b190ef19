/** How much a CSM can still change about it, 0 to 1, and why. */
import type { Factor, TodayItem, When } from './entry.ts';

const NONE = {};

function factor(value: number, why: string): Factor {
  return { value, why, figures: NONE };
}

/** A renewal leaves less to be done the nearer it is. */
function renewalReach(days: number): Factor {
  if (!(days >= 0)) return factor(0.4, 'renewal-past');
  if (days === 0) return factor(0.55, 'renewal-today');
  if (days <= 7) return { ...factor(0.55, 'renewal-days'), figures: { days } };
  // Nobody calls ten days weeks.
  if (days < 21) return { ...factor(0.8, 'renewal-days-left'), figures: { days } };
  if (days <= 30) return factor(0.8, 'renewal-weeks');
  return factor(0.95, 'renewal-months');
}

const BY_REASON: Readonly<Record<string, Factor>> = {
  drifting: factor(0.95, 'call'),
  'contact-agreed': factor(1, 'prepare'),
  'champion-left': factor(0.85, 'successor'),
  'band-fell': factor(0.75, 'causes'),
  'score-fell': factor(0.75, 'causes'),
  'severe-tickets': factor(0.65, 'others'),
  'checkpoint-onboarding': factor(0.9, 'plan'),
  'checkpoint-operation': factor(0.85, 'plan'),
  'checkpoint-field-use': factor(0.85, 'plan'),
  'checkpoint-outcome': factor(0.85, 'plan'),
  'checkpoint-renewal': factor(0.95, 'call'),
  'objective-overdue': factor(0.85, 'plan'),
  'seats-nearly-used': factor(0.8, 'offer'),
};

const ASK = factor(0.75, 'ask');
const ANSWER = factor(0.75, 'answer');
/** They have said what is wrong: what is left is to answer. */
const ANSWERED: ReadonlySet<string> = new Set(['forecast-renew-escalated', 'detractor-no-follow-up']);
const INTRODUCTION = factor(0.9, 'introduction');
const EXECUTIVE = factor(0.9, 'executive');
const DECIDED = factor(0.3, 'decided');

/** What people do has its own weight; what was found about an account that has given notice has little. */
export function reachOf(item: TodayItem, { renewalDays, decided }: When): Factor {
  if (decided && (item.kind === 'alert' || item.kind === 'contradiction')) return DECIDED;
  switch (item.kind) {
    case 'alert':
      if (item.alert.reason === 'renewal') return renewalReach(renewalDays);
      return BY_REASON[item.alert.reason] ?? factor(0.8, 'accepted');
    case 'contradiction':
      if (ANSWERED.has(item.contradiction.rule)) return ANSWER;
      if (item.contradiction.rule !== 'healthy-no-executive') return ASK;
      return item.contradiction.facts.some(({ what }) => what === 'no-executive') ? INTRODUCTION : EXECUTIVE;
    case 'task':
      return item.task.side === 'ours' ? factor(1, 'do') : factor(0.7, 'remind');
    case 'draft':
      return factor(1, 'finish');
    case 'conflict':
      return factor(1, 'choose');
    case 'unsent':
      return factor(0.8, 'send');
    case 'meeting':
      return factor(1, 'prepare');
  }
}

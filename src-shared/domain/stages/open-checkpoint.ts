/** Which checkpoint of its stage an account has not reached, and the facts that show it; nothing known, nothing said. */
import type { Fact } from '../../model/alert.ts';
import type { AccountCase, Moment } from '../contradictions/account-case.ts';
import { usageGoes } from '../contradictions/case-facts.ts';
import { daysSince, daysUntil, plainFact, renewalFacts, signalFact } from '../contradictions/facts.ts';
import { LOW_ACTIVE_RATE } from '../contradictions/rules.ts';
import { CHECKPOINTS, type Checkpoint, type CheckpointFigure } from './checkpoints.ts';

/** Days before a renewal within which a conversation may have been about it. */
const TALK_DAYS = 120;
/** Older data say nothing about the last weeks. */
const FRESH_DAYS = 21;

interface Read {
  readonly value: number;
  readonly facts: readonly Fact[];
  /** Another one, and it is another story. */
  readonly mark?: string;
}

type Reader = (each: AccountCase, moment: Moment) => Read | undefined;

const READERS: Readonly<Record<CheckpointFigure, Reader>> = {
  'weeks-in-use': ({ weeksInUse }, { now }) => {
    if (weeksInUse === undefined || daysSince(weeksInUse.at, now) > FRESH_DAYS) return undefined;
    const { value, at } = weeksInUse;
    return {
      value,
      facts: [plainFact('weeks-in-use', value, 'usage', at)],
      mark: value === 0 ? 'none' : 'some',
    };
  },
  'active-rate': ({ signals }) => {
    const rate = signals['active-rate'];
    // Counts of a week show at least how many are active, never that half of them are not.
    if (rate === undefined || rate.atLeast === true) return undefined;
    // So few are a contradiction to onboarding that is over: once is enough.
    if (rate.value < LOW_ACTIVE_RATE) return undefined;
    return { value: rate.value, facts: [signalFact('active-rate', rate)] };
  },
  'outcomes-measured': (each, { now }) => {
    const { outcomesMeasured, objectives } = each;
    // While use goes up the lack of an outcome is a contradiction: once is enough.
    if (outcomesMeasured === undefined || usageGoes(each) === 1) return undefined;
    // The first plan in a book would otherwise raise an alert for every account that has none yet.
    if (objectives === 0) return undefined;
    return {
      value: outcomesMeasured,
      facts: [
        plainFact('stage', 'outcome', 'account', each.recordAt),
        plainFact('outcomes-measured', outcomesMeasured, 'plan', now),
      ],
    };
  },
  'talk-before-renewal': (each, { now, today }) => {
    const { renewal, lastTalk, lastTouchAt } = each;
    // Where nothing at all was ever logged nobody can say that they did not talk.
    if (renewal === undefined || lastTouchAt === undefined) return undefined;
    const days = daysUntil(renewal, today);
    const since = lastTalk === undefined ? undefined : Math.max(0, -daysUntil(lastTalk.day, today));
    const facts = [
      ...renewalFacts(each, days),
      since === undefined
        ? plainFact('no-talk', 0, 'activity', now)
        : plainFact('talk-days', since, 'activity', lastTalk?.at),
    ];
    return { value: since !== undefined && since + days <= TALK_DAYS ? 1 : 0, facts, mark: renewal };
  },
};

/** Whether the checkpoint is asked for by now. */
function isDue({ customerDays, renewalDays }: Checkpoint, each: AccountCase, today: string): boolean {
  if (customerDays > 0 && !(-daysUntil(each.customerSince, today) >= customerDays)) return false;
  if (renewalDays === undefined) return true;
  const days = daysUntil(each.renewal, today);
  return days >= 0 && days <= renewalDays;
}

export interface OpenCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly facts: readonly Fact[];
  readonly mark: string;
}

export function openCheckpoint(each: AccountCase, moment: Moment): OpenCheckpoint | undefined {
  for (const checkpoint of CHECKPOINTS) {
    if (checkpoint.stage !== each.stage || !isDue(checkpoint, each, moment.today)) continue;
    const read = READERS[checkpoint.figure](each, moment);
    if (read === undefined || read.value >= checkpoint.least) continue;
    return { checkpoint, facts: read.facts, mark: read.mark ?? '' };
  }
  return undefined;
}

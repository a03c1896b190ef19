/** Which playbooks a finding proposes: each names the reasons that it is for. */
import type { Alert, Contradiction } from '../../model/alert.ts';
import type { Playbook } from '../../model/playbook.ts';
import { ALERT_REASONS, RENEWAL_STEPS, renewalStep } from '../alerts/find-alerts.ts';
import { daysUntil } from '../contradictions/facts.ts';
import { CONTRADICTION_RULES } from '../contradictions/rules.ts';
import type { TodayItem } from '../today/entry.ts';

/** Prefix of a contradiction's rule, and of an alert that somebody made of one. */
const CONTRADICTION = 'contradiction:';
const ACCEPTED = 'accepted:';

/** A renewal asks for something else at each step, so it stands there once for each. */
export const PROPOSAL_ALERTS: readonly string[] = ALERT_REASONS.flatMap((reason) =>
  reason === 'renewal' ? RENEWAL_STEPS.map((step) => `renewal-${step}`) : [reason],
);
export const PROPOSAL_CONTRADICTIONS: readonly string[] = CONTRADICTION_RULES.map(
  (rule) => CONTRADICTION + rule,
);

export function reasonOfContradiction({ rule }: Pick<Contradiction, 'rule'>): string {
  return CONTRADICTION + rule;
}

/** Of an alert as playbooks name it; a renewal by the step that it has reached. */
export function reasonOfAlert({ reason, on }: Pick<Alert, 'reason' | 'on'>, today: string): string {
  if (reason.startsWith(ACCEPTED)) return CONTRADICTION + reason.slice(ACCEPTED.length);
  if (reason !== 'renewal') return reason;
  const step = renewalStep(daysUntil(on, today));
  return step === undefined ? reason : `renewal-${step}`;
}

/** Of what stands on a line of Today, in its order; tasks, drafts and meetings are no reasons. */
export function reasonsOf(items: readonly TodayItem[], today: string): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'alert') return reasonOfAlert(item.alert, today);
    return item.kind === 'contradiction' ? reasonOfContradiction(item.contradiction) : [];
  });
}

/** Those for the first reason first, each once; one that is off or has no steps is never among them. */
export function proposeFor(reasons: readonly string[], playbooks: readonly Playbook[]): readonly Playbook[] {
  const usable = playbooks.filter(({ off, steps }) => !off && steps.length > 0);
  const found = reasons.flatMap((reason) => usable.filter(({ proposedFor }) => proposedFor.includes(reason)));
  return [...new Set(found)];
}

/** What people, roles and findings of playbooks are called. */
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { RENEWAL_STEPS } from '#shared/domain/alerts/find-alerts.ts';
import { PROPOSAL_ALERTS } from '#shared/domain/playbooks/propose.ts';
import type { StepOwner } from '#shared/model/playbook.ts';

export function ownerName(
  owner: StepOwner,
  { playbooks, fields }: Pick<Texts, 'playbooks' | 'fields'>,
): string {
  const own: Readonly<Partial<Record<StepOwner, string>>> = playbooks.owners;
  return own[owner] ?? choiceLabel(fields, 'role', owner);
}

type ReasonTexts = Pick<Texts, 'playbooks' | 'alerts' | 'contradictions'>;

/** Of a reason as `proposalReason` names it. */
export function reasonName(reason: string, { playbooks, alerts, contradictions }: ReasonTexts): string {
  const step = RENEWAL_STEPS.find((days) => reason === `renewal-${days}`);
  if (step !== undefined) return playbooks.renewalStep(step);
  const reasons: Readonly<Record<string, string>> = alerts.reasons;
  const rules: Readonly<Record<string, { readonly title: string }>> = contradictions.rules;
  return reasons[reason] ?? rules[reason.replace(/^contradiction:/, '')]?.title ?? reason;
}

/** Two findings that a reader would not tell apart are one choice: 'Health fell' by band or by points. */
export function alertChoices(texts: ReasonTexts): readonly { name: string; reasons: readonly string[] }[] {
  const byName = new Map<string, string[]>();
  for (const reason of PROPOSAL_ALERTS) {
    const name = reasonName(reason, texts);
    byName.set(name, [...(byName.get(name) ?? []), reason]);
  }
  return [...byName].map(([name, reasons]) => ({ name, reasons }));
}

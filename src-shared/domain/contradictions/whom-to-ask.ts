/** Whom to ask about a contradiction: the roles that know, in order, and who of the account's people fills one. */
import type { Contact } from '../../model/contact.ts';
import { hasLeft } from '../people/gaps.ts';
import type { ContradictionRule } from './rules.ts';

const EXECUTIVES = ['executive-sponsor', 'economic-buyer'] as const;

/** The first role that somebody fills is the one to ask. */
export const ROLES_TO_ASK = {
  'usage-up-nps-low': ['field-manager', 'champion', 'user'],
  'usage-up-no-outcome': ['economic-buyer', 'executive-sponsor', 'champion'],
  'onboarded-few-active': ['field-manager', 'admin', 'champion'],
  'sentiment-good-health-falling': ['field-manager', 'champion', 'executive-sponsor'],
  'nps-high-champion-changed': [...EXECUTIVES, 'field-manager', 'admin'],
  'support-quiet-usage-falling': ['field-manager', 'champion', 'admin'],
  'healthy-no-executive': [...EXECUTIVES, 'champion'],
  'forecast-renew-escalated': [...EXECUTIVES, 'champion'],
  'admins-active-field-not': ['field-manager', 'user', 'champion'],
  'detractor-no-follow-up': ['champion', 'field-manager', 'executive-sponsor'],
} as const satisfies Readonly<Record<ContradictionRule, readonly string[]>>;

const ANYBODY = ['champion', 'field-manager', ...EXECUTIVES, 'admin', 'user'] as const;

export interface PersonToAsk {
  readonly role: string;
  /** Absent = nobody is known in any of the roles. */
  readonly contact?: Contact;
}

/** `first`: the person whom the fact is about, who knows best unless they have left. */
export function whomToAsk(
  rule: string,
  contacts: readonly Contact[],
  today: string,
  first?: string,
): PersonToAsk {
  const here = contacts.filter((contact) => !hasLeft(contact, today));
  const named = here.find((contact) => contact.id === first);
  if (named !== undefined) return { role: named.role ?? 'user', contact: named };
  const roles: readonly string[] = Object.hasOwn(ROLES_TO_ASK, rule)
    ? ROLES_TO_ASK[rule as ContradictionRule]
    : ANYBODY;
  for (const role of roles) {
    const contact = here.find((each) => each.role === role);
    if (contact !== undefined) return { role, contact };
  }
  return { role: roles[0] ?? 'champion' };
}

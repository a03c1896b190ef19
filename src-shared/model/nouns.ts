/** The nouns that a file or a CRM can bring, with their fields: the one list from which the rest derives. */
import { accountFields } from './account.ts';
import { activityFields } from './activity.ts';
import { contactFields } from './contact.ts';
import type { FieldSpec, NounName } from './field.ts';
import { churnEventFields, surveyFields, ticketFields, usageFields } from './history.ts';
import { opportunityFields } from './opportunity.ts';
import { subscriptionFields } from './subscription.ts';

export const nounFields = {
  account: accountFields,
  contact: contactFields,
  subscription: subscriptionFields,
  opportunity: opportunityFields,
  activity: activityFields,
  ticket: ticketFields,
  usage: usageFields,
  survey: surveyFields,
  churnEvent: churnEventFields,
} as const satisfies Record<NounName, Record<string, FieldSpec>>;

export const NOUN_NAMES = Object.keys(nounFields) as readonly NounName[];

/** Stored one record each, with a base per source. */
export type RecordNoun = 'account' | 'contact' | 'subscription' | 'opportunity';
export const RECORD_NOUNS: readonly RecordNoun[] = ['account', 'contact', 'subscription', 'opportunity'];

/** Stored in pages per account and time when they come from a source. The order is the lane number in page keys. */
export type HistoryNoun = 'usage' | 'ticket' | 'activity' | 'survey' | 'churnEvent';
export const HISTORY_NOUNS: readonly HistoryNoun[] = ['usage', 'ticket', 'activity', 'survey', 'churnEvent'];

export function isHistoryNoun(noun: NounName): noun is HistoryNoun {
  return (HISTORY_NOUNS as readonly NounName[]).includes(noun);
}

export type FieldName<N extends NounName> = Extract<keyof (typeof nounFields)[N], string>;

/** The description of a field, or undefined for a custom one. */
export function fieldSpec(noun: NounName, field: string): FieldSpec | undefined {
  const fields: Readonly<Record<string, FieldSpec>> = nounFields[noun];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
}

/** Subscription [契約]: recurring revenue from its start date up to, not including, its end date. */
import { defineFields, type FieldsOf, type RecordBase } from './field.ts';

export const subscriptionFields = defineFields({
  externalId: { kind: 'id', merge: 'crm', readOnly: true },
  account: { kind: 'relation', to: 'account', merge: 'crm' },
  name: { kind: 'text', merge: 'crm' },
  plan: { kind: 'text', merge: 'crm' },
  startDate: { kind: 'date', merge: 'crm' },
  endDate: { kind: 'date', merge: 'crm' },
  renewalDate: { kind: 'date', merge: 'ask' },
  mrr: { kind: 'money', merge: 'crm' },
  arr: { kind: 'money', merge: 'crm' },
  seats: { kind: 'integer', merge: 'crm' },
  billing: { kind: 'text', merge: 'crm' },
  autoRenew: { kind: 'boolean', merge: 'crm' },
  isTrial: { kind: 'boolean', merge: 'crm' },
  status: { kind: 'text', merge: 'crm' },
});

export type SubscriptionFields = FieldsOf<typeof subscriptionFields>;
export type Subscription = RecordBase & SubscriptionFields;

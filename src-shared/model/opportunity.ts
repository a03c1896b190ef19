/** Opportunity: a deal in the CRM: a renewal, an expansion or a first sale. */
import { defineFields, type FieldsOf, type RecordBase } from './field.ts';

export const opportunityFields = defineFields({
  name: { kind: 'text', merge: 'crm', required: true },
  externalId: { kind: 'id', merge: 'crm', readOnly: true },
  account: { kind: 'relation', to: 'account', merge: 'crm' },
  stage: { kind: 'text', merge: 'crm' },
  type: { kind: 'text', merge: 'crm' },
  amount: { kind: 'money', merge: 'crm' },
  closeDate: { kind: 'date', merge: 'crm' },
  probability: { kind: 'percent', merge: 'crm' },
  owner: { kind: 'person', merge: 'crm' },
  isClosed: { kind: 'boolean', merge: 'crm' },
  isWon: { kind: 'boolean', merge: 'crm' },
  nextStep: { kind: 'text', merge: 'ask' },
  leadSource: { kind: 'text', merge: 'crm' },
  description: { kind: 'longText', merge: 'crm' },
});

export type OpportunityFields = FieldsOf<typeof opportunityFields>;
export type Opportunity = RecordBase & OpportunityFields;

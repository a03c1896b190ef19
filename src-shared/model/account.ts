/** Account [アカウント]: a customer company; the centre to which every other noun is tied. */
import { defineFields, type FieldsOf, type RecordBase } from './field.ts';
import type { StageChange } from './stage-change.ts';

export const TOUCH_MODELS = ['high', 'low', 'tech'] as const;
export const STAGES = ['onboarding', 'operation', 'field-use', 'outcome', 'renewal'] as const;

export const accountFields = defineFields({
  name: { kind: 'text', merge: 'ask', required: true },
  nameKana: { kind: 'text', merge: 'ask' },
  externalId: { kind: 'id', merge: 'crm', readOnly: true },
  domain: { kind: 'url', merge: 'ask' },
  owner: { kind: 'person', merge: 'ask' },
  stage: { kind: 'choice', merge: 'ours', choices: STAGES },
  segment: { kind: 'text', merge: 'ask' },
  touchModel: { kind: 'choice', merge: 'ours', choices: TOUCH_MODELS },
  tags: { kind: 'tags', merge: 'union' },
  industry: { kind: 'text', merge: 'crm' },
  country: { kind: 'text', merge: 'crm' },
  region: { kind: 'text', merge: 'crm' },
  plan: { kind: 'text', merge: 'crm' },
  seats: { kind: 'integer', merge: 'crm' },
  employees: { kind: 'integer', merge: 'crm' },
  customerSince: { kind: 'date', merge: 'crm' },
  renewalDate: { kind: 'date', merge: 'ask' },
  arr: { kind: 'money', merge: 'crm' },
  sourceHealth: { kind: 'percent', merge: 'crm', readOnly: true },
  status: { kind: 'text', merge: 'crm' },
  phone: { kind: 'phone', merge: 'ask' },
  address: { kind: 'text', merge: 'crm' },
  leadSource: { kind: 'text', merge: 'crm' },
  parent: { kind: 'relation', to: 'account', merge: 'crm' },
  description: { kind: 'longText', merge: 'ask' },
});

export type AccountFields = FieldsOf<typeof accountFields>;
export type Account = RecordBase &
  AccountFields & {
    /** Kept by the two doors, oldest first; nobody writes it by hand. */
    stages?: readonly StageChange[];
  };

/** History that a source can give again: tickets, usage, survey answers, churn events; stored in pages. */
import { defineFields } from './field.ts';

export const ticketFields = defineFields({
  externalId: { kind: 'id', merge: 'crm', readOnly: true },
  account: { kind: 'relation', to: 'account', merge: 'crm' },
  contact: { kind: 'relation', to: 'contact', merge: 'crm' },
  at: { kind: 'dateTime', merge: 'crm', required: true },
  closedAt: { kind: 'dateTime', merge: 'crm' },
  subject: { kind: 'text', merge: 'crm' },
  status: { kind: 'text', merge: 'crm' },
  priority: { kind: 'text', merge: 'crm' },
  type: { kind: 'text', merge: 'crm' },
  owner: { kind: 'person', merge: 'crm' },
  resolutionHours: { kind: 'number', merge: 'crm' },
  firstResponseMinutes: { kind: 'number', merge: 'crm' },
  csat: { kind: 'number', merge: 'crm' },
  escalated: { kind: 'boolean', merge: 'crm' },
  body: { kind: 'longText', merge: 'crm' },
});

export const usageFields = defineFields({
  externalId: { kind: 'id', merge: 'crm', readOnly: true },
  account: { kind: 'relation', to: 'account', merge: 'crm' },
  subscription: { kind: 'relation', to: 'subscription', merge: 'crm' },
  contact: { kind: 'relation', to: 'contact', merge: 'crm' },
  at: { kind: 'dateTime', merge: 'crm', required: true },
  user: { kind: 'text', merge: 'crm' },
  feature: { kind: 'text', merge: 'crm' },
  count: { kind: 'number', merge: 'crm' },
  activeUsers: { kind: 'number', merge: 'crm' },
  durationSeconds: { kind: 'number', merge: 'crm' },
  errors: { kind: 'number', merge: 'crm' },
});

export const SURVEY_KINDS = ['nps', 'csat', 'ces', 'other'] as const;

export const surveyFields = defineFields({
  externalId: { kind: 'id', merge: 'crm', readOnly: true },
  account: { kind: 'relation', to: 'account', merge: 'crm' },
  contact: { kind: 'relation', to: 'contact', merge: 'crm' },
  at: { kind: 'dateTime', merge: 'crm', required: true },
  surveyKind: { kind: 'choice', merge: 'crm', choices: SURVEY_KINDS },
  score: { kind: 'number', merge: 'crm' },
  comment: { kind: 'longText', merge: 'crm' },
});

export const churnEventFields = defineFields({
  externalId: { kind: 'id', merge: 'crm', readOnly: true },
  account: { kind: 'relation', to: 'account', merge: 'crm' },
  at: { kind: 'dateTime', merge: 'crm', required: true },
  reason: { kind: 'text', merge: 'crm' },
  refund: { kind: 'money', merge: 'crm' },
  mrrLost: { kind: 'money', merge: 'crm' },
  isReactivation: { kind: 'boolean', merge: 'crm' },
  comment: { kind: 'longText', merge: 'crm' },
});

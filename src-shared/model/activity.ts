/** Activity [活動]: anything on the timeline that somebody did. What people write is a record; old ones are paged. */
import { defineFields, type FieldsOf, type RecordBase } from './field.ts';

export const ACTIVITY_KINDS = [
  'meeting',
  'call',
  'email',
  'visit',
  'qbr',
  'training',
  'note',
  'internal-note',
  'update',
  'task',
  'other',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

const TOUCH_KINDS: ReadonlySet<string> = new Set(['meeting', 'call', 'email', 'visit', 'qbr', 'training']);

/** A touch [接点] is an activity that counts as contact; internal notes, usage and tickets do not. */
export function isTouch(kind: string): boolean {
  return TOUCH_KINDS.has(kind);
}

export const activityFields = defineFields({
  externalId: { kind: 'id', merge: 'crm', readOnly: true },
  account: { kind: 'relation', to: 'account', merge: 'crm' },
  contact: { kind: 'relation', to: 'contact', merge: 'crm' },
  kind: { kind: 'choice', merge: 'ours', choices: ACTIVITY_KINDS },
  at: { kind: 'dateTime', merge: 'ask', required: true },
  subject: { kind: 'text', merge: 'ask' },
  body: { kind: 'longText', merge: 'ours' },
  participants: { kind: 'tags', merge: 'union' },
  owner: { kind: 'person', merge: 'crm' },
  durationMinutes: { kind: 'number', merge: 'crm' },
  direction: { kind: 'text', merge: 'crm' },
  status: { kind: 'text', merge: 'crm' },
});

export type ActivityFields = FieldsOf<typeof activityFields>;
export type Activity = RecordBase & ActivityFields;

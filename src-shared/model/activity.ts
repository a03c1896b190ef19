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

/** Whether activities of a kind count as contact. */
export type TouchRule = (kind: string) => boolean;

/** A touch [接点] is an activity that counts as contact; internal notes, usage and tickets do not. As delivered. */
export function isTouch(kind: string): boolean {
  return TOUCH_KINDS.has(kind);
}

/** The rule as the user has it: what their own rows of kinds say, else as delivered. */
export function touchRuleOf(rows: readonly { readonly id: string; readonly touch: boolean }[]): TouchRule {
  const own = new Map(rows.map((row) => [row.id, row.touch]));
  return (kind) => own.get(kind) ?? isTouch(kind);
}

export const activityFields = defineFields({
  externalId: { kind: 'id', merge: 'crm', readOnly: true },
  account: { kind: 'relation', to: 'account', merge: 'crm' },
  contact: { kind: 'relation', to: 'contact', merge: 'crm' },
  kind: { kind: 'choice', merge: 'ours', choices: ACTIVITY_KINDS },
  at: { kind: 'dateTime', merge: 'ask', required: true },
  subject: { kind: 'text', merge: 'ask' },
  body: { kind: 'longText', merge: 'ours' },
  /** Names as a source writes them. */
  participants: { kind: 'tags', merge: 'union' },
  /** Ids of the contacts who took part. */
  contacts: { kind: 'tags', merge: 'union' },
  /** Who took part on our side, by name. */
  team: { kind: 'tags', merge: 'union' },
  owner: { kind: 'person', merge: 'crm' },
  durationMinutes: { kind: 'number', merge: 'crm' },
  direction: { kind: 'text', merge: 'crm' },
  status: { kind: 'text', merge: 'crm' },
  /** Sentiment [感触]: 1 very bad to 5 very good, as the CSM judged it. */
  sentiment: { kind: 'integer', merge: 'ours' },
  /** At most three. */
  sentimentReasons: { kind: 'tags', merge: 'ours' },
  tags: { kind: 'tags', merge: 'union' },
  /** The day that was agreed for the next contact. */
  nextOn: { kind: 'date', merge: 'ours' },
});

export type ActivityFields = FieldsOf<typeof activityFields>;
export type Activity = RecordBase & ActivityFields;

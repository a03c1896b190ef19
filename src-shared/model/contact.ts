/** Contact [担当者]: a person on the customer's side. */
import { defineFields, type FieldsOf, type RecordBase } from './field.ts';

export const CONTACT_ROLES = [
  'champion',
  'executive-sponsor',
  'economic-buyer',
  'field-manager',
  'admin',
  'user',
] as const;

export const contactFields = defineFields({
  name: { kind: 'text', merge: 'ask', required: true },
  nameKana: { kind: 'text', merge: 'ask' },
  externalId: { kind: 'id', merge: 'crm', readOnly: true },
  account: { kind: 'relation', to: 'account', merge: 'crm' },
  email: { kind: 'email', merge: 'ask' },
  otherEmails: { kind: 'tags', merge: 'union' },
  phone: { kind: 'phone', merge: 'ask' },
  mobile: { kind: 'phone', merge: 'ask' },
  title: { kind: 'text', merge: 'ask' },
  department: { kind: 'text', merge: 'ask' },
  role: { kind: 'choice', merge: 'ours', choices: CONTACT_ROLES },
  /** 1 very bad to 5 very good. */
  sentiment: { kind: 'integer', merge: 'ours' },
  /** 1 little, 2 some, 3 much. */
  influence: { kind: 'integer', merge: 'ours' },
  reportsTo: { kind: 'relation', to: 'contact', merge: 'ours' },
  /** Who on our side knows this person. */
  knownBy: { kind: 'tags', merge: 'union' },
  owner: { kind: 'person', merge: 'ask' },
  startedOn: { kind: 'date', merge: 'crm' },
  leftOn: { kind: 'date', merge: 'ask' },
  tags: { kind: 'tags', merge: 'union' },
  description: { kind: 'longText', merge: 'ask' },
});

export type ContactFields = FieldsOf<typeof contactFields>;

/** A contact that was merged into another one: whoever still names it by its id, e-mail or name means that one. */
export interface MergedContact {
  readonly id: string;
  readonly name: string;
  readonly externalId?: string;
  readonly emails?: readonly string[];
  /** Milliseconds since 1970 UTC of the merge. */
  readonly at: number;
}

export type Contact = RecordBase &
  ContactFields & {
    merged?: readonly MergedContact[];
    /** Ids of contacts that look the same and are somebody else: said by a person. */
    apartFrom?: readonly string[];
    /** Milliseconds since 1970 UTC since when the role is another one than champion; kept by the two doors. */
    championUntil?: number;
  };

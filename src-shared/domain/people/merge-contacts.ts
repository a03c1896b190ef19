/** Two contacts become one, field by field: what each field would be, what a person must choose, and what comes of it. */
import { type Contact, contactFields, type MergedContact } from '../../model/contact.ts';
import type { FieldSpec, FieldValue } from '../../model/field.ts';
import { emailKey } from './person-name.ts';

export type Side = 'kept' | 'dropped';

export interface FieldPair {
  readonly field: string;
  readonly kept: FieldValue | undefined;
  readonly dropped: FieldValue | undefined;
  /** `same` or only one side has it: settled; `both`: lists are joined; `choose`: a person decides. */
  readonly way: 'same' | 'kept' | 'dropped' | 'both' | 'choose';
}

/** Its id in the source stays: each source row is tied to a record by its base, not by this field. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['externalId', 'account']);

type Values = Readonly<Record<string, FieldValue | undefined>>;

function fieldsOf(contact: Contact): Values {
  const known = Object.entries(contact).filter(([field]) => Object.hasOwn(contactFields, field));
  return Object.fromEntries(known) as Values;
}

function isBlank(value: FieldValue | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function same(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function wayOf(
  spec: FieldSpec,
  kept: FieldValue | undefined,
  dropped: FieldValue | undefined,
): FieldPair['way'] {
  if (isBlank(dropped)) return isBlank(kept) ? 'same' : 'kept';
  if (isBlank(kept)) return 'dropped';
  if (same(kept, dropped)) return 'same';
  return spec.kind === 'tags' ? 'both' : 'choose';
}

/** The fields that at least one side has, in the order of the noun. */
export function comparePeople(kept: Contact, dropped: Contact): FieldPair[] {
  const here = fieldsOf(kept);
  const there = fieldsOf(dropped);
  const specs: Readonly<Record<string, FieldSpec>> = contactFields;
  return Object.entries(specs)
    .filter(([field]) => !LEFT_ALONE.has(field))
    .map(([field, spec]) => ({
      field,
      kept: here[field],
      dropped: there[field],
      way: wayOf(spec, here[field], there[field]),
    }))
    .filter((pair) => !isBlank(pair.kept) || !isBlank(pair.dropped));
}

function list(value: FieldValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function chosen(pair: FieldPair, choices: Readonly<Record<string, Side>>): FieldValue | undefined {
  switch (pair.way) {
    case 'same':
    case 'kept':
      return pair.kept;
    case 'dropped':
      return pair.dropped;
    case 'both':
      return [...new Set([...list(pair.kept), ...list(pair.dropped)])];
    case 'choose':
      return (choices[pair.field] ?? 'kept') === 'kept' ? pair.kept : pair.dropped;
  }
}

function addressesOf(contact: Contact): string[] {
  return [contact.email, ...(contact.otherEmails ?? [])].filter((email) => email !== undefined);
}

/** No address is lost: those that are not the first one become further ones. */
function otherEmails(kept: Contact, dropped: Contact, first: unknown): readonly string[] {
  const seen = new Set([typeof first === 'string' ? emailKey(first) : '']);
  return [...addressesOf(kept), ...addressesOf(dropped)].filter((email) => {
    const isNew = !seen.has(emailKey(email));
    seen.add(emailKey(email));
    return isNew;
  });
}

function mark(dropped: Contact, at: number): MergedContact {
  const emails = addressesOf(dropped);
  return {
    id: dropped.id,
    name: dropped.name,
    ...(dropped.externalId === undefined ? {} : { externalId: dropped.externalId }),
    ...(emails.length === 0 ? {} : { emails }),
    at,
  };
}

/**
 * The contact that stays. `choices` is about fields to choose; the kept side counts where none was made. Nobody reports
 * to themselves afterwards. `at` is the time of the merge.
 */
export function mergePeople(
  kept: Contact,
  dropped: Contact,
  choices: Readonly<Record<string, Side>>,
  at: number,
): Contact {
  const values: Record<string, FieldValue> = {};
  for (const pair of comparePeople(kept, dropped)) {
    const value = chosen(pair, choices);
    if (!isBlank(value) && value !== undefined) values[pair.field] = value;
  }
  const others = otherEmails(kept, dropped, values.email);
  if (others.length > 0) values.otherEmails = others;
  else delete values.otherEmails;
  const manager = values.reportsTo;
  if (manager === kept.id || manager === dropped.id) delete values.reportsTo;
  const custom = { ...dropped.custom, ...kept.custom };
  const alone = Object.fromEntries(Object.entries(fieldsOf(kept)).filter(([field]) => LEFT_ALONE.has(field)));
  return {
    ...alone,
    ...values,
    name: typeof values.name === 'string' ? values.name : kept.name,
    id: kept.id,
    createdAt: kept.createdAt,
    updatedAt: kept.updatedAt,
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
    ...(kept.apartFrom === undefined ? {} : { apartFrom: kept.apartFrom }),
    merged: [...(kept.merged ?? []), ...(dropped.merged ?? []), mark(dropped, at)],
  };
}

/** Which of the two stays, unless the user turns it round: the one that sources know, then the older one. */
export function keptFirst(a: Contact, b: Contact): readonly [kept: Contact, dropped: Contact] {
  const known = Number(b.externalId !== undefined) - Number(a.externalId !== undefined);
  const older = a.createdAt - b.createdAt;
  return (known || older) > 0 ? [b, a] : [a, b];
}

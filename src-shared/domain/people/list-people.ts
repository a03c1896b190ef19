/** The people in the order and selection that the list shows: search folds width, case and kana. */
import type { Contact } from '../../model/contact.ts';
import { CONTACT_ROLES } from '../../model/contact.ts';
import { foldText, searchTerms } from '../table/fold-text.ts';
import type { LastContact } from './encounters.ts';
import { hasLeft } from './gaps.ts';

export const PEOPLE_SORTS = ['role', 'name', 'lastContact', 'sentiment', 'influence'] as const;
export type PeopleSort = (typeof PEOPLE_SORTS)[number];

export interface ListOrder {
  readonly sort: PeopleSort;
  readonly last: ReadonlyMap<string, LastContact>;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** Names as the reader's language orders them. */
  readonly compare: (a: string, b: string) => number;
}

function roleRank(contact: Contact): number {
  const rank = (CONTACT_ROLES as readonly string[]).indexOf(contact.role ?? '');
  if (rank !== -1) return rank;
  return contact.role === undefined ? CONTACT_ROLES.length + 1 : CONTACT_ROLES.length;
}

/** Unknown values come last, whichever way the known ones go. */
function orderOf(contact: Contact, { sort, last }: ListOrder): number {
  switch (sort) {
    case 'role':
      return roleRank(contact);
    case 'name':
      return 0;
    case 'lastContact':
      return -(last.get(contact.id)?.at ?? Number.NEGATIVE_INFINITY);
    case 'sentiment':
      return contact.sentiment ?? Number.POSITIVE_INFINITY;
    case 'influence':
      return -(contact.influence ?? Number.NEGATIVE_INFINITY);
  }
}

/** Present before gone, then by the sort, then by reading or name. */
export function inOrder(contacts: readonly Contact[], order: ListOrder): Contact[] {
  const keyed = contacts.map((contact) => ({
    contact,
    gone: Number(hasLeft(contact, order.today)),
    key: orderOf(contact, order),
  }));
  keyed.sort((a, b) => {
    if (a.gone !== b.gone) return a.gone - b.gone;
    if (a.key !== b.key) return a.key < b.key ? -1 : 1;
    return order.compare(a.contact.nameKana ?? a.contact.name, b.contact.nameKana ?? b.contact.name);
  });
  return keyed.map(({ contact }) => contact);
}

/** `words`: what the screen says about a contact besides its own values, such as the name of the role. */
export function matching(
  contacts: readonly Contact[],
  query: string,
  words: (contact: Contact) => readonly string[],
): readonly Contact[] {
  const terms = searchTerms(query);
  if (terms.length === 0) return contacts;
  return contacts.filter((contact) => {
    const { name, nameKana, title, department, email, otherEmails, phone, mobile, tags } = contact;
    const own = [name, nameKana, title, department, email, phone, mobile, ...(otherEmails ?? [])];
    const text = foldText([...own, ...(tags ?? []), ...words(contact)].filter(Boolean).join('\n'));
    return terms.every((term) => text.includes(term));
  });
}

/** Contacts by every id that means them: their own, and those of contacts that were merged into them. */
import type { Contact } from '../../model/contact.ts';

/** Whoever stands there under an id of their own is meant by it, whatever was merged into another one once. */
export function contactsById(contacts: readonly Contact[]): ReadonlyMap<string, Contact> {
  const merged = contacts.flatMap((contact) =>
    (contact.merged ?? []).map(({ id }): [string, Contact] => [id, contact]),
  );
  return new Map([...merged, ...contacts.map((contact): [string, Contact] => [contact.id, contact])]);
}

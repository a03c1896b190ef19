/** Whom an id of a contact means after contacts were merged. */
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../model/contact.ts';
import { contactsById } from './contacts-by-id.ts';
import { mergePeople } from './merge-contacts.ts';

const person = (id: string): Contact => ({ id, name: `Name of ${id}`, createdAt: 1, updatedAt: 1 });
const meant = (contacts: readonly Contact[], id: string) => contactsById(contacts).get(id)?.id;

describe('the id of a contact', () => {
  const [a, b, c] = [person('a'), person('b'), person('c')];

  it('means them, and nobody where they are gone', () => {
    expect(meant([a, b], 'b')).toBe('b');
    expect(meant([a], 'b')).toBeUndefined();
  });

  it('means whoever they were merged into, in one step or several', () => {
    const ab = mergePeople(a, b, {}, 2);
    expect(meant([ab, c], 'b')).toBe('a');
    const cab = mergePeople(c, ab, {}, 3);
    expect(['a', 'b', 'c'].map((id) => meant([cab], id))).toEqual(['c', 'c', 'c']);
  });

  it('means them again when they are back', () => {
    expect(meant([mergePeople(a, b, {}, 2), b], 'b')).toBe('b');
    expect(meant([b, mergePeople(a, b, {}, 2)], 'b')).toBe('b');
  });
});

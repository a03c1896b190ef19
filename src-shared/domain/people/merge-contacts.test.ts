import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../model/contact.ts';
import { comparePeople, keptFirst, mergePeople } from './merge-contacts.ts';

function person(id: string, values: Partial<Contact> = {}): Contact {
  return { id, name: id, account: 'a', createdAt: 1, updatedAt: 1, ...values };
}

describe('merging two contacts', () => {
  const kept = person('k', {
    name: '田中',
    title: 'Manager',
    email: 'a@x.example',
    tags: ['vip'],
    externalId: 'C-1',
    custom: { Shoe: 1 },
  });
  const dropped = person('d', {
    name: 'Tanaka',
    department: 'IT',
    email: 'b@x.example',
    otherEmails: ['A@x.example', 'c@x.example'],
    tags: ['vip', 'fan'],
    externalId: 'C-2',
    custom: { Shoe: 2, Hat: 3 },
    merged: [{ id: 'older', name: 'T.', at: 1 }],
  });

  it('says of each field what happens to it', () => {
    expect(Object.fromEntries(comparePeople(kept, dropped).map(({ field, way }) => [field, way]))).toEqual({
      name: 'choose',
      email: 'choose',
      otherEmails: 'dropped',
      title: 'kept',
      department: 'dropped',
      tags: 'both',
    });
  });

  it('takes the choices, loses no address, and remembers who was merged', () => {
    expect(mergePeople(kept, dropped, { name: 'dropped' }, 77)).toEqual({
      ...kept,
      name: 'Tanaka',
      department: 'IT',
      otherEmails: ['b@x.example', 'c@x.example'],
      tags: ['vip', 'fan'],
      custom: { Shoe: 1, Hat: 3 },
      merged: [
        { id: 'older', name: 'T.', at: 1 },
        {
          id: 'd',
          name: 'Tanaka',
          externalId: 'C-2',
          emails: ['b@x.example', 'A@x.example', 'c@x.example'],
          at: 77,
        },
      ],
    });
  });

  it('lets nobody report to themselves', () => {
    const boss = mergePeople(person('k', { reportsTo: 'd' }), person('d', { reportsTo: 'k' }), {}, 1);
    expect(boss.reportsTo).toBeUndefined();
    expect(mergePeople(person('k'), person('d', { reportsTo: 'z' }), {}, 1).reportsTo).toBe('z');
  });

  it('keeps the one that a source knows, then the older one', () => {
    expect(keptFirst(person('a'), person('b', { externalId: '1' }))[0].id).toBe('b');
    expect(keptFirst(person('a', { createdAt: 9 }), person('b'))[0].id).toBe('b');
    expect(keptFirst(person('a'), person('b'))[0].id).toBe('a');
  });

  it('changes nothing but the mark where the dropped one is blank, for any kept one', () => {
    const texts = fc.record(
      {
        title: fc.string(),
        email: fc.emailAddress(),
        sentiment: fc.integer({ min: 1, max: 5 }),
        tags: fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(texts, (values) => {
        const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
        const one = person('k', { ...given, name: 'n' });
        const { merged, ...rest } = mergePeople(one, person('d', { name: 'n' }), {}, 5);
        expect(rest).toEqual(one);
        expect(merged).toEqual([{ id: 'd', name: 'n', at: 5 }]);
      }),
    );
  });
});

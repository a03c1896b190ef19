import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../model/contact.ts';
import { readContactLine } from './contact-line.ts';
import { findDuplicates } from './duplicates.ts';
import { nameKey, swappedKey } from './person-name.ts';

function person(id: string, values: Partial<Contact> = {}): Contact {
  return { id, name: id, account: 'a', createdAt: 1, updatedAt: 1, ...values };
}

describe('names', () => {
  it.each([
    ['山田 太郎', '山田太郎'],
    ['山田　太郎', '山田太郎 様'],
    ['ﾔﾏﾀﾞ ﾀﾛｳ', 'やまだ たろう'],
    ['Ｋｅｎ Tanaka', 'ken  tanaka'],
    ['Mr. Ken Tanaka', 'Ken Tanaka'],
    ['田中さん', '田中'],
  ])('%s is %s', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it.each([
    ['Tanaka, Ken', 'Ken Tanaka'],
    ['太郎 山田', '山田 太郎'],
  ])('%s is %s in another order', (a, b) => {
    expect(nameKey(a)).not.toBe(nameKey(b));
    expect(swappedKey(a)).toBe(swappedKey(b));
  });

  it('does not make everybody nobody', () => {
    expect(nameKey('様')).toBe('様');
    expect(nameKey('Dr')).toBe('dr');
    expect(nameKey('氏家')).toBe('氏家');
  });
});

describe('a new contact in one line', () => {
  it.each([
    ['Mori Hana', { name: 'Mori Hana' }],
    [
      'Mori Hana, Plant manager, hana@x.example',
      { name: 'Mori Hana', title: 'Plant manager', email: 'hana@x.example' },
    ],
    ['森 花、工場長、hana@x.example', { name: '森 花', title: '工場長', email: 'hana@x.example' }],
    [
      '森 花，工場長，製造部，ｈａｎａ＠ｘ．ｅｘａｍｐｌｅ',
      { name: '森 花', title: '工場長', department: '製造部', email: 'hana@x.example' },
    ],
    ['Mori Hana <hana@x.example>', { name: 'Mori Hana', email: 'hana@x.example' }],
    ['hana@x.example, Mori Hana', { name: 'Mori Hana', email: 'hana@x.example' }],
    [
      'Mori Hana, +81 3-1234-5678, Director',
      { name: 'Mori Hana', title: 'Director', phone: '+81 3-1234-5678' },
    ],
    [
      'Mia Wong, Champion, Plant manager, mia@x.example',
      { name: 'Mia Wong', role: 'champion', title: 'Plant manager', email: 'mia@x.example' },
    ],
    ['森 花、工場長、決裁者', { name: '森 花', role: 'economic-buyer', title: '工場長' }],
    ['Mia Wong, champion', { name: 'Mia Wong', role: 'champion' }],
    ['mia@example.com, Mia, Head of IT', { name: 'Mia', title: 'Head of IT', email: 'mia@example.com' }],
    [
      '森 由美、現場責任者、ｍｏｒｉ@example.jp',
      { name: '森 由美', role: 'field-manager', email: 'mori@example.jp' },
    ],
    // Nobody is called by a role alone.
    ['Champion', { name: 'Champion' }],
  ])('%s', (line, expected) => expect(readContactLine(line)).toEqual(expected));

  it('needs a name', () => {
    expect(readContactLine('')).toBeUndefined();
    expect(readContactLine(' , 、 ')).toBeUndefined();
    expect(readContactLine('hana@x.example')).toBeUndefined();
  });

  it('never throws and never makes a blank name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        const read = readContactLine(line);
        expect(read?.name.trim()).not.toBe('');
      }),
    );
  });
});

describe('duplicates', () => {
  const reasons = (a: Partial<Contact>, b: Partial<Contact>) =>
    findDuplicates([person('1', a), person('2', b)]).map((each) => each.reasons);

  it('finds the same address, name, swapped name and reading, and says why', () => {
    expect(
      reasons({ name: 'A', email: 'X@y.example' }, { name: 'B', otherEmails: ['x@Y.example '] }),
    ).toEqual([['email']]);
    expect(reasons({ name: '山田 太郎' }, { name: '山田太郎' })).toEqual([['name']]);
    expect(reasons({ name: 'Ken Tanaka' }, { name: 'Tanaka, Ken' })).toEqual([['swapped']]);
    expect(reasons({ name: '山田 太郎', nameKana: 'ヤマダ タロウ' }, { name: 'やまだ たろう' })).toEqual([
      ['reading'],
    ]);
    expect(reasons({ name: 'ken', email: 'a@b.c' }, { name: 'Ken', email: 'a@b.c' })).toEqual([
      ['email', 'name'],
    ]);
  });

  it('leaves alone who only sounds alike, who was said to be somebody else, and shared mailboxes', () => {
    expect(
      reasons(
        { name: '田中 太郎', nameKana: 'タナカ タロウ' },
        { name: '田仲 太朗', nameKana: 'タナカ タロウ' },
      ),
    ).toEqual([]);
    expect(reasons({ name: 'Ken', apartFrom: ['2'] }, { name: 'Ken' })).toEqual([]);
    expect(reasons({ name: 'Ken' }, { name: 'Ken', apartFrom: ['1'] })).toEqual([]);
    const shared = Array.from({ length: 20 }, (_, i) =>
      person(String(i), { name: `p${i}`, email: 'info@x.example' }),
    );
    expect(findDuplicates(shared)).toEqual([]);
    expect(findDuplicates([person('1', { email: '' }), person('2', { email: ' ' })])).toEqual([]);
  });

  it('proposes each pair once, whatever the order, as a plain comparison of all pairs would', () => {
    const names = fc.constantFrom('Ken Tanaka', 'Tanaka Ken', 'ken tanaka', '山田 太郎', 'Mori');
    const emails = fc.constantFrom(undefined, 'a@x.example', 'A@X.example', 'b@x.example');
    const people = fc.array(fc.tuple(names, emails), { maxLength: 7 });
    fc.assert(
      fc.property(people, (list) => {
        const contacts = list.map(([name, email], i) =>
          person(`c${i}`, { name, ...(email === undefined ? {} : { email }) }),
        );
        const expected = contacts.flatMap((a, i) =>
          contacts.slice(i + 1).flatMap((b) => {
            const email = a.email !== undefined && a.email.toLowerCase() === b.email?.toLowerCase();
            return email || swappedKey(a.name) === swappedKey(b.name) ? [`${a.id} ${b.id}`] : [];
          }),
        );
        const found = findDuplicates(contacts).map(({ a, b }) => [a.id, b.id].sort().join(' '));
        expect(found.sort()).toEqual(expected.sort());
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '../../model/contact.ts';
import { acquaintances } from './acquaintances.ts';
import { type Encounter, lastContacts, meetingsOf, whoIsWho } from './encounters.ts';
import { CHAMPION_DAYS, EXECUTIVE_DAYS, FIELD_MANAGER_DAYS, findGaps, hasLeft } from './gaps.ts';
import { inOrder, matching } from './list-people.ts';
import { organisation } from './organisation.ts';
import { moved, placeKey, placeOf, stakeholderMap } from './stakeholder-map.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 12);
const TODAY = '2026-11-22';

function person(id: string, values: Partial<Contact> = {}): Contact {
  return { id, name: id, account: 'a', createdAt: 1, updatedAt: 1, ...values };
}

function met(contact: string, daysAgo: number): [string, { at: number; kind: string; source: string }] {
  return [contact, { at: NOW - daysAgo * DAY, kind: 'meeting', source: '' }];
}

function gaps(
  contacts: readonly Contact[],
  last: ReadonlyMap<string, { at: number; kind: string; source: string }> = new Map(),
) {
  return findGaps({ contacts, last, now: NOW, today: TODAY });
}

describe('gaps', () => {
  const full = [
    person('champion', { role: 'champion' }),
    person('boss', { role: 'executive-sponsor' }),
    person('floor', { role: 'field-manager' }),
  ];

  it('is content while every role is known and in contact up to the threshold', () => {
    const last = new Map([
      met('champion', CHAMPION_DAYS),
      met('boss', EXECUTIVE_DAYS),
      met('floor', FIELD_MANAGER_DAYS),
    ]);
    expect(gaps(full, last)).toEqual([]);
    expect(gaps([])).toEqual([]);
  });

  it('tells silence a day after the threshold, with the newest touch of anybody in the role', () => {
    const last = new Map([
      met('champion', CHAMPION_DAYS + 1),
      met('boss', EXECUTIVE_DAYS + 1),
      met('floor', FIELD_MANAGER_DAYS + 1),
    ]);
    expect(gaps(full, last).map((gap) => [gap.type, 'days' in gap ? gap.days : undefined])).toEqual([
      ['champion-silent', 61],
      ['executive-silent', 121],
      ['field-manager-silent', 91],
    ]);
    const buyer = person('buyer', { role: 'economic-buyer' });
    const both = new Map([...last, met('buyer', 3)]);
    expect(gaps([...full, buyer], both).map((gap) => gap.type)).not.toContain('executive-silent');
    expect(gaps(full)[1]).toMatchObject({
      type: 'executive-silent',
      threshold: 120,
      facts: [{ contact: 'boss' }],
    });
  });

  it('tells roles that nobody has, and when only one person is known', () => {
    expect(gaps([person('x', { role: 'Some own word' })]).map((gap) => gap.type)).toEqual([
      'champion-unknown',
      'executive-unknown',
      'one-person',
      'field-manager-unknown',
    ]);
  });

  it('tells a champion who left without successor, and is quiet once there is one', () => {
    const gone = person('old', { role: 'champion', leftOn: '2026-11-01' });
    expect(gaps([gone, ...full.slice(1)])[0]).toMatchObject({
      type: 'champion-left',
      days: 21,
      facts: [{ contact: 'old', leftOn: '2026-11-01' }],
    });
    expect(gaps([gone, ...full]).map((gap) => gap.type)).not.toContain('champion-left');
    const leaving = person('old', { role: 'champion', leftOn: '2026-12-01' });
    expect(hasLeft(leaving, TODAY)).toBe(false);
    const longGone = person('old', { role: 'champion', leftOn: '2020-01-01' });
    expect(gaps([longGone, ...full.slice(1)])[0]?.type).toBe('champion-unknown');
  });
});

describe('who met whom', () => {
  const contacts = [
    person('c1', { name: '黒木 祐介', email: 'kuroki@x.example', externalId: 'C-1' }),
    person('c2', {
      name: 'Mori Hana',
      nameKana: 'モリ ハナ',
      knownBy: ['Ada'],
      merged: [{ id: 'c9', name: 'H. Mori', externalId: 'C-9', at: 1 }],
    }),
    person('c3', { name: 'Same Name' }),
    person('c4', { name: 'Same Name' }),
  ];
  const who = whoIsWho(contacts, new Map([['c2', ['K-2']]]));

  it('knows people by id, key, address, name, reading and what was merged into them; not by a name that two share', () => {
    for (const text of ['c1', 'C-1', 'KUROKI@x.example', '黒木祐介', '祐介 黒木'])
      expect(who(text)).toBe('c1');
    for (const text of ['c9', 'C-9', 'K-2', 'h mori', 'もり はな']) expect(who(text)).toBe('c2');
    expect(who('Same Name')).toBeUndefined();
    expect(who('Nobody')).toBeUndefined();
  });

  const encounter = (values: Partial<Encounter>): Encounter => ({
    at: 0,
    kind: 'meeting',
    touch: true,
    theirs: [],
    ours: [],
    either: [],
    source: '',
    ...values,
  });

  it('parts the participants by side, and counts touches of both sides only', () => {
    const encounters = [
      encounter({ at: 10, theirs: ['C-1'], ours: ['柏木 亮'], either: ['黒木 祐介', '柏木亮', '外部 太郎'] }),
      encounter({ at: 20, theirs: ['c1', 'c2'], ours: ['Ada'] }),
      encounter({ at: 30, theirs: ['c1'], ours: ['Ada'], touch: false }),
      encounter({ at: NOW + 1, theirs: ['c1'], ours: ['Ada'] }),
    ];
    const meetings = meetingsOf(encounters, who, ['柏木 亮', 'Ada']);
    expect(meetings.at(-1)).toMatchObject({ contacts: ['c1'], team: ['柏木 亮'] });
    expect(lastContacts(meetings, NOW).get('c1')).toMatchObject({ at: 20 });
    const { team, of } = acquaintances(contacts, meetings, NOW);
    expect(team).toEqual(['Ada', '柏木 亮']);
    expect(of.get('c1')).toEqual([
      { name: 'Ada', meetings: 1, lastAt: 20, said: false },
      { name: '柏木 亮', meetings: 1, lastAt: 10, said: false },
    ]);
    expect(of.get('c2')).toEqual([{ name: 'Ada', meetings: 1, lastAt: 20, said: true }]);
  });
});

describe('the map', () => {
  const steps = fc.record({
    sentiment: fc.option(fc.integer({ min: -1, max: 7 }), { nil: undefined }),
    influence: fc.option(fc.integer({ min: -1, max: 5 }), { nil: undefined }),
  });

  it('puts each person in exactly one place or beside the map', () => {
    fc.assert(
      fc.property(fc.array(steps), (list) => {
        const contacts = list.map(({ sentiment, influence }, i) =>
          person(`c${i}`, {
            ...(sentiment === undefined ? {} : { sentiment }),
            ...(influence === undefined ? {} : { influence }),
          }),
        );
        const { cells, unplaced } = stakeholderMap(contacts);
        const all = [...[...cells.values()].flat(), ...unplaced].map((contact) => contact.id);
        expect(all.sort()).toEqual(contacts.map((contact) => contact.id).sort());
        for (const [key, cell] of cells)
          for (const contact of cell)
            expect(placeKey(placeOf(contact) ?? { sentiment: 0, influence: 0 })).toBe(key);
      }),
    );
  });

  it('moves one step at a time, never off the map, and begins in the middle', () => {
    const arrows = fc.array(fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'));
    fc.assert(
      fc.property(steps, arrows, (start, keys) => {
        let at: Pick<Contact, 'sentiment' | 'influence'> = {
          ...(start.sentiment === undefined ? {} : { sentiment: start.sentiment }),
          ...(start.influence === undefined ? {} : { influence: start.influence }),
        };
        for (const key of keys) {
          const before = placeOf(at);
          const to = moved(at, key);
          if (to === undefined) continue;
          at = to;
          expect(placeOf(at)).toEqual(to);
          if (before === undefined) continue;
          expect(Math.abs(to.sentiment - before.sentiment) + Math.abs(to.influence - before.influence)).toBe(
            1,
          );
        }
      }),
    );
    expect(moved({}, 'ArrowUp')).toEqual({ sentiment: 3, influence: 2 });
    expect(moved({ sentiment: 5, influence: 3 }, 'ArrowUp')).toBeUndefined();
  });
});

describe('the organisation', () => {
  it('shows everybody once below their manager, and tells circles instead of following them', () => {
    const boss = person('boss');
    const lines = organisation([
      person('b', { reportsTo: 'boss' }),
      boss,
      person('c', { reportsTo: 'b' }),
      person('x', { reportsTo: 'y' }),
      person('y', { reportsTo: 'x' }),
      person('z', { reportsTo: 'x' }),
      person('self', { reportsTo: 'self' }),
    ]);
    expect(lines.map(({ contact, depth, circle }) => [contact.id, depth, circle])).toEqual([
      ['boss', 0, undefined],
      ['b', 1, undefined],
      ['c', 2, undefined],
      ['x', 0, ['x', 'y']],
      ['y', 1, undefined],
      ['z', 1, undefined],
      ['self', 0, ['self']],
    ]);
  });

  it('ends for any reports, with everybody in it once', () => {
    const reports = fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(reports, (list) => {
        const contacts = list.map((to, i) =>
          person(`c${i}`, to === undefined ? {} : { reportsTo: `c${to}` }),
        );
        const lines = organisation(contacts);
        expect(lines.map((line) => line.contact.id).sort()).toEqual(
          contacts.map((contact) => contact.id).sort(),
        );
        const depth = new Map(lines.map((line) => [line.contact.id, line.depth]));
        for (const { contact, depth: own } of lines)
          if (own > 0) expect(depth.get(contact.reportsTo ?? '')).toBe(own - 1);
      }),
    );
  });
});

describe('the list', () => {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const contacts = [
    person('gone', { role: 'champion', leftOn: '2026-01-01' }),
    person('user', { role: 'user', sentiment: 1, email: 'u@x.example' }),
    person('own', { role: 'Cheerleader', influence: 3 }),
    person('none', { nameKana: 'ナシ' }),
    person('boss', { role: 'executive-sponsor', department: '製造部' }),
  ];
  const order = { today: TODAY, last: new Map([met('none', 1), met('user', 9)]), compare };

  it('sorts by each order with unknown ones last and those who left at the end', () => {
    const ids = (sort: 'role' | 'lastContact' | 'sentiment' | 'influence') =>
      inOrder(contacts, { ...order, sort }).map((contact) => contact.id);
    expect(ids('role')).toEqual(['boss', 'user', 'own', 'none', 'gone']);
    expect(ids('lastContact').slice(0, 2)).toEqual(['none', 'user']);
    expect(ids('sentiment')[0]).toBe('user');
    expect(ids('influence')[0]).toBe('own');
    for (const sort of ['role', 'lastContact', 'sentiment', 'influence'] as const)
      expect(ids(sort).at(-1)).toBe('gone');
  });

  it('finds by every word, in any width and kana', () => {
    const found = (query: string) => matching(contacts, query, () => ['Rolle']).map((contact) => contact.id);
    expect(found('なし')).toEqual(['none']);
    expect(found('ＢＯＳＳ 製造')).toEqual(['boss']);
    expect(found('boss user')).toEqual([]);
    expect(found('rolle')).toHaveLength(5);
    expect(found('  ')).toHaveLength(5);
  });
});

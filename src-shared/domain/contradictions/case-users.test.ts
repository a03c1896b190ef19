import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contradiction } from '../../model/alert.ts';
import type { Contact } from '../../model/contact.ts';
import { createWeeksBuilder } from '../health/build-weeks.ts';
import { RECENT_USERS } from '../health/recent-users.ts';
import { WeekView } from '../health/week-view.ts';
import type { CaseUsers } from './account-case.ts';
import { usersOf } from './case-users.ts';
import { findContradictions } from './find-contradictions.ts';

const DAY = 86_400_000;
const TODAY = '2026-11-21';
const NOW = Date.parse(`${TODAY}T09:00:00Z`);

function person(id: string, role: Contact['role'], more: Partial<Contact> = {}): Contact {
  return {
    id,
    name: `Person ${id}`,
    createdAt: 1,
    updatedAt: 1,
    email: `${id}@example.com`,
    ...(role === undefined ? {} : { role }),
    ...more,
  };
}

/** Who used it how many days ago. */
function usersFrom(
  uses: readonly (readonly [user: string, days: number])[],
  contacts: readonly Contact[],
): CaseUsers | undefined {
  const builder = createWeeksBuilder(NOW);
  for (const [user, days] of uses) builder.usage({ at: NOW - days * DAY, count: 1, user });
  const weeks = builder.finish('a');
  return usersOf(weeks.recentUsers, new WeekView(weeks, NOW, {}), contacts, TODAY);
}

const TEAM = [
  person('a1', 'admin'),
  person('a2', 'admin'),
  person('c1', 'champion'),
  ...['f1', 'f2', 'f3', 'f4', 'f5'].map((id) => person(id, 'user')),
  person('m1', 'field-manager'),
];

function rulesFound(users: CaseUsers | undefined): string[] {
  const into: Contradiction[] = [];
  findContradictions(
    { account: 'a', signals: {}, band: 'watch', users },
    [],
    { now: NOW, today: TODAY },
    into,
  );
  return into.map(({ rule }) => rule);
}

describe('the users of an account', () => {
  it('are told apart by what their contacts do there', () => {
    const users = usersFrom(
      [
        ['A1@Example.com', 2],
        ['a2@example.com', 9],
        ['c1@example.com', 3],
        ['f1@example.com', 4],
        ['f2@example.com', 60],
      ],
      TEAM,
    );
    expect(users).toMatchObject({ admins: 2, adminsActive: 2, field: 6, fieldActive: 1, others: 0 });
    expect(rulesFound(users)).toEqual(['admins-active-field-not']);
  });

  it('speak for nobody whom usage could not have named', () => {
    const nameless = TEAM.map(
      ({ email, ...rest }): Contact =>
        rest.role === 'user' || email === undefined ? rest : { ...rest, email },
    );
    const users = usersFrom(
      [
        ['a1@example.com', 2],
        ['a2@example.com', 2],
      ],
      nameless,
    );
    expect(users).toMatchObject({ admins: 2, field: 1, fieldActive: 0 });
  });

  it('whom nobody knows may all be of the field', () => {
    const uses = ['a1@example.com', 'a2@example.com', 'x@example.com', 'y@example.com'].map(
      (user) => [user, 2] as const,
    );
    const users = usersFrom(uses, TEAM);
    expect(users).toMatchObject({ fieldActive: 0, others: 2 });
    expect(rulesFound(users)).toEqual([]);
    expect(rulesFound(usersFrom(uses.slice(0, 3), TEAM))).toEqual(['admins-active-field-not']);
  });

  it('are known by an id or a name too, and not by a name that two share', () => {
    const named = [
      person('1', 'admin', { externalId: 'U-77' }),
      person('2', 'user', { name: 'Ken Tanaka' }),
      person('3', 'user', { name: '山田 太郎' }),
      person('4', 'user', { name: 'Mori' }),
      person('5', 'champion', { name: 'Mori' }),
    ];
    const users = usersFrom(
      [
        ['u-77', 1],
        ['Tanaka, Ken', 1],
        ['山田太郎', 1],
        ['Mori', 1],
      ],
      named,
    );
    expect(users).toMatchObject({ adminsActive: 1, field: 3, fieldActive: 2, others: 1 });
  });

  it('who left do not count', () => {
    const users = usersFrom(
      [['a1@example.com', 2]],
      TEAM.map((each) => (each.id === 'a2' ? { ...each, leftOn: '2026-01-01' } : each)),
    );
    expect(users).toMatchObject({ admins: 1, adminsActive: 1 });
  });

  it('say nothing where usage names nobody, where nobody is known, or where there are too many', () => {
    expect(usersFrom([['', 1]], TEAM)).toBeUndefined();
    expect(usersFrom([['a1@example.com', 1]], [])).toBeUndefined();
    expect(usersFrom([['x@example.com', 1]], TEAM)).toBeUndefined();
    const crowd = Array.from({ length: RECENT_USERS }, (_, i) => [`u${i}@example.com`, 1] as const);
    expect(usersFrom([['a1@example.com', 1], ...crowd], TEAM)).toBeUndefined();
    expect(usersFrom([['a1@example.com', 1], ...crowd.slice(1)], TEAM)).toMatchObject({
      others: RECENT_USERS - 1,
    });
  });

  it('are never more than there are, whatever usage says', () => {
    const use = fc.tuple(
      fc.constantFrom(...TEAM.map(({ email = '' }) => email), 'x', '-', ' '),
      fc.integer({ min: -90, max: 900 }),
    );
    fc.assert(
      fc.property(fc.array(use, { maxLength: 20 }), (uses) => {
        const users = usersFrom(uses, TEAM);
        if (users === undefined) return;
        expect(users.adminsActive).toBeLessThanOrEqual(users.admins);
        expect(users.fieldActive).toBeLessThanOrEqual(users.field);
        expect(users.adminsActive + users.fieldActive + (users.others ?? 0)).toBeLessThanOrEqual(
          new Set(uses.map(([user]) => user)).size,
        );
      }),
    );
  });
});

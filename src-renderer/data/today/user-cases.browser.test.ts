/** Which admins and field users were active reaches the rules: from usage that names its users, and contacts with roles. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findContradictions } from '#shared/domain/contradictions/find-contradictions.ts';
import { createWeeksBuilder } from '#shared/domain/health/build-weeks.ts';
import { toAccountRow } from '#shared/domain/summary/account-row.ts';
import type { Contradiction } from '#shared/model/alert.ts';
import type { Contact } from '#shared/model/contact.ts';
import { account, type TestBed, testBed } from '#test/fakes/test-store.ts';
import { readCases } from './read-cases.ts';

const TODAY = '2026-06-01';
const NOW = Date.parse(`${TODAY}T09:00:00Z`);
const DAY = 86_400_000;

let bed: TestBed;
beforeEach(async () => {
  bed = await testBed();
});
afterEach(() => bed.end());

function contact(id: string, role: Contact['role']): Contact {
  const person = { id, name: id, account: 'a', email: `${id}@example.com`, createdAt: 1, updatedAt: 1 };
  return role === undefined ? person : { ...person, role };
}

async function found(users: readonly string[]): Promise<readonly string[]> {
  const builder = createWeeksBuilder(NOW);
  for (const user of users) builder.usage({ at: NOW - 9 * DAY, count: 3, user });
  await bed.db.weeks.put({ ...builder.finish('a'), stamp: 's', features: [] });
  // Its renewal is far away and nobody has answered: contacts are read for the sake of usage alone.
  const [each] = await readCases({
    db: bed.db,
    rows: [toAccountRow(account('a'), undefined, TODAY)],
    scored: () => undefined,
    tasks: new Map(),
    reach: {},
    now: NOW,
    today: TODAY,
  });
  if (each === undefined) throw new Error('no case');
  const into: Contradiction[] = [];
  findContradictions(each, [], { now: NOW, today: TODAY }, into);
  return into.map(({ rule }) => rule);
}

it('admins who are active where the field is not contradict each other', async () => {
  await bed.db.accounts.add(account('a'));
  await bed.db.contacts.bulkAdd([
    contact('admin', 'admin'),
    ...['f1', 'f2', 'f3', 'f4', 'f5'].map((id) => contact(id, 'user')),
  ]);
  expect(await found(['Admin@Example.com'])).toEqual(['admins-active-field-not']);
  expect(await found(['admin@example.com', 'f1@example.com', 'f2@example.com'])).toEqual([]);
  expect(await found([''])).toEqual([]);
});

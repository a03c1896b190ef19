import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Task } from '../../model/task.ts';
import type { TodayAccount, TodayItem } from './entry.ts';
import { isOf, ownerOfScope } from './whose.ts';

const account = (owner?: string): TodayAccount => ({ name: 'x', arr: [], owner });
const ACCOUNTS = new Map([
  ['ken', account('Ken Sato')],
  ['mia', account('Mia Wolf')],
  ['none', account()],
]);

const task = (values: Partial<Task>): TodayItem => ({
  kind: 'task',
  task: {
    id: 't',
    title: 't',
    account: '',
    side: 'ours',
    owner: '',
    state: 'open',
    createdAt: 0,
    updatedAt: 0,
    ...values,
  },
});
const alert = (id: string): TodayItem => ({
  kind: 'alert',
  alert: { id, account: id, type: 'risk', reason: 'band-fell', urgency: 1, mark: '', facts: [] },
});
const draft: TodayItem = {
  kind: 'draft',
  draft: {
    id: 'd',
    accountId: 'mia',
    noun: 'activity',
    kind: 'note',
    activityAt: 0,
    subject: '',
    body: '',
    createdAt: 0,
    updatedAt: 0,
  },
};
const unsent: TodayItem = { kind: 'unsent', unsent: { account: 'ken', count: 1, since: 0 } };
const meeting: TodayItem = {
  kind: 'meeting',
  meeting: {
    id: 'm',
    title: '',
    at: 0,
    end: 1,
    place: '',
    attendees: [],
    accounts: [{ account: 'ken', people: [] }],
    createdAt: 0,
    updatedAt: 0,
  },
};
const conflict = (id: string): TodayItem => ({ kind: 'conflict', account: id, conflicts: [] });
const fact = { what: 'x', value: 1, source: '' };
const contradiction = (id: string): TodayItem => ({
  kind: 'contradiction',
  contradiction: { id, account: id, rule: 'r', mark: '', facts: [fact, fact], context: [] },
});

const see = (owner: string, isMe = false) => ({ owner, isMe, accounts: ACCOUNTS });

describe('whose a matter is', () => {
  it('an account’s findings and conflicts are its owner’s, however the name is written', () => {
    for (const make of [alert, contradiction, conflict]) {
      expect(isOf(make('ken'), see('Ken Sato'))).toBe(true);
      expect(isOf(make('ken'), see('SATO ken'))).toBe(true);
      expect(isOf(make('ken'), see('Mia Wolf'))).toBe(false);
      expect(isOf(make('none'), see('Ken Sato'))).toBe(false);
      expect(isOf(make('gone'), see('Ken Sato'))).toBe(false);
    }
  });

  it('a task is whoever’s does it; what nobody or the customer does is the owner’s of the account', () => {
    expect(isOf(task({ account: 'mia', owner: 'Ken Sato' }), see('Ken Sato'))).toBe(true);
    expect(isOf(task({ account: 'mia', owner: 'Ken Sato' }), see('Mia Wolf'))).toBe(false);
    expect(isOf(task({ account: 'mia' }), see('Mia Wolf'))).toBe(true);
    expect(isOf(task({ account: 'mia', side: 'theirs', owner: 'Ken Sato' }), see('Mia Wolf'))).toBe(true);
    expect(isOf(task({ account: 'mia', side: 'theirs', owner: 'Ken Sato' }), see('Ken Sato'))).toBe(false);
    expect(isOf(task({}), see('Mia Wolf'))).toBe(false);
  });

  it('drafts, meetings and what was not sent lie on this machine: they are its user’s', () => {
    for (const each of [draft, unsent, meeting]) {
      expect(isOf(each, see('Ken Sato', true))).toBe(true);
      expect(isOf(each, see('Mia Wolf', false))).toBe(false);
    }
  });

  it('a finding is of one owner at most', () => {
    const names = fc.constantFrom('Ken Sato', 'Mia Wolf', 'Ada Byron', '佐藤 健');
    fc.assert(
      fc.property(fc.constantFrom('ken', 'mia', 'none'), names, names, (id, a, b) => {
        if (a !== b && isOf(alert(id), see(a))) expect(isOf(alert(id), see(b))).toBe(false);
      }),
    );
  });

  it('a scope asks for one owner or for everybody', () => {
    expect(ownerOfScope('mine', 'Ken')).toBe('Ken');
    expect(ownerOfScope('mine', undefined)).toBeUndefined();
    expect(ownerOfScope('team', 'Ken')).toBeUndefined();
    expect(ownerOfScope('owner:Mia: CS', 'Ken')).toBe('Mia: CS');
  });
});

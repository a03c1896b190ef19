/** Tasks of a started playbook: on working days from today on, and with somebody who can do them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, facts, steps } from '#test/factories/playbooks.ts';
import type { PlaybookStep } from '../../model/playbook.ts';
import { dayNumber } from '../table/days.ts';
import { type AccountFacts, startPlaybook, workingDay } from './start-playbook.ts';

const isWorkingDay = (due: string) => ![5, 6].includes((dayNumber(due) + 3) % 7);

describe('days', () => {
  test('no task is due before today, and none on a Saturday or Sunday', () => {
    fc.assert(
      fc.property(steps, facts, day, (list, account, today) => {
        for (const { due } of startPlaybook({ steps: list }, account, today)) {
          if (due === undefined) continue;
          expect(due >= today).toBe(true);
          expect(isWorkingDay(due)).toBe(true);
        }
      }),
    );
  });

  test('a step has a day exactly where its day can be known', () => {
    fc.assert(
      fc.property(steps, facts, day, (list, account, today) => {
        const tasks = startPlaybook({ steps: list }, account, today);
        expect(tasks.map(({ step: id }) => id)).toEqual(list.map(({ id }) => id));
        for (const [i, { due }] of tasks.entries())
          expect(due === undefined).toBe(list[i]?.from === 'renewal' && account.renewal === undefined);
      }),
    );
  });

  test('a later step is never due earlier', () => {
    fc.assert(
      fc.property(
        day,
        day,
        fc.nat(300),
        fc.nat(300),
        fc.constantFrom('start' as const, 'renewal' as const),
        (today, renewal, a, b, from) => {
          const near = Math.min(a, b);
          const far = Math.max(a, b);
          const make = (days: number): PlaybookStep => ({
            id: String(days),
            title: 'x',
            side: 'ours',
            owner: 'nobody',
            days,
            from,
          });
          const [first, second] = startPlaybook(
            { steps: from === 'start' ? [make(near), make(far)] : [make(far), make(near)] },
            { renewal, contacts: [] },
            today,
          );
          expect((first?.due ?? '') <= (second?.due ?? '')).toBe(true);
        },
      ),
    );
  });

  test('a working day moves by two days at most, and only over a weekend', () => {
    fc.assert(
      fc.property(day, (each) => {
        const moved = dayNumber(workingDay(each)) - dayNumber(each);
        expect(moved).toBe(isWorkingDay(each) ? 0 : (dayNumber(each) + 3) % 7 === 5 ? 2 : 1);
      }),
    );
  });

  test('by hand: from a Friday, and before a renewal that is near', () => {
    const make = (days: number, from: PlaybookStep['from']): PlaybookStep => ({
      id: `${from} ${days}`,
      title: 'x',
      side: 'ours',
      owner: 'account-owner',
      days,
      from,
    });
    // 2026-11-20 is a Friday, 2026-12-27 a Sunday.
    const due = startPlaybook(
      { steps: [make(0, 'start'), make(1, 'start'), make(90, 'renewal'), make(30, 'renewal')] },
      { owner: 'Sato', renewal: '2027-01-26', contacts: [] },
      '2026-11-20',
    ).map((task) => task.due);
    expect(due).toEqual(['2026-11-20', '2026-11-23', '2026-11-20', '2026-12-28']);
  });
});

describe('people', () => {
  test('who has left, and who is on the other side, never gets a task', () => {
    fc.assert(
      fc.property(steps, facts, day, (list, account, today) => {
        for (const task of startPlaybook({ steps: list }, account, today)) {
          if (task.contact === undefined) continue;
          const source = list.find(({ id }) => id === task.step);
          const person = account.contacts.find(({ id }) => id === task.contact);
          expect(task.side).toBe('theirs');
          expect(task.owner).toBe(person?.name);
          if (source?.owner === 'name') continue;
          expect(person?.role).toBe(source?.owner);
          expect(person?.leftOn === undefined || person.leftOn > today).toBe(true);
        }
      }),
    );
  });

  test('the most influential of a role, the owner of the account, a name as it is, and nobody', () => {
    const account: AccountFacts = {
      owner: 'Sato',
      contacts: [
        { id: '1', name: 'Abe', role: 'champion', influence: 1 },
        { id: '2', name: 'Mori', role: 'champion', influence: 3 },
        { id: '3', name: 'Ueda', role: 'champion', influence: 3, leftOn: '2026-01-01' },
      ],
    };
    const make = (side: PlaybookStep['side'], owner: PlaybookStep['owner'], name?: string): PlaybookStep => ({
      id: `${side} ${owner}`,
      title: 'x',
      side,
      owner,
      days: 0,
      from: 'start',
      ...(name === undefined ? {} : { name }),
    });
    const tasks = startPlaybook(
      {
        steps: [
          make('ours', 'account-owner'),
          make('theirs', 'champion'),
          make('theirs', 'executive-sponsor'),
          make('theirs', 'name', 'Abe'),
          make('ours', 'name', 'Support'),
          make('ours', 'champion'),
        ],
      },
      account,
      '2026-11-20',
    );
    expect(tasks.map(({ owner, contact: id }) => [owner, id])).toEqual([
      ['Sato', undefined],
      ['Mori', '2'],
      ['', undefined],
      ['Abe', '1'],
      ['Support', undefined],
      ['', undefined],
    ]);
  });
});

/** Playbooks: days and people of the tasks they make, what proposes them, what runs, and how changes are kept. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTACT_ROLES } from '../../model/contact.ts';
import { type Playbook, type PlaybookStep, STEP_OWNERS } from '../../model/playbook.ts';
import { addDays, dayNumber } from '../table/days.ts';
import { deliveredPlaybooks } from './delivered.ts';
import { deliveredEn } from './delivered-en.ts';
import { deliveredJa } from './delivered-ja.ts';
import { changeStep, composePlaybook, fieldsToStore, moveStep, ownerFits } from './edit-playbook.ts';
import { readPlaybookFile, writePlaybookFile } from './playbook-file.ts';
import { PROPOSAL_ALERTS, PROPOSAL_CONTRADICTIONS, proposeFor, reasonOfAlert } from './propose.ts';
import { missingSteps, runningPlaybooks } from './runs.ts';
import { type AccountFacts, startPlaybook, workingDay } from './start-playbook.ts';

const ENGLISH = deliveredPlaybooks(deliveredEn);
const JAPANESE = deliveredPlaybooks(deliveredJa);

const day = fc.integer({ min: 17_000, max: 24_000 }).map((n) => addDays('1970-01-01', n));
const step: fc.Arbitrary<PlaybookStep> = fc
  .record({
    id: fc.uuid(),
    title: fc.string({ minLength: 1 }),
    side: fc.constantFrom('ours' as const, 'theirs' as const),
    owner: fc.constantFrom(...STEP_OWNERS),
    days: fc.oneof(fc.integer({ min: -50, max: 500 }), fc.double()),
    from: fc.constantFrom('start' as const, 'renewal' as const),
  })
  .map((each) => changeStep(each, {}));
const steps = fc.uniqueArray(step, { maxLength: 8, selector: ({ id }) => id });
const contact = fc.record(
  {
    id: fc.uuid(),
    name: fc.string({ minLength: 1 }),
    role: fc.constantFrom(...CONTACT_ROLES),
    influence: fc.integer({ min: 1, max: 3 }),
    leftOn: day,
  },
  { requiredKeys: ['id', 'name'] },
);
const facts: fc.Arbitrary<AccountFacts> = fc.record(
  { owner: fc.string(), renewal: day, contacts: fc.array(contact, { maxLength: 5 }) },
  { requiredKeys: ['contacts'] },
);

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

describe('delivered playbooks', () => {
  test('each word has its step and each step its word, in both languages', () => {
    for (const [list, words] of [
      [ENGLISH, deliveredEn],
      [JAPANESE, deliveredJa],
    ] as const) {
      expect(list.map(({ id }) => id).sort()).toEqual(Object.keys(words).sort());
      for (const { id, name, purpose, steps: lines } of list) {
        const titles: Readonly<Record<string, string>> = words[id as keyof typeof words].steps;
        expect(lines.map((line) => line.id).sort()).toEqual(Object.keys(titles).sort());
        expect(lines.every(({ title }) => title.trim() !== '')).toBe(true);
        expect(name.length * purpose.length).toBeGreaterThan(0);
        expect(lines.length).toBeGreaterThanOrEqual(4);
        expect(lines.length).toBeLessThanOrEqual(8);
      }
    }
  });

  test('their steps stand in the order of their days, are done by who can do them, and both sides take part', () => {
    for (const { steps: lines } of ENGLISH) {
      const days = lines.map(({ days: each, from }) => (from === 'start' ? each : -each));
      expect(days).toEqual([...days].sort((a, b) => a - b));
      expect(lines.every(ownerFits)).toBe(true);
      expect(new Set(lines.map(({ side }) => side)).size).toBeGreaterThanOrEqual(1);
    }
  });

  test('what they are proposed for are findings that there are', () => {
    const known = new Set([...PROPOSAL_ALERTS, ...PROPOSAL_CONTRADICTIONS]);
    for (const { proposedFor } of ENGLISH)
      for (const reason of proposedFor) expect([...known]).toContain(reason);
  });
});

describe('proposals', () => {
  test('a renewal proposes the playbook of the step that it has reached', () => {
    const today = '2026-11-20';
    const first = (days: number) => {
      const reason = reasonOfAlert({ reason: 'renewal', on: addDays(today, days) }, today);
      return proposeFor([reason], ENGLISH)[0]?.id;
    };
    expect([119, 90, 61, 60, 31, 30, 0].map(first)).toEqual([
      'renewal-120',
      'renewal-90',
      'renewal-90',
      'renewal-60',
      'renewal-60',
      'renewal-30',
      'renewal-30',
    ]);
  });

  test('a contradiction that was taken up proposes what it proposed before', () => {
    const reason = reasonOfAlert({ reason: 'accepted:forecast-renew-escalated' }, '2026-11-20');
    expect(proposeFor([reason], ENGLISH).map(({ id }) => id)).toEqual(['escalation']);
  });

  test('first things first, each once, nothing that is off', () => {
    const all = proposeFor(['severe-tickets', 'band-fell', 'score-fell'], ENGLISH).map(({ id }) => id);
    expect(all).toEqual(['escalation', 'risk-rescue']);
    const off = ENGLISH.map((each) => (each.id === 'escalation' ? { ...each, off: true } : each));
    expect(proposeFor(['severe-tickets'], off)).toEqual([]);
    expect(proposeFor(['nothing-of-the-kind'], ENGLISH)).toEqual([]);
  });
});

describe('runs', () => {
  const task = (run: string, id: string, state: 'open' | 'done', due?: string) => ({
    account: 'a',
    playbook: 'p',
    run,
    step: id,
    state,
    createdAt: 1,
    ...(due === undefined ? {} : { due }),
  });

  test('what has an open task runs; what is all done does not', () => {
    const runs = runningPlaybooks([
      task('1', 'x', 'done'),
      task('1', 'y', 'open', '2026-12-01'),
      task('1', 'z', 'open', '2026-11-24'),
      task('2', 'x', 'done'),
      { account: 'a', state: 'open', createdAt: 1 },
    ]);
    expect(runs).toMatchObject([{ run: '1', done: 1, total: 3, due: '2026-11-24' }]);
  });

  test('started, then what is missing: every step has a task, and none has two', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(20)), (list, gone) => {
        const made = list
          .filter((_, i) => !gone.includes(i))
          .map(({ id }, i) => task('1', id, i === 0 ? 'open' : 'done'));
        const [run] = runningPlaybooks(made);
        const missing = missingSteps({ steps: list }, run).map(({ id }) => id);
        const all = [...made.map((each) => each.step), ...missing];
        expect(all.sort()).toEqual(list.map(({ id }) => id).sort());
      }),
    );
  });
});

describe('changes', () => {
  const playbook: fc.Arbitrary<Playbook> = fc
    .record(
      {
        id: fc.constant('risk-rescue'),
        name: fc.string(),
        purpose: fc.string(),
        steps,
        proposedFor: fc.uniqueArray(fc.constantFrom(...PROPOSAL_ALERTS)),
        off: fc.boolean(),
        segment: fc.string(),
      },
      { requiredKeys: ['id', 'name', 'purpose', 'steps', 'proposedFor', 'off'] },
    )
    .map((each) => ({ ...each, proposedFor: [...each.proposedFor] }));
  const delivered = ENGLISH.find(({ id }) => id === 'risk-rescue');

  test('what is stored says the playbook again, of one’s own and of a delivered one', () => {
    fc.assert(
      fc.property(playbook, fc.constantFrom(delivered, undefined), (wanted, base) => {
        const row = { ...fieldsToStore(base, wanted), id: wanted.id, createdAt: 0, updatedAt: 0 };
        const again = composePlaybook(base, row);
        expect({ ...again, proposedFor: [...again.proposedFor].sort() }).toEqual({
          ...wanted,
          proposedFor: [...wanted.proposedFor].sort(),
        });
      }),
    );
  });

  test('another day for one step leaves all words to the reader’s language', () => {
    if (delivered === undefined) throw new Error('no such playbook');
    const [first, ...rest] = delivered.steps;
    if (first === undefined) throw new Error('no steps');
    const wanted = { ...delivered, steps: [changeStep(first, { days: 4 }), ...rest] };
    const stored = fieldsToStore(delivered, wanted);
    expect(Object.keys(stored)).toEqual(['steps']);
    const japanese = JAPANESE.find(({ id }) => id === 'risk-rescue');
    const row = { ...stored, id: 'risk-rescue', createdAt: 0, updatedAt: 0 };
    const shown = composePlaybook(japanese, row);
    expect(shown.steps.map(({ title }) => title)).toEqual(japanese?.steps.map(({ title }) => title));
    expect(shown.steps[0]?.days).toBe(4);
  });

  test('nothing changed, nothing stored', () => {
    for (const each of ENGLISH) expect(fieldsToStore(each, each)).toEqual({});
  });

  test('a step that changes sides has an owner there, and a name only where a name is meant', () => {
    fc.assert(
      fc.property(step, fc.constantFrom('ours' as const, 'theirs' as const), (each, side) => {
        const changed = changeStep({ ...each, name: 'Sato' }, { side });
        expect(ownerFits(changed)).toBe(true);
        expect(changed.name === undefined).toBe(changed.owner !== 'name');
      }),
    );
  });

  test('out into a file and back it is the same but for its ids; what is no playbook is not taken', () => {
    for (const each of [...ENGLISH, ...JAPANESE]) {
      const read = readPlaybookFile(writePlaybookFile(each));
      const bare = (list: readonly PlaybookStep[] = []) => list.map(({ id: _id, ...rest }) => rest);
      expect({ ...read, steps: bare(read?.steps) }).toEqual({
        name: each.name,
        purpose: each.purpose,
        proposedFor: each.proposedFor,
        steps: bare(each.steps),
      });
      expect(new Set(read?.steps.map(({ id }) => id)).size).toBe(each.steps.length);
    }
    const [first] = ENGLISH;
    if (first === undefined) throw new Error('none');
    const file = writePlaybookFile(first);
    for (const wrong of [
      '',
      '[]',
      '{"kizuna":"scorecard"}',
      file.replace('"format": 1', '"format": 2'),
      file.replace('"side": "ours"', '"side": "mine"'),
      file.replace(/"days": \d+/, '"days": -1'),
      file.slice(0, -10),
    ])
      expect(readPlaybookFile(wrong)).toBeUndefined();
  });

  test('moved up and down again, the steps stand as before', () => {
    fc.assert(
      fc.property(steps, fc.nat(7), (list, at) => {
        const id = list[at]?.id ?? '';
        const down = moveStep(list, id, 1);
        const back = down === list ? list : moveStep(down, id, -1);
        expect(back).toEqual(list);
      }),
    );
  });
});

/** A playbook changed, stored, written to a file and read again. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGLISH, JAPANESE, step, steps } from '#test/factories/playbooks.ts';
import type { Playbook, PlaybookStep } from '../../model/playbook.ts';
import { changeStep, composePlaybook, fieldsToStore, moveStep, ownerFits } from './edit-playbook.ts';
import { readPlaybookFile, writePlaybookFile } from './playbook-file.ts';
import { PROPOSAL_ALERTS } from './propose.ts';

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

/** Which playbooks an account is offered: by segment, by what was found, and by what runs already. */
import { describe, expect, test } from 'vitest';
import type { PlaybookView } from '#renderer/data/playbooks.ts';
import type { PlaybookRun } from '#shared/domain/playbooks/runs.ts';
import type { Playbook } from '#shared/model/playbook.ts';
import { firstChoice, lineOffer, offersFor } from './offers.ts';

const STEP = { id: '1', title: 'x', side: 'ours', owner: 'nobody', days: 0, from: 'start' } as const;

function view(id: string, more: Partial<Playbook> = {}): PlaybookView {
  const playbook = { id, name: id, purpose: '', steps: [STEP], proposedFor: [], off: false, ...more };
  return { playbook, builtIn: false, changed: false };
}

function run(playbook: string): PlaybookRun {
  const figures = { done: 0, total: 1, due: undefined, startedAt: 0, steps: new Set<string>() };
  return { run: 'r', account: 'a', playbook, ...figures };
}

const ids = (list: readonly Playbook[]) => list.map(({ id }) => id);
const VIEWS = [
  view('plain'),
  view('rescue', { proposedFor: ['band-fell'] }),
  view('off', { proposedFor: ['band-fell'], off: true }),
  view('empty', { proposedFor: ['band-fell'], steps: [] }),
  view('large', { proposedFor: ['band-fell'], segment: 'large-ones' }),
];

describe('offers', () => {
  test('what is off or has no steps is not offered; a segment’s only to who belongs to it', () => {
    const offers = offersFor(VIEWS, 'a', ['band-fell'], () => false);
    expect([ids(offers.proposed), ids(offers.others)]).toEqual([['rescue'], ['plain']]);
    const inside = offersFor(VIEWS, 'a', ['band-fell'], (segment) => segment === 'large-ones');
    expect(ids(inside.proposed)).toEqual(['rescue', 'large']);
  });

  test('while members are counted, or once the segment is gone, its playbook is offered to nobody', () => {
    const offers = offersFor(VIEWS, 'a', ['band-fell'], () => undefined);
    expect(ids([...offers.proposed, ...offers.others])).toEqual(['rescue', 'plain']);
  });

  test('a line names the first proposal and how far it has come; the dialog opens on what is new', () => {
    const offers = offersFor(VIEWS, 'a', ['band-fell'], () => true);
    expect(lineOffer(offers)).toMatchObject({ playbook: { id: 'rescue' }, run: undefined });
    expect(lineOffer(offers, [run('rescue')])).toMatchObject({ run: { done: 0, total: 1 } });
    expect(firstChoice(offers, [run('rescue')])?.id).toBe('large');
    expect(firstChoice(offers, [run('rescue'), run('large')])?.id).toBe('rescue');
    const none = offersFor(VIEWS, 'a', [], () => true);
    expect(lineOffer(none)).toBeUndefined();
    expect(firstChoice(none, [run('plain')])?.id).toBe('rescue');
  });
});

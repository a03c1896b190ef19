/** The delivered playbooks, and which of them a finding proposes. */
import { describe, expect, test } from 'vitest';
import { ENGLISH, JAPANESE } from '#test/factories/playbooks.ts';
import { addDays } from '../table/days.ts';
import { deliveredEn } from './delivered-en.ts';
import { deliveredJa } from './delivered-ja.ts';
import { ownerFits } from './edit-playbook.ts';
import { PROPOSAL_ALERTS, PROPOSAL_CONTRADICTIONS, proposeFor, reasonOfAlert } from './propose.ts';

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

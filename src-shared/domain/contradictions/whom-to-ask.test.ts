/** Whom a contradiction is to be asked about. */
import { describe, expect, it } from 'vitest';
import { TODAY } from '#test/factories/account-case.ts';
import { whomToAsk } from './whom-to-ask.ts';

describe('whom to ask', () => {
  it('is somebody who is still there, the person concerned first', () => {
    const people = [
      { id: 'c1', name: 'Mori', role: 'field-manager', createdAt: 0, updatedAt: 0 },
      { id: 'c2', name: 'Sato', role: 'champion', leftOn: '2026-11-01', createdAt: 0, updatedAt: 0 },
      { id: 'c3', name: 'Abe', role: 'admin', createdAt: 0, updatedAt: 0 },
    ];
    expect(whomToAsk('usage-up-nps-low', people, TODAY, 'c3').contact?.name).toBe('Abe');
    expect(whomToAsk('usage-up-nps-low', people, TODAY, 'c2').contact?.name).toBe('Mori');
    expect(whomToAsk('healthy-no-executive', people, TODAY)).toEqual({ role: 'executive-sponsor' });
  });
});

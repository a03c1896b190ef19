import { describe, expect, it } from 'vitest';
import { findCommands, fitness } from './find-commands.ts';

const run = () => undefined;

describe('fitness', () => {
  it('prefers beginnings to middles and does not mind the width of letters', () => {
    expect(fitness('Accounts', 'acc')).toBe(3);
    expect(fitness('Go to accounts', 'acc')).toBe(2);
    expect(fitness('Subaccounts', 'acc')).toBe(1);
    expect(fitness('アカウント', 'ｱｶ')).toBe(3);
    expect(fitness('Use the dark scheme', 'udark')).toBe(0);
    expect(fitness('Settings', 'x')).toBe(-1);
  });
});

describe('findCommands', () => {
  it('shows places first, the present screen before the rest, and nothing that only moves a cursor', () => {
    const scopes = [
      { id: 'app', title: '', commands: [{ id: 'go', label: 'Notes', kind: 'go' as const, run }] },
      {
        id: 'accounts',
        title: '',
        commands: [
          { id: 'note', label: 'New note', run },
          { id: 'next', label: 'Next', keyboardOnly: true, run },
        ],
      },
    ];
    const groups = findCommands('n', scopes, { go: 'Go', actions: 'Do' });
    expect(groups.map((group) => group.commands.map((command) => command.id))).toEqual([['go'], ['note']]);
  });
});

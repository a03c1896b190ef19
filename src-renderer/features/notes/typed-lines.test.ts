/** A name or a reason without its Enter: nobody is left out in silence, and nobody is taken for somebody else. */
import { describe, expect, it } from 'vitest';
import type { NotePeople } from '#renderer/data/notes.ts';
import { emptyFields, type NoteFields } from './note-fields.ts';
import { takeTypedLines } from './typed-lines.ts';

const contact = (id: string, name: string, nameKana?: string) => ({
  id,
  name,
  ...(nameKana === undefined ? {} : { nameKana }),
  createdAt: 1,
  updatedAt: 1,
});
const PEOPLE: NotePeople = {
  contacts: [contact('c1', '森 由美', 'モリ ユミ'), contact('c2', 'Mia Wong'), contact('c3', 'Mia Woods')],
  team: ['Ken Sato', '佐藤 健'],
  me: undefined,
  owner: undefined,
  tags: [],
};

function take(typed: Partial<NoteFields>) {
  return takeTypedLines({ ...emptyFields(1), ...typed }, PEOPLE, () => 'new');
}
const taken = (patch: Partial<NoteFields>) => ({ type: 'taken', patch });

describe('lines that were not entered', () => {
  it('change nothing where there are none', () => {
    expect(take({})).toEqual(taken({}));
  });

  it('mean who is called so, by name or reading, in either width', () => {
    expect(take({ contactLine: ' もり　ゆみ' }).type).toBe('taken');
    expect(take({ contactLine: 'ﾓﾘﾕﾐ' })).toEqual(taken({ contactLine: '', contacts: ['c1'] }));
    expect(take({ contactLine: 'mia wong, mia@example.com', contacts: ['c2'] })).toEqual(
      taken({ contactLine: '', contacts: ['c2'] }),
    );
    expect(take({ teamLine: 'ken sato' })).toEqual(taken({ teamLine: '', team: ['Ken Sato'] }));
  });

  it('are somebody new where nobody is called anything like it', () => {
    expect(take({ contactLine: 'Ann Lee, champion', contacts: ['c2'] })).toEqual(
      taken({
        contactLine: '',
        contacts: ['c2', 'new'],
        newContacts: [{ id: 'new', name: 'Ann Lee', role: 'champion' }],
      }),
    );
    expect(take({ teamLine: '田中' })).toEqual(taken({ teamLine: '', team: ['田中'] }));
  });

  it('are asked about where they may mean one or another', () => {
    expect(take({ contactLine: 'Mia' })).toEqual({ type: 'unclear', side: 'contacts', line: 'Mia' });
    expect(take({ contactLine: '@example' }).type).toBe('taken');
    expect(take({ contactLine: 'a@example.com' })).toEqual({
      type: 'unclear',
      side: 'contacts',
      line: 'a@example.com',
    });
    expect(take({ teamLine: '佐藤' })).toEqual({ type: 'unclear', side: 'team', line: '佐藤' });
  });

  it('are a reason only where a judgement may have one more', () => {
    const reasonLine = 'new site';
    expect(take({ reasonLine, sentiment: 4, sentimentReasons: ['a', 'b'] })).toEqual(
      taken({ reasonLine: '', sentimentReasons: ['a', 'b', 'new site'] }),
    );
    expect(take({ reasonLine, sentiment: 4, sentimentReasons: ['a', 'b', 'c'] })).toEqual(taken({}));
    expect(take({ reasonLine })).toEqual(taken({}));
  });

  it('are tags, each once, however many stand in the line', () => {
    expect(take({ tagLine: ' pilot、 osaka, ', tags: ['osaka'] })).toEqual(
      taken({ tagLine: '', tags: ['osaka', 'pilot'] }),
    );
    expect(take({ tagLine: ' , ', tags: ['osaka'] })).toEqual(taken({ tagLine: '', tags: ['osaka'] }));
    expect(take({ tags: ['osaka'] })).toEqual(taken({}));
  });
});

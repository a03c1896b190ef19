/** Our side and theirs bear one name each in every part of the app. */
import { expect, it } from 'vitest';
import { meeting } from './ja/meeting.ts';
import { notes } from './ja/notes.ts';
import { playbooks } from './ja/playbooks.ts';
import { tasks } from './ja/tasks.ts';
import { timeline } from './ja/timeline.ts';

it('自社 and お客様, everywhere', () => {
  const sides = [notes.sides, tasks.sides, tasks.scopes, playbooks.sides, timeline.task, meeting];
  expect([...new Set(sides.map(({ ours }) => ours))]).toEqual(['自社']);
  expect([...new Set(sides.map(({ theirs }) => theirs))]).toEqual(['お客様']);
  const said = JSON.stringify([notes, tasks, playbooks, timeline, meeting]);
  expect(said.match(/お客さま|先方/g)).toBeNull();
});

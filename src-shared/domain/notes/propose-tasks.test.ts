/** What is made of the tasks found in a note, and #tags. */
import { describe, expect, it } from 'vitest';
import { findHashTags } from './find-hash-tags.ts';
import { findTasks } from './find-tasks.ts';
import { proposeTasks } from './propose-tasks.ts';

const PEOPLE = { today: '2026-03-11', contacts: [{ id: 'c1', name: 'Mia Wong' }], team: ['Ken'] };
const NOTE = '- [ ] Send plan by Fri\n→ @Mia send drawing\n- [ ] Call';

describe('tasks that a note proposes', () => {
  const found = findTasks(NOTE, PEOPLE);

  it('are new, changed or left out as was decided', () => {
    const proposed = proposeTasks(found, {
      choices: {
        sendplan: { title: 'Send the plan', owner: 'Ken', due: '' },
        senddrawing: { side: 'ours', owner: 'Ken', due: '2026-04-01' },
        call: { skip: true },
      },
    });
    expect(proposed.map(({ key: _key, line: _line, ...task }) => task)).toEqual([
      { title: 'Send the plan', side: 'ours', owner: 'Ken', state: 'new' },
      { title: 'send drawing', side: 'ours', owner: 'Ken', due: '2026-04-01', state: 'new' },
      { title: 'Call', side: 'ours', owner: '', state: 'left-out' },
    ]);
  });

  it('are not doubled when the note is edited: by their line, whatever became of the title or the day', () => {
    const again = findTasks('- [ ] Send plan by Monday\n→ @Mia send drawing\n- [ ] Call\n- [ ] New', PEOPLE);
    const existing = [{ line: 'sendplan', title: 'Renamed in the task list' }, { title: 'send drawing' }];
    const before = new Set(found.map((task) => task.key));
    expect(proposeTasks(again, { existing, before }).map((task) => task.state)).toEqual([
      'exists',
      'exists',
      'left-out',
      'new',
    ]);
    const wanted = proposeTasks(again, { existing, before, choices: { call: { skip: false } } });
    expect(wanted[2]?.state).toBe('new');
  });
});

describe('#tags', () => {
  it('are words behind the sign, not headings, anchors, figures or code', () => {
    const text =
      '# Heading\n#renewal and (#価格) #renewal a#b #1 `#code` https://x.example/#top\n```\n#no\n```\n＃大阪';
    expect(findHashTags(text)).toEqual(['renewal', '価格', '大阪']);
  });
});

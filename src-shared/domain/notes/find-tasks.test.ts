/** Tasks of notes, by a table of lines in both languages and by what must hold for every text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTasks } from './find-tasks.ts';

/** A Wednesday. */
const TODAY = '2026-03-11';
const PEOPLE = {
  contacts: [
    { id: 'c1', name: '田中 一郎', nameKana: 'タナカ イチロウ' },
    { id: 'c2', name: 'Mia Wong' },
    { id: 'c3', name: '森' },
  ],
  team: ['佐藤 美咲', 'Ken Sato'],
};

const find = (markdown: string, today = TODAY) => findTasks(markdown, { today, ...PEOPLE });

/** line → title | who | side | due */
const VECTORS: readonly (readonly [string, string, string, 'ours' | 'theirs', string | undefined])[] = [
  ['- [ ] Send the training plan', 'Send the training plan', '', 'ours', undefined],
  ['* [ ] Send plan by Friday', 'Send plan', '', 'ours', '2026-03-13'],
  ['1. [ ] Send plan by Wed', 'Send plan', '', 'ours', '2026-03-18'],
  ['- [ ] → @Sato send training plan by Fri', 'send training plan', 'Ken Sato', 'ours', '2026-03-13'],
  ['→ @Mia send the floor plan by next Fri', 'send the floor plan', 'Mia Wong', 'theirs', '2026-03-20'],
  ['-> @Mia Wong: name a sponsor until tomorrow', 'name a sponsor', 'Mia Wong', 'theirs', '2026-03-12'],
  ['- -> call back today', 'call back', '', 'ours', '2026-03-11'],
  ['-> @ken call @Mia by the end of month', 'call Mia', 'Ken Sato', 'ours', '2026-03-31'],
  ['- [ ] Send minutes to @Mia by 3/15', 'Send minutes to Mia', '', 'ours', '2026-03-15'],
  ['- [ ] Send minutes (by 15 March)', 'Send minutes', '', 'ours', '2026-03-15'],
  ['- [ ] Prepare QBR, due March 3', 'Prepare QBR', '', 'ours', '2027-03-03'],
  ['- [ ] Prepare QBR on 2026-03-15', 'Prepare QBR', '', 'ours', '2026-03-15'],
  ['- [ ] Prepare QBR in 2 weeks', 'Prepare QBR', '', 'ours', '2026-03-25'],
  ['- [ ] Prepare QBR within three days', 'Prepare QBR', '', 'ours', '2026-03-14'],
  ['- [ ] Renew in a month', 'Renew', '', 'ours', '2026-04-11'],
  ['- [ ] Review the 3/15 report', 'Review the 3/15 report', '', 'ours', undefined],
  ['- [ ] Review the 3/15 report by Mon', 'Review the 3/15 report', '', 'ours', '2026-03-16'],
  ['- [ ] Fix 2/30', 'Fix 2/30', '', 'ours', undefined],
  ['- [ ] Fix by 15/3', 'Fix', '', 'ours', '2026-03-15'],
  ['- [ ] Fix by the 20th', 'Fix', '', 'ours', '2026-03-20'],
  ['- [ ] Fix by end of quarter', 'Fix', '', 'ours', '2026-03-31'],
  ['- [ ] Fix by end of May.', 'Fix', '', 'ours', '2026-05-31'],
  ['- [ ] by Fri: send **the** [plan](https://x.example/a)', 'send the plan', '', 'ours', '2026-03-13'],
  ['- [ ] @Nobody check the invoice', 'check the invoice', 'Nobody', 'ours', undefined],
  ['- [ ] mail ops@example.com by Thursday', 'mail ops@example.com', '', 'ours', '2026-03-12'],
  ['- \\[ \\] Escaped by the editor', 'Escaped by the editor', '', 'ours', undefined],
  ['-\\> @Mia escaped', 'escaped', 'Mia Wong', 'theirs', undefined],
  ['☐ Order badges', 'Order badges', '', 'ours', undefined],
  ['- [ ] → @[Mia Wong](contact:c2) send it', 'send it', 'Mia Wong', 'theirs', undefined],
  ['- [ ] 研修計画を送る 3/15まで', '研修計画を送る', '', 'ours', '2026-03-15'],
  ['- [ ] 3月15日までに研修計画を送る', '研修計画を送る', '', 'ours', '2026-03-15'],
  ['- [ ] 来週金曜までに見積もりを出す', '見積もりを出す', '', 'ours', '2026-03-20'],
  ['→ @佐藤 研修計画を送る 明日まで', '研修計画を送る', '佐藤 美咲', 'ours', '2026-03-12'],
  ['→ @田中さん 現場の図面を送付 明後日', '現場の図面を送付', '田中 一郎', 'theirs', '2026-03-13'],
  ['→@田中一郎様が来月10日までに役員へ説明', '役員へ説明', '田中 一郎', 'theirs', '2026-04-10'],
  ['→ @タナカ 図面、今日中に', '図面', '田中 一郎', 'theirs', '2026-03-11'],
  ['- [ ] @田中さんに資料を送る 今週中', '田中さんに資料を送る', '', 'ours', '2026-03-13'],
  ['- [ ] @森 現場確認 月末', '現場確認', '森', 'theirs', '2026-03-31'],
  ['- [ ] 来週水曜 定例の準備', '定例の準備', '', 'ours', '2026-03-18'],
  ['- [ ] 現場確認(3/18(水))', '現場確認', '', 'ours', '2026-03-18'],
  ['- [ ] 見積もり　３／１５まで', '見積もり', '', 'ours', '2026-03-15'],
  ['- [ ] 契約更新の打診 4月末まで', '契約更新の打診', '', 'ours', '2026-04-30'],
  ['- [ ] 令和8年4月1日までに更新', '更新', '', 'ours', '2026-04-01'],
  ['- [ ] 2週間後に再訪', '再訪', '', 'ours', '2026-03-25'],
  ['- [ ] 金曜日に電話', '電話', '', 'ours', '2026-03-13'],
  ['- [ ] @山田 請求書を確認', '請求書を確認', '山田', 'ours', undefined],
];

describe('the tasks of a note', () => {
  it.each(VECTORS)('%s', (line, title, owner, side, due) => {
    const [task, ...more] = find(`# Plan\n${line}\ntext`);
    expect(more).toEqual([]);
    expect({ title: task?.title, owner: task?.owner, side: task?.side, due: task?.due }).toEqual({
      title,
      owner,
      side,
      due,
    });
    expect(task?.line).toBe(1);
  });

  it.each([
    '- [x] Done already',
    '- [ ]',
    '- [ ] @Mia by Fri',
    'A → B',
    '- item',
    '- [link](https://x.example)',
    '```\n- [ ] code\n```',
    '# - [ ] heading',
  ])('makes none of: %s', (text) => {
    const found = find(text);
    // Only who and when is still a task, under the words that are there.
    expect(found.map((task) => task.title)).toEqual(text.includes('@Mia') ? ['Mia by Fri'] : []);
  });

  it('knows names by contact before team, and us where nobody is named', () => {
    const [task] = findTasks('- [ ] Send plan', { today: TODAY, ...PEOPLE, me: 'Ken Sato' });
    expect(task).toMatchObject({ owner: 'Ken Sato', side: 'ours' });
    expect(find('→ @Wong call')[0]).toMatchObject({ contact: 'c2', side: 'theirs' });
  });

  it('tells equal lines apart', () => {
    expect(find('- [ ] Call\n- [ ] call!').map((task) => task.key)).toEqual(['call', 'call#2']);
  });

  it('resolves from every day of the week, weeks beginning on Monday', () => {
    const days = (phrase: string) =>
      ['2026-03-09', '2026-03-13', '2026-03-14', '2026-03-15'].map(
        (today) => find(`- [ ] Do it by ${phrase}`, today)[0]?.due,
      );
    expect(days('Friday')).toEqual(['2026-03-13', '2026-03-20', '2026-03-20', '2026-03-20']);
    expect(days('this Friday')).toEqual(['2026-03-13', '2026-03-13', '2026-03-13', '2026-03-13']);
    expect(days('next Friday')).toEqual(['2026-03-20', '2026-03-20', '2026-03-20', '2026-03-20']);
    expect(days('this week')).toEqual(['2026-03-13', '2026-03-13', '2026-03-15', '2026-03-15']);
    expect(find('- [ ] Renew in a month', '2026-01-31')[0]?.due).toBe('2026-02-28');
    expect(find('- [ ] 2/29まで', '2026-03-01')[0]?.due).toBe('2028-02-29');
  });
});

const anyLine = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '- [ ] ',
        '→ ',
        '@Mia',
        '@田中',
        ' by ',
        'Fri',
        '3/15',
        '来週金曜',
        'まで',
        ' x',
        '資料',
        '(',
        '*',
        '[',
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.join('')),
);

describe('for every text', () => {
  it('each task lies on its own line, has a title, a unique key and a real day', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
        const text = lines.join('\n').split('\n');
        const found = find(text.join('\n'));
        expect(new Set(found.map((task) => task.key)).size).toBe(found.length);
        expect(new Set(found.map((task) => task.line)).size).toBe(found.length);
        for (const task of found) {
          expect(task.line).toBeLessThan(text.length);
          expect(task.title.trim()).toBe(task.title);
          expect(task.title).not.toBe('');
          if (task.due !== undefined)
            expect(new Date(`${task.due}T00:00:00Z`).toISOString().slice(0, 10)).toBe(task.due);
        }
      }),
    );
  });

  it('other lines do not change what a line says', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        fc.pre(!line.includes('\n') && !/```|~~~/.test(line));
        const alone = find(line)[0];
        const among = find(`Notes\n\n${line}\n\nend`)[0];
        expect(among === undefined ? undefined : { ...among, line: 0 }).toEqual(alone);
      }),
    );
  });
});

describe('somebody who was merged into another contact', () => {
  const merged = [{ name: 'Mia Wong' }];
  const contacts = [{ id: 'c9', name: 'M. Wong-Lee', merged }];

  it('does under the old name what the other one does', () => {
    const [task] = findTasks('→ @Mia send the floor plan', { today: TODAY, contacts, team: [] });
    expect(task).toMatchObject({ side: 'theirs', owner: 'M. Wong-Lee', contact: 'c9' });
  });

  it('gives way to whoever bears that name now', () => {
    const both = { today: TODAY, contacts: [...contacts, { id: 'c2', name: 'Mia Wong' }], team: [] };
    expect(findTasks('→ @Mia Wong send it', both)[0]).toMatchObject({ contact: 'c2' });
    const ours = { today: TODAY, contacts, team: ['Mia Wong'] };
    expect(findTasks('→ @Mia Wong send it', ours)[0]).toMatchObject({ side: 'ours', owner: 'Mia Wong' });
  });
});

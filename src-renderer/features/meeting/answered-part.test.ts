/** Places that nobody filled leave; what somebody wrote stays. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { promptsOf } from '#shared/domain/notes/template-prompts.ts';
import { answeredPart } from './answered-part.ts';

const isPrompt = promptsOf([
  '## Why?\nIn their own words: what is different?\n\n-\n- Decides:\n- What was hard last week?\n- Who ({{attendees}}), how many:\n> Their words:\nThank you all.',
]);
const left = (body: string) => answeredPart(body, isPrompt);

it.each([
  ['- Decides:\n- Runs it: Sato', '- Runs it: Sato'],
  ['- Decides:\n  - Sato', '- Decides:\n  - Sato'],
  ['- What was hard last week?\n- What will you do?', '- What will you do?'],
  ['- What was hard last week? The audit', '- What was hard last week? The audit'],
  ['- Who, how many:', ''],
  ['- Who (Sato and Mori), how many:', ''],
  ['In their own words: what is different?\n\n-\n\n## Next', '## Next'],
  [
    'In their own words: what is different?\n\n- faster',
    'In their own words: what is different?\n\n- faster',
  ],
  ['We agreed:\n\n- a', 'We agreed:\n\n- a'],
  ['Thank you all.\n\n> \n\n- [ ] \n1. ', 'Thank you all.'],
  ['| a | b |\n| --- | --- |\n|  |  |', ''],
  ['| a | b |\n| --- | --- |\n| x |  |\n|  |  |', '| a | b |\n| --- | --- |\n| x |  |'],
  ['```\n- Decides:\n|  |\n```', '```\n- Decides:\n|  |\n```'],
  ['## Why?', '## Why?'],
])('%j becomes %j', (body, shown) => {
  expect(left(body)).toBe(shown);
});

it('leaves every line of words alone that is no question of a template', () => {
  const words = fc.stringMatching(/^[a-zA-Zぁ-ん漢字0-9][a-zA-Zぁ-ん漢字0-9 ]{0,30}[a-z。!]$/);
  fc.assert(
    fc.property(fc.array(words, { minLength: 1 }), fc.constantFrom('', '- ', '1. ', '> '), (lines, mark) => {
      const body = lines.map((line) => mark + line).join('\n');
      expect(left(body)).toBe(body);
    }),
  );
});

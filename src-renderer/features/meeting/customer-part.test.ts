/** Nothing internal may reach the customer, in whatever way it is marked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerPart } from './customer-part.ts';

const shownOf = (body: string) => customerPart({ kind: 'meeting', body });

describe('customerPart', () => {
  it('drops an internal section up to the next heading of its rank', () => {
    const note = '## Agenda\n- a\n\n## Internal\nthey may churn\n### Detail\nmore\n\n## Decisions\n- b';
    expect(shownOf(note)).toBe('## Agenda\n- a\n\n## Decisions\n- b');
  });

  it.each([
    ['- internal: price is an issue\n  - indented too\n- public', '- public'],
    ['- [ ] 社内：値引きの相談\n- [ ] 研修計画を送る', '- [ ] 研修計画を送る'],
    ['【社内】担当交代の噂\n\n次回は4月', '次回は4月'],
    ['社外秘：競合は2社\n\n次回は4月', '次回は4月'],
    ['[internal] x\ny', 'y'],
    ['risk of churn #internal\nfine #更新', 'fine #更新'],
    ['## 社内メモ\nひみつ\n## 決定\n- 続ける', '## 決定\n- 続ける'],
    ['## 社内：見込みとその理由\n- 五分五分\n## 決定\n- 続ける', '## 決定\n- 続ける'],
    ['## **Internal only**\nsecret', ''],
    ['> ## Internal\n> secret\n\nfine', 'fine'],
    ['| a | b |\n| - | - |\n| internal: x | y |\n| c | d |', '| a | b |\n| - | - |\n| c | d |'],
    ['| a | b |\n| - | - |\n| x | 社内：y |', '| a | b |\n| - | - |'],
    ['- internal: x\n  ```\n  secret\n  ```\n- y', '- y'],
    ['The internal: review went well', 'The internal: review went well'],
    ['## Internationalisation\n- kept', '## Internationalisation\n- kept'],
    ['## 社内展開の進み具合\n- kept', '## 社内展開の進み具合\n- kept'],
    ['```\n# Internal\n```', '```\n# Internal\n```'],
  ])('%j becomes %j', (note, shown) => {
    expect(shownOf(note)).toBe(shown);
  });

  it('shows nothing of an internal note, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        expect(customerPart({ kind: 'internal-note', body })).toBe('');
      }),
    );
  });
});

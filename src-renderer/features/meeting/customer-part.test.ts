/** Nothing internal may reach the customer, in whatever way it is marked. */
import { describe, expect, it } from 'vitest';
import { customerPart } from './customer-part.ts';

describe('customerPart', () => {
  it('drops an internal section up to the next heading of its rank', () => {
    const note = '## Agenda\n- a\n\n## Internal\nthey may churn\n### Detail\nmore\n\n## Decisions\n- b';
    expect(customerPart(note)).toBe('## Agenda\n- a\n\n## Decisions\n- b');
  });

  it.each([
    ['- internal: price is an issue\n  - indented too\n- public', '- public'],
    ['- [ ] 社内：値引きの相談\n- [ ] 研修計画を送る', '- [ ] 研修計画を送る'],
    ['【社内】担当交代の噂\n\n次回は4月', '次回は4月'],
    ['[internal] x\ny', 'y'],
    ['risk of churn #internal\nfine #更新', 'fine #更新'],
    ['## 社内メモ\nひみつ\n## 決定\n- 続ける', '## 決定\n- 続ける'],
    ['## **Internal only**\nsecret', ''],
    ['The internal: review went well', 'The internal: review went well'],
    ['## Internationalisation\n- kept', '## Internationalisation\n- kept'],
    ['## 社内展開の進み具合\n- kept', '## 社内展開の進み具合\n- kept'],
    ['```\n# Internal\n```', '```\n# Internal\n```'],
  ])('%j becomes %j', (note, shown) => {
    expect(customerPart(note)).toBe(shown);
  });
});

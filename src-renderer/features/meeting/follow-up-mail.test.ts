/** The mail says what the customer heard, in plain text, and nothing else. */
import { describe, expect, it } from 'vitest';
import { followUpMail, type MailWords, mailAddress } from './follow-up-mail.ts';

const WORDS: MailWords = {
  greeting: (names) => `Dear ${names.join(' and ')},`,
  thanks: 'Thank you.',
  ours: 'We will',
  theirs: 'You will',
  next: (date) => `Next: ${date}`,
  closing: 'Regards',
  date: (iso) => iso,
};

describe('followUpMail', () => {
  it('tells the note and the tasks, without what is internal', () => {
    const body =
      '## Since last time\n- **WMS** live in [Osaka](https://x.example/a)\n\n## Empty\n\n## Decisions\n- [ ] → @Sato send plan by Fri\n- go on\n\n## Internal\nmay churn\n- [ ] ask for a discount';
    const tasks = [
      { title: 'send plan', side: 'ours', owner: 'Sato', due: '2026-03-13' },
      { title: 'ask for a discount', side: 'ours', owner: '' },
      { title: 'name a sponsor', side: 'theirs', owner: 'Tanaka' },
    ] as const;
    expect(followUpMail({ body, tasks, names: ['Tanaka'], nextOn: '2026-04-01' }, WORDS)).toBe(
      [
        'Dear Tanaka,',
        'Thank you.',
        '■ Since last time\n・WMS live in Osaka\n\n■ Decisions\n・go on',
        '■ We will\n・send plan (Sato, 2026-03-13)',
        '■ You will\n・name a sponsor (Tanaka)',
        'Next: 2026-04-01',
        'Regards',
      ].join('\n\n'),
    );
  });

  it('leaves a text out of the address that no mail program would take whole', () => {
    expect(mailAddress(['a@b.example'], 'Hi & bye', 'x\ny')).toEqual({
      href: 'mailto:a%40b.example?subject=Hi%20%26%20bye&body=x%0D%0Ay',
      complete: true,
    });
    expect(mailAddress([], '件名', 'あ'.repeat(400))).toEqual({
      href: `mailto:?subject=${encodeURIComponent('件名')}`,
      complete: false,
    });
  });
});

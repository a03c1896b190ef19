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
  it('tells the note and the tasks, without what is internal and without what nobody answered', () => {
    const body =
      '## Since last time\n- **WMS** live in [Osaka](https://x.example/a)\n- Decides:\n\n## Empty\n\n## Decisions\n- [ ] → @Sato send plan by Fri\n- go on\n\n## Internal\nmay churn\n- [ ] ask for a discount\n- [ ] name a sponsor';
    const lineOf = (text: string) => body.split('\n').findIndex((line) => line.includes(text));
    const tasks = [
      { title: 'send plan', line: lineOf('send plan'), side: 'ours', owner: 'Sato', due: '2026-03-13' },
      // Renamed before it is made: it is internal all the same.
      { title: 'win them back', line: lineOf('discount'), side: 'ours', owner: '' },
      { title: 'go on', line: lineOf('sponsor'), side: 'theirs', owner: 'Tanaka' },
    ] as const;
    const mail = (kind: string) =>
      followUpMail(
        { note: { kind, body }, isPrompt: () => false, tasks, names: ['Tanaka'], nextOn: '2026-04-01' },
        WORDS,
      );
    expect(mail('meeting')).toBe(
      [
        'Dear Tanaka,',
        'Thank you.',
        '■ Since last time\n・WMS live in Osaka\n\n■ Decisions\n・go on',
        '■ We will\n・send plan (Sato, 2026-03-13)',
        'Next: 2026-04-01',
        'Regards',
      ].join('\n\n'),
    );
    expect(mail('internal-note')).toBe('Dear Tanaka,\n\nThank you.\n\nNext: 2026-04-01\n\nRegards');
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

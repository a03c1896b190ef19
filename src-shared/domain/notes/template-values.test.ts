/** What the variables of a template say about an account on a day, written by the reader's own words. */
import { describe, expect, it } from 'vitest';
import { accountRow } from '#test/factories/account-row.ts';
import { TEMPLATE_VARIABLES } from './render-template.ts';
import { type TemplateFacts, type TemplateWords, templateValues } from './template-values.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const AT = Date.UTC(2026, 2, 11, 10, 30);
const WORDS: TemplateWords = {
  date: (iso) => `<${iso}>`,
  time: (at) => `t${(at % DAY) / HOUR}`,
  money: ({ minor, currency }) => `${currency} ${minor}`,
  number: (value) => `n${value}`,
  list: (items) => items.join('+'),
  stage: (stage) => stage.toUpperCase(),
};
const FACTS: TemplateFacts = {
  row: undefined,
  at: AT,
  dayOf: (at) => new Date(at).toISOString().slice(0, 10),
  attendees: [],
  me: undefined,
};

const valuesFor = (facts: Partial<TemplateFacts>) => templateValues({ ...FACTS, ...facts }, WORDS);

describe('values of variables', () => {
  it('are all there for an account of which everything is known', () => {
    const row = accountRow('a', {
      account: {
        name: '青葉物流',
        stage: 'operation',
        segment: 'SMB',
        domain: 'aoba.example',
        owner: '佐藤',
        renewalDate: '2026-04-21',
      },
      arr: [
        { minor: 100, currency: 'JPY' },
        { minor: 5, currency: 'USD' },
      ],
      openTickets: 2,
      lastTouchAt: AT - 12 * DAY,
    });
    const values = valuesFor({ row, attendees: ['Mia', '森'], me: 'Ken' });
    expect(values).toEqual({
      'account.name': '青葉物流',
      'account.stage': 'OPERATION',
      'account.segment': 'SMB',
      'account.domain': 'aoba.example',
      owner: '佐藤',
      arr: 'JPY 100+USD 5',
      'renewal.date': '<2026-04-21>',
      'renewal.daysLeft': 'n41',
      lastTouch: '<2026-02-27>',
      'lastTouch.daysAgo': 'n12',
      openTickets: 'n2',
      date: '<2026-03-11>',
      time: 't10.5',
      attendees: 'Mia+森',
      me: 'Ken',
    });
    expect(Object.keys(values).sort()).toEqual([...TEMPLATE_VARIABLES].sort());
  });

  it('say nothing rather than something made up', () => {
    const bare = valuesFor({ row: accountRow('a') });
    const known = Object.entries(bare).filter(([, value]) => value !== undefined);
    expect(Object.fromEntries(known)).toEqual({
      'account.name': 'a',
      openTickets: 'n0',
      date: '<2026-03-11>',
      time: 't10.5',
    });
    const none = Object.entries(valuesFor({})).filter(([, value]) => value !== undefined);
    expect(none.map(([name]) => name)).toEqual(['date', 'time']);
  });

  it('count days by the calendar, across a change of the clock, back and forth', () => {
    const left = (renewalDate: string) =>
      valuesFor({ row: accountRow('a', { account: { renewalDate } }) })['renewal.daysLeft'];
    expect(left('2026-03-11')).toBe('n0');
    expect(left('2026-03-30')).toBe('n19');
    expect(left('2026-03-01')).toBe('n-10');
    // One minute before midnight is the day before.
    const touched = valuesFor({ row: accountRow('a', { lastTouchAt: AT - (10 * 60 + 31) * 60_000 }) });
    expect(touched['lastTouch.daysAgo']).toBe('n1');
  });
});

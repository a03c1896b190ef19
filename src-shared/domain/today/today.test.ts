import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert } from '../../model/alert.ts';
import type { TodayAccount, TodayItem } from './entry.ts';
import { knownMeeting } from './meeting.ts';
import { foldByAccount, orderToday, usualRevenue } from './order-today.ts';

const TODAY = '2026-11-21';
const NOW = Date.parse(`${TODAY}T09:00:00Z`);

const ACCOUNTS = ['a', 'b', 'c', 'd', 'e'] as const;

const alert = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  reason: fc.constantFrom('drifting', 'renewal', 'band-fell'),
  urgency: fc.double({ min: 0, max: 1, noNaN: true }),
});

const item: fc.Arbitrary<TodayItem> = fc.oneof(
  alert.map(
    ({ account, reason, urgency }): TodayItem => ({
      kind: 'alert',
      alert: { id: `${account} ${reason}`, account, type: 'risk', reason, urgency, mark: '', facts: [] },
    }),
  ),
  fc.record({ account: fc.constantFrom(...ACCOUNTS, ''), n: fc.integer({ min: 0, max: 5 }) }).map(
    ({ account, n }): TodayItem => ({
      kind: 'task',
      task: {
        id: `${account}${n}`,
        title: 't',
        account,
        side: 'ours',
        owner: '',
        due: `2026-11-${18 + n}`,
        state: 'open',
        createdAt: 0,
        updatedAt: 0,
      },
    }),
  ),
);

const amount = fc.integer({ min: 0, max: 50_000_000 });
const book = fc
  .tuple(amount, amount, amount, amount, amount)
  .map((amounts) => amounts.map((minor, i) => ({ minor, currency: i === 4 ? 'USD' : 'JPY' })));

function accountsOf(amounts: readonly { minor: number; currency: string }[]): Map<string, TodayAccount> {
  return new Map(
    ACCOUNTS.map((id, i) => {
      const money = amounts[i];
      return [id, { name: id, arr: money === undefined ? [] : [money], renewal: `2026-12-${10 + i}` }];
    }),
  );
}

function order(items: readonly TodayItem[], accounts: ReadonlyMap<string, TodayAccount>) {
  return orderToday({ items, accounts, usual: usualRevenue(accounts.values()), now: NOW, today: TODAY });
}

/** What is alike has the same id and may differ in its figures: of these the first counts, so they must be the same. */
function distinct(items: readonly TodayItem[]): TodayItem[] {
  const ids = new Set<string>();
  return items.filter((each) => {
    const id = each.kind === 'alert' ? each.alert.id : each.kind === 'task' ? each.task.id : '';
    return ids.size < ids.add(id).size;
  });
}

describe('today', () => {
  it('is ordered by the product of the three figures as they are shown', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 20 }), book, (raw, amounts) => {
        for (const { stake, urgency, reach, score } of order(distinct(raw), accountsOf(amounts))) {
          const shown = [stake, urgency, reach].map(({ value }) => Math.round(value * 100) / 100);
          expect(score).toBeCloseTo(
            shown.reduce((product, each) => product * each, 1),
            12,
          );
        }
      }),
    );
  });

  it('is in the same order however its items come, and doubles nothing', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), book, fc.nat(), (raw, amounts, turn) => {
        const items = distinct(raw);
        const accounts = accountsOf(amounts);
        const ids = order(items, accounts).map(({ id }) => id);
        const cut = items.length === 0 ? 0 : turn % items.length;
        const turned = [...items.slice(cut), ...items.slice(0, cut)].reverse();
        expect(order([...turned, ...turned], accounts).map(({ id }) => id)).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
        const lines = foldByAccount(order(items, accounts));
        const folded = lines.flatMap(({ head, also }) => [head, ...also]).map(({ id }) => id);
        expect([...folded].sort()).toEqual([...ids].sort());
      }),
    );
  });

  it('never puts an account lower because more is at stake', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 20 }),
        book,
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 90_000_000 }),
        (raw, amounts, which, more) => {
          const items = distinct(raw);
          const id = ACCOUNTS[which] ?? 'a';
          const first = (list: readonly { minor: number; currency: string }[]) =>
            order(items, accountsOf(list)).findIndex(({ account }) => account === id);
          const grown = amounts.map((money, i) =>
            i === which ? { ...money, minor: money.minor + more } : money,
          );
          // From "nothing known" to a known small amount is another matter than more of it.
          fc.pre((amounts[which]?.minor ?? 0) > 0);
          expect(first(grown)).toBeLessThanOrEqual(first(amounts));
        },
      ),
    );
  });

  it('explains each place: three figures between 0 and 1 whose product is the score', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 20 }), book, (items, amounts) => {
        for (const { stake, urgency, reach, score } of order(items, accountsOf(amounts))) {
          expect(score).toBe(stake.value * urgency.value * reach.value);
          for (const { value, why } of [stake, urgency, reach]) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
            expect(why).not.toBe('');
          }
        }
      }),
    );
  });

  it('does not add amounts of two currencies: each is measured by the median of its own', () => {
    const accounts = new Map<string, TodayAccount>([
      ['a', { name: 'a', arr: [{ minor: 1_000_000, currency: 'JPY' }] }],
      ['b', { name: 'b', arr: [{ minor: 500, currency: 'USD' }] }],
    ]);
    const of = (account: string): TodayItem => ({
      kind: 'alert',
      alert: {
        id: account,
        account,
        type: 'risk',
        reason: 'band-fell',
        urgency: 0.5,
        mark: '',
        facts: [],
      } satisfies Alert,
    });
    const [one, two] = order([of('a'), of('b')], accounts);
    expect(one?.stake).toEqual(two?.stake);
  });

  it('survives days that are none and a clock that was set back', () => {
    const draft = {
      id: 'd',
      accountId: 'a',
      noun: 'activity',
      kind: 'note',
      activityAt: NOW,
      subject: '',
      body: '',
    } as const;
    const items: TodayItem[] = [
      { kind: 'draft', draft: { ...draft, createdAt: NOW * 2, updatedAt: NOW * 2 } },
    ];
    const [one] = orderToday({
      items,
      accounts: new Map([['a', { name: 'a', arr: [], renewal: 'soon' }]]),
      usual: new Map(),
      now: NOW,
      today: TODAY,
    });
    expect(one?.urgency.figures).toEqual({ days: 0 });
  });
});

describe('a meeting', () => {
  const meeting = {
    id: 'm',
    title: 'QBR',
    at: NOW,
    end: NOW + 1,
    place: '',
    attendees: [{ email: 'Sato@Aoba.example' }],
    createdAt: 0,
    updatedAt: 0,
  };

  it('is known by the e-mail addresses of those who come', () => {
    const sato = { id: 'c', name: 'Sato', account: 'a' };
    const known = knownMeeting(meeting, (email) => (email === 'sato@aoba.example' ? sato : undefined));
    expect(known?.accounts).toEqual([{ account: 'a', people: [sato] }]);
    expect(knownMeeting(meeting, () => undefined)).toBeUndefined();
  });
});

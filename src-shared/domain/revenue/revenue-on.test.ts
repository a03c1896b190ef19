import { describe, expect, it } from 'vitest';
import type { Subscription } from '../../model/subscription.ts';
import { nextRenewal, revenueOn, standingOn } from './revenue-on.ts';

const TODAY = '2026-11-21';

function subscription(values: Partial<Subscription>): Subscription {
  return { id: JSON.stringify(values), createdAt: 0, updatedAt: 0, ...values };
}

const yen = (minor: number) => ({ minor, currency: 'JPY' });

describe('what counts today', () => {
  it('counts from the start date up to, not including, the end date', () => {
    const standing = (startDate: string, endDate: string) =>
      standingOn(subscription({ startDate, endDate, mrr: yen(1) }), TODAY);
    expect(standing(TODAY, '2027-01-01')).toBe('counts');
    expect(standing('2026-01-01', TODAY)).toBe('ended');
    expect(standing('2026-01-01', '2026-11-22')).toBe('counts');
    expect(standing('2026-11-22', '2027-11-22')).toBe('future');
    expect(standingOn(subscription({ mrr: yen(1) }), TODAY)).toBe('counts');
    expect(standingOn(subscription({ startDate: '2026-01-01' }), TODAY)).toBe('no-amount');
  });

  it('sums ARR = MRR × 12 per currency and never mixes two', () => {
    const sums = revenueOn(
      [
        subscription({ mrr: yen(1000) }),
        subscription({ arr: yen(2400), startDate: '2026-01-01' }),
        subscription({ mrr: { minor: 500, currency: 'USD' } }),
        subscription({ mrr: yen(9999), endDate: '2026-01-01' }),
      ],
      TODAY,
    );
    expect(sums).toEqual([
      { currency: 'JPY', arr: yen(14_400), mrr: yen(1200), count: 2 },
      {
        currency: 'USD',
        arr: { minor: 6000, currency: 'USD' },
        mrr: { minor: 500, currency: 'USD' },
        count: 1,
      },
    ]);
  });

  it('renews on the nearest day ahead of a subscription that has not ended', () => {
    expect(
      nextRenewal(
        [
          subscription({ endDate: '2026-10-01' }),
          subscription({ endDate: '2027-03-01', renewalDate: '2027-02-01' }),
          subscription({ endDate: '2027-06-01' }),
        ],
        TODAY,
      ),
    ).toBe('2027-02-01');
    expect(nextRenewal([], TODAY)).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alert, Settlement } from '../../model/alert.ts';
import type { Signal } from '../../model/health.ts';
import type { AccountCase } from '../contradictions/account-case.ts';
import { acceptedAlerts, findAlerts, renewalStep } from './find-alerts.ts';
import { alertLapsed } from './lapse.ts';
import { stillOpen } from './settle.ts';

const DAY = 86_400_000;
const TODAY = '2026-11-21';
const NOW = Date.parse(`${TODAY}T09:00:00Z`);

function signal(value: number, more: Partial<Signal> = {}): Signal {
  return { value, at: NOW - DAY, source: 'activity', ...more };
}

function alerts(more: Partial<AccountCase>): Alert[] {
  const into: Alert[] = [];
  findAlerts({ account: 'a', signals: {}, band: 'watch', ...more }, { now: NOW, today: TODAY }, into);
  return into;
}

const reasons = (list: readonly Alert[]) => list.map(({ reason }) => reason);

describe('alerts', () => {
  it('tell of a band that fell, else of points lost, never of both', () => {
    const earlier = { value: 75, band: 'healthy' as const, at: NOW - 30 * DAY };
    expect(reasons(alerts({ earlier, value: 60, band: 'watch' }))).toEqual(['band-fell']);
    expect(reasons(alerts({ earlier: { ...earlier, band: 'watch' }, value: 60, band: 'watch' }))).toEqual([
      'score-fell',
    ]);
    const [fell] = alerts({ earlier: { ...earlier, band: 'watch' }, value: 60, band: 'watch' });
    // What it is now is never taken for what it was.
    expect(fell?.facts.map(({ what, value }) => [what, value])).toEqual([
      ['score-before', 75],
      ['score-change', -15],
      ['score', 60],
    ]);
    expect(alerts({ earlier, value: 72, band: 'healthy' })).toEqual([]);
    expect(alerts({ earlier, value: 60, band: 'unknown' })).toHaveLength(1);
  });

  it('tell of the objective that has been due the longest', () => {
    const overdue = { id: 'o', title: 'Fewer mis-shipments', due: '2026-11-09', at: NOW - DAY, count: 1 };
    const [one] = alerts({ overdue });
    expect(one).toMatchObject({ type: 'lifecycle', reason: 'objective-overdue', on: '2026-11-09' });
    expect(one?.facts.map(({ what, value }) => [what, value])).toEqual([
      ['objective', 'Fewer mis-shipments'],
      ['objective-due', '2026-11-09'],
      ['objective-late', 12],
    ]);
    expect(alerts({ overdue: { ...overdue, count: 3 } })[0]?.facts.at(-1)?.value).toBe(3);
    // Another day is agreed on: another story.
    expect(alerts({ overdue: { ...overdue, due: '2026-11-10' } })[0]?.mark).not.toBe(one?.mark);
    expect(alerts({ overdue: { ...overdue, due: TODAY } })).toEqual([]);
  });

  it('tell of the contact that was agreed for today, or for a day that passed', () => {
    const agreed = (on: string, days: number) =>
      alerts({ planned: { on, at: NOW - 9 * DAY, note: 'n' }, nextContact: { on, days } });
    const [today] = agreed(TODAY, 0);
    expect(today).toMatchObject({ type: 'activity', reason: 'contact-agreed', on: TODAY });
    expect(today?.facts.map(({ what, value }) => [what, value])).toEqual([['contact-agreed', TODAY]]);
    const [late] = agreed('2026-11-18', -3);
    expect(late?.facts.at(-1)).toMatchObject({ what: 'contact-late', value: 3 });
    expect(late?.urgency).toBeGreaterThan(today?.urgency ?? 1);
    expect(agreed('2026-11-22', 1)).toEqual([]);
    // Kept, or never agreed.
    expect(alerts({ planned: { on: TODAY, at: NOW, note: 'n' } })).toEqual([]);
  });

  it('tell of who was never touched by the day since when none is known', () => {
    const at = Date.parse('2026-10-01T12:00:00Z');
    const [never] = alerts({ signals: { 'touch-cadence': signal(3, { n: 50, of: 14, at, atLeast: true }) } });
    expect(never?.reason).toBe('drifting');
    expect(never?.facts.map(({ what, value }) => [what, value])).toEqual([
      ['no-touch-since', '2026-10-01'],
      ['touch-allowed', 14],
    ]);
  });

  it('tell of a champion who is still there in another role', () => {
    const [changed] = alerts({
      signals: { 'champion-change': signal(9, { n: 9, about: 'c', stays: true }) },
    });
    expect(changed?.reason).toBe('champion-left');
    expect(changed?.facts[0]).toMatchObject({ what: 'champion-changed', value: 9, about: 'c' });
  });

  it('tell of no silence while the next contact is agreed soon enough', () => {
    const silent = { signals: { 'touch-cadence': signal(2, { n: 28, of: 14 }) } };
    const ahead = (on: string, days: number) =>
      reasons(alerts({ ...silent, planned: { on, at: NOW - DAY, note: 'n' }, nextContact: { on, days } }));
    expect(reasons(alerts(silent))).toEqual(['drifting']);
    expect(ahead('2026-12-05', 14)).toEqual([]);
    expect(ahead('2026-12-06', 15)).toEqual(['drifting']);
    expect(ahead('2026-11-20', -1)).toEqual(['contact-agreed', 'drifting']);
  });

  it('tell of a renewal at 120, 90, 60 and 30 days', () => {
    expect([121, 120, 91, 90, 61, 60, 31, 30, 0, -30, -31, Number.NaN].map(renewalStep)).toEqual([
      undefined,
      120,
      120,
      90,
      90,
      60,
      60,
      30,
      30,
      30,
      undefined,
      undefined,
    ]);
    const [one] = alerts({ renewal: '2026-12-11' });
    expect(one?.facts.find(({ what }) => what === 'renewal-days')?.value).toBe(20);
    expect(one?.mark).not.toBe(alerts({ renewal: '2027-01-15' })[0]?.mark);
  });

  it('say from where the day of a renewal is known', () => {
    const sources = (found: ReturnType<typeof alerts>) =>
      found[0]?.facts.filter(({ what }) => what.startsWith('renewal')).map(({ source, at }) => [source, at]);
    expect(sources(alerts({ renewal: '2026-12-11', recordAt: NOW - 5 }))).toEqual([
      ['account', NOW - 5],
      ['account', NOW - 5],
    ]);
    const renewalFrom = { source: 'subscription', at: NOW - 9 } as const;
    expect(sources(alerts({ renewal: '2026-12-11', recordAt: NOW - 5, renewalFrom }))).toEqual([
      ['subscription', NOW - 9],
      ['subscription', NOW - 9],
    ]);
  });

  it('do not call a renewal that is lost or won a renewal', () => {
    const deal = { id: 'd', name: 'R', isRenewal: true, isClosed: true, at: NOW, closeDate: '2026-11-01' };
    expect(reasons(alerts({ renewal: '2026-12-31', deals: [{ ...deal, isWon: false }] }))).toEqual([
      'renewal-lost',
    ]);
    expect(alerts({ renewal: '2026-12-31', deals: [{ ...deal, isWon: true }] })).toEqual([]);
  });

  it('name who left, how many tickets, how long the silence', () => {
    const list = alerts({
      signals: {
        'champion-change': signal(21, { about: 'c1' }),
        'touch-cadence': signal(2, { at: NOW - 60 * DAY }),
        'active-rate': signal(0.97, { per: 'licensed', n: 97 }),
      },
      tickets: { open: 3, severe: 3, at: NOW },
      stage: 'onboarding',
      customerSince: '2026-06-22',
    });
    expect(reasons(list)).toEqual([
      'champion-left',
      'severe-tickets',
      'checkpoint-onboarding',
      'drifting',
      'seats-nearly-used',
    ]);
    expect(list[3]?.facts.map(({ value }) => value)).toEqual([60, 30]);
  });

  it('come from contradictions that were accepted', () => {
    const fact = { what: 'nps', value: 1, source: 'survey' };
    const each = { id: 'a\u001fr', account: 'a', rule: 'r', facts: [fact, fact] as const, mark: 'm' };
    const settled = settlement(each.id, 'm', { state: 'accepted' });
    expect(reasons(acceptedAlerts([each], new Map([[each.id, settled]])))).toEqual(['accepted:r']);
    expect(acceptedAlerts([{ ...each, mark: 'n' }], new Map([[each.id, settled]]))).toEqual([]);
  });

  it('are new after a recovery', () => {
    const settled = { id: 'a\u001frisk\u001fband-fell', createdAt: NOW - 60 * DAY, mark: 'watch' };
    const day = (band: 'healthy' | 'watch' | 'at-risk') => [
      { day: '2026-10-20', band, reconstructed: false },
    ];
    expect(alertLapsed(settled, day('healthy'))).toBe(true);
    expect(alertLapsed(settled, day('watch'))).toBe(false);
    expect(alertLapsed({ ...settled, id: 'a\u001factivity\u001fdrifting' }, day('healthy'))).toBe(false);
  });
});

function settlement(id: string, mark: string, more: Partial<Settlement> = {}): Settlement {
  const said = { reason: 'why', by: 'me', createdAt: 0, updatedAt: 0 };
  return { id, account: 'a', about: 'alert', state: 'dismissed', mark, ...said, ...more };
}

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'] as const;

/** One moment: which facts hold, what a person says, and the next day (or, with a clock set back, an earlier one). */
const step = fc.record({
  mark: fc.constantFrom('m1', 'm2'),
  day: fc.constantFrom(...DAYS),
  said: fc.option(
    fc.record({
      state: fc.constantFrom('snoozed', 'done', 'accepted', 'explained', 'dismissed' as const),
      until: fc.constantFrom(...DAYS),
    }),
    { nil: undefined },
  ),
});

describe('what was settled', () => {
  it('stays away until a fact changes or its day has come, in whatever order things happen', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const settlements = new Map<string, Settlement>();
        for (const { mark, day, said } of steps) {
          const open = stillOpen([{ id: 'x', mark }], settlements, day);
          const last = settlements.get('x');
          const ends =
            last?.state === 'snoozed'
              ? day >= (last.until ?? '')
              : last?.state === 'explained' && day > (last.until ?? '');
          const mayShow = last === undefined || last.mark !== mark || ends;
          expect(open.length).toBe(mayShow ? 1 : 0);
          if (said !== undefined && open.length === 1) settlements.set('x', settlement('x', mark, said));
        }
      }),
    );
  });

  it('comes back where its story had ended meanwhile', () => {
    const settled = new Map([['x', settlement('x', 'm')]]);
    expect(stillOpen([{ id: 'x', mark: 'm' }], settled, TODAY)).toEqual([]);
    expect(stillOpen([{ id: 'x', mark: 'm' }], settled, TODAY, new Set(['x']))).toHaveLength(1);
  });
});

/** Checkpoints of the stages: each asked for in its stage and time only, said only where its facts are known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../model/account.ts';
import type { Signal } from '../../model/health.ts';
import { findAlerts } from '../alerts/find-alerts.ts';
import type { AccountCase } from '../contradictions/account-case.ts';
import { CHECKPOINTS } from './checkpoints.ts';
import { openCheckpoint } from './open-checkpoint.ts';

const DAY = 86_400_000;
const TODAY = '2026-11-21';
const NOW = Date.parse(`${TODAY}T09:00:00Z`);
const MOMENT = { now: NOW, today: TODAY };

function talk(daysAgo: number) {
  const at = NOW - daysAgo * DAY;
  return { at, day: new Date(at).toISOString().slice(0, 10) };
}

const OLD = { account: 'a', signals: {}, band: 'watch', customerSince: '2025-01-01' } as const;

function open(more: Partial<AccountCase>) {
  const found = openCheckpoint({ ...OLD, ...more }, MOMENT);
  return found && [found.checkpoint.reason, ...found.facts.map(({ what, value }) => `${what} ${value}`)];
}

const rate = (value: number, more: Partial<Signal> = {}): Partial<AccountCase> => ({
  signals: {
    'active-rate': {
      value,
      at: NOW - DAY,
      source: 'usage',
      n: value * 100,
      of: 100,
      per: 'licensed',
      ...more,
    },
  },
});

describe('operation', () => {
  const used = (value: number, age = 5) => ({
    stage: 'operation',
    weeksInUse: { value, at: NOW - age * DAY },
  });

  it('wants use in six of the last eight weeks', () => {
    expect(open(used(5))).toEqual(['checkpoint-operation', 'weeks-in-use 5']);
    expect(open(used(6))).toBeUndefined();
    expect(open({ ...used(0), stage: 'field-use' })).toBeUndefined();
  });

  it('says nothing of old data, of no data, of new customers', () => {
    expect(open(used(0, 40))).toBeUndefined();
    expect(open({ stage: 'operation' })).toBeUndefined();
    expect(open({ ...used(0), customerSince: '2026-10-01' })).toBeUndefined();
    expect(open({ ...used(0), customerSince: undefined })).toBeUndefined();
  });
});

describe('field use', () => {
  it('wants half of the users; fewer than a quarter are a contradiction already', () => {
    expect(open({ stage: 'field-use', ...rate(0.4) })?.[0]).toBe('checkpoint-field-use');
    expect(open({ stage: 'field-use', ...rate(0.5) })).toBeUndefined();
    expect(open({ stage: 'field-use', ...rate(0.2) })).toBeUndefined();
    expect(open({ stage: 'operation', ...rate(0.4) })).toBeUndefined();
    expect(open({ stage: 'field-use', ...rate(0.4, { atLeast: true }) })).toBeUndefined();
  });
});

describe('outcome', () => {
  it('wants a measured outcome, in a book that keeps plans', () => {
    const none = { stage: 'outcome', outcomesMeasured: 0, objectives: 2 };
    expect(open(none)).toEqual(['checkpoint-outcome', 'stage outcome', 'outcomes-measured 0']);
    expect(open({ ...none, objectives: 0 })).toBeUndefined();
    expect(open({ ...none, outcomesMeasured: 1 })).toBeUndefined();
    expect(open({ stage: 'outcome' })).toBeUndefined();
    // Said by the contradiction.
    expect(open({ ...none, usageHalfYear: { value: 0.5, at: NOW } })).toBeUndefined();
  });
});

describe('renewal', () => {
  const near = { stage: 'renewal', renewal: '2027-01-10', lastTouchAt: NOW - DAY };

  it('wants a conversation within 120 days before the renewal, from 60 days before it on', () => {
    expect(open(near)).toEqual([
      'checkpoint-renewal',
      'renewal-on 2027-01-10',
      'renewal-days 50',
      'no-talk 0',
    ]);
    expect(open({ ...near, lastTalk: talk(71) })?.[3]).toBe('talk-days 71');
    expect(open({ ...near, lastTalk: talk(70) })).toBeUndefined();
    // Days of the calendar: late in the evening of the day before is yesterday.
    const late = { at: NOW - 71 * DAY + 12 * 3_600_000, day: talk(71).day };
    expect(open({ ...near, lastTalk: late })?.[3]).toBe('talk-days 71');
    expect(open({ ...near, renewal: '2027-02-10' })).toBeUndefined();
    expect(open({ ...near, renewal: '2026-11-20' })).toBeUndefined();
    expect(open({ ...near, lastTouchAt: undefined })).toBeUndefined();
  });
});

it('at most one is open, it is of the stage, and customers who left have none', () => {
  const value = fc.double({ min: 0, max: 1, noNaN: true });
  const each = fc.record({
    stage: fc.option(fc.constantFrom(...STAGES, 'our own'), { nil: undefined }),
    weeksInUse: fc.option(fc.record({ value: fc.nat(8), at: fc.constant(NOW - DAY) }), { nil: undefined }),
    outcomesMeasured: fc.option(fc.nat(2), { nil: undefined }),
    renewal: fc.constantFrom(undefined, '2026-11-21', '2026-12-30', '2027-05-01', 'nonsense'),
    lastTouchAt: fc.constantFrom(undefined, NOW - DAY),
    lastTalk: fc.constantFrom(undefined, talk(1), talk(200), talk(-50)),
    customerSince: fc.constantFrom(undefined, '2020-01-01', '2026-11-01', 'nonsense'),
  });
  fc.assert(
    fc.property(each, value, (parts, share) => {
      const found = openCheckpoint({ ...OLD, ...rate(share), ...parts }, MOMENT);
      if (found !== undefined) {
        expect(found.checkpoint.stage).toBe(parts.stage);
        expect(found.facts.length).toBeGreaterThan(0);
      }
      const alerts: Parameters<typeof findAlerts>[2] = [];
      findAlerts({ ...OLD, ...rate(share), ...parts, former: true }, MOMENT, alerts);
      expect(alerts).toEqual([]);
    }),
  );
  expect(new Set(CHECKPOINTS.map(({ reason }) => reason)).size).toBe(CHECKPOINTS.length);
});

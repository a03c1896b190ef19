/** Counts beside the cadence: every account once, at the figure that speaks for it, overdue as drift has it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cadenceDays } from '#shared/domain/cadence/cadence.ts';
import { cadenceFrom, figureOf, OTHERWISE } from '#shared/domain/cadence/cadence-settings.ts';
import { emptySummary } from '#shared/domain/summary/account-summary.ts';
import { accountRow } from '#test/factories/account-row.ts';
import { figureFor, whoDrifts } from './who-drifts.ts';

const TODAY = '2026-11-20';
const at = (day: string) => new Date(`${day}T12:00:00`).getTime();

it('counts each account once and who is overdue by the figure that speaks for it', () => {
  const settings = cadenceFrom({ [figureOf('high', 'operation')]: 5, [figureOf('own', '')]: 3 });
  const rows = [
    accountRow('a', {
      account: { touchModel: 'high', stage: 'operation' },
      lastTouchAt: at('2026-11-14'),
    }),
    accountRow('b', {
      account: { touchModel: 'high', stage: 'operation' },
      lastTouchAt: at('2026-11-15'),
    }),
    accountRow('c', { account: { touchModel: 'own', stage: 'outcome' }, lastTouchAt: at('2026-11-01') }),
    accountRow('d', { account: {} }),
  ];
  expect(Object.fromEntries(whoDrifts(rows, settings, TODAY))).toEqual({
    [figureOf('high', 'operation')]: { accounts: 2, overdue: 1 },
    [figureOf('own', '')]: { accounts: 1, overdue: 1 },
    [OTHERWISE]: { accounts: 1, overdue: 0 },
  });
});

it('counts who was never touched from their start on, but only where touches are known', () => {
  const settings = cadenceFrom(undefined);
  const never = accountRow('a', {
    account: { touchModel: 'high', stage: 'operation', customerSince: '2026-11-01' },
  });
  const overdue = (touchesFrom?: string) =>
    whoDrifts([never], settings, TODAY, touchesFrom).get(figureOf('high', 'operation'))?.overdue;
  expect([undefined, '2024-01-01', '2026-11-05', '2026-11-19'].map(overdue)).toEqual([0, 1, 1, 0]);
});

it('counts nobody whose next contact is agreed soon enough', () => {
  const settings = cadenceFrom(undefined);
  const silent = (on?: string) =>
    accountRow('a', {
      account: { touchModel: 'high', stage: 'operation' },
      lastTouchAt: at('2026-10-01'),
      ...(on === undefined
        ? {}
        : { summary: { ...emptySummary('a'), planned: { on, at: at('2026-10-01'), note: 'n' } } }),
    });
  const overdue = (on?: string) =>
    whoDrifts([silent(on)], settings, TODAY).get(figureOf('high', 'operation'))?.overdue;
  expect([undefined, '2026-11-19', '2026-12-04', '2026-12-05'].map(overdue)).toEqual([1, 1, 0, 1]);
});

it('names the figure by which the days are found', () => {
  const label = fc.option(fc.constantFrom('high', 'low', 'own', 'operation', 'x.y', ''), { nil: undefined });
  const changed = fc.dictionary(
    fc
      .tuple(fc.constantFrom('high', 'own', 'x.y'), fc.constantFrom('operation', 'x.y', ''))
      .map((place) => figureOf(...place)),
    fc.integer({ min: 1, max: 700 }),
  );
  fc.assert(
    fc.property(label, label, changed, (touchModel, stage, row) => {
      const account = {
        ...(touchModel === undefined ? {} : { touchModel }),
        ...(stage === undefined ? {} : { stage }),
      };
      const settings = cadenceFrom(row);
      const figure = figureFor(account, settings);
      const only = cadenceFrom({ ...row, [figure]: 123 });
      expect(cadenceDays(account, only)).toBe(123);
    }),
  );
});

import { describe, expect, test } from 'vitest';
import { guessPlans } from '#shared/import/guess-plans.ts';
import { columnOf, INSPECTIONS, NAMES, previewedState, readFiles, run } from '#test/fakes/import-flow-bed.ts';
import { withCurrency, withCurrencyFrom, withEnds, withWord, withWordsTurned } from './column-edit.ts';
import { problemsOf, questionsOf, readyForPreview } from './flow-problems.ts';
import type { FlowState } from './flow-state.ts';

function withIndustrySkipped(state: FlowState): FlowState {
  const column = columnOf(state, 'vendor_accounts.csv', 'industry');
  return run(
    [
      {
        type: 'column-set',
        tableKey: 'vendor_accounts.csv ',
        column: { ...column, target: { type: 'skip' } },
      },
    ],
    state,
  );
}

describe('columns', () => {
  test('two columns on one field block the preview until one is chosen', () => {
    const clean = readFiles();
    const rival = columnOf(clean, 'vendor_subscriptions.csv', 'seats');
    const doubled = run(
      [
        {
          type: 'column-set',
          tableKey: 'vendor_subscriptions.csv ',
          column: { ...rival, target: { type: 'field', field: 'mrr' } },
        },
      ],
      clean,
    );
    const [problem] = problemsOf(doubled);
    expect(problem).toMatchObject({ type: 'two-on-one', field: 'mrr' });
    expect(run([{ type: 'work-began', work: 'preview' }], doubled).work).toBeUndefined();

    const rivals = problem?.type === 'two-on-one' ? problem.indexes : [];
    const kept = run(
      [{ type: 'column-kept', tableKey: 'vendor_subscriptions.csv ', column: rival.index, rivals }],
      doubled,
    );
    expect(problemsOf(kept)).toEqual([]);
    expect(columnOf(kept, 'vendor_subscriptions.csv', 'mrr_amount').target.type).toBe('skip');
    expect(columnOf(kept, 'vendor_subscriptions.csv', 'seats').target).toEqual({
      type: 'field',
      field: 'mrr',
    });
  });

  test('a new guess leaves what a person decided', () => {
    const clean = readFiles();
    const decided = withIndustrySkipped(clean);
    const plans = guessPlans(INSPECTIONS);
    const again = run(
      [{ type: 'guessed', plans: Object.fromEntries(NAMES.map((name, i) => [`${name} `, plans[i]!])) }],
      decided,
    );
    expect(columnOf(again, 'vendor_accounts.csv', 'industry').target.type).toBe('skip');
  });

  test('an edit makes the report untrue and leads back', () => {
    const state = previewedState();
    expect(state.step).toBe('preview');
    const edited = withIndustrySkipped(state);
    expect(edited).toMatchObject({ step: 'columns', report: undefined });
  });

  test('dates that read both ways ask once for the whole file', () => {
    const state = readFiles({
      'accounts.csv':
        'account name,customer since,renewal date\nAoba,03/04/2026,05/06/2027\nBirch,01/02/2026,07/08/2027\n',
    });
    const asked = questionsOf(state).filter((question) => question.type === 'date-order');
    expect(asked).toHaveLength(1);
    expect(readyForPreview(state)).toBe(false);
    const answered = run(
      [{ type: 'date-order-set', tableKey: 'accounts.csv ', column: asked[0]!.column, order: 'dmy' }],
      state,
    );
    expect(questionsOf(answered)).toEqual([]);
    expect(columnOf(answered, 'accounts.csv', 'renewal date').reading.dateOrder).toBe('dmy');
  });

  test('a score asks which end is good', () => {
    const state = readFiles({
      'accounts.csv': 'account name,health score\nAoba,7\nBirch,3\nCedar,10\nDaito,1\n',
    });
    const [question] = questionsOf(state);
    expect(question).toMatchObject({ type: 'score-direction', must: true });
  });

  test('amounts without a currency ask once, and one answer counts for all of them', () => {
    const state = readFiles({
      'accounts.csv': 'account_id,account name,ARR\nA-1,Aoba,1200\nA-2,Birch,900\n',
      'subscriptions.csv': 'subscription_id,account_id,start_date,mrr\nS-1,A-1,2026-01-02,100\n',
    });
    const asked = questionsOf(state).filter((question) => question.type === 'currency');
    expect(asked).toMatchObject([{ must: true }]);
    expect(readyForPreview(state)).toBe(false);
    const answered = run([{ type: 'currency-set', currency: 'EUR' }], state);
    expect(questionsOf(answered).filter((question) => question.must)).toEqual([]);
    expect(columnOf(answered, 'accounts.csv', 'ARR').reading.currency).toBe('EUR');
    expect(columnOf(answered, 'subscriptions.csv', 'mrr').reading.currency).toBe('EUR');
  });

  test('amounts that name their currency anywhere ask nothing', () => {
    const state = readFiles({
      'accounts.csv': 'account_id,account name,ARR (USD),MRR\nA-1,Aoba,1200,100\nA-2,Birch,900,75\n',
    });
    expect(questionsOf(state).filter((question) => question.type === 'currency')).toEqual([]);
  });

  test('the ends of a score can be set, and what a letter counts', () => {
    const state = readFiles({
      'accounts.csv': 'account name,health score\nAoba,7\nBirch,3\nCedar,9\nDaito,1\n',
    });
    const column = columnOf(state, 'accounts.csv', 'health score');
    expect(column.reading.scale).toMatchObject({ min: 0, max: 10 });
    const wide = withEnds(column, 0, 100);
    expect(wide.reading.scale).toEqual({ type: 'range', min: 0, max: 100, higherIsBetter: true });
    expect(withEnds(column, 5, 5)).toBe(column);
    const words = { ...column, reading: { scale: { type: 'words', words: { a: 90, b: 70 } } as const } };
    expect(withWord(words, 'b', 40).reading.scale).toMatchObject({ words: { a: 90, b: 40 } });
    expect(withWord(words, 'b', 101)).toBe(words);
    expect(withWordsTurned(words).reading.scale).toMatchObject({ words: { a: 10, b: 30 } });
  });
});

describe('a currency named row by row', () => {
  const DEALS = {
    'deals.csv': 'deal_id,dealname,amount,currency\nd1,a,5,USD\nd2,b,900,JPY\nd3,c,7,\n',
  };

  test('needs no answer, and can be changed to one for all and back', () => {
    const state = readFiles(DEALS);
    expect(questionsOf(state).filter(({ type }) => type === 'currency')).toEqual([]);
    const amount = columnOf(state, 'deals.csv', 'amount');
    expect(amount.reading).toMatchObject({ currencyFrom: 'currency' });
    const one = withCurrency(amount, 'EUR');
    expect(one.reading).toMatchObject({ currency: 'EUR' });
    expect(one.reading).not.toHaveProperty('currencyFrom');
    expect(withCurrencyFrom(one, 'currency', undefined).reading).toEqual(amount.reading);
    expect(withCurrencyFrom(one, 'currency', 'GBP').reading).toMatchObject({ currency: 'GBP' });
  });
});

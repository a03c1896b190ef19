import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmedKey } from '#renderer/data/ingest/link-index.ts';
import type { ImportReport } from '#renderer/data/ingest/messages.ts';
import { guessPlans } from '#shared/import/guess-plans.ts';
import type { ColumnPlan, ColumnTarget } from '#shared/model/import-plan.ts';
import { nounFields } from '#shared/model/nouns.ts';
import { inspectText } from '#test/fakes/fake-importer.ts';
import { VENDOR_FILES } from '#test/fakes/vendor-book.ts';
import { withCurrency, withCurrencyFrom, withEnds, withWord, withWordsTurned } from './column-edit.ts';
import type { FlowEvent } from './flow-events.ts';
import { problemsOf, questionsOf, readyForPreview } from './flow-problems.ts';
import { EMPTY_FLOW, type FlowState, STEPS } from './flow-state.ts';
import { mayGoTo, planOf, reduceFlow } from './import-flow.ts';
import { namedAccounts } from './missed-values.ts';

const NAMES = Object.keys(VENDOR_FILES);
const INSPECTIONS = NAMES.map((name) => inspectText(name, VENDOR_FILES[name] ?? ''));

function run(events: readonly FlowEvent[], from: FlowState = EMPTY_FLOW): FlowState {
  return events.reduce(reduceFlow, from);
}

function readFiles(texts: Readonly<Record<string, string>> = VENDOR_FILES): FlowState {
  const names = Object.keys(texts);
  const inspections = names.map((name) => inspectText(name, texts[name] ?? ''));
  const plans = guessPlans(inspections);
  return run([
    { type: 'files-added', files: names.map((name) => ({ key: name, name, size: 10 })) },
    ...names.map(
      (name, i): FlowEvent => ({ type: 'file-read', key: name, ticket: `t${i}`, tables: [inspections[i]!] }),
    ),
    { type: 'guessed', plans: Object.fromEntries(names.map((name, i) => [`${name} `, plans[i]!])) },
    {
      type: 'source-set',
      source: { id: 's', name: 'Vendor', nameBy: 'guess', known: false },
      links: {},
      adopted: [],
    },
  ]);
}

const ZERO: ImportReport = { jobId: 'j', tables: [], unlinked: [] };

function previewedState(report: ImportReport = ZERO): FlowState {
  return run(
    [
      { type: 'work-began', work: 'preview' },
      { type: 'previewed', report },
    ],
    readFiles(),
  );
}

function columnOf(state: FlowState, table: string, header: string): ColumnPlan {
  const column = state.tables
    .find((other) => other.key === `${table} `)
    ?.plan?.columns.find((c) => c.header === header);
  if (column === undefined) throw new Error(`no column ${header}`);
  return column;
}

describe('files', () => {
  test('a second file of the same name waits outside', () => {
    const state = run([
      { type: 'files-added', files: [{ key: 'a', name: 'x.csv', size: 1 }] },
      { type: 'files-added', files: [{ key: 'b', name: 'x.csv', size: 2 }] },
    ]);
    expect(state.files.map((file) => file.state.type)).toEqual(['waiting', 'failed']);
  });

  test('the guesses of a linked book need no answer', () => {
    const state = readFiles();
    expect(problemsOf(state)).toEqual([]);
    expect(questionsOf(state).filter((question) => question.must)).toEqual([]);
    expect(readyForPreview(state)).toBe(true);
    expect(planOf(state)?.tables.map((table) => table.noun)).toEqual([
      'account',
      'subscription',
      'usage',
      'ticket',
      'churnEvent',
    ]);
  });

  test('leaving every table out closes the way on', () => {
    const events = NAMES.map((name): FlowEvent => ({ type: 'noun-set', tableKey: `${name} `, noun: 'skip' }));
    expect(mayGoTo(run(events, readFiles()), 'columns')).toBe(false);
  });

  test('taking the last file away begins anew', () => {
    const state = run(
      NAMES.map((name): FlowEvent => ({ type: 'file-removed', key: name })),
      readFiles(),
    );
    expect(state).toMatchObject({ step: 'files', tables: [], source: undefined });
  });
});

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
    const column = columnOf(clean, 'vendor_accounts.csv', 'industry');
    const decided = run(
      [
        {
          type: 'column-set',
          tableKey: 'vendor_accounts.csv ',
          column: { ...column, target: { type: 'skip' } },
        },
      ],
      clean,
    );
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
    const column = columnOf(state, 'vendor_accounts.csv', 'industry');
    const edited = run(
      [
        {
          type: 'column-set',
          tableKey: 'vendor_accounts.csv ',
          column: { ...column, target: { type: 'skip' } },
        },
      ],
      state,
    );
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

describe('links and preview', () => {
  const unlinked = [{ tableId: 't', to: 'account', value: 'Aoba Ltd', rows: 3, near: [] }] as const;

  test('values without a record come before the eye; none, and the preview comes at once', () => {
    expect(previewedState({ ...ZERO, unlinked }).step).toBe('links');
    expect(previewedState().step).toBe('preview');
  });

  test('a link confirmed after the count asks for a new count', () => {
    const state = run(
      [{ type: 'links-confirmed', links: [{ key: 'k', id: 'a1', name: 'Aoba' }] }],
      previewedState({ ...ZERO, unlinked }),
    );
    expect(state.report?.stale).toBe(true);
    expect(mayGoTo(state, 'preview')).toBe(false);
    expect(run([{ type: 'work-began', work: 'apply' }], state).work).toBeUndefined();
    expect(run([{ type: 'link-dropped', key: 'k' }], state).confirmedLinks).toEqual({});
  });

  test('making accounts is part of the plan, asks for a new count, and is kept with the source', () => {
    const before = previewedState({ ...ZERO, unlinked });
    expect(planOf(before)?.makeAccounts).toBeUndefined();
    const state = run([{ type: 'make-accounts-set', on: true }], before);
    expect(state.report?.stale).toBe(true);
    expect(state.step).toBe('links');
    expect(planOf(state)?.makeAccounts).toBe(true);
    const source = { id: 's', name: 'Vendor', nameBy: 'source', known: true } as const;
    const again = run(
      [{ type: 'source-set', source, links: {}, makeAccounts: true, adopted: [] }],
      readFiles(),
    );
    expect(planOf(again)?.makeAccounts).toBe(true);
    const off = run([{ type: 'make-accounts-set', on: false }], again);
    expect(planOf(off)).not.toHaveProperty('makeAccounts');
  });

  test('an account counts as long as one of its values is tied to none', () => {
    const account = 'name:aoba';
    const values = ['Aoba', '青葉', 'Birch'].map((value, i) => ({
      tableId: 't',
      to: 'account' as const,
      value,
      rows: 3 - i,
      near: [],
      account: i < 2 ? account : 'name:birch',
    }));
    const report: ImportReport = { ...ZERO, unlinked: values.slice(0, 1), made: values.slice(1), named: 2 };
    const tied = (...names: string[]) =>
      Object.fromEntries(names.map((name) => [confirmedKey('account', name), 'a1']));
    expect(namedAccounts(report, {})).toBe(2);
    expect(namedAccounts(report, tied('Aoba'))).toBe(2);
    expect(namedAccounts(report, tied('Aoba', '青葉'))).toBe(1);
    expect(namedAccounts(report, tied('Aoba', '青葉', 'Birch'))).toBe(0);
  });

  test('cancelling an import says so; cancelling a count goes back to where one was', () => {
    const applying = run([{ type: 'work-began', work: 'apply' }], previewedState());
    expect(applying.step).toBe('apply');
    const cancelled: FlowEvent = { type: 'work-failed', failure: { type: 'cancelled' } };
    expect(run([cancelled], applying)).toMatchObject({
      work: undefined,
      outcome: { type: 'cancelled' },
      failure: undefined,
    });
    const counting = run([{ type: 'work-began', work: 'preview' }], readFiles());
    expect(run([cancelled], counting)).toMatchObject({ work: undefined, outcome: undefined, step: 'files' });
  });

  test('a count that comes back after the columns were changed leads nowhere', () => {
    const rival = columnOf(readFiles(), 'vendor_accounts.csv', 'account_name');
    const changed = run(
      [
        { type: 'work-began', work: 'preview' },
        {
          type: 'column-kept',
          tableKey: 'vendor_accounts.csv ',
          column: rival.index - 1,
          rivals: [rival.index],
        },
      ],
      readFiles(),
    );
    expect(problemsOf(changed)).toHaveLength(1);
    const back = run([{ type: 'previewed', report: ZERO }], changed);
    expect(back).toMatchObject({ step: 'files', work: undefined, report: undefined });
  });

  test('a link tied during a count asks for a new count when it comes back', () => {
    const again = run(
      [
        { type: 'link-dropped', key: 'none' },
        { type: 'work-began', work: 'preview' },
        { type: 'links-confirmed', links: [{ key: 'k', id: 'a1', name: 'Aoba' }] },
        { type: 'previewed', report: ZERO },
      ],
      previewedState({ ...ZERO, unlinked }),
    );
    expect(again).toMatchObject({ step: 'links', work: undefined });
    expect(again.report).toEqual({ report: { ...ZERO, unlinked }, stale: true });
  });

  test('what is being imported is not edited meanwhile', () => {
    const applying = run([{ type: 'work-began', work: 'apply' }], previewedState());
    const pressed = run(
      [
        { type: 'noun-set', tableKey: 'vendor_accounts.csv ', noun: 'skip' },
        { type: 'file-removed', key: 'vendor_accounts.csv' },
        { type: 'links-confirmed', links: [{ key: 'k', id: 'a1', name: 'Aoba' }] },
      ],
      applying,
    );
    expect(pressed).toEqual(applying);
  });

  test('what is done is not imported twice by going back', () => {
    const done = run(
      [
        { type: 'work-began', work: 'apply' },
        { type: 'applied', report: ZERO },
      ],
      previewedState(),
    );
    for (const step of STEPS) expect(mayGoTo(done, step)).toBe(false);
  });
});

const targets = fc.oneof(
  fc.constant<ColumnTarget>({ type: 'skip' }),
  fc
    .constantFrom('', 'Extra', 'Upgrade')
    .map((name): ColumnTarget => ({ type: 'custom', name, valueKind: 'text' })),
  fc
    .constantFrom(...Object.keys(nounFields.subscription))
    .map((field): ColumnTarget => ({ type: 'field', field })),
);

const tableKeys = fc.constantFrom(...NAMES.map((name) => `${name} `));

const events: fc.Arbitrary<FlowEvent> = fc.oneof(
  fc.record({ tableKey: tableKeys, index: fc.nat(6), target: targets }).map(
    ({ tableKey, index, target }): FlowEvent => ({
      type: 'column-set',
      tableKey,
      column: { index, header: 'x', target, reading: {}, confidence: 1 },
    }),
  ),
  fc
    .record({ tableKey: tableKeys, column: fc.nat(6), rivals: fc.array(fc.nat(6), { maxLength: 3 }) })
    .map((choice): FlowEvent => ({ type: 'column-kept', ...choice })),
  tableKeys.map((tableKey): FlowEvent => ({ type: 'noun-set', tableKey, noun: 'skip' })),
  fc.constantFrom(...STEPS).map((step): FlowEvent => ({ type: 'step-chosen', step })),
  fc.constantFrom<FlowEvent>(
    { type: 'work-began', work: 'preview' },
    { type: 'work-began', work: 'apply' },
    { type: 'previewed', report: ZERO },
    { type: 'applied', report: ZERO },
    { type: 'work-failed', failure: { type: 'cancelled' } },
    { type: 'work-cancelling' },
    { type: 'links-confirmed', links: [{ key: 'k', id: 'a', name: 'A' }] },
    { type: 'link-dropped', key: 'k' },
    { type: 'file-removed', key: NAMES[0]! },
  ),
);

test('whatever is pressed, no open problem reaches links, preview or import', () => {
  const start = readFiles();
  fc.assert(
    fc.property(fc.array(events, { maxLength: 25 }), (pressed) => {
      let state = start;
      for (const event of pressed) {
        state = reduceFlow(state, event);
        const late = STEPS.indexOf(state.step) > STEPS.indexOf('columns');
        if (late && state.outcome === undefined) expect(problemsOf(state)).toEqual([]);
        if (state.work?.type === 'apply') expect(state.report?.stale).toBe(false);
      }
    }),
  );
});

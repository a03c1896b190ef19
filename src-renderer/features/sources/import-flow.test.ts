import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmedKey } from '#renderer/data/ingest/link-index.ts';
import type { ImportReport } from '#renderer/data/ingest/messages.ts';
import type { ColumnTarget } from '#shared/model/import-plan.ts';
import { nounFields } from '#shared/model/nouns.ts';
import { columnOf, NAMES, previewedState, readFiles, run, ZERO } from '#test/fakes/import-flow-bed.ts';
import type { FlowEvent } from './flow-events.ts';
import { problemsOf, questionsOf, readyForPreview } from './flow-problems.ts';
import { STEPS } from './flow-state.ts';
import { mayGoTo, planOf, reduceFlow } from './import-flow.ts';
import { namedAccounts } from './missed-values.ts';

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

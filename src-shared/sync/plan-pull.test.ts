import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Base } from '../model/stored.ts';
import { baseKeyOf, type IncomingRow, type PullInput, planPull, type StoredRow } from './plan-pull.ts';

interface World {
  readonly records: Map<string, StoredRow>;
  readonly bases: Map<string, Base>;
}

type Edits = NonNullable<PullInput['edits']>;

function pull(
  world: World,
  rows: readonly IncomingRow[],
  jobId: string,
  sourceId = 'crm',
  edits: Edits = new Map(),
) {
  const input: PullInput = {
    noun: 'account',
    table: 'accounts',
    sourceId,
    jobId,
    fields: ['name', 'owner', 'industry', 'tags'],
    rows,
    bases: world.bases,
    records: world.records,
    edits,
    now: 1_000,
  };
  const plan = planPull(input);
  for (const record of plan.records) world.records.set(record.id, record);
  for (const base of plan.bases) world.bases.set(base.key, base);
  return plan;
}

function row(
  id: string,
  values: Record<string, string | readonly string[]>,
  custom: Record<string, string> = {},
): IncomingRow {
  return {
    baseKey: baseKeyOf('crm', 'account', id),
    recordId: `ac_${id}`,
    digest: JSON.stringify([values, custom]),
    values: { name: `Account ${id}`, ...values },
    custom,
  };
}

describe('planPull', () => {
  it('adds, then finds the same rows unchanged', () => {
    const world: World = { records: new Map(), bases: new Map() };
    const rows = [row('1', { owner: 'Sato' }), row('2', { owner: 'Mori' }, { Region: 'Kansai' })];
    expect(pull(world, rows, 'j1').outcomes).toEqual(['added', 'added']);
    expect(world.records.get('ac_2')).toMatchObject({
      name: 'Account 2',
      owner: 'Mori',
      custom: { Region: 'Kansai' },
    });
    expect(pull(world, rows, 'j2').outcomes).toEqual(['unchanged', 'unchanged']);
  });

  it('says again what its rows were when the same job starts anew', () => {
    const world: World = { records: new Map(), bases: new Map() };
    pull(world, [row('1', { owner: 'Sato' })], 'j1');
    pull(world, [row('1', { owner: 'Mori' })], 'j2');
    expect(pull(world, [row('1', { owner: 'Mori' })], 'j2').outcomes).toEqual(['changed']);
  });

  it('leaves a record away that a person removed, and goes on with it once it is back', () => {
    const world: World = { records: new Map(), bases: new Map() };
    pull(world, [row('1', { owner: 'Sato' })], 'j1');
    const record = world.records.get('ac_1');
    world.records.delete('ac_1');
    const plan = pull(world, [row('1', { owner: 'Mori' })], 'j2');
    expect(plan).toMatchObject({ outcomes: ['unchanged'], records: [], bases: [], undo: [] });
    if (record !== undefined) world.records.set('ac_1', record);
    expect(pull(world, [row('1', { owner: 'Mori' })], 'j3').outcomes).toEqual(['changed']);
    expect(world.records.get('ac_1')?.owner).toBe('Mori');
  });

  it('writes a merged record’s row to the one that stays, and leaves its base with it', () => {
    const world: World = { records: new Map(), bases: new Map() };
    pull(world, [row('1', { owner: 'Sato' }), row('2', { owner: 'Sato', industry: 'Retail' })], 'j1');
    world.records.delete('ac_2');
    const into = { ...row('2', { owner: 'Sato', industry: 'Food' }), recordId: 'ac_1', ownId: 'ac_2' };
    expect(pull(world, [row('1', { owner: 'Sato' }), into], 'j2').outcomes).toEqual(['unchanged', 'changed']);
    expect(world.records.get('ac_1')).toMatchObject({ name: 'Account 1', industry: 'Food' });
    expect(world.bases.get(into.baseKey)?.recordId).toBe('ac_2');
    world.bases.delete(into.baseKey);
    const anew = pull(world, [into], 'j3');
    expect(anew).toMatchObject({ outcomes: ['unchanged'], records: [], conflicts: [] });
    expect(world.bases.get(into.baseKey)?.recordId).toBe('ac_2');
  });

  it('keeps a person’s edit and shows a conflict where the source changed too', () => {
    const world: World = { records: new Map(), bases: new Map() };
    pull(world, [row('1', { owner: 'Sato', industry: 'IT' })], 'j1');
    world.records.set('ac_1', { ...(world.records.get('ac_1') as StoredRow), owner: 'Tanaka' });
    const plan = pull(world, [row('1', { owner: 'Mori', industry: 'Retail' })], 'j2');
    expect(world.records.get('ac_1')).toMatchObject({ owner: 'Tanaka', industry: 'Retail' });
    expect(plan.conflicts).toMatchObject([{ field: 'owner', base: 'Sato', ours: 'Tanaka', theirs: 'Mori' }]);
  });

  describe('where a person and the source both changed', () => {
    const word = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
    const of = (name: string, value: string | undefined): Record<string, string> =>
      value === undefined ? {} : { [name]: value };

    it('nothing that a person wrote is lost: it stands, or is kept as a conflict and marked', () => {
      fc.assert(
        fc.property(
          fc.constantFrom('industry', 'custom.Tier'),
          word,
          word,
          word,
          (field, was, ours, theirs) => {
            const custom = field.startsWith('custom.');
            const rowOf = (value: string | undefined) =>
              custom ? row('1', {}, of('Tier', value)) : row('1', of('industry', value));
            const world: World = { records: new Map(), bases: new Map() };
            pull(world, [rowOf(was)], 'j1');
            const stored = world.records.get('ac_1') as StoredRow;
            const { industry: _, custom: __, ...bare } = stored;
            world.records.set(
              'ac_1',
              (custom
                ? { ...bare, custom: of('Tier', ours) }
                : { ...bare, ...of('industry', ours) }) as StoredRow,
            );
            const edited = was === ours ? [] : [['ac_1', new Map([[field, ours ?? null]])] as const];
            const plan = pull(world, [rowOf(theirs)], 'j2', 'crm', new Map(edited));
            const now = world.records.get('ac_1');
            const value = custom ? now?.custom?.['Tier'] : now?.['industry'];
            if (was === ours) expect(plan.conflicts).toEqual([]);
            else if (value !== ours) {
              expect(plan.conflicts).toMatchObject([{ field, ours: ours ?? null, taken: 'theirs' }]);
              expect(plan.changes.get('ac_1')).toMatchObject([{ replacesEdit: true }]);
            }
          },
        ),
      );
    });

    it('a value of another source is replaced without ado, one that somebody added by hand is not', () => {
      const world: World = { records: new Map(), bases: new Map() };
      pull(world, [row('1', { industry: 'IT' })], 'j1');
      world.records.set('ac_1', { ...(world.records.get('ac_1') as StoredRow), industry: 'Retail' });
      expect(pull(world, [row('1', { industry: 'Food' })], 'j2').conflicts).toEqual([]);
      const record = { id: 'ac_2', createdAt: 1, updatedAt: 1, name: 'Account 2', industry: 'Mine' };
      const { conflicts } = planPull({
        noun: 'account',
        table: 'accounts',
        sourceId: 'crm',
        jobId: 'j3',
        fields: ['name', 'industry'],
        rows: [row('2', { industry: 'IT' })],
        bases: new Map(),
        records: new Map([['ac_2', record]]),
        byHand: new Set(['ac_2']),
        now: 1_000,
      });
      expect(conflicts).toMatchObject([{ field: 'industry', ours: 'Mine', theirs: 'IT', taken: 'theirs' }]);
    });
  });

  it('keeps a custom value that a person changed, and a column called __proto__', () => {
    const world: World = { records: new Map(), bases: new Map() };
    const custom = Object.fromEntries([
      ['__proto__', 'x'],
      ['Region', 'Kansai'],
    ]);
    pull(world, [row('1', {}, custom)], 'j1');
    const stored = world.records.get('ac_1') as StoredRow;
    expect(Object.entries(stored.custom ?? {})).toEqual([
      ['__proto__', 'x'],
      ['Region', 'Kansai'],
    ]);
    world.records.set('ac_1', {
      ...stored,
      custom: Object.fromEntries([
        ['__proto__', 'x'],
        ['Region', 'mine'],
      ]),
    });
    pull(world, [row('1', { owner: 'new' }, custom)], 'j2');
    expect(world.records.get('ac_1')).toMatchObject({ owner: 'new', custom: { Region: 'mine' } });
  });

  it('ends with the source’s last words where nobody edited, in whatever pages they came', () => {
    const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
    const change = fc.record({ id: fc.constantFrom('1', '2', '3'), owner: value, industry: value });
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }), (pages) => {
        const world: World = { records: new Map(), bases: new Map() };
        const last = new Map<string, Record<string, string>>();
        pages.forEach((page, i) => {
          const rows = page.map(({ id, owner, industry }) => {
            const values = {
              ...(owner === undefined ? {} : { owner }),
              ...(industry === undefined ? {} : { industry }),
            };
            last.set(id, values);
            return row(id, values);
          });
          const plan = pull(world, rows, `j${i}`);
          expect(plan.outcomes).toHaveLength(rows.length);
          expect(plan.conflicts).toEqual([]);
        });
        for (const [id, values] of last) {
          const { owner, industry } = world.records.get(`ac_${id}`) as StoredRow;
          expect({ owner, industry }).toEqual({ owner: undefined, industry: undefined, ...values });
        }
      }),
    );
  });
});

it('a source that says another role of a champion is noted as the end of that role', () => {
  const contact = { id: 'ct_1', name: 'Mori', role: 'champion', createdAt: 1, updatedAt: 1 };
  const input = (role: string, record: StoredRow, said: string): PullInput => ({
    noun: 'contact',
    table: 'contacts',
    sourceId: 'crm',
    jobId: 'j1',
    fields: ['name', 'role'],
    rows: [
      {
        baseKey: baseKeyOf('crm', 'contact', '1'),
        recordId: 'ct_1',
        digest: role,
        values: { name: 'Mori', role },
        custom: {},
      },
    ],
    bases: new Map([
      [
        baseKeyOf('crm', 'contact', '1'),
        {
          key: baseKeyOf('crm', 'contact', '1'),
          sourceId: 'crm',
          noun: 'contact',
          recordId: 'ct_1',
          digest: said,
          values: { name: 'Mori', role: said },
          custom: {},
          seenAt: 500,
          jobId: 'j0',
          outcome: 'added',
        },
      ],
    ]),
    records: new Map([['ct_1', record]]),
    now: 1_000,
  });
  const [gone] = planPull(input('user', contact, 'champion')).records;
  expect(gone).toMatchObject({ role: 'user', championUntil: 1_000 });
  if (gone === undefined) throw new Error('nothing pulled');
  const [back] = planPull(input('champion', gone, 'user')).records;
  expect(back).toMatchObject({ role: 'champion' });
  expect(back).not.toHaveProperty('championUntil');
});

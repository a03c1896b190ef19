import { describe, expect, it } from 'vitest';
import { addDays } from '../table/days.ts';
import {
  createRowBuilder,
  type GroupRules,
  opensToRows,
  type Row,
  rowsOfGroup,
  withOpened,
} from './group.ts';

interface Sample {
  readonly key: string;
  readonly kind: string;
  readonly day: string;
  readonly automatic: boolean;
  readonly settled: boolean;
}

const TODAY = '2026-11-22';
const KINDS = ['usage', 'ticket', 'email', 'update', 'survey', 'note', 'contract'];

/** Small numbers that are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Newest first, from some days ahead of today to about two years back. */
function samples(seed: number, count: number): Sample[] {
  const random = randomFrom(seed);
  const days = Array.from({ length: count }, () => Math.floor(random() * 700) - 20).sort((a, b) => a - b);
  return days.map((back, i) => ({
    key: `k${i}`,
    kind: KINDS[Math.floor(random() * KINDS.length)] ?? 'note',
    day: addDays(TODAY, -back),
    automatic: random() < 0.7,
    settled: random() < 0.7,
  }));
}

function rules(change: Partial<GroupRules<Sample>> = {}): GroupRules<Sample> {
  return {
    today: TODAY,
    grouped: true,
    keyOf: ({ key }) => key,
    describe: ({ settled, ...rest }) => ({ ...rest, settled: () => settled }),
    ...change,
  };
}

function build(
  entries: readonly Sample[],
  own: GroupRules<Sample>,
  pieces: readonly number[],
): readonly Row<Sample>[] {
  const builder = createRowBuilder(own);
  let from = 0;
  for (const size of [...pieces, entries.length]) {
    builder.add(entries.slice(from, from + size));
    from += size;
  }
  return builder.rows();
}

/** Every entry that a row stands for. */
function held(rows: readonly Row<Sample>[]): string[] {
  return rows.flatMap((row) => {
    if (row.type === 'month') return [];
    return row.type === 'entry' ? [row.entry.key] : row.members.map(({ key }) => key);
  });
}

describe('the rows of a timeline', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const random = randomFrom(seed * 977);
    const entries = samples(seed, 5 + Math.floor(random() * 400));
    const own = rules({ grouped: seed % 5 !== 0, asked: seed % 3 === 0 ? new Set(['ticket']) : undefined });

    it(`loses no entry and shows none twice (seed ${seed})`, () => {
      expect(held(build(entries, own, [])).sort()).toEqual(entries.map(({ key }) => key).sort());
    });

    it(`is the same however the entries come in (seed ${seed})`, () => {
      const pieces = Array.from({ length: 12 }, () => Math.floor(random() * 40));
      expect(build(entries, own, pieces)).toEqual(build(entries, own, []));
    });

    it(`keeps the order of days, gives each row its own key, and dates a day once (seed ${seed})`, () => {
      const rows = build(entries, own, []);
      const days = rows.filter((row) => row.type !== 'month').map(({ day }) => day);
      expect(days).toEqual([...days].sort().reverse());
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      const dated = rows.filter((row) => row.type !== 'month' && row.firstOfDay).map(({ day }) => day);
      expect(dated).toEqual([...new Set(days)]);
    });

    it(`opens each group to exactly its members (seed ${seed})`, () => {
      const rows = build(entries, own, []);
      for (const row of rows) {
        if (row.type !== 'group' || !opensToRows(row)) continue;
        expect(held(rowsOfGroup(row, own)).sort()).toEqual(row.members.map(({ key }) => key).sort());
      }
      const open = new Set(rows.flatMap((row) => (row.type === 'group' ? [row.key] : [])));
      const all = withOpened(rows, open, own);
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    });
  }

  const one = (kind: string, day: string, change: Partial<Sample> = {}): Sample => ({
    key: `${kind} ${day} ${change.key ?? ''}`,
    kind,
    day,
    automatic: true,
    settled: true,
    ...change,
  });
  const shape = (entries: readonly Sample[], change: Partial<GroupRules<Sample>> = {}) =>
    build(entries, rules(change), []).map((row) => {
      if (row.type === 'month') return `# ${row.day.slice(0, 7)}`;
      if (row.type === 'entry') return `${row.day} ${row.entry.kind}`;
      return `${row.day} ${row.span} ${[...row.kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}`;
    });

  it('puts noise in one line a day, later a week, and what lies ahead in one line', () => {
    expect(
      shape([
        one('contract', '2027-01-02'),
        one('task', '2026-12-01', { automatic: false }),
        one('note', '2026-11-22', { automatic: false }),
        one('usage', '2026-11-21', { key: 'a' }),
        one('usage', '2026-11-21', { key: 'b' }),
        one('ticket', '2026-11-20'),
        one('usage', '2026-11-10', { key: 'a' }),
        one('ticket', '2026-11-10', { key: 'b' }),
        one('usage', '2026-09-30', { key: 'a' }),
        one('email', '2026-09-29', { key: 'b' }),
        one('ticket', '2026-09-28', { key: 'c' }),
        one('ticket', '2026-09-28', { key: 'd', settled: false }),
        one('update', '2026-06-03', { key: 'a' }),
        one('update', '2026-06-02', { key: 'b' }),
        one('update', '2026-06-01', { key: 'c', automatic: false }),
      ]),
    ).toEqual([
      '2027-01-02 ahead 1 contract, 1 task',
      '# 2026-11',
      '2026-11-22 note',
      '2026-11-21 day 2 usage',
      '2026-11-20 ticket',
      '2026-11-10 day 1 usage, 1 ticket',
      '# 2026-09',
      '2026-09-30 week 1 usage, 1 ticket',
      '2026-09-29 email',
      '2026-09-28 ticket',
      '# 2026-06',
      '2026-06-03 week 2 update',
      '2026-06-01 update',
    ]);
  });

  it('shows what the reader asked for line by line, and everything when grouping is off', () => {
    const entries = [one('ticket', '2026-09-30', { key: 'a' }), one('ticket', '2026-09-29', { key: 'b' })];
    expect(shape(entries)).toEqual(['# 2026-09', '2026-09-30 week 2 ticket']);
    const apart = ['# 2026-09', '2026-09-30 ticket', '2026-09-29 ticket'];
    expect(shape(entries, { asked: new Set(['ticket']) })).toEqual(apart);
    expect(shape(entries, { grouped: false })).toEqual(apart);
  });
});

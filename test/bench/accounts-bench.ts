/** The accounts table with a large book: each operation beside the bare array operation on the same rows, and the longest task that the screen made. Runs in the page. */
import type { AccountRow } from '#renderer/data/book.ts';
import { startOfLocalDay } from '#renderer/data/health/start-of-day.ts';
import { accountColumns, engineColumns, searchText } from '#renderer/features/accounts/account-columns.ts';
import { runInSlices } from '#renderer/features/accounts/run-in-slices.ts';
import { accountsCollator } from '#renderer/features/accounts/use-arranged-accounts.ts';
import {
  addFilter,
  clearFilters,
  DEFAULT_DEFINITION,
  groupBy,
  sortBy,
} from '#renderer/ui-state/accounts-view.ts';
import { type Arranged, type ArrangeRequest, arrange, linesOf } from '#shared/domain/table/arrange.ts';
import { prepareColumns } from '#shared/domain/table/prepare.ts';
import { drain } from '#shared/domain/table/sliced.ts';
import { createTableData, createTableMemory, type TableData } from '#shared/domain/table/table-data.ts';
import { believableBook } from '../factories/account-row.ts';
import { STAGE_NOW, stageAccounts } from '../fakes/accounts-stage.tsx';

const TODAY = '2026-11-21';
const SEED = 11;

export interface OperationTimes {
  readonly name: string;
  /** Milliseconds from the request to the finished lines, pauses included. */
  readonly ours: readonly number[];
  /** Milliseconds of the plain array operation that gives the same rows. */
  readonly bare: readonly number[];
}

const columns = engineColumns(accountColumns(new Map()));
const collator = accountsCollator('en');

function request(change: Partial<ArrangeRequest<AccountRow>>): ArrangeRequest<AccountRow> {
  return {
    sort: DEFAULT_DEFINITION.sort,
    filters: [],
    groupBy: null,
    totals: DEFAULT_DEFINITION.shown,
    search: '',
    searchText,
    calendar: { today: TODAY, fiscalYearStart: 4, startOfDay: startOfLocalDay },
    ...change,
  };
}

function freshData(rows: readonly AccountRow[]): TableData<AccountRow> {
  return createTableData(rows, columns, createTableMemory<AccountRow>(collator.compare));
}

function arranged(
  data: TableData<AccountRow>,
  asked: ArrangeRequest<AccountRow>,
): Promise<Arranged<AccountRow>> {
  return new Promise((resolve) => runInSlices(arrange(data, asked), new AbortController().signal, resolve));
}

async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

interface Operation {
  readonly name: string;
  readonly asked: ArrangeRequest<AccountRow>;
  readonly bare: (rows: readonly AccountRow[]) => unknown;
}

function byArr(rows: readonly AccountRow[]): readonly AccountRow[] {
  const amount = (row: AccountRow) => row.arr[0]?.minor ?? Number.NEGATIVE_INFINITY;
  const currency = (row: AccountRow) => row.arr[0]?.currency ?? '';
  return rows.toSorted((a, b) =>
    currency(a) < currency(b) ? -1 : currency(a) > currency(b) ? 1 : amount(b) - amount(a),
  );
}

function sums(rows: readonly AccountRow[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) {
    for (const { currency, minor } of row.arr) found.set(currency, (found.get(currency) ?? 0) + minor);
  }
  return found;
}

const OPERATIONS: readonly Operation[] = [
  { name: 'open', asked: request({}), bare: (rows) => sums(byArr(rows)) },
  {
    name: 'sort',
    asked: request({ sort: [{ column: 'name', descending: false }] }),
    bare: (rows) => {
      const read = ({ account }: AccountRow) => account.nameKana ?? account.name;
      return sums(rows.toSorted((a, b) => collator.compare(read(a), read(b))));
    },
  },
  {
    name: 'filter',
    asked: request({ filters: [{ op: 'contains', column: 'name', text: 'finch' }] }),
    bare: (rows) => {
      const kept = rows.filter((row) => row.account.name.normalize('NFKC').toLowerCase().includes('finch'));
      return sums(byArr(kept));
    },
  },
  {
    name: 'group',
    asked: request({ groupBy: 'owner' }),
    bare: (rows) => {
      const groups = new Map<string, AccountRow[]>();
      for (const row of byArr(rows)) {
        const key = row.account.owner ?? '';
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [row]);
        else group.push(row);
      }
      return [...groups.values()].map(sums);
    },
  },
];

/** Lets what others left behind (garbage, timers) not fall into a measurement. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}

/**
 * `open` begins with nothing known of the rows. The others are asked of a table that has been open for a moment: the
 * screen reads the shown columns while it is idle, so that is done before, as there; nothing was asked of them yet.
 */
export async function accountOperations(count: number, samples: number): Promise<readonly OperationTimes[]> {
  const rows = believableBook(count, SEED, STAGE_NOW);
  const times = OPERATIONS.map(({ name }) => ({ name, ours: [] as number[], bare: [] as number[] }));
  for (let round = -1; round < samples; round++) {
    for (const [place, { name, asked, bare }] of OPERATIONS.entries()) {
      let data = freshData(rows);
      if (name !== 'open') {
        await arranged(data, request({}));
        drain(prepareColumns(data, DEFAULT_DEFINITION.shown, searchText));
      }
      await breathe();
      const ours = await timed(async () => {
        if (name === 'open') data = freshData(rows);
        linesOf(await arranged(data, asked), new Set());
      });
      await breathe();
      const theirs = await timed(() => bare(rows));
      // The first round only warms up both.
      if (round < 0) continue;
      times[place]!.ours.push(ours);
      times[place]!.bare.push(theirs);
    }
  }
  return times;
}

export interface ScreenTasks {
  /** Milliseconds; 0 when no task reached 50 ms, which is where the browser begins to report. */
  readonly longest: number;
  readonly tasks: readonly { readonly during: string; readonly duration: number }[];
}

/** The real screen: opened, sorted, filtered, grouped and scrolled, while long tasks are watched. */
export async function accountScreenTasks(count: number): Promise<ScreenTasks> {
  const rows = believableBook(count, SEED, STAGE_NOW);
  // The screen's own code is loaded and warm, as after a start; only the work on the rows is measured.
  const stage = await stageAccounts(believableBook(50, SEED, STAGE_NOW));
  const tasks: { during: string; duration: number }[] = [];
  let during = 'warming';
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push({ during, duration: entry.duration });
  });
  const settle = (ms = 600) => new Promise((resolve) => setTimeout(resolve, ms));
  await settle();
  observer.observe({ entryTypes: ['longtask'] });
  const steps: readonly (readonly [string, () => void])[] = [
    ['open', () => stage.show(rows)],
    ['sort', () => sortBy('name', false, false)],
    ['filter', () => addFilter({ op: 'contains', column: 'name', text: 'finch' })],
    ['unfilter', clearFilters],
    ['group', () => groupBy('owner')],
    ['ungroup', () => groupBy(null)],
    ['scroll', () => document.querySelector('[data-grid]')?.scrollTo({ top: 90_000 })],
  ];
  for (const [name, step] of steps) {
    during = name;
    step();
    await settle();
  }
  observer.disconnect();
  stage.end();
  return { longest: Math.max(0, ...tasks.map((task) => task.duration)), tasks };
}

export const benchAccounts = { accountOperations, accountScreenTasks };

/** The rows of a table column by column, as flat arrays that sort, filter and group read; built when first needed. */
import type { Column, Columns } from './column.ts';
import { type Day, dayNumber } from './days.ts';
import { foldText } from './fold-text.ts';
import { SLICE_ROWS, type Sliced } from './sliced.ts';
import { type CompareText, createWordList, type WordList } from './word-list.ts';

/** What outlives a version of the rows: words met in each column, and what each row says to a search. */
export interface TableMemory<R extends object> {
  wordList(columnId: string): WordList;
  readonly haystacks: WeakMap<R, string>;
  readonly compare: CompareText;
}

/** One per table and language. */
export function createTableMemory<R extends object>(compare: CompareText): TableMemory<R> {
  const lists = new Map<string, WordList>();
  return {
    compare,
    haystacks: new WeakMap(),
    wordList(columnId) {
      let list = lists.get(columnId);
      if (list === undefined) {
        list = createWordList(compare);
        lists.set(columnId, list);
      }
      return list;
    },
  };
}

export interface Words {
  readonly list: WordList;
  /** The code of each row's word, −1 for a blank. */
  readonly codes: Int32Array;
}

export interface Amounts {
  /** Minor units of the row's leading currency, NaN for a blank. */
  readonly minor: Float64Array;
  /** Place of that currency in `currencies`. */
  readonly currency: Float64Array;
  /** The one with the most rows first, so that the figures most people look at lead. */
  readonly currencies: readonly string[];
}

export interface TableData<R extends object> {
  readonly rows: readonly R[];
  readonly columns: Columns<R>;
  readonly memory: TableMemory<R>;
  /** Texts, choices and booleans. `sorting` reads what stands for the value in the order. */
  words(column: Column<R>, sorting?: boolean): Sliced<Words>;
  /** Numbers, dates (as day numbers), instants and booleans; NaN for a blank. */
  numbers(column: Column<R>): Sliced<Float64Array>;
  amounts(column: Column<R>): Sliced<Amounts>;
  /** One folded text per row, of everything that a quick search looks at. */
  haystack(read: (row: R) => string): Sliced<readonly string[]>;
}

export function readWord<R>(column: Column<R>, row: R, sorting: boolean): string | undefined {
  switch (column.kind) {
    case 'text':
      return sorting && column.sortAs !== undefined ? column.sortAs(row) : column.value(row);
    case 'choice':
      return column.value(row);
    case 'boolean': {
      const value = column.value(row);
      return value === undefined ? undefined : String(value);
    }
    default:
      return undefined;
  }
}

export function readNumber<R>(column: Column<R>, row: R): number {
  switch (column.kind) {
    case 'number':
    case 'instant':
      return column.value(row) ?? Number.NaN;
    case 'date': {
      const value: Day | undefined = column.value(row);
      return value === undefined ? Number.NaN : dayNumber(value);
    }
    case 'boolean': {
      const value = column.value(row);
      return value === undefined ? Number.NaN : Number(value);
    }
    default:
      return Number.NaN;
  }
}

function* buildWords<R extends object>(
  rows: readonly R[],
  column: Column<R>,
  list: WordList,
  sorting: boolean,
): Sliced<Words> {
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const word = readWord(column, rows[i]!, sorting);
    codes[i] = word === undefined || word === '' ? -1 : list.codeOf(word);
    if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
  }
  return { list, codes };
}

function* buildNumbers<R>(rows: readonly R[], column: Column<R>): Sliced<Float64Array> {
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    numbers[i] = readNumber(column, rows[i]!);
    if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
  }
  return numbers;
}

/** Currencies by how many rows carry them, then by code. */
function* countCurrencies<R>(rows: readonly R[], column: Column<R>): Sliced<readonly string[]> {
  const counts = new Map<string, number>();
  if (column.kind !== 'money') return [];
  for (let i = 0; i < rows.length; i++) {
    for (const { currency } of column.value(rows[i]!)) counts.set(currency, (counts.get(currency) ?? 0) + 1);
    if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([currency]) => currency);
}

function* buildAmounts<R>(rows: readonly R[], column: Column<R>): Sliced<Amounts> {
  const currencies = yield* countCurrencies(rows, column);
  const place = new Map(currencies.map((currency, index) => [currency, index]));
  const minor = new Float64Array(rows.length).fill(Number.NaN);
  const currency = new Float64Array(rows.length).fill(Number.NaN);
  if (column.kind !== 'money') return { minor, currency, currencies };
  for (let i = 0; i < rows.length; i++) {
    for (const money of column.value(rows[i]!)) {
      const at = place.get(money.currency)!;
      const held = currency[i]!;
      if (Number.isNaN(held) || at < held) {
        minor[i] = money.minor;
        currency[i] = at;
      }
    }
    if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
  }
  return { minor, currency, currencies };
}

/** Keeps what was built; work that was given up half-way is simply begun again. */
function* once<T>(cache: Map<string, T>, key: string, build: () => Sliced<T>): Sliced<T> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const built = yield* build();
  cache.set(key, built);
  return built;
}

export function createTableData<R extends object>(
  rows: readonly R[],
  columns: Columns<R>,
  memory: TableMemory<R>,
): TableData<R> {
  const words = new Map<string, Words>();
  const numbers = new Map<string, Float64Array>();
  const amounts = new Map<string, Amounts>();
  const haystacks = new Map<string, readonly string[]>();

  function* buildHaystack(read: (row: R) => string): Sliced<readonly string[]> {
    const texts: string[] = [];
    for (const row of rows) {
      let text = memory.haystacks.get(row);
      if (text === undefined) {
        text = foldText(read(row));
        memory.haystacks.set(row, text);
      }
      texts.push(text);
      if (texts.length % 512 === 0) yield;
    }
    return texts;
  }

  return {
    rows,
    columns,
    memory,
    words(column, sorting = false) {
      const own = sorting && column.kind === 'text' && column.sortAs !== undefined;
      const key = own ? `${column.id}\u001fsort` : column.id;
      return once(words, key, () => buildWords(rows, column, memory.wordList(key), own));
    },
    numbers: (column) => once(numbers, column.id, () => buildNumbers(rows, column)),
    amounts: (column) => once(amounts, column.id, () => buildAmounts(rows, column)),
    haystack: (read) => once(haystacks, '', () => buildHaystack(read)),
  };
}

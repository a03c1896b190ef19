/** An arrangement of a table as it is kept in a saved view: columns, sort, filters and grouping. */

export type Period = 'thisMonth' | 'nextMonth' | 'thisQuarter' | 'nextQuarter';

export type Filter = { column: string } & (
  | { op: 'contains' | 'lacks' | 'is' | 'isNot' | 'starts'; text: string }
  | { op: 'empty' | 'filled' }
  /** Both ends belong to it. Money: in the currency's major unit, of amounts in that currency only. */
  | { op: 'range'; from: number | null; to: number | null; currency?: string | undefined }
  /** 'YYYY-MM-DD', both days belong to it. */
  | { op: 'days'; from: string | null; to: string | null }
  /**
   * From today on, or up to today; today belongs to both. `notPastDays`: longer ago than that, or never, which is
   * what "no touch for 30 days" means.
   */
  | { op: 'nextDays' | 'pastDays' | 'notPastDays'; days: number }
  | { op: 'beforeToday' }
  | { op: 'period'; period: Period }
  /** `allOf` is for tags. */
  | { op: 'anyOf' | 'noneOf' | 'allOf'; values: string[] }
  | { op: 'yes' | 'no' }
);

export type FilterOp = Filter['op'];

export type SortKey = { column: string; descending: boolean };

export type ViewDefinition = {
  /** Ids of the columns that are shown, in their order. */
  shown: string[];
  /** Those of them that stay at the left edge. */
  pinned: string[];
  widths: Record<string, number>;
  sort: SortKey[];
  filters: Filter[];
  groupBy: string | null;
};

// Checked by hand and not with zod: the table reads its arrangement before the first paint, which waits for no library.
type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, unknown>>;

const isText: Check = (value) => typeof value === 'string';
const isNumber: Check = (value) => Number.isFinite(value);
const oneOf =
  (...known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const between =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const hasAll =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

const BARE = {};
const TEXT = { text: isText };
const DAYS = { days: (value: unknown) => Number.isInteger(value) && between(0, 36_500)(value) };
const VALUES = { values: listOf(isText) };

/** What each kind of filter holds besides its column. */
const PARTS: Readonly<Record<FilterOp, Readonly<Record<string, Check>>>> = {
  contains: TEXT,
  lacks: TEXT,
  is: TEXT,
  isNot: TEXT,
  starts: TEXT,
  empty: BARE,
  filled: BARE,
  range: { from: orNull(isNumber), to: orNull(isNumber), currency: optional(isText) },
  days: { from: orNull(isText), to: orNull(isText) },
  nextDays: DAYS,
  pastDays: DAYS,
  notPastDays: DAYS,
  beforeToday: BARE,
  period: { period: oneOf('thisMonth', 'nextMonth', 'thisQuarter', 'nextQuarter') },
  anyOf: VALUES,
  noneOf: VALUES,
  allOf: VALUES,
  yes: BARE,
  no: BARE,
};

function isOp(value: unknown): value is FilterOp {
  return typeof value === 'string' && Object.hasOwn(PARTS, value);
}

const isFilter: Check = (value) =>
  isRecord(value) && isText(value['column']) && isOp(value['op']) && hasAll(PARTS[value['op']])(value);

const checkAll = hasAll({
  shown: listOf(isText),
  pinned: listOf(isText),
  widths: (value) => isRecord(value) && Object.values(value).every(between(40, 1200)),
  sort: listOf(hasAll({ column: isText, descending: (value) => typeof value === 'boolean' })),
  filters: listOf(isFilter),
  groupBy: orNull(isText),
});

function isViewDefinition(value: unknown): value is ViewDefinition {
  return checkAll(value);
}

/** One filter by itself, as segments keep them; undefined when it cannot be read. */
export function parseFilter(value: unknown): Filter | undefined {
  const known = (candidate: unknown): candidate is Filter => isFilter(candidate);
  return known(value) ? value : undefined;
}

/** Stored by an older or newer version, or damaged: undefined rather than half a view. */
export function parseViewDefinition(value: unknown): ViewDefinition | undefined {
  return isViewDefinition(value) ? value : undefined;
}

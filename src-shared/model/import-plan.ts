/** What an import is made of: how a file is read, what its columns mean, how its rows find their accounts. */
import type { NounName } from './field.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'windows-1252'] as const;
/** Labels as `TextDecoder` takes them. `shift_jis` there is Windows code page 932. */
export type Encoding = (typeof ENCODINGS)[number];

export type TableFormat =
  | {
      readonly type: 'delimited';
      readonly encoding: Encoding;
      /** One character: comma, semicolon, tab or pipe. */
      readonly delimiter: string;
      /** Rows (after CSV parsing, 0-based, blank lines not counted) before the header row: preambles are skipped. */
      readonly headerRow: number;
    }
  | { readonly type: 'xlsx'; readonly sheet: string; readonly headerRow: number }
  /** `path`: keys from the root to the array ('' = the root is the array; 'records' for sObject Tree). */
  | {
      readonly type: 'json';
      readonly path: string;
      /** JSON Lines: one object a line. */
      readonly lines?: true;
      /** Columns found when the file was inspected; without them reading looks the whole file through first. */
      readonly keys?: readonly string[];
    };

export type DateOrder = 'ymd' | 'dmy' | 'mdy';
/** Times without a zone are read in this zone: UTC, or the machine's own. */
export type ZoneRule = 'utc' | 'local';

export type ScoreScale =
  /** Linear from `min` to `max`; `higherIsBetter` false turns it round. */
  | { readonly type: 'range'; readonly min: number; readonly max: number; readonly higherIsBetter: boolean }
  /** Words (A–F, colours) to 0–100. Keys are lower case after NFKC. */
  | { readonly type: 'words'; readonly words: Readonly<Record<string, number>> };

/** How a column's text becomes values: decided over all its values, shown, changeable. */
export interface ColumnReading {
  readonly dateOrder?: DateOrder;
  readonly zone?: ZoneRule;
  readonly decimalMark?: '.' | ',';
  /** ISO 4217; for money columns whose cells carry no currency. */
  readonly currency?: string;
  /** Header of the column whose cells name the currency of each row's amount; `currency` stands in where one is blank. */
  readonly currencyFrom?: string;
  /** Multiply money and numbers by this (1000 for "in thousands"). */
  readonly factor?: number;
  readonly scale?: ScoreScale;
  /** Separator of several values in one cell (tags, associated ids). */
  readonly separator?: string;
}

export type ColumnTarget =
  /** `part`: one of two columns that together are the name of a person; joined as the language writes them. */
  | { readonly type: 'field'; readonly field: string; readonly part?: 'given' | 'family' }
  | {
      readonly type: 'custom';
      readonly name: string;
      readonly valueKind: 'text' | 'number' | 'boolean' | 'date';
    }
  | { readonly type: 'skip' };

/** How a relation column finds its record. `externalId` is exact and case-sensitive; `name` compares folded names. */
export type LinkBy = 'externalId' | 'domain' | 'email' | 'name' | 'reference';

export interface ColumnPlan {
  /** 0-based position in the file; two columns may share a header. */
  readonly index: number;
  readonly header: string;
  readonly target: ColumnTarget;
  readonly reading: ColumnReading;
  /** For columns on a relation field. */
  readonly link?: { readonly to: NounName; readonly by: LinkBy };
  /** 0 to 1: how sure the guess is (1 = chosen by a person). */
  readonly confidence: number;
}

export interface TablePlan {
  /** Stable within its source: kept with it, so that next week's file finds it. */
  readonly id: string;
  readonly fileName: string;
  /** Sheet name or JSON path, when a file holds several tables. */
  readonly part: string;
  readonly noun: NounName | 'skip';
  readonly format: TableFormat;
  readonly columns: readonly ColumnPlan[];
}

/** Unlinked values that a person tied to a record by hand: relation noun + folded value → record id. */
export type ConfirmedLinks = Readonly<Record<string, string>>;

/** Stands for a table's id in counts: accounts that were made because other tables name them. */
export const MADE_ACCOUNTS = 'made-accounts\u001f';

export interface ImportPlan {
  readonly sourceId: string;
  readonly sourceName: string;
  readonly tables: readonly TablePlan[];
  readonly confirmedLinks: ConfirmedLinks;
  /** Accounts that only other tables name are made of their names, ids or domains. */
  readonly makeAccounts?: true;
  /** Whole days added to every date that is read: how the sample company's stories stay around today. */
  readonly shiftDays?: number;
}

/** What was seen of one column over all rows of the table. */
export interface ColumnStats {
  readonly index: number;
  readonly header: string;
  readonly blank: number;
  readonly filled: number;
  /** Distinct values seen, counted up to 1,000. */
  readonly distinct: number;
  /** True when no filled value repeats (exact up to 5,000,000 rows, by hash). */
  readonly unique: boolean;
  readonly longest: number;
  /** Up to 20 different values from all over the file, first ones first. */
  readonly samples: readonly string[];
  /** Up to 50 distinct values with counts, when there are no more than 50. */
  readonly values: readonly (readonly [string, number])[] | undefined;
  /** How many filled values have each shape; a value may have several. */
  readonly shapes: Readonly<Partial<Record<ValueShape, number>>>;
  /** Smallest and largest number among values of shape integer or decimal. */
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** What a cell looks like, before anything is decided about its column. */
export type ValueShape =
  | 'integer'
  | 'decimalPoint' // 1,234.56 or 12.5: only readable with '.' as the decimal mark
  | 'decimalComma' // 1.234,56 or 12,5: only readable with ',' as the decimal mark
  | 'decimalEither' // 1.234 or 1,234: a group or a fraction
  | 'currency' // carries a currency sign or code
  | 'percent'
  | 'dateYmd'
  | 'dateDmy' // readable day first
  | 'dateMdy' // readable month first
  | 'dateWords' // 3 Feb 2026, Feb 3, 2026
  | 'dateEra' // 令和6年4月1日, 2026年4月1日
  | 'excelSerial' // an integer or decimal in 20000..80000
  | 'time' // a date with a time of day
  | 'zoned' // a date-time with Z or an offset
  | 'boolean'
  | 'email'
  | 'url'
  | 'phone'
  | 'salesforceId15'
  | 'salesforceId18'
  | 'uuid'
  | 'brokenId' // 1.23E+15: an id that Excel turned into a number
  | 'letterGrade'
  | 'colourWord'
  | 'multiSemicolon'
  | 'multiComma';

export interface TableInspection {
  readonly fileName: string;
  readonly part: string;
  readonly format: TableFormat;
  readonly header: readonly string[];
  readonly rows: number;
  readonly columns: readonly ColumnStats[];
  /** The first 50 data rows, as text. */
  readonly head: readonly (readonly string[])[];
  /** Footer rows ("Grand Totals …", copyright lines) at the end that are not data. */
  readonly footerRows: number;
  /** Rows that cannot be read as rows (unclosed quotes, too many or too few cells, repeated headers). */
  readonly problemRows?: number;
}

export type RejectReason =
  | 'required-missing'
  | 'bad-date'
  | 'bad-number'
  | 'bad-money'
  | 'no-currency'
  | 'bad-boolean'
  | 'bad-score'
  | 'duplicate-id'
  | 'broken-id'
  | 'unlinked'
  | 'too-many-cells'
  | 'too-few-cells'
  | 'unclosed-quote'
  | 'no-record'
  | 'bad-json'
  | 'footer'
  | 'repeated-header'
  | 'newer-here';

/** One row that did not come in, in terms that a person can look up in the file. */
export interface Rejection {
  readonly fileName: string;
  readonly part: string;
  /** 1-based row as a spreadsheet shows it (header = 1 when there is no preamble). */
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly reason: RejectReason;
  /** For duplicate-id: the row that came first. */
  readonly otherRow?: number;
}

/** Read = new + changed + unchanged + rejected, per table, always. `accepted` = new + changed. */
export interface TableCounts {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Of the accepted ones: rows whose relation found no record (they wait under Links). */
  unlinked: number;
}

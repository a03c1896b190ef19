/** What the table engine knows of a column: its kind of value, how to read it from a row, and how it adds up. */
import type { Money } from '../../base/money.ts';

/** How the values of a number column become one figure: never a mean of means where the parts are known. */
export type NumberTotal<R> =
  | { readonly type: 'none' }
  | { readonly type: 'sum' }
  /** Σ part ÷ Σ whole over the rows, times `times`; a row without `of` stays out. */
  | {
      readonly type: 'ratio';
      readonly times: number;
      readonly of: (row: R) => readonly [part: number, whole: number] | undefined;
    };

export interface TextColumn<R> {
  readonly kind: 'text';
  readonly id: string;
  readonly value: (row: R) => string | undefined;
  /** What stands for the value when sorting: the reading of a Japanese name. */
  readonly sortAs?: (row: R) => string | undefined;
}

export interface ChoiceColumn<R> {
  readonly kind: 'choice';
  readonly id: string;
  readonly value: (row: R) => string | undefined;
  /** Known choices in their own order; a source's own words come after them. */
  readonly choices: readonly string[];
}

export interface TagsColumn<R> {
  readonly kind: 'tags';
  readonly id: string;
  readonly value: (row: R) => readonly string[] | undefined;
}

export interface NumberColumn<R> {
  readonly kind: 'number';
  readonly id: string;
  readonly value: (row: R) => number | undefined;
  readonly total: NumberTotal<R>;
}

export interface MoneyColumn<R> {
  readonly kind: 'money';
  readonly id: string;
  /** At most one amount per currency. */
  readonly value: (row: R) => readonly Money[];
}

export interface DateColumn<R> {
  readonly kind: 'date';
  readonly id: string;
  /** 'YYYY-MM-DD'. */
  readonly value: (row: R) => string | undefined;
}

export interface InstantColumn<R> {
  readonly kind: 'instant';
  readonly id: string;
  /** Milliseconds since 1970 UTC. */
  readonly value: (row: R) => number | undefined;
}

export interface BooleanColumn<R> {
  readonly kind: 'boolean';
  readonly id: string;
  readonly value: (row: R) => boolean | undefined;
}

export type Column<R> =
  | TextColumn<R>
  | ChoiceColumn<R>
  | TagsColumn<R>
  | NumberColumn<R>
  | MoneyColumn<R>
  | DateColumn<R>
  | InstantColumn<R>
  | BooleanColumn<R>;

export type ColumnKind = Column<never>['kind'];

export type Columns<R> = ReadonlyMap<string, Column<R>>;

/** Kinds whose values part the rows into groups, one group each. */
export function canGroup(kind: ColumnKind): boolean {
  return kind === 'text' || kind === 'choice' || kind === 'boolean';
}

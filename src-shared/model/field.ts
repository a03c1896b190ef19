/** How a field is described once; schemas, columns, forms, import mapping and merge policy derive from this. */
import type { Money } from '../base/money.ts';

/** What a value is. Dates are 'YYYY-MM-DD' text, date-times are milliseconds since 1970 UTC. */
export type FieldKind =
  | 'id' // case-sensitive text, never a number
  | 'text'
  | 'longText'
  | 'integer'
  | 'number'
  | 'percent' // 0 to 100
  | 'money'
  | 'date'
  | 'dateTime'
  | 'boolean'
  | 'choice' // one of `choices`; a source's own word is kept when it fits none
  | 'tags'
  | 'email'
  | 'phone'
  | 'url'
  | 'person' // somebody on our side, by name or e-mail as the source writes it
  | 'relation'; // the id of another record

export interface ValueOf {
  id: string;
  text: string;
  longText: string;
  integer: number;
  number: number;
  percent: number;
  money: Money;
  date: string;
  dateTime: number;
  boolean: boolean;
  choice: string;
  tags: readonly string[];
  email: string;
  phone: string;
  url: string;
  person: string;
  relation: string;
}

/** What happens when both sides changed a field since they last agreed. `ask` keeps both and shows them. */
export type MergePolicy = 'crm' | 'ours' | 'union' | 'ask';

export type NounName =
  | 'account'
  | 'contact'
  | 'subscription'
  | 'opportunity'
  | 'activity'
  | 'ticket'
  | 'usage'
  | 'survey'
  | 'churnEvent';

export interface FieldSpec<K extends FieldKind = FieldKind> {
  readonly kind: K;
  readonly merge: MergePolicy;
  /** A record without it is rejected at the border. */
  readonly required?: true;
  /** Computed or owned by the source: shown, never edited. */
  readonly readOnly?: true;
  /** For `relation`: the noun that the id belongs to. */
  readonly to?: NounName;
  readonly choices?: readonly string[];
}

export type FieldSpecs = Readonly<Record<string, FieldSpec>>;

export type FieldValue = ValueOf[FieldKind];
/** Values of columns that no field stands for; kept under the column's own name. */
export type CustomValues = Readonly<Record<string, string | number | boolean>>;

type RequiredKeys<F extends FieldSpecs> = {
  [P in keyof F]: F[P] extends { required: true } ? P : never;
}[keyof F];

export type FieldsOf<F extends FieldSpecs> = { -readonly [P in RequiredKeys<F>]: ValueOf[F[P]['kind']] } & {
  -readonly [P in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf[F[P]['kind']];
};

/** What every stored record carries besides its fields. */
export interface RecordBase {
  id: string;
  custom?: CustomValues;
  /** Milliseconds since 1970 UTC, by this machine's clock. */
  createdAt: number;
  updatedAt: number;
}

/** Keeps the literal types of a noun's fields. */
export function defineFields<const F extends FieldSpecs>(fields: F): F {
  return fields;
}

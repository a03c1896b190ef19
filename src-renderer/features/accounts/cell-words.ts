/** What cells, headings and totals say in the reader's language and locale; one object per language, handed down. */

import type { AccountRow } from '#renderer/data/book.ts';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { choiceLabel, fieldLabel } from '#renderer/i18n/field-label.ts';
import { daysBetween, type Formats, isoDateOf } from '#renderer/i18n/format.ts';
import type { Money } from '#shared/base/money.ts';
import { minorDigits } from '#shared/base/money.ts';
import type { RowHealth } from '#shared/domain/summary/account-row.ts';
import type { ColumnTotal } from '#shared/domain/table/totals.ts';
import type { Band } from '#shared/model/health.ts';
import type { AccountColumn } from './account-columns.ts';

export interface CellWords {
  readonly texts: Texts['accounts'];
  readonly fields: Texts['fields'];
  readonly format: Formats;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

export function columnLabel({ name }: AccountColumn, { texts, fields }: CellWords): string {
  switch (name.type) {
    case 'field':
      return fieldLabel(fields, 'account', name.field);
    case 'figure':
      return texts.figures[name.figure];
    case 'custom':
      return name.name;
  }
}

export function bandLabel(band: string, { bands }: CellWords['texts']): string {
  return Object.hasOwn(bands, band) ? bands[band as Band] : band;
}

/** "72, 60 %": the score never stands without how much of the weight it is made of. */
export function healthText({ value, coverage }: RowHealth, { texts, format }: CellWords): string {
  const share = format.percent(coverage * 100);
  return value === undefined ? texts.healthOf(share) : texts.healthPair(Math.round(value), share);
}

/** A value of a text, choice or boolean column as it is shown. */
export function valueLabel(
  { column, id, choices }: AccountColumn,
  value: string,
  { texts, fields }: CellWords,
): string {
  if (choices !== undefined) return choices.nameOf(value);
  if (id === 'healthBand') return bandLabel(value, texts);
  if (column.kind === 'choice') return choiceLabel(fields, id, value);
  if (column.kind === 'boolean') return value === 'true' ? texts.yes : texts.no;
  return value;
}

export function numberText({ style, id }: AccountColumn, value: number, { format }: CellWords): string {
  // −0 would be written with its sign.
  const plain = value === 0 ? 0 : value;
  if (style === 'score') return format.number(Math.round(plain * 10) / 10);
  if (style === 'whole') return format.number(Math.round(plain));
  if (style === 'plain') return format.number(id === 'sourceHealth' ? Math.round(plain * 10) / 10 : plain);
  const rounded = Math.round(plain);
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '';
  const size = Math.abs(rounded);
  return `${sign}${style === 'change' ? format.percent(size) : format.number(size)}`;
}

/** Amounts of each currency, never added together. */
export function moneyText(amounts: readonly Money[], { format }: CellWords, short: boolean): string {
  return amounts.map((money) => (short ? shortMoney(money, format) : format.money(money))).join(' · ');
}

/** A sum of a few dollars needs no cents beside sums of millions. */
function shortMoney(money: Money, format: Formats): string {
  const unit = 10 ** minorDigits(money.currency);
  return format.moneyShort(
    Math.abs(money.minor) < unit ? money : { ...money, minor: Math.round(money.minor / unit) * unit },
  );
}

/** "in 41 days", and the day itself. */
export function relativeText(isoDate: string, { format, today }: CellWords): string {
  const days = daysBetween(today, isoDate);
  return Number.isNaN(days) ? '' : format.relativeDays(days);
}

/** The cell's whole value in words: for the tooltip, for copying; '' for a blank. */
export function cellText(shown: AccountColumn, row: AccountRow, words: CellWords): string {
  const { column } = shown;
  switch (column.kind) {
    case 'text':
    case 'choice': {
      const value = column.value(row);
      return value === undefined ? '' : valueLabel(shown, value, words);
    }
    case 'boolean': {
      const value = column.value(row);
      return value === undefined ? '' : valueLabel(shown, String(value), words);
    }
    case 'tags':
      return (column.value(row) ?? []).join(', ');
    case 'number': {
      if (shown.id === 'health') return healthTip(row.health, words);
      const value = column.value(row);
      return value === undefined ? '' : numberText(shown, value, words);
    }
    case 'money':
      return moneyText(column.value(row), words, false);
    case 'date': {
      const value = column.value(row);
      return value === undefined ? '' : words.format.date(value);
    }
    case 'instant': {
      const value = column.value(row);
      return value === undefined ? '' : words.format.dateTime(value);
    }
  }
}

function healthTip(health: RowHealth | undefined, words: CellWords): string {
  if (health === undefined) return '';
  const { texts } = words;
  const said = `${bandLabel(health.band, texts)}: ${healthText(health, words)}`;
  return health.isOverridden ? `${said} (${texts.overridden})` : said;
}

export function instantDay(at: number): string {
  return isoDateOf(at);
}

/** "1,240", "avg 3.9"; with how it was made, for the tooltip. */
export function totalText(
  shown: AccountColumn,
  total: ColumnTotal,
  words: CellWords,
): { readonly lines: readonly string[]; readonly tip: string } {
  const label = columnLabel(shown, words);
  switch (total.type) {
    case 'money':
      return {
        lines: total.sums.map((money) => shortMoney(money, words.format)),
        tip: words.texts.sumOf(label, total.sums.map((money) => words.format.money(money)).join(' · ')),
      };
    case 'sum': {
      const text = words.format.number(total.value);
      return { lines: [text], tip: words.texts.sumOf(label, text) };
    }
    case 'ratio': {
      const text = numberText(shown, Math.round(total.value * 10) / 10, words);
      // An NPS of all answers is an NPS, not an average of those above it.
      return shown.id === 'nps'
        ? { lines: [text], tip: words.texts.npsOf(text) }
        : { lines: [words.texts.mean(text)], tip: words.texts.meanOf(label, text) };
    }
  }
}

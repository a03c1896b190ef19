/** One cell's content: plain functions of row and words, because four hundred of them are drawn at once. */
import type { ReactNode } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { HealthSign } from '#renderer/ui/badge.tsx';
import type { RowHealth } from '#shared/domain/summary/account-row.ts';
import type { AccountColumn } from './account-columns.ts';
import {
  bandLabel,
  type CellWords,
  cellText,
  healthText,
  instantDay,
  moneyText,
  numberText,
  relativeText,
  valueLabel,
} from './cell-words.ts';

/** Where a row's own page is. */
export function accountHref(id: string): string {
  return `#/accounts/${encodeURIComponent(id)}`;
}

function Blank() {
  return <span className="acc-blank">—</span>;
}

function tags(values: readonly string[]): ReactNode {
  return (
    <span className="acc-tags">
      {values.map((tag) => (
        <span key={tag} className="kz-badge">
          {tag}
        </span>
      ))}
    </span>
  );
}

/** A day that lies behind is said softly for touches and aloud for renewals. */
function day(id: string, isoDate: string, words: CellWords): ReactNode {
  const relative = relativeText(isoDate, words);
  const isLate = id === 'renewalDate' && isoDate < words.today;
  return (
    <>
      <time className="kz-figure" dateTime={isoDate}>
        {words.format.dateNumeric(isoDate)}
      </time>
      {id === 'renewalDate' && relative !== '' && (
        <span className={isLate ? 'acc-late' : 'acc-soft'}>{relative}</span>
      )}
    </>
  );
}

function health(of: RowHealth, words: CellWords): ReactNode {
  return (
    <HealthSign band={of.band}>
      <span className="kz-figure">{healthText(of, words)}</span>
      <span className="acc-soft">{bandLabel(of.band, words.texts)}</span>
    </HealthSign>
  );
}

function content(shown: AccountColumn, row: AccountRow, words: CellWords): ReactNode {
  const { column, id } = shown;
  switch (column.kind) {
    case 'text':
    case 'choice': {
      const value = column.value(row);
      if (value === undefined || value === '') return <Blank />;
      if (id !== 'name') return valueLabel(shown, value, words);
      return (
        <a className="acc-name" href={accountHref(row.account.id)} tabIndex={-1}>
          {value}
        </a>
      );
    }
    case 'boolean': {
      const value = column.value(row);
      return value === undefined ? <Blank /> : valueLabel(shown, String(value), words);
    }
    case 'tags': {
      const value = column.value(row);
      return value === undefined || value.length === 0 ? <Blank /> : tags(value);
    }
    case 'number': {
      if (id === 'health') return row.health === undefined ? <Blank /> : health(row.health, words);
      const value = column.value(row);
      return value === undefined ? <Blank /> : numberText(shown, value, words);
    }
    case 'money': {
      const value = column.value(row);
      return value.length === 0 ? <Blank /> : moneyText(value, words, true);
    }
    case 'date': {
      const value = column.value(row);
      return value === undefined ? <Blank /> : day(id, value, words);
    }
    case 'instant': {
      const value = column.value(row);
      return value === undefined ? <Blank /> : relativeText(instantDay(value), words);
    }
  }
}

export interface CellProps {
  readonly shown: AccountColumn;
  readonly row: AccountRow;
  readonly words: CellWords;
  readonly className: string;
  /** 0-based place among the shown columns; names the CSS variables of its width and left edge. */
  readonly place: number;
}

export function Cell({ shown, row, words, className, place }: CellProps) {
  return (
    <td
      aria-colindex={place + 2}
      className={className}
      title={cellText(shown, row, words)}
      style={{ width: `var(--acc-w${place})`, left: `var(--acc-x${place})` }}
    >
      {content(shown, row, words)}
    </td>
  );
}

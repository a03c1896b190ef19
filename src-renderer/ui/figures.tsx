/** Money, dates and days as the reader's locale writes them: short on screen, in full on hover and when copied. */

import { daysBetween } from '#renderer/i18n/format.ts';
import { useLocale } from '#renderer/i18n/locale.ts';
import type { Money as MoneyValue } from '#shared/base/money.ts';

export interface MoneyProps {
  readonly value: MoneyValue;
  /** The whole amount instead of ¥12.4M. */
  readonly full?: boolean;
}

/** Copying a short amount puts the full one on the clipboard. */
export function Money({ value, full = false }: MoneyProps) {
  const { format } = useLocale();
  const whole = format.money(value);
  return (
    <data
      className="kz-figure"
      value={`${value.minor} ${value.currency}`}
      title={full ? undefined : whole}
      onCopy={(event) => {
        // A selection that goes beyond this amount is left to the browser.
        const selection = globalThis.getSelection()?.toString().trim();
        if (selection !== event.currentTarget.textContent) return;
        event.clipboardData.setData('text/plain', whole);
        event.preventDefault();
      }}
    >
      {full ? whole : format.moneyShort(value)}
    </data>
  );
}

/** A calendar day, 'YYYY-MM-DD'. */
export function DateText({ value, numeric = false }: { readonly value: string; readonly numeric?: boolean }) {
  const { format } = useLocale();
  return (
    <time className="kz-figure" dateTime={value} title={numeric ? format.date(value) : undefined}>
      {numeric ? format.dateNumeric(value) : format.date(value)}
    </time>
  );
}

/** An instant, milliseconds since 1970 UTC, in this machine's time zone. */
export function DateTimeText({ value }: { readonly value: number }) {
  const { format } = useLocale();
  return (
    <time className="kz-figure" dateTime={new Date(value).toISOString()}>
      {format.dateTime(value)}
    </time>
  );
}

/** "in 41 days"; the day itself on hover. `today` is 'YYYY-MM-DD'. @public Part of the kit. */
export function RelativeDay({ value, today }: { readonly value: string; readonly today: string }) {
  const { format } = useLocale();
  const days = daysBetween(today, value);
  return (
    <time className="kz-figure" dateTime={value} title={format.date(value)}>
      {Number.isNaN(days) ? value : format.relativeDays(days)}
    </time>
  );
}

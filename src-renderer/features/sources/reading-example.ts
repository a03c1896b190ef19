/** How a column's own values read under a reading: the example that stands beside each decision. */

import type { Formats } from '#renderer/i18n/format.ts';
import { BAD, compileReader } from '#shared/import/read-value.ts';
import type { FieldKind } from '#shared/model/field.ts';
import type { ColumnReading, ColumnStats } from '#shared/model/import-plan.ts';

/** Dates whose day and month differ and both could be months say more than 01/01/2026. */
function telling(samples: readonly string[]): string | undefined {
  const open = samples.find((text) => {
    const found = /(\d{1,2})\D(\d{1,2})\D\d{2,4}/.exec(text);
    return found !== null && found[1] !== found[2] && Number(found[1]) <= 12 && Number(found[2]) <= 12;
  });
  return open ?? samples[0];
}

function zoneOffsetMinutes(at: number): number {
  return -new Date(at).getTimezoneOffset();
}

export interface ReadingExample {
  readonly from: string;
  readonly to: string;
}

/** Undefined when the column has no value that reads. */
export function dateExample(
  kind: FieldKind,
  reading: ColumnReading,
  stats: ColumnStats,
  format: Formats,
): ReadingExample | undefined {
  const from = telling(stats.samples);
  if (from === undefined) return undefined;
  const value = compileReader(kind, reading, { zoneOffsetMinutes })(from);
  if (value === undefined || value === BAD) return undefined;
  if (typeof value === 'string') return { from, to: format.date(value) };
  return typeof value === 'number' ? { from, to: format.dateTime(value) } : undefined;
}

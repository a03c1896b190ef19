/** How well what a column holds goes with a kind of field, from 0 (not at all) to 1. */
import type { FieldKind } from '../model/field.ts';
import type { ColumnStats, ValueShape } from '../model/import-plan.ts';

/** Share of the filled values that have one of the shapes (shapes that exclude one another add up). */
export function shareOf(stats: ColumnStats, ...shapes: readonly ValueShape[]): number {
  if (stats.filled === 0) return 0;
  let sum = 0;
  for (const shape of shapes) sum += stats.shapes[shape] ?? 0;
  return Math.min(1, sum / stats.filled);
}

export function numberShare(stats: ColumnStats): number {
  return shareOf(stats, 'integer', 'decimalPoint', 'decimalComma', 'decimalEither');
}

export function dateShare(stats: ColumnStats): number {
  const slashed = Math.max(shareOf(stats, 'dateDmy'), shareOf(stats, 'dateMdy'));
  const epoch =
    stats.min !== undefined && stats.min >= 946_684_800_000 && stats.max! < 4_102_444_800_000
      ? shareOf(stats, 'integer')
      : 0;
  return Math.min(
    1,
    slashed + shareOf(stats, 'dateYmd', 'dateWords', 'dateEra') + shareOf(stats, 'excelSerial') + epoch,
  );
}

function countable(stats: ColumnStats): number {
  return Math.min(1, numberShare(stats) + shareOf(stats, 'currency', 'percent'));
}

/** Nothing filled proves nothing: half. */
export function fits(kind: FieldKind, stats: ColumnStats): number {
  if (stats.filled === 0) return 0.5;
  switch (kind) {
    case 'date':
    case 'dateTime':
      return dateShare(stats);
    case 'integer':
      return Math.min(1, numberShare(stats) - shareOf(stats, 'decimalPoint', 'decimalComma') * 0.5);
    case 'number':
    case 'money':
      return countable(stats);
    case 'percent':
      return Math.max(countable(stats), shareOf(stats, 'letterGrade', 'colourWord'));
    case 'boolean':
      return shareOf(stats, 'boolean');
    case 'email':
      // Hashed or masked addresses are still the e-mail column.
      return 0.6 + 0.4 * shareOf(stats, 'email');
    case 'phone':
      return 0.6 + 0.4 * Math.min(1, shareOf(stats, 'phone', 'integer'));
    case 'url':
      return 0.4 + 0.6 * Math.min(1, shareOf(stats, 'url', 'email'));
    case 'id':
      return shareOf(stats, 'time') > 0.5 || shareOf(stats, 'email') > 0.5 ? 0.3 : stats.unique ? 1 : 0.9;
    case 'text':
    case 'longText':
    case 'person':
    case 'choice':
      // A yes/no or a moment is no word.
      return Math.max(
        shareOf(stats, 'boolean') > 0.9 && stats.distinct > 1 ? 0.4 : 0,
        1 - dateShare(stats) * 0.5 - shareOf(stats, 'boolean') * 0.6,
      );
    case 'tags':
    case 'relation':
      return 1;
  }
}

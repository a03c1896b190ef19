/** Values that found no record, as the step Links lists them, and the accounts that can be made of them. */
import { confirmedKey } from '#renderer/data/ingest/link-index.ts';
import type { ImportReport, UnlinkedValue } from '#renderer/data/ingest/messages.ts';
import type { ConfirmedLinks } from '#shared/model/import-plan.ts';

export type MissedValue = UnlinkedValue & { readonly key: string };

/** Those of which accounts are made are still values without a record of their own: they may be tied instead. */
export function valuesOf(report: ImportReport): readonly UnlinkedValue[] {
  return [...report.unlinked, ...(report.made ?? [])];
}

/** One value may miss in several tables: it is tied once for all of them. */
export function foldUnlinked(values: readonly UnlinkedValue[]): readonly MissedValue[] {
  const byKey = new Map<string, MissedValue>();
  for (const value of values) {
    const key = confirmedKey(value.to, value.value);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? { ...value, key } : { ...known, rows: known.rows + value.rows });
  }
  return [...byKey.values()].sort((a, b) => b.rows - a.rows);
}

/** How many accounts can be made: those of which every value was tied to a record since the count are none. */
export function namedAccounts(report: ImportReport, links: ConfirmedLinks): number {
  const open = new Map<string, boolean>();
  for (const value of foldUnlinked(valuesOf(report))) {
    if (value.account === undefined) continue;
    const isOpen = !Object.hasOwn(links, value.key);
    open.set(value.account, isOpen || open.get(value.account) === true);
  }
  const tied = [...open.values()].filter((isOpen) => !isOpen).length;
  return (report.named ?? 0) - tied;
}

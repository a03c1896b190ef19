/** How many entries of each kind an account has, and what the filter's buttons make of a press. */
import type { MarkerEntry } from '#renderer/data/timeline.ts';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import { type TimelineFilter, withFilter } from '#shared/domain/timeline/filter.ts';
import { TIMELINE_KINDS, type TimelineKind } from '#shared/domain/timeline/kinds.ts';
import { isOwnKind } from '#shared/model/note.ts';

/** From the account's summary and the marks; kinds without any are left out. */
export function countKinds(
  summary: AccountSummary | undefined,
  markers: readonly (Pick<MarkerEntry, 'marker'> | { readonly kind: string })[],
): ReadonlyMap<TimelineKind, number> {
  const counts = new Map<TimelineKind, number>();
  const known: ReadonlySet<string> = new Set(TIMELINE_KINDS);
  const add = (kind: TimelineKind, count: number) => counts.set(kind, (counts.get(kind) ?? 0) + count);
  for (const month of Object.values(summary?.months ?? {})) {
    for (const [kind, count] of Object.entries(month)) {
      if (count > 0 && (known.has(kind) || isOwnKind(kind))) add(kind, count);
    }
  }
  for (const each of markers) add('marker' in each ? each.marker.kind : each.kind, 1);
  return counts;
}

/** Presses or releases a kind; several may be pressed. */
export function toggledKind(filter: TimelineFilter, kind: TimelineKind): TimelineFilter {
  const next = new Set(filter.kinds);
  if (!next.delete(kind)) next.add(kind);
  return withFilter(filter, { kinds: [...next], touch: undefined });
}

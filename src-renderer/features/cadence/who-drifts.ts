/** How many accounts each figure of the cadence speaks for, and how many of them are overdue by it: pure. */
import type { AccountRow } from '#renderer/data/book.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { type CadenceSettings, touchDue } from '#shared/domain/cadence/cadence.ts';
import { figureOf, OTHERWISE } from '#shared/domain/cadence/cadence-settings.ts';
import { silentSince } from '#shared/domain/health/relation-signals.ts';

export interface Counted {
  readonly accounts: number;
  readonly overdue: number;
}

/** The figure that speaks for an account. */
export function figureFor(
  { touchModel, stage }: { readonly touchModel?: string; readonly stage?: string },
  { days }: CadenceSettings,
): string {
  const own = touchModel !== undefined && Object.hasOwn(days, touchModel) ? days[touchModel] : undefined;
  if (touchModel === undefined || own === undefined) return OTHERWISE;
  if (stage !== undefined && Object.hasOwn(own, stage)) return figureOf(touchModel, stage);
  return Object.hasOwn(own, '') ? figureOf(touchModel, '') : OTHERWISE;
}

/** `rows` without customers who left: nobody waits for a touch with them. `touchesFrom`: the book's first touch. */
export function whoDrifts(
  rows: readonly AccountRow[],
  settings: CadenceSettings,
  today: string,
  touchesFrom?: string,
): ReadonlyMap<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const { account, lastTouchAt, summary } of rows) {
    const figure = figureFor(account, settings);
    const { accounts, overdue } = counts.get(figure) ?? { accounts: 0, overdue: 0 };
    const touched = lastTouchAt === undefined ? undefined : isoDateOf(lastTouchAt);
    const starts = (summary?.revenue ?? []).map(({ start }) => start);
    const since = silentSince({ account, starts, touchesFrom, dayOf: isoDateOf });
    const due = touchDue(account, touched, today, settings, since, summary?.planned);
    const isOverdue = due?.drifting === true;
    counts.set(figure, { accounts: accounts + 1, overdue: overdue + (isOverdue ? 1 : 0) });
  }
  return counts;
}

/** What is still to be shown, given what a person said to it: snoozes and explanations end, other facts bring it back. */
import type { Settlement } from '../../model/alert.ts';

interface Settleable {
  readonly id: string;
  readonly mark: string;
}

/**
 * Whether the settlement still holds for what is found today. `until` is the first day on which a snooze is over, and the
 * last on which an explanation holds.
 */
export function holds(settlement: Settlement, mark: string, today: string): boolean {
  if (settlement.mark !== mark) return false;
  switch (settlement.state) {
    case 'snoozed':
      return settlement.until !== undefined && today < settlement.until;
    case 'explained':
      return settlement.until === undefined || today <= settlement.until;
    case 'done':
    case 'accepted':
    case 'dismissed':
      return true;
  }
}

/** `lapsed`: ids of settlements whose story ended meanwhile; what looks the same is a new one. */
export function stillOpen<T extends Settleable>(
  found: readonly T[],
  settlements: ReadonlyMap<string, Settlement>,
  today: string,
  lapsed: ReadonlySet<string> = new Set(),
): T[] {
  return found.filter((each) => {
    const settlement = settlements.get(each.id);
    return settlement === undefined || lapsed.has(each.id) || !holds(settlement, each.mark, today);
  });
}

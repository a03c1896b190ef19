/** Where a start without an address goes: to Today once a day, where there are accounts; else to where one was last. */
import type { Preferences } from '#renderer/ui-state/preferences.ts';

/** `today` is 'YYYY-MM-DD'. A clock that was set back is another day, too. */
export function startRoute(
  { lastRoute, lastDay }: Pick<Preferences, 'lastRoute' | 'lastDay'>,
  today: string,
  hasAccounts: boolean,
): string {
  return hasAccounts && lastDay !== '' && lastDay !== today ? '/today' : lastRoute;
}

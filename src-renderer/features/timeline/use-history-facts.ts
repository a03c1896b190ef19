/** What surrounds an account's timeline: its counts, its marks and the names of its people, kept fresh. */
import { useData } from '#renderer/data/data-context.ts';
import { contactsOf, subscriptionsOf, summaryOf } from '#renderer/data/records.ts';
import type { MarkerEntry } from '#renderer/data/timeline.ts';
import { liveMarkers } from '#renderer/data/timeline-markers.ts';
import { useLive } from '#renderer/data/use-live.ts';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';

export interface HistoryFacts {
  readonly summary: AccountSummary | undefined;
  readonly markers: readonly MarkerEntry[];
  /** Names of contacts and subscriptions, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Names of the contacts, for the choice of a person. */
  readonly people: readonly string[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
}

/** Another object after each change of the account's history; undefined until it is known. */
export function useHistoryFacts(accountId: string): HistoryFacts | undefined {
  const { db } = useData();
  const live = useLive(async (): Promise<HistoryFacts & { readonly accountId: string }> => {
    const [summary, markers, contacts, subscriptions, sources] = await Promise.all([
      summaryOf(db, accountId),
      liveMarkers(db, accountId),
      contactsOf(db, accountId),
      subscriptionsOf(db, accountId),
      db.sources.toArray(),
    ]);
    const names = new Map([
      ...contacts.map((contact): [string, string] => [contact.id, contact.name]),
      ...subscriptions.flatMap((each): [string, string][] => {
        const name = each.name ?? each.plan ?? each.externalId;
        return name === undefined ? [] : [[each.id, name]];
      }),
    ]);
    return {
      accountId,
      summary,
      markers,
      names,
      people: contacts.map((contact) => contact.name),
      sources: sources.map(({ id, name }) => ({ id, name })),
    };
  }, [db, accountId]);
  return live.state === 'ready' && live.value.accountId === accountId ? live.value : undefined;
}

/** Everybody whom the account's records name, for the choice of a person. */
export function peopleAround(facts: HistoryFacts | undefined): readonly string[] {
  const owners = (facts?.markers ?? []).flatMap(({ marker }) =>
    marker.kind === 'task' || marker.kind === 'deal' ? (marker.record.owner ?? []) : [],
  );
  return [...new Set([...(facts?.people ?? []), ...owners])].filter((name) => name !== '');
}

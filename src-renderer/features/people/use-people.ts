/** Everything the tab knows about the people of an account, followed live and worked out once per change. */
import { useMemo } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type PeopleRead, readPeople } from '#renderer/data/people.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { type Acquaintances, acquaintances } from '#shared/domain/people/acquaintances.ts';
import { contactsById } from '#shared/domain/people/contacts-by-id.ts';
import { type Duplicate, findDuplicates } from '#shared/domain/people/duplicates.ts';
import {
  type LastContact,
  lastContacts,
  type Meeting,
  meetingsOf,
  whoIsWho,
} from '#shared/domain/people/encounters.ts';
import { findGaps, type Gap } from '#shared/domain/people/gaps.ts';
import type { Contact } from '#shared/model/contact.ts';

export interface People {
  readonly contacts: readonly Contact[];
  /** By the ids of those who were merged into them as well. */
  readonly byId: ReadonlyMap<string, Contact>;
  /** Newest first. */
  readonly meetings: readonly Meeting[];
  readonly last: ReadonlyMap<string, LastContact>;
  readonly gaps: readonly Gap[];
  readonly duplicates: readonly Duplicate[];
  readonly known: Acquaintances;
  /** Names on our side, for suggestions. */
  readonly team: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly readBackTo: number | undefined;
}

/** Names on our side that anything says: the team, and who ran or joined an activity. */
function ourNames(read: PeopleRead): string[] {
  return [
    ...new Set([
      ...read.team.map((member) => member.name),
      ...read.encounters.flatMap((encounter) => encounter.ours),
      ...read.contacts.flatMap((contact) => contact.knownBy ?? []),
    ]),
  ];
}

function workOut(read: PeopleRead, now: number): People {
  const { contacts } = read;
  const today = isoDateOf(now);
  const meetings = meetingsOf(read.encounters, whoIsWho(contacts, read.keys), ourNames(read));
  const last = lastContacts(meetings, now);
  const known = acquaintances(contacts, meetings, now);
  const team = [...new Set([...read.team.map((member) => member.name), ...known.team])];
  return {
    contacts,
    byId: contactsById(contacts),
    meetings,
    last,
    gaps: findGaps({ contacts, last, now, today }),
    duplicates: findDuplicates(contacts),
    known,
    team,
    now,
    today,
    readBackTo: read.readBackTo,
  };
}

export type PeopleState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly people: People };

export function usePeople(accountId: string, now: () => number): PeopleState {
  const { db } = useData();
  const live = useLive(() => readPeople(db, accountId), [db, accountId]);
  return useMemo((): PeopleState => {
    if (live.state !== 'ready') return live;
    return { state: 'ready', people: workOut(live.value, now()) };
  }, [live, now]);
}

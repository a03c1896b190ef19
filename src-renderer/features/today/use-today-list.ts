/** The one list of Today: findings that nobody settled, and what is to be done, in the order of what matters most. */
import { useMemo, useSyncExternalStore } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { readSettlements } from '#renderer/data/health/settlements.ts';
import { teamMembers } from '#renderer/data/tasks.ts';
import { type Agenda, readAgenda, readPeopleOf } from '#renderer/data/today/read-agenda.ts';
import { readLapsed } from '#renderer/data/today/read-lapsed.ts';
import { type LiveFindings, useFindings } from '#renderer/data/today/use-findings.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useToday } from '#renderer/ui/use-today.ts';
import { type TodayScope, useTodayScope } from '#renderer/ui-state/today-view.ts';
import type { Clock } from '#shared/base/clock.ts';
import { acceptedAlerts } from '#shared/domain/alerts/find-alerts.ts';
import { stillOpen } from '#shared/domain/alerts/settle.ts';
import type { AccountRow } from '#shared/domain/summary/account-row.ts';
import { distinctNames, sameName } from '#shared/domain/tasks/people.ts';
import type { TodayAccount, TodayItem } from '#shared/domain/today/entry.ts';
import { foldByAccount, orderToday, type TodayLine, usualRevenue } from '#shared/domain/today/order-today.ts';
import { isOf, ownerOfScope } from '#shared/domain/today/whose.ts';
import type { Settlement } from '#shared/model/alert.ts';
import type { Contact } from '#shared/model/contact.ts';

export interface TodayAccountRow extends TodayAccount {
  readonly row: AccountRow;
}

export interface TodayList {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
  readonly retry: () => void;
  readonly lines: readonly TodayLine[];
  readonly accounts: ReadonlyMap<string, TodayAccountRow>;
  /** The median account by currency, minor units. */
  readonly usual: ReadonlyMap<string, number>;
  readonly findings: LiveFindings;
  /** Names of owners, for the manager's choice. */
  readonly owners: readonly string[];
  readonly me: string | undefined;
  readonly scope: TodayScope;
  readonly today: string;
  readonly now: number;
}

const NOBODY: ReadonlySet<string> = new Set();
const NO_SETTLEMENTS: ReadonlyMap<string, Settlement> = new Map();
const NO_AGENDA: Agenda = { tasks: [], drafts: [], conflicts: new Map(), unsent: [], meetings: [] };

function edgesOf(day: string): { dayStart: number; dayEnd: number } {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return {
    dayStart: new Date(year, month - 1, date).getTime(),
    dayEnd: new Date(year, month - 1, date + 1).getTime(),
  };
}

function itemsOf(
  findings: LiveFindings,
  settlements: ReadonlyMap<string, Settlement>,
  lapsed: ReadonlySet<string>,
  agenda: Agenda,
  today: string,
): TodayItem[] {
  const accepted = acceptedAlerts(findings.contradictions, settlements);
  const alerts = stillOpen([...findings.alerts, ...accepted], settlements, today, lapsed);
  const contradictions = stillOpen(findings.contradictions, settlements, today, lapsed);
  return [
    ...alerts.map((alert): TodayItem => ({ kind: 'alert', alert })),
    ...contradictions.map((contradiction): TodayItem => ({ kind: 'contradiction', contradiction })),
    ...agenda.tasks.map((task): TodayItem => ({ kind: 'task', task })),
    ...agenda.drafts.map((draft): TodayItem => ({ kind: 'draft', draft })),
    ...[...agenda.conflicts].map(
      ([account, conflicts]): TodayItem => ({ kind: 'conflict', account, conflicts }),
    ),
    ...agenda.unsent.map((unsent): TodayItem => ({ kind: 'unsent', unsent })),
    ...agenda.meetings.map((meeting): TodayItem => ({ kind: 'meeting', meeting })),
  ];
}

function useBook() {
  const { book } = useData();
  const now = useSyncExternalStore(book.subscribe, book.get);
  return useMemo(() => {
    const accounts = new Map(
      now.rows.map((row): [string, TodayAccountRow] => [
        row.account.id,
        {
          row,
          name: row.account.name,
          owner: row.account.owner,
          arr: row.arr,
          renewal: row.renewalDate,
        },
      ]),
    );
    const owners = distinctNames([...accounts.values()].flatMap(({ owner }) => owner ?? []).sort());
    return { state: now.state, accounts, owners, usual: usualRevenue(accounts.values()) };
  }, [now]);
}

export function useTodayList(clock: Clock): TodayList {
  const { db } = useData();
  const today = useToday(clock);
  const book = useBook();
  const findings = useFindings();
  const { scope } = useTodayScope();
  const team = useLive(() => teamMembers(db), [db]);
  const said = useLive(() => readSettlements(db), [db]);
  const read = useLive(() => readAgenda(db, { today, ...edgesOf(today) }), [db, today]);
  const settlements = said.state === 'ready' ? said.value : NO_SETTLEMENTS;
  const { alerts, contradictions, cases, rules } = findings;
  const past = useLive(
    () => readLapsed({ db, found: [...alerts, ...contradictions], settlements, cases, rules, today }),
    [db, alerts, contradictions, settlements, cases, rules, today],
  );
  const lapsed = past.state === 'ready' ? past.value : NOBODY;
  const agenda = read.state === 'ready' ? read.value : NO_AGENDA;
  const me = team.state === 'ready' ? team.value.find((member) => member.me === true)?.name : undefined;
  const now = clock.now();
  const { accounts, usual } = book;
  const lines = useMemo(() => {
    const owner = ownerOfScope(scope, me);
    const isMe = owner !== undefined && me !== undefined && sameName(owner, me);
    const all = itemsOf(findings, settlements, lapsed, agenda, today).filter((item) => {
      // What belongs to an account that is gone cannot be acted on.
      if (item.kind === 'draft' && !accounts.has(item.draft.accountId)) return false;
      return owner === undefined || isOf(item, { owner, isMe, accounts });
    });
    return foldByAccount(orderToday({ items: all, accounts, usual, now: clock.now(), today }));
  }, [findings, settlements, lapsed, agenda, accounts, usual, today, scope, me, clock]);
  const failed = findings.state === 'failed' || book.state === 'failed' || read.state === 'failed';
  const isLoading =
    findings.state === 'loading' ||
    said.state === 'loading' ||
    past.state === 'loading' ||
    read.state === 'loading';
  const isEmptyBook = book.state === 'ready' && accounts.size === 0;
  return {
    state: failed ? 'failed' : isLoading && !isEmptyBook ? 'loading' : 'ready',
    error: findings.error ?? (read.state === 'failed' ? read.error : undefined),
    retry: findings.retry,
    lines,
    accounts,
    usual,
    findings,
    owners: book.owners,
    me,
    scope: scope === 'mine' && me === undefined ? 'team' : scope,
    today,
    now,
  };
}

const NO_PEOPLE: ReadonlyMap<string, readonly Contact[]> = new Map();

export interface PeopleOf {
  readonly people: ReadonlyMap<string, readonly Contact[]>;
  /** Those of all these lines are there: no sentence lacks a name. */
  readonly isWhole: boolean;
}

/** The people of the accounts on screen. */
export function usePeopleOf(lines: readonly TodayLine[]): PeopleOf {
  const { db } = useData();
  const ids = [...new Set(lines.map(({ head }) => head.account))].sort();
  const key = ids.join(' ');
  const live = useLive(
    async () => ({ key, people: await readPeopleOf(db, key === '' ? [] : key.split(' ')) }),
    [db, key],
  );
  if (live.state !== 'ready') return { people: NO_PEOPLE, isWhole: live.state === 'failed' };
  return { people: live.value.people, isWhole: live.value.key === key };
}

/** The tabs of an account: which there are, which is open, and what each shows. */
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import type { TabItem } from '#renderer/ui/tabs.tsx';
import { systemClock } from '#shared/base/clock.ts';
import type { Account } from '#shared/model/account.ts';
import type { AccountView } from './account-view.ts';
import { FactsTab } from './facts-tab.tsx';
import { MoneyTab } from './money-tab.tsx';
import { RecordFacts } from './record-facts.tsx';
import { TicketsTab } from './tickets-tab.tsx';
import { UsageTab } from './usage-tab.tsx';
import { useChanges } from './use-changes.ts';

const TABS = ['timeline', 'plan', 'health', 'people', 'money', 'tickets', 'usage', 'facts'] as const;
type Tab = (typeof TABS)[number];

interface TimelineParts {
  readonly accountId: string;
  readonly onRemove: (activityId: string) => void;
  /** Opens a logged note for editing. */
  readonly onEdit: (activityId: string) => void;
}

interface HealthParts {
  readonly accountId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly now: () => number;
}

interface PlanParts {
  readonly accountId: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

interface PeopleParts {
  readonly accountId: string;
  /** All fields of a contact with their sources. */
  readonly facts: (contactId: string) => ReactNode;
}

/** What other features show in tabs; the screen joins them. */
export interface TabScreens {
  readonly timeline: (parts: TimelineParts) => ReactNode;
  readonly people: (parts: PeopleParts) => ReactNode;
  /** The objectives of the success plan. */
  readonly plan: (parts: PlanParts) => ReactNode;
  /** The score and what it is made of. */
  readonly health: (parts: HealthParts) => ReactNode;
  /** Milliseconds since 1970 UTC. */
  readonly now?: () => number;
}

export function useTabs(view: AccountView): readonly TabItem<Tab>[] {
  const texts = useText('account');
  const { format } = useLocale();
  const count = (value: number) => (value === 0 ? {} : { count: format.numberShort(value) });
  const conflicts = [...view.facts.values()].filter((fact) => fact.conflict !== undefined).length;
  return [
    { id: 'timeline', label: texts.timeline },
    { id: 'plan', label: texts.plan },
    { id: 'health', label: texts.health },
    { id: 'people', label: texts.people, ...count(view.summary?.contacts ?? 0) },
    { id: 'money', label: texts.money, ...count(view.subscriptions.length) },
    { id: 'tickets', label: texts.tickets, ...count(view.summary?.rows.ticket ?? 0) },
    { id: 'usage', label: texts.usage },
    {
      id: 'facts',
      label: texts.facts,
      ...(conflicts === 0 ? {} : { count: texts.conflictCount(conflicts) }),
    },
  ];
}

interface TabContentProps extends TabScreens {
  readonly account: Account;
  readonly view: AccountView;
  readonly tab: Tab;
  readonly today: string;
  readonly onEditNote: (activityId: string) => void;
}

export function TabContent({ tab, ...props }: TabContentProps) {
  const { account, view, today, timeline, people, onEditNote } = props;
  const changes = useChanges();
  const { id } = account;
  switch (tab) {
    case 'timeline':
      return timeline({
        accountId: id,
        onRemove: (activityId) => void changes.removeActivity(activityId),
        onEdit: onEditNote,
      });
    case 'plan':
      return props.plan({ accountId: id, today });
    case 'health':
      return props.health({ accountId: id, today, now: props.now ?? systemClock.now });
    case 'people':
      return people({
        accountId: id,
        facts: (contactId) => (
          <RecordFacts noun="contact" recordId={contactId} names={new Map([[id, account.name]])} />
        ),
      });
    case 'money':
      return <MoneyTab account={account} subscriptions={view.subscriptions} today={today} />;
    case 'tickets':
      return <TicketsTab accountId={id} summary={view.summary} today={today} />;
    case 'usage':
      return <UsageTab accountId={id} summary={view.summary} today={today} />;
    case 'facts':
      return <FactsTab account={account} />;
  }
}

/** The open tab stands in the address, so that a reload and a link come back to it. */
export function useTab(): readonly [Tab, (tab: Tab) => void] {
  const [path, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('tab');
  const tab = TABS.find((candidate) => candidate === asked) ?? 'timeline';
  const setTab = (next: Tab) =>
    navigate(next === 'timeline' ? path : `${path}?tab=${next}`, { replace: true });
  return [tab, setTab];
}

/** The plan opens with the form of a new objective; it follows the address. */
export function useNewObjective(): () => void {
  const [path, navigate] = useLocation();
  return () => navigate(`${path}?tab=plan&objective=new`, { replace: true });
}

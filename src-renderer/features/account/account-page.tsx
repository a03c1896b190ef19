/** The account page: its head, its tabs, and the note that is being written beside them. */
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import { getDraft } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { catchKeys } from '#renderer/ui/caught-keys.ts';
import { useCommands } from '#renderer/ui/keys.ts';
import { SplitPane } from '#renderer/ui/split-pane.tsx';
import { Banner, EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { type TabItem, Tabs } from '#renderer/ui/tabs.tsx';
import { useCrumb } from '#renderer/ui-state/crumbs.ts';
import { systemClock } from '#shared/base/clock.ts';
import type { Account } from '#shared/model/account.ts';
import type { Draft } from '#shared/model/stored.ts';
import './account.css';
import { AccountHeader } from './account-header.tsx';
import { type AccountView, readAccountView } from './account-view.ts';
import { FactsTab } from './facts-tab.tsx';
import { MoneyTab } from './money-tab.tsx';
import { RecordFacts } from './record-facts.tsx';
import { TicketsTab } from './tickets-tab.tsx';
import { UsageTab } from './usage-tab.tsx';
import { useChanges } from './use-changes.ts';

interface TimelineParts {
  readonly accountId: string;
  readonly onRemove: (activityId: string) => void;
  /** Opens a logged note for editing. */
  readonly onEdit: (activityId: string) => void;
}

interface NoteParts {
  readonly account: Account;
  /** The draft to go on with; undefined begins a new one. */
  readonly draft: Draft | undefined;
  readonly now: () => number;
  readonly onClose: () => void;
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

interface AccountPageProps {
  readonly id: string;
  /** Another feature; the screen joins the two. */
  readonly timeline: (parts: TimelineParts) => ReactNode;
  /** The panel of the note that is being written: another feature, too. */
  readonly note: (parts: NoteParts) => ReactNode;
  /** Another feature as well. */
  readonly people: (parts: PeopleParts) => ReactNode;
  /** The objectives of the success plan: another feature. */
  readonly plan: (parts: PlanParts) => ReactNode;
  /** The score and what it is made of; and the same in one line for the head. Another feature. */
  readonly health: (parts: HealthParts) => ReactNode;
  readonly healthMark: (onOpen: () => void) => ReactNode;
  /** What is to be done on the account, in a strip below its head: another feature. */
  readonly tasks?: ReactNode;
  /** Buttons of other features beside "Note" in the head. */
  readonly actions?: ReactNode;
  /** Milliseconds since 1970 UTC. */
  readonly now?: () => number;
}

const TABS = ['timeline', 'plan', 'health', 'people', 'money', 'tickets', 'usage', 'facts'] as const;
type Tab = (typeof TABS)[number];

/** The note that is open: a new one, or a draft to go on with. `key` grows so that each opening starts fresh. */
interface OpenNote {
  readonly key: number;
  readonly draft: Draft | undefined;
}

function Missing({ view }: { readonly view: AccountView }) {
  const texts = useText('account');
  const [, navigate] = useLocation();
  return (
    <EmptyState
      title={texts.notFoundTitle}
      actions={
        <>
          <Button variant="primary" onClick={() => navigate('/accounts')}>
            {texts.toAccounts}
          </Button>
          {view.owed.length > 0 && <Button onClick={() => navigate('/sources')}>{texts.toSources}</Button>}
        </>
      }
    >
      {view.owed.length > 0 ? texts.notFoundOwed : texts.notFoundBody}
    </EmptyState>
  );
}

function OwedBanner({ view }: { readonly view: AccountView }) {
  const texts = useText('account');
  const { format } = useLocale();
  const [, navigate] = useLocation();
  if (view.owed.length === 0) return null;
  const files = view.owed.map((each) => texts.owedFile(each.fileName, each.rows));
  return (
    <Banner
      tone="warning"
      title={texts.owedTitle}
      actions={
        <Button size="small" onClick={() => navigate('/sources')}>
          {texts.toSources}
        </Button>
      }
    >
      {texts.owedBody(format.list(files))}
    </Banner>
  );
}

function useTabs(view: AccountView): readonly TabItem<Tab>[] {
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

interface LoadedProps extends AccountPageProps {
  readonly account: Account;
  readonly view: AccountView;
}

interface TabContentProps extends LoadedProps {
  readonly tab: Tab;
  readonly today: string;
  readonly onEditNote: (activityId: string) => void;
}

function TabContent({ tab, ...props }: TabContentProps) {
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
function useTab(): readonly [Tab, (tab: Tab) => void] {
  const [path, navigate] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('tab');
  const tab = TABS.find((candidate) => candidate === asked) ?? 'timeline';
  const setTab = (next: Tab) =>
    navigate(next === 'timeline' ? path : `${path}?tab=${next}`, { replace: true });
  return [tab, setTab];
}

/** The plan opens with the form of a new objective; it follows the address. */
function useNewObjective(): () => void {
  const [path, navigate] = useLocation();
  return () => navigate(`${path}?tab=plan&objective=new`, { replace: true });
}

/** Follows `?draft=ID` (from a list of drafts elsewhere) and `?draft=new` in the address. Followed once. */
function useLinkedDraft(open: (id: string) => void): void {
  const id = new URLSearchParams(useSearch()).get('draft');
  const [path, navigate] = useLocation();
  const latest = useRef({ open, path, navigate });
  useEffect(() => {
    latest.current = { open, path, navigate };
  });
  useEffect(() => {
    if (id === null || id === '') return;
    const now = latest.current;
    now.navigate(now.path, { replace: true });
    now.open(id);
  }, [id]);
}

function Loaded(props: LoadedProps) {
  const { account, view, note: showNote, now = systemClock.now } = props;
  const texts = useText('account');
  const { db, store } = useData();
  const changes = useChanges();
  const tabs = useTabs(view);
  const [tab, setTab] = useTab();
  const newObjective = useNewObjective();
  const [note, setNote] = useState<OpenNote | undefined>(undefined);
  const page = useRef<HTMLDivElement>(null);
  const today = isoDateOf(now());
  useCrumb(account.name);

  const openDraft = async (draft: Draft | undefined) => {
    // The editor is there in a moment; what is typed until then is meant for it.
    catchKeys();
    const id = draft?.id;
    // What was typed a moment ago may still be on its way into the row.
    if (id !== undefined) await store.editDraft(id).flush();
    const fresh = id === undefined ? undefined : await getDraft(db, id);
    setNote((before) => ({ key: (before?.key ?? 0) + 1, draft: fresh }));
  };
  const startNote = () => {
    if (note === undefined) void openDraft(view.drafts.find((draft) => draft.activityId === undefined));
    else
      page.current
        ?.querySelector<HTMLElement>('.kz-note-body :is(textarea, [contenteditable="true"])')
        ?.focus();
  };
  useLinkedDraft((id) => {
    if (id === 'new') return startNote();
    void getDraft(db, id).then((draft) => {
      if (draft?.accountId === account.id) void openDraft(draft);
    });
  });
  const editNote = async (activityId: string) => {
    const opened = await store.editActivity(activityId);
    if (opened.ok) await openDraft(opened.value);
    else changes.refuse(opened.error, texts.note);
  };
  const closeNote = () => {
    setNote(undefined);
    page.current?.querySelector<HTMLElement>('.kz-acc-actions [aria-keyshortcuts]')?.focus();
  };
  useCommands({
    id: 'account',
    title: texts.title,
    commands: [
      { id: 'account.note', label: texts.newNote, keys: ['n'], menu: ['new-note'], run: startNote },
      { id: 'account.objective', label: texts.newObjective, keys: ['o'], run: newObjective },
      ...tabs.map(({ id, label }, index) => ({
        id: `account.tab.${id}`,
        label,
        keys: [String(index + 1)],
        run: () => setTab(id),
      })),
    ],
  });
  return (
    <div ref={page} className="kz-acc">
      <OwedBanner view={view} />
      <AccountHeader
        account={account}
        view={view}
        today={today}
        onNote={startNote}
        onDraft={(draft) => void openDraft(draft)}
        noteIsOpen={note !== undefined}
        health={props.healthMark(() => setTab('health'))}
        actions={props.actions}
      />
      {props.tasks}
      <div className="kz-acc-body">
        <SplitPane
          startWidth={460}
          side={
            note === undefined ? undefined : (
              <Fragment key={note.key}>
                {showNote({ account, draft: note.draft, now, onClose: closeNote })}
              </Fragment>
            )
          }
        >
          <div className="kz-acc-tabs">
            <Tabs label={texts.tabs} tabs={tabs} selected={tab} onSelect={setTab}>
              <TabContent
                {...props}
                tab={tab}
                today={today}
                onEditNote={(activityId) => void editNote(activityId)}
              />
            </Tabs>
          </div>
        </SplitPane>
      </div>
    </div>
  );
}

export function AccountPage(props: AccountPageProps) {
  const texts = useText('account');
  const { db } = useData();
  const live = useLive(() => readAccountView(db, props.id), [db, props.id]);
  if (live.state === 'loading') return <Skeleton lines={9} />;
  if (live.state === 'failed') {
    return (
      <ErrorState
        title={texts.failedTitle}
        actions={<Button onClick={() => location.reload()}>{texts.tryAgain}</Button>}
        detail={{ label: texts.details, text: String(live.error) }}
      >
        {texts.failedBody}
      </ErrorState>
    );
  }
  const view = live.value;
  if (view.account === undefined) return <Missing view={view} />;
  return <Loaded {...props} account={view.account} view={view} />;
}

/** The account page: its head, its tabs, and the note that is being written beside them. */
import { Fragment, type ReactNode, useRef } from 'react';
import { useLocation } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { SplitPane } from '#renderer/ui/split-pane.tsx';
import { Banner, EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { useCrumb } from '#renderer/ui-state/crumbs.ts';
import { systemClock } from '#shared/base/clock.ts';
import type { Account } from '#shared/model/account.ts';
import type { Draft } from '#shared/model/stored.ts';
import './account.css';
import { AccountHeader } from './account-header.tsx';
import { TabContent, type TabScreens, useNewObjective, useTab, useTabs } from './account-tabs.tsx';
import { type AccountView, readAccountView } from './account-view.ts';
import { useOpenNote } from './use-open-note.ts';

interface NoteParts {
  readonly account: Account;
  /** The draft to go on with; undefined begins a new one. */
  readonly draft: Draft | undefined;
  readonly now: () => number;
  readonly onClose: () => void;
}

interface AccountPageProps extends TabScreens {
  readonly id: string;
  /** The panel of the note that is being written: another feature. */
  readonly note: (parts: NoteParts) => ReactNode;
  /** The score in one line for the head: another feature, too. */
  readonly healthMark: (onOpen: () => void) => ReactNode;
  /** What is to be done on the account, in a strip below its head: another feature. */
  readonly tasks?: ReactNode;
  /** Buttons of other features beside "Note" in the head. */
  readonly actions?: ReactNode;
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

interface LoadedProps extends AccountPageProps {
  readonly account: Account;
  readonly view: AccountView;
}

function Loaded(props: LoadedProps) {
  const { account, view, note: showNote, now = systemClock.now } = props;
  const texts = useText('account');
  const tabs = useTabs(view);
  const [tab, setTab] = useTab();
  const newObjective = useNewObjective();
  const page = useRef<HTMLDivElement>(null);
  const { note, openDraft, startNote, editNote, closeNote } = useOpenNote(account.id, view, page);
  const today = isoDateOf(now());
  useCrumb(account.name);

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
        onDraft={openDraft}
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
              <TabContent {...props} tab={tab} today={today} onEditNote={editNote} />
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

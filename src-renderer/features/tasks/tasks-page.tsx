/** The tasks screen: one list, mine first; a line to add to it, and every state in between. */
import { ListTodo } from 'lucide-react';
import {
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useLocation } from 'wouter';
import { useLocale } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import { changeTasksView, useTasksView } from '#renderer/ui-state/tasks-view.ts';
import { type Clock, systemClock } from '#shared/base/clock.ts';
import { arrangeTasks, countScopes, type TaskLine } from '#shared/domain/tasks/arrange-tasks.ts';
import { useTaskActions } from './task-actions.ts';
import { TaskAdd } from './task-add.tsx';
import { TaskBulkBar } from './task-bulk-bar.tsx';
import { TaskList, type TaskListHandle } from './task-list.tsx';
import { chooseNone, extendTo, moveTo, NOTHING_CHOSEN, placeOf, toggle } from './task-selection.ts';
import { useTaskWords } from './task-words.ts';
import './tasks.css';
import { TasksToolbar } from './tasks-toolbar.tsx';
import { type AskAccount, useAskAccount } from './use-ask-account.ts';
import { useFoundTask } from './use-found-task.ts';
import { useTaskKeys } from './use-task-keys.ts';
import { useOurSide, useTaskAccounts, useTaskList } from './use-tasks.ts';
import { AskWhoIAm } from './who-am-i.tsx';

interface TasksPageProps {
  readonly clock?: Clock;
  /** Asks to which account tasks go: the screen has the book. */
  readonly askAccount: AskAccount;
  /** The ways to other features. */
  readonly links?: ReactNode;
}

/** Everything that the screen shows, arranged anew only when something of it has changed. */
function useArranged(clock: Clock) {
  const words = useTaskWords(clock);
  const list = useTaskList();
  const accounts = useTaskAccounts();
  const ourSide = useOurSide(accounts);
  const view = useTasksView();
  const { locale } = useLocale();
  const { me } = ourSide;
  const { today } = words;
  const { tasks } = list;
  const { scope, grouping, showDone } = view;
  const lines = useMemo(() => {
    const { compare } = new Intl.Collator(locale);
    const query = { scope, grouping, showDone, today, me, accounts, compare };
    return arrangeTasks(tasks.values(), query);
  }, [tasks, scope, grouping, showDone, today, me, accounts, locale]);
  const counts = useMemo(
    () => countScopes(tasks.values(), { me, accounts, today }),
    [tasks, me, accounts, today],
  );
  return { words, list, accounts, ourSide, view, lines, counts };
}

function taskIds(lines: readonly TaskLine[]): readonly string[] {
  return lines.flatMap((line) => (line.type === 'task' ? line.task.id : []));
}

interface NothingProps {
  /** No task at all, rather than none in this view. */
  readonly isEmpty: boolean;
  readonly texts: ReturnType<typeof useTaskWords>['texts'];
  readonly input: RefObject<HTMLInputElement | null>;
}

function Nothing({ isEmpty, texts, input }: NothingProps) {
  const { scope } = useTasksView();
  if (isEmpty) {
    return (
      <EmptyState
        icon={ListTodo}
        title={texts.emptyTitle}
        actions={
          <Button variant="primary" onClick={() => input.current?.focus()}>
            {texts.addFirst}
          </Button>
        }
      >
        {texts.emptyBody}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={ListTodo}
      title={texts.noneTitle}
      actions={
        scope === 'all' ? undefined : (
          <Button onClick={() => changeTasksView({ scope: 'all' })}>{texts.showAll}</Button>
        )
      }
    >
      {scope === 'mine' ? texts.noneMine : texts.noneBody}
    </EmptyState>
  );
}

export function TasksPage({ clock = systemClock, askAccount, links }: TasksPageProps) {
  const arranged = useArranged(clock);
  const { words, list, accounts, ourSide, view, lines, counts } = arranged;
  const { texts } = words;
  const actions = useTaskActions(words);
  const toAccount = useAskAccount({ texts, list, accounts, actions, askAccount });
  const [, navigate] = useLocation();
  const [selection, setSelection] = useState(NOTHING_CHOSEN);
  const ids = useMemo(() => taskIds(lines), [lines]);
  const page = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const handle = useRef<TaskListHandle>(null);
  const current = ids[placeOf(ids, selection)];
  useEffect(() => {
    // The task under the cursor left the list; when it comes back, the cursor does not jump to it.
    setSelection((before) =>
      before.cursor === undefined || before.cursor === current || current === undefined
        ? before
        : { ...before, cursor: current },
    );
  }, [current]);
  const chosen = ids.filter((id) => selection.chosen.has(id)).flatMap((id) => list.tasks.get(id) ?? []);
  const onPoint = (id: string, event: MouseEvent) => {
    const place = ids.indexOf(id);
    if (event.shiftKey) setSelection(extendTo(ids, selection, place));
    else if (event.ctrlKey || event.metaKey) setSelection(toggle(ids, selection, place));
    else setSelection(moveTo(ids, chooseNone(selection), place));
  };
  const onEdit = useCallback((id: string) => handle.current?.press(id, '.kz-task-title .kz-inline'), []);
  useFoundTask({
    list,
    ids,
    texts,
    onFound: (id) => {
      setSelection(moveTo(ids, NOTHING_CHOSEN, ids.indexOf(id)));
      handle.current?.focus();
    },
  });
  useTaskKeys({
    texts,
    actions,
    tasks: list.tasks,
    ids,
    selection,
    onSelection: setSelection,
    handle,
    page,
    onAdd: () => input.current?.focus(),
    onAccount: toAccount.ask,
    onOpen: navigate,
  });
  if (list.state === 'loading') return <Skeleton lines={12} />;
  if (list.state === 'failed') {
    return (
      <ErrorState title={texts.failedTitle} actions={<Button onClick={list.retry}>{texts.showAll}</Button>}>
        {texts.failedBody}
      </ErrorState>
    );
  }
  const parts = { words, actions, ourSide };
  return (
    <div ref={page} className="kz-tasks">
      <TaskAdd {...parts} accounts={accounts} input={input} />
      {ourSide.asked && ourSide.me === undefined && view.scope === 'mine' && <AskWhoIAm ourSide={ourSide} />}
      <TasksToolbar counts={counts} links={links} />
      {ids.length === 0 ? (
        <Nothing isEmpty={list.tasks.size === 0} texts={texts} input={input} />
      ) : (
        <TaskList
          {...parts}
          lines={lines}
          grouping={view.grouping}
          accounts={accounts}
          current={current}
          chosen={selection.chosen}
          onPoint={onPoint}
          onEdit={onEdit}
          onAccount={toAccount.askFor}
          onOpen={navigate}
          handle={handle}
        />
      )}
      {chosen.length > 0 && (
        <TaskBulkBar
          {...parts}
          tasks={chosen}
          onAccount={() => toAccount.ask(chosen)}
          onClear={() => setSelection(chooseNone(selection))}
        />
      )}
      {toAccount.dialog}
    </div>
  );
}

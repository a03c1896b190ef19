/** The tasks of one account for its page: how many are open, what is due, and a line to add one. */
import { ListTodo, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useData } from '#renderer/data/data-context.ts';
import { tasksOfAccount } from '#renderer/data/tasks.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { accountDue } from '#shared/domain/tasks/arrange-tasks.ts';
import { useTaskActions } from './task-actions.ts';
import { TaskAdd } from './task-add.tsx';
import { TaskCheck, TaskDue, TaskTitle, TaskWho } from './task-cells.tsx';
import { useTaskWords } from './task-words.ts';
import './tasks.css';
import { useOurSide, useTaskAccounts } from './use-tasks.ts';

/** More would push the page away; the rest is one click off. */
const MOST = 3;

export function AccountTasks({ accountId }: { readonly accountId: string }) {
  const words = useTaskWords();
  const { texts, today } = words;
  const { db } = useData();
  const live = useLive(() => tasksOfAccount(db, accountId), [db, accountId]);
  const accounts = useTaskAccounts();
  const ourSide = useOurSide(accounts);
  const actions = useTaskActions(words);
  const [adding, setAdding] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (adding) input.current?.focus();
  }, [adding]);
  const tasks = live.state === 'ready' ? live.value : [];
  const { open, overdue, due } = useMemo(() => accountDue(tasks, today), [tasks, today]);
  useCommands({
    id: 'account-tasks',
    title: texts.title,
    commands: [{ id: 'tasks.add', label: texts.keys.add, keys: ['t'], run: () => setAdding(true) }],
  });
  const parts = { words, actions, ourSide };
  return (
    <section className="kz-task-strip" aria-label={texts.stripLabel}>
      <div className="kz-task-strip-head">
        <ListTodo size={14} strokeWidth={1.75} aria-hidden />
        <Link href="/tasks">{open === 0 ? texts.stripNone : texts.stripOpen(open)}</Link>
        {overdue > 0 && <Badge tone="danger">{texts.stripOverdue(overdue)}</Badge>}
        {!adding && (
          <Button
            size="small"
            variant="quiet"
            icon={Plus}
            aria-keyshortcuts="t"
            onClick={() => setAdding(true)}
          >
            {texts.stripAdd}
            <Kbd keys="t" />
          </Button>
        )}
      </div>
      {due.length > 0 && (
        <ul className="kz-task-strip-list">
          {due.slice(0, MOST).map((task) => (
            <li key={task.id} className="kz-task-strip-row">
              <TaskCheck {...parts} task={task} tabIndex={0} />
              <span className="kz-task-title">
                <TaskTitle {...parts} task={task} tabIndex={0} />
              </span>
              <TaskWho {...parts} task={task} tabIndex={0} />
              <TaskDue {...parts} task={task} tabIndex={0} />
            </li>
          ))}
          {due.length > MOST && (
            <li className="kz-task-faint">
              <Link href="/tasks">{texts.stripMore(due.length - MOST)}</Link>
            </li>
          )}
        </ul>
      )}
      {adding && (
        <TaskAdd
          {...parts}
          account={accountId}
          accounts={accounts}
          input={input}
          onLeave={() => setAdding(false)}
        />
      )}
    </section>
  );
}

/** One task as a row of the grid, with the menu of all that can be done with it. */
import { Building2, FolderInput, MoreHorizontal, Pencil, StickyNote, Trash2 } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'wouter';
import { IconMenuButton, type MenuEntry } from '#renderer/ui/menu.tsx';
import { type TaskCellProps, TaskCheck, TaskDue, TaskTitle, TaskWho } from './task-cells.tsx';
import { accountPath, notePath } from './task-paths.ts';

export interface TaskRowProps extends TaskCellProps {
  /** Undefined: it is no longer here; '': the heading says it. */
  readonly accountName: string | undefined;
  readonly onEdit: (id: string) => void;
  readonly onAccount: (id: string) => void;
  readonly onOpen: (path: string) => void;
}

function menuOf({ task, words, actions, onEdit, onAccount, onOpen }: TaskRowProps): MenuEntry[] {
  const { texts } = words;
  const account = accountPath(task);
  const note = notePath(task);
  const edit = { id: 'edit', label: texts.actEdit, icon: Pencil, keys: 'e', run: () => onEdit(task.id) };
  const move: MenuEntry = {
    id: 'account',
    label: texts.actToAccount,
    icon: FolderInput,
    keys: 'a',
    run: () => onAccount(task.id),
  };
  const more: MenuEntry[] = [];
  if (account !== undefined)
    more.push({
      id: 'open',
      label: texts.actAccount,
      icon: Building2,
      keys: 'o',
      run: () => onOpen(account),
    });
  if (note !== undefined)
    more.push({ id: 'note', label: texts.actNote, icon: StickyNote, run: () => onOpen(note) });
  const remove: MenuEntry = {
    id: 'delete',
    label: texts.actDelete,
    icon: Trash2,
    keys: 'Delete',
    danger: true,
    run: () => void actions.remove([task]),
  };
  return [edit, move, ...more, remove];
}

export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { task, words, accountName, tabIndex } = props;
  const account = accountPath(task);
  return (
    <>
      <td className="kz-task-check">
        <TaskCheck {...props} />
      </td>
      <td className="kz-task-title" data-done={task.state === 'done'}>
        <TaskTitle {...props} />
      </td>
      <td className="kz-task-account">
        {account !== undefined && accountName !== '' && (
          <Link className="kz-task-cut" href={account} tabIndex={tabIndex}>
            {accountName ?? words.texts.goneAccount}
          </Link>
        )}
      </td>
      <td className="kz-task-cell">
        <TaskWho {...props} />
      </td>
      <td className="kz-task-cell">
        <TaskDue {...props} />
      </td>
      <td>
        <IconMenuButton
          icon={MoreHorizontal}
          size="small"
          label={words.texts.more(task.title)}
          tabIndex={tabIndex}
          groups={[{ id: 'task', entries: menuOf(props) }]}
        />
      </td>
    </>
  );
});

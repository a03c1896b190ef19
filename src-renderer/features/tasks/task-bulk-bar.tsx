/** What can be done with the chosen tasks at once; stands above the list while some are chosen. */
import { Building2, Check, RotateCcw, Trash2, X } from 'lucide-react';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import type { Task } from '#shared/model/task.ts';
import { DuePanel } from './due-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import type { TaskParts } from './task-cells.tsx';

interface TaskBulkBarProps extends TaskParts {
  readonly tasks: readonly Task[];
  readonly onAccount: () => void;
  readonly onClear: () => void;
}

/** The one account of all; '' when they have several. */
function commonAccount(tasks: readonly Task[]): string {
  const [first] = tasks;
  return first !== undefined && tasks.every((task) => task.account === first.account) ? first.account : '';
}

export function TaskBulkBar({ tasks, words, actions, ourSide, onAccount, onClear }: TaskBulkBarProps) {
  const { texts } = words;
  const allDone = tasks.every((task) => task.state === 'done');
  return (
    <div className="kz-task-bulk" role="toolbar" aria-label={texts.selected(tasks.length)} data-bulk>
      <span className="kz-task-bulk-count" role="status">
        {texts.selected(tasks.length)}
      </span>
      <Button
        variant="quiet"
        size="small"
        icon={allDone ? RotateCcw : Check}
        onClick={() => void actions.setDone(tasks, !allDone)}
      >
        {allDone ? texts.actReopen : texts.actDone}
      </Button>
      <PopoverButton
        variant="quiet"
        size="small"
        data-act="move"
        panelLabel={texts.dueTitle}
        panel={(close) => (
          <DuePanel
            words={words}
            due={undefined}
            onPick={(due) => {
              close();
              void actions.move(tasks, due);
            }}
          />
        )}
      >
        {texts.actMove}
      </PopoverButton>
      <PopoverButton
        variant="quiet"
        size="small"
        data-act="assign"
        panelLabel={texts.assignTitle}
        panel={(close) => (
          <PersonPanel
            texts={texts}
            ourSide={ourSide}
            account={commonAccount(tasks)}
            onPick={(person) => {
              close();
              void actions.reassign(tasks, person);
            }}
          />
        )}
      >
        {texts.actAssign}
      </PopoverButton>
      <Button variant="quiet" size="small" icon={Building2} onClick={onAccount}>
        {texts.actToAccount}
      </Button>
      <Button variant="quiet" size="small" icon={Trash2} onClick={() => void actions.remove(tasks)}>
        {texts.actDelete}
      </Button>
      <IconButton icon={X} size="small" label={texts.clearSelection} keys="Escape" onClick={onClear} />
    </div>
  );
}

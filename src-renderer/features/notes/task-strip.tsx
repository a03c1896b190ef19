/** The tasks that will be made with the note, before they are made: each can be changed or left out. */
import { CalendarDays, Pencil, UserRound } from 'lucide-react';
import { useId } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { IconPopoverButton } from '#renderer/ui/popover.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { ProposedTask } from '#shared/domain/notes/propose-tasks.ts';
import type { TaskChoice } from '#shared/model/stored.ts';

interface TaskStripProps {
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly tasks: readonly ProposedTask[];
  readonly onChoose: (key: string, choice: TaskChoice) => void;
}

interface TaskFormProps {
  readonly task: ProposedTask;
  readonly onChoose: (choice: TaskChoice) => void;
  readonly onClose: () => void;
}

function TaskForm({ task, onChoose, onClose }: TaskFormProps) {
  const texts = useText('notes');
  return (
    <div className="kz-note-taskform">
      <TextField
        label={texts.taskTitle}
        value={task.title}
        onChange={(title) => onChoose({ title })}
        onCommit={onClose}
      />
      <TextField
        label={texts.taskOwner}
        value={task.owner}
        onChange={(owner) => onChoose({ owner })}
        onCommit={onClose}
      />
      <Select
        label={texts.taskSide}
        value={task.side}
        options={[
          { value: 'ours', label: texts.sides.ours },
          { value: 'theirs', label: texts.sides.theirs },
        ]}
        onChange={(side) => onChoose({ side })}
      />
      <DateField label={texts.taskDue} value={task.due} onChange={(due) => onChoose({ due: due ?? '' })} />
      <Button variant="primary" onClick={onClose}>
        {texts.done}
      </Button>
    </div>
  );
}

interface TaskLineProps {
  readonly task: ProposedTask;
  readonly today: string;
  readonly onChoose: (choice: TaskChoice) => void;
}

function TaskLine({ task, today, onChoose }: TaskLineProps) {
  const texts = useText('notes');
  const { format } = useLocale();
  const exists = task.state === 'exists';
  const say = task.due?.slice(0, 4) === today.slice(0, 4) ? format.dateShort : format.date;
  return (
    <li className="kz-note-task" data-state={task.state}>
      <Checkbox
        checked={task.state !== 'left-out'}
        disabled={exists}
        label={texts.taskMake(task.title)}
        onChange={(make) => onChoose({ skip: !make })}
      />
      <span className="kz-note-task-title">{task.title}</span>
      <span className="kz-note-task-facts">
        <span>
          <UserRound size={12} aria-hidden />
          {task.owner === '' ? texts.nobody : task.owner}
        </span>
        <Badge>{texts.sides[task.side]}</Badge>
        <span className="kz-figure">
          <CalendarDays size={12} aria-hidden />
          {task.due === undefined ? texts.noDay : say(task.due)}
        </span>
        {exists && <Badge>{texts.taskExists}</Badge>}
      </span>
      {!exists && (
        <IconPopoverButton
          icon={Pencil}
          size="small"
          label={texts.taskChange(task.title)}
          panelLabel={texts.taskChangeTitle}
          panel={(close) => <TaskForm task={task} onChoose={onChoose} onClose={close} />}
        />
      )}
    </li>
  );
}

export function TaskStrip({ tasks, today, onChoose }: TaskStripProps) {
  const texts = useText('notes');
  const title = useId();
  if (tasks.length === 0) return null;
  const made = tasks.filter((task) => task.state === 'new').length;
  return (
    <section className="kz-note-tasks" aria-labelledby={title}>
      <h4 id={title}>{made === 0 ? texts.tasksNone : texts.tasksTitle(made)}</h4>
      <ul>
        {tasks.map((task) => (
          <TaskLine
            key={task.key}
            task={task}
            today={today}
            onChoose={(choice) => onChoose(task.key, choice)}
          />
        ))}
      </ul>
    </section>
  );
}

/** The parts of one task: done or not, what, who, by when; each is changed where it stands. */
import { ListChecks, StickyNote } from 'lucide-react';
import { Link } from 'wouter';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { InlineEdit } from '#renderer/ui/inline-edit.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { dueGroup } from '#shared/domain/tasks/due.ts';
import type { Task } from '#shared/model/task.ts';
import { DuePanel } from './due-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import type { TaskActions } from './task-actions.ts';
import { notePath, playbookPath } from './task-paths.ts';
import { dueText, type TaskWords } from './task-words.ts';
import type { OurSide } from './use-tasks.ts';

export interface TaskParts {
  readonly words: TaskWords;
  readonly actions: TaskActions;
  readonly ourSide: OurSide;
}

export interface TaskCellProps extends TaskParts {
  readonly task: Task;
  /** -1 in the rows of a list that the Tab key passes over. */
  readonly tabIndex: 0 | -1;
}

export function TaskCheck({ task, words, actions, tabIndex }: TaskCellProps) {
  return (
    <Checkbox
      checked={task.state === 'done'}
      label={words.texts.markDone(task.title)}
      tabIndex={tabIndex}
      onChange={(done) => void actions.setDone([task], done)}
    />
  );
}

export function TaskTitle({ task, words, actions, tabIndex }: TaskCellProps) {
  const { texts } = words;
  const note = notePath(task);
  const playbook = playbookPath(task);
  const origin = playbook === undefined ? '' : texts.fromPlaybook(words.playbookName(task.playbook ?? ''));
  return (
    <>
      <InlineEdit
        label={texts.editTitle}
        value={task.title}
        tabIndex={tabIndex}
        check={(title) => (title === '' ? texts.titleNeeded : undefined)}
        onSave={(title) => void actions.rename(task, title)}
      />
      {note !== undefined && (
        <Link
          className="kz-task-note"
          href={note}
          tabIndex={tabIndex}
          aria-label={texts.fromNote}
          data-tip={texts.fromNote}
        >
          <StickyNote size={14} strokeWidth={1.75} aria-hidden />
        </Link>
      )}
      {playbook !== undefined && (
        <Link
          className="kz-task-note"
          href={playbook}
          tabIndex={tabIndex}
          aria-label={origin}
          data-tip={origin}
        >
          <ListChecks size={14} strokeWidth={1.75} aria-hidden />
        </Link>
      )}
    </>
  );
}

export function TaskWho({ task, words, actions, ourSide, tabIndex }: TaskCellProps) {
  const { texts } = words;
  const isTheirs = task.side === 'theirs';
  const who = task.owner === '' ? texts.nobody : task.owner;
  return (
    <PopoverButton
      variant="quiet"
      size="small"
      className="kz-task-who"
      data-act="assign"
      data-empty={task.owner === ''}
      tabIndex={tabIndex}
      aria-label={texts.assignTo(task.title, isTheirs ? `${texts.sides.theirs} ${who}` : who)}
      panelLabel={texts.assignTitle}
      panel={(close) => (
        <PersonPanel
          texts={texts}
          ourSide={ourSide}
          account={task.account}
          onPick={(person) => {
            close();
            void actions.reassign([task], person);
          }}
        />
      )}
    >
      {isTheirs && (
        // The space is heard, not seen: the row is laid out by hand.
        <>
          <span className="kz-task-side">{texts.sides.theirs}</span>{' '}
        </>
      )}
      <span className="kz-task-cut">{who}</span>
    </PopoverButton>
  );
}

export function TaskDue({ task, words, actions, tabIndex }: TaskCellProps) {
  const { texts, format, today } = words;
  const due = dueText(words, task.due);
  const doneOn = task.state === 'done' ? task.doneAt : undefined;
  return (
    <PopoverButton
      variant="quiet"
      size="small"
      className="kz-task-due"
      data-act="move"
      data-due={task.state === 'done' ? 'done' : dueGroup(task.due, today)}
      tabIndex={tabIndex}
      aria-label={texts.moveDue(task.title, due)}
      title={task.due === undefined ? undefined : format.date(task.due)}
      panelLabel={texts.dueTitle}
      panel={(close) => (
        <DuePanel
          words={words}
          due={task.due}
          onPick={(day) => {
            close();
            void actions.move([task], day);
          }}
        />
      )}
    >
      {doneOn === undefined ? due : texts.doneOn(format.dateShort(isoDateOf(doneOn)))}
    </PopoverButton>
  );
}

/** Hands what a line is about to somebody: the task itself, a new task out of a finding, or the whole account. */
import { type ReactNode, useState } from 'react';
import type { TaskPerson } from '#renderer/data/tasks.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { RadioGroup } from '#renderer/ui/choice.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { dayOfChoice } from '#shared/domain/tasks/due.ts';
import { DayChoice } from './day-choice.tsx';

export interface PeopleParts {
  /** '' = none: nobody of the customer's side is offered then. */
  readonly account: string;
  readonly onlyOurs: boolean;
  readonly onPick: (person: TaskPerson) => void;
}

/** A box that finds people by their names: another feature. */
export type People = (parts: PeopleParts) => ReactNode;

interface AssignTaskProps {
  readonly sentence: string;
  readonly account: string;
  readonly people: People;
  readonly onAssign: (person: TaskPerson) => void;
  readonly onClose: () => void;
}

export function AssignTaskDialog({ sentence, account, people, onAssign, onClose }: AssignTaskProps) {
  const texts = useText('today');
  return (
    <Dialog isOpen onClose={onClose} title={texts.assignTitle}>
      <div className="kz-today-form">
        <p>{sentence}</p>
        {people({ account, onlyOurs: false, onPick: onAssign })}
      </div>
    </Dialog>
  );
}

interface HandOverProps {
  readonly name: string;
  readonly account: string;
  /** The account's owner now; '' = nobody. */
  readonly owner: string;
  /** What a task is called at first. */
  readonly proposal: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly people: People;
  readonly onTask: (person: TaskPerson, title: string, due: string | undefined) => void;
  readonly onOwner: (person: TaskPerson) => void;
  readonly onClose: () => void;
}

export function HandOverDialog(props: HandOverProps) {
  const { name, account, owner, proposal, today, people, onTask, onOwner, onClose } = props;
  const texts = useText('today');
  const [what, setWhat] = useState<'task' | 'account'>(proposal === '' ? 'account' : 'task');
  const [title, setTitle] = useState(proposal);
  const [due, setDue] = useState<string | undefined>(() => dayOfChoice('tomorrow', today));
  const [tried, setTried] = useState(false);
  const isTask = what === 'task';
  const give = (person: TaskPerson) => {
    setTried(true);
    if (!isTask) onOwner(person);
    else if (title.trim() !== '') onTask(person, title.trim(), due);
  };
  return (
    <Dialog isOpen onClose={onClose} title={`${texts.assignTitle}: ${name}`}>
      <div className="kz-today-form">
        <RadioGroup
          label={texts.assignWhat}
          value={what}
          options={[
            { value: 'task', label: texts.assignChoices.task },
            { value: 'account', label: texts.assignChoices.account },
          ]}
          onChange={setWhat}
        />
        {isTask ? (
          <>
            <TextField
              label={texts.taskWhat}
              value={title}
              error={tried && title.trim() === '' ? texts.taskNeeded : undefined}
              onChange={setTitle}
            />
            <DayChoice label={texts.due} today={today} value={due} onChange={setDue} />
          </>
        ) : (
          <p>{texts.ownerNow(owner)}</p>
        )}
        {people({ account: isTask ? account : '', onlyOurs: !isTask, onPick: give })}
      </div>
    </Dialog>
  );
}

/** A task out of a finding, or another day for one that is due: a few words, a day, Enter. */
import { useState } from 'react';
import type { TaskPerson } from '#renderer/data/tasks.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { dayOfChoice } from '#shared/domain/tasks/due.ts';
import type { People } from './assign-dialog.tsx';
import { DayChoice } from './day-choice.tsx';

interface WhoProps {
  readonly account: string;
  readonly person: TaskPerson;
  readonly people: People;
  readonly onChange: (person: TaskPerson) => void;
}

function WhoChoice({ account, person, people, onChange }: WhoProps) {
  const texts = useText('today');
  return (
    <div className="kz-today-whose">
      <span className="kz-label">{texts.assignTo}</span>
      <PopoverButton
        aria-label={`${texts.assignTo}: ${person.owner || texts.nobody}`}
        panelLabel={texts.assignTo}
        panel={(close) =>
          people({
            account,
            onlyOurs: false,
            onPick: (next) => {
              onChange(next);
              close();
            },
          })
        }
      >
        {person.owner || texts.nobody}
      </PopoverButton>
    </div>
  );
}

interface TaskDialogProps {
  readonly title: string;
  /** What is proposed. */
  readonly proposal: string;
  readonly today: string;
  readonly account: string;
  /** Whoever does it unless another is chosen. */
  readonly person: TaskPerson;
  readonly people: People;
  readonly onAdd: (title: string, due: string | undefined, person: TaskPerson) => void;
  readonly onClose: () => void;
}

export function TaskDialog(props: TaskDialogProps) {
  const { title, proposal, today, account, people, onAdd, onClose } = props;
  const texts = useText('today');
  const ui = useText('ui');
  const [words, setWords] = useState(proposal);
  const [person, setPerson] = useState(props.person);
  const [due, setDue] = useState<string | undefined>(() => dayOfChoice('tomorrow', today));
  const [tried, setTried] = useState(false);
  const missing = words.trim() === '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button variant="primary" type="submit" form="kz-today-task">
            {texts.addTask}
          </Button>
        </>
      }
    >
      <form
        id="kz-today-task"
        className="kz-today-form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!missing) onAdd(words.trim(), due, person);
        }}
      >
        <TextField
          autoFocus
          label={texts.taskWhat}
          value={words}
          error={tried && missing ? texts.taskNeeded : undefined}
          onChange={setWords}
        />
        <DayChoice label={texts.due} today={today} value={due} onChange={setDue} />
        <WhoChoice account={account} person={person} people={people} onChange={setPerson} />
      </form>
    </Dialog>
  );
}

interface MoveDialogProps {
  readonly sentence: string;
  readonly today: string;
  readonly onMove: (due: string) => void;
  readonly onClose: () => void;
}

export function MoveDialog({ sentence, today, onMove, onClose }: MoveDialogProps) {
  const texts = useText('today');
  const ui = useText('ui');
  const [due, setDue] = useState<string | undefined>(() => dayOfChoice('tomorrow', today));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.moveTitle}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button
            variant="primary"
            disabled={due === undefined}
            onClick={() => due !== undefined && onMove(due)}
          >
            {texts.move}
          </Button>
        </>
      }
    >
      <div className="kz-today-form">
        <p>{sentence}</p>
        <DayChoice label={texts.due} today={today} value={due} onChange={setDue} />
      </div>
    </Dialog>
  );
}

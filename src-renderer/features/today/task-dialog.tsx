/** A task out of a finding, or another day for one that is due: a few words, a day, Enter. */
import { useState } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import '#renderer/ui/chip.css';
import { DUE_CHOICES, dayOfChoice } from '#shared/domain/tasks/due.ts';

/** Each day once: on a Sunday "next week" is tomorrow. */
function dueChoices(today: string) {
  const days = new Set<string>();
  return DUE_CHOICES.flatMap((choice) => {
    const day = dayOfChoice(choice, today);
    if (days.has(day)) return [];
    days.add(day);
    return [{ choice, day }];
  });
}

interface DayProps {
  readonly label: string;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

function DayChoice({ label, today, value, onChange }: DayProps) {
  const tasks = useText('tasks');
  const { format } = useLocale();
  return (
    <div className="kz-today-day">
      <div className="kz-chips">
        {dueChoices(today).map(({ choice, day }) => (
          <button
            key={choice}
            type="button"
            className="kz-chip"
            aria-pressed={value === day}
            onClick={() => onChange(day)}
          >
            {tasks.due[choice]} <span>{format.dateShort(day)}</span>
          </button>
        ))}
      </div>
      <DateField label={label} value={value} onChange={onChange} />
    </div>
  );
}

interface TaskDialogProps {
  readonly title: string;
  /** What is proposed. */
  readonly proposal: string;
  readonly today: string;
  readonly onAdd: (title: string, due: string | undefined) => void;
  readonly onClose: () => void;
}

export function TaskDialog({ title, proposal, today, onAdd, onClose }: TaskDialogProps) {
  const texts = useText('today');
  const ui = useText('ui');
  const [words, setWords] = useState(proposal);
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
          if (!missing) onAdd(words.trim(), due);
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

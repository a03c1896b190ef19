/** Moves tasks to another day: the days one means most, or any day. */
import { useEffect, useRef, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { DUE_CHOICES, dayOfChoice } from '#shared/domain/tasks/due.ts';
import type { TaskWords } from './task-words.ts';

interface DuePanelProps {
  readonly words: TaskWords;
  /** Of the only task. */
  readonly due: string | undefined;
  /** Undefined takes the date away. */
  readonly onPick: (due: string | undefined) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function DuePanel({ words, due, onPick }: DuePanelProps) {
  const { texts, format, today } = words;
  const [day, setDay] = useState(due);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('button')?.focus(), []);
  return (
    <div className="kz-task-panel">
      <div
        ref={list}
        className="kz-task-choices"
        role="toolbar"
        aria-orientation="vertical"
        aria-label={texts.dueTitle}
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          if (step === undefined) return;
          const buttons = [...event.currentTarget.querySelectorAll('button')];
          const at = event.target instanceof HTMLButtonElement ? buttons.indexOf(event.target) : -1;
          buttons[(at + step + buttons.length) % buttons.length]?.focus();
          event.preventDefault();
        }}
      >
        {DUE_CHOICES.map((choice) => {
          const target = dayOfChoice(choice, today);
          return (
            <button
              key={choice}
              type="button"
              className="kz-task-choice"
              data-choice={choice}
              onClick={() => onPick(target)}
            >
              <span>{texts.due[choice]}</span>
              <span className="kz-task-faint">{format.dateShort(target)}</span>
            </button>
          );
        })}
        <button type="button" className="kz-task-choice" onClick={() => onPick(undefined)}>
          {texts.noDue}
        </button>
      </div>
      <form
        className="kz-task-day"
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== undefined) onPick(day);
        }}
      >
        <DateField label={texts.pickDay} value={day} onChange={setDay} />
        <Button type="submit" size="small" disabled={day === undefined}>
          {texts.setDay}
        </Button>
      </form>
    </div>
  );
}

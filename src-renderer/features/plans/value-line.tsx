/** Logs a new value of an objective in one line: the value, its day, who said it; Enter logs. */
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { isCancelKey } from '#renderer/ui/ime.ts';
import { readNumber } from '#renderer/ui/number-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Objective } from '#shared/model/objective.ts';
import { usePlanWords } from './plan-words.ts';
import type { PlanChanges } from './use-plan-changes.ts';

interface ValueLineProps {
  readonly objective: Objective;
  readonly today: string;
  /** Names that are offered; any other may be written. */
  readonly people: readonly string[];
  readonly changes: PlanChanges;
  readonly onDone: () => void;
}

export function ValueLine({ objective, today, people, changes, onDone }: ValueLineProps) {
  const { texts } = usePlanWords();
  const [value, setValue] = useState('');
  const [on, setOn] = useState<string | undefined>(today);
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const list = useId();
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  const number = readNumber(value);
  const save = async () => {
    setTried(true);
    if (typeof number !== 'number' || on === undefined) return;
    if (await changes.log(objective, { on, value: number, source })) onDone();
  };
  const problem =
    number === undefined ? texts.notNumber : tried && number === null ? texts.required : undefined;
  return (
    <form
      ref={form}
      className="kz-plan-line"
      aria-label={texts.logValueOf(objective.title)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (!isCancelKey(event) || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <TextField
        label={texts.newValueOf(texts.newValue, objective.unit)}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        error={problem}
        onChange={setValue}
      />
      <DateField
        label={texts.day}
        value={on}
        max={today}
        error={tried && on === undefined ? texts.required : undefined}
        onChange={setOn}
      />
      <TextField
        label={texts.source}
        placeholder={texts.sourceHint}
        list={list}
        autoComplete="off"
        value={source}
        onChange={setSource}
      />
      <datalist id={list}>
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="kz-plan-buttons">
        <Button type="submit" variant="primary">
          {texts.log}
        </Button>
        <Button onClick={onDone}>{texts.cancel}</Button>
      </div>
    </form>
  );
}

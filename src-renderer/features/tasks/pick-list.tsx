/** A box to type in and what fits, best first: Enter or a click takes one. For people and accounts, however many. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { isCommitKey, isComposing } from '#renderer/ui/ime.ts';
import { TextField } from '#renderer/ui/text-field.tsx';

export interface PickOption<T> {
  readonly key: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: T;
}

interface PickListProps<T> {
  readonly label: string;
  readonly placeholder: string;
  readonly listLabel: string;
  /** What fits the text, best first; a dozen is plenty. '' is asked for at the start. */
  readonly find: (text: string) => readonly PickOption<T>[];
  readonly onPick: (value: T) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function PickList<T>({ label, placeholder, listLabel, find, onPick }: PickListProps<T>) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [cursor, setCursor] = useState(0);
  const options = find(text);
  const active = options[Math.min(cursor, options.length - 1)];
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step = STEPS[event.key];
    if (step !== undefined && options.length > 0)
      setCursor((Math.min(cursor, options.length - 1) + step + options.length) % options.length);
    else if (isCommitKey(event) && active !== undefined) onPick(active.value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={box} className="kz-task-pick">
      <TextField
        label={label}
        placeholder={placeholder}
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={active === undefined ? undefined : `${id}-${options.indexOf(active)}`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(next) => {
          setText(next);
          setCursor(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={listLabel} className="kz-task-options kz-scroll">
        {options.map((option, index) => (
          <div
            key={option.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option === active}
            className="kz-task-option"
            ref={option === active ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
            onPointerMove={() => setCursor(index)}
            onClick={() => onPick(option.value)}
            onKeyDown={(event) => isCommitKey(event) && onPick(option.value)}
          >
            <span>{option.label}</span>
            {option.hint !== undefined && <span className="kz-task-faint">{option.hint}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

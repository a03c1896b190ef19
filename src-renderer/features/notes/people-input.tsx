/** People of one side of a meeting: found by typing, chosen by arrow keys, added when nobody knows them yet. */
import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useText } from '#renderer/i18n/locale.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Field, type FieldLook } from '#renderer/ui/field.tsx';
import { isCancelKey, isCommitKey, isComposing } from '#renderer/ui/ime.ts';
import { useCommands } from '#renderer/ui/keys.ts';
import { foldedName } from './typed-lines.ts';

export interface Person {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** A reading, by which the person is found too. */
  readonly reading?: string | undefined;
}

interface PeopleInputProps extends FieldLook {
  readonly people: readonly Person[];
  readonly chosen: readonly Person[];
  readonly placeholder: string;
  /** What the command that leads to the field is called. */
  readonly whoCommand: string;
  /** What stands in the field and names nobody yet: whoever keeps the note keeps it too. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onChange: (ids: readonly string[]) => void;
  /** What was typed as somebody new, as an offer; undefined while it names nobody. */
  readonly offerNew: (
    typed: string,
  ) => { readonly label: string; readonly hint?: string; readonly add: () => void } | undefined;
}

const SHOWN = 8;
/** Offered by name in the palette. */
const NAMED = 20;

function matches(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = foldedName(typed);
  const fits = (person: Person) =>
    [person.label, person.reading ?? ''].some((text) => foldedName(text).includes(wanted));
  return people.filter(fits).slice(0, SHOWN);
}

interface Option {
  readonly key: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly choose: () => void;
}

function useOptions(props: PeopleInputProps): readonly Option[] {
  const { people, chosen, typed, onChange, offerNew } = props;
  const there = new Set(chosen.map((person) => person.id));
  const found = matches(
    people.filter((person) => !there.has(person.id)),
    typed,
  ).map((person) => ({
    key: person.id,
    label: person.label,
    hint: person.hint,
    choose: () => onChange([...there, person.id]),
  }));
  const exact = people.some((person) => foldedName(person.label) === foldedName(typed));
  const added = typed.trim() === '' || exact ? undefined : offerNew(typed);
  return added === undefined
    ? found
    : [...found, { key: 'new', label: added.label, hint: added.hint, choose: added.add }];
}

interface ChipProps {
  readonly person: Person;
  readonly onRemove: () => void;
}

function Chip({ person, onRemove }: ChipProps) {
  const texts = useText('notes');
  return (
    <span className="kz-tag">
      {person.label}
      <button type="button" aria-label={texts.removePerson(person.label)} onClick={onRemove}>
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}

interface OptionListProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly active: number;
  readonly onChoose: (option: Option) => void;
}

function OptionList({ id, options, active, onChoose }: OptionListProps) {
  const texts = useText('notes');
  return (
    <div
      ref={(list) => list?.scrollIntoView({ block: 'nearest' })}
      id={id}
      role="listbox"
      aria-label={texts.suggestions}
      className="kz-note-options"
    >
      {options.map((option, index) => (
        // The input keeps the focus; keys go through it.
        <div
          key={option.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classNames('kz-note-option', index === active && 'kz-note-option-active')}
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          <span>{option.label}</span>
          {option.hint !== undefined && <span className="kz-note-faint">{option.hint}</span>}
        </div>
      ))}
    </div>
  );
}

/** Each of them comes and goes by name, for the palette; of a long list the first ones, the others by typing. */
function usePeopleCommands(props: PeopleInputProps, toField: () => void): void {
  const { people, chosen, label, whoCommand, onChange } = props;
  const texts = useText('notes');
  const { addPerson } = texts.commands;
  const ids = chosen.map((person) => person.id);
  const others = people.filter((person) => !ids.includes(person.id));
  useCommands({
    id: `note-people.${label}`,
    title: texts.note,
    commands: [
      { id: `note.people.${label}`, label: whoCommand, run: toField },
      ...chosen.map((person) => ({
        id: `note.people.remove.${person.id}`,
        label: texts.removePerson(person.label),
        run: () => onChange(ids.filter((id) => id !== person.id)),
      })),
      ...others.slice(0, NAMED).map((person) => ({
        id: `note.people.add.${person.id}`,
        label: addPerson(person.label),
        run: () => onChange([...ids, person.id]),
      })),
    ],
  });
}

export function PeopleInput(props: PeopleInputProps) {
  const { people: _people, chosen, placeholder, typed, onType, onChange, offerNew: _offer, ...rest } = props;
  const { whoCommand: _who, ...look } = rest;
  const field = useRef<HTMLInputElement>(null);
  usePeopleCommands(props, () => field.current?.focus());
  const list = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const options = useOptions(props);
  const shown = open && options.length > 0;
  const index = Math.min(active, options.length - 1);
  const choose = (option: Option) => {
    onType('');
    setActive(0);
    option.choose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    const option = options[index];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      setOpen(true);
      if (shown) setActive((index + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
    } else if (
      isCommitKey(event) &&
      !event.ctrlKey &&
      !event.metaKey &&
      typed.trim() !== '' &&
      option !== undefined
    )
      choose(option);
    else if (
      isCommitKey(event) &&
      !event.ctrlKey &&
      !event.metaKey &&
      shown &&
      active > 0 &&
      option !== undefined
    )
      choose(option);
    else if (isCancelKey(event) && shown) setOpen(false);
    else if (event.key === 'Backspace' && typed === '' && chosen.length > 0)
      return onChange(chosen.slice(0, -1).map((person) => person.id));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Field {...look}>
      {({ required: _required, ...parts }) => (
        <div className="kz-tags kz-note-people">
          {chosen.map((person) => (
            <Chip
              key={person.id}
              person={person}
              onRemove={() => onChange(chosen.filter((other) => other !== person).map((other) => other.id))}
            />
          ))}
          <input
            ref={field}
            {...parts}
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={shown}
            aria-controls={shown ? list : undefined}
            aria-activedescendant={shown ? `${list}-${index}` : undefined}
            placeholder={chosen.length === 0 ? placeholder : undefined}
            value={typed}
            onChange={(event) => {
              onType(event.target.value);
              setActive(0);
              setOpen(true);
            }}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onKeyDown={onKeyDown}
          />
          {shown && <OptionList id={list} options={options} active={index} onChoose={choose} />}
        </div>
      )}
    </Field>
  );
}

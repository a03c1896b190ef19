/** A fact that is edited where it stands: the editor follows the field's kind; a changed value carries its mark. */
import type { ReactNode } from 'react';
import type { Fact } from '#renderer/data/facts.ts';
import { choiceLabel, fieldLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { InlineEdit } from '#renderer/ui/inline-edit.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import type { FieldSpec } from '#shared/model/field.ts';
import { fieldSpec, type RecordNoun } from '#shared/model/nouns.ts';
import { DateEditor, LongTextEditor, TagsEditor } from './popover-editors.tsx';
import { readField, textToEdit } from './read-field.ts';
import { SourceMark } from './source-mark.tsx';
import { useChanges } from './use-changes.ts';
import { useSourceWords } from './use-source-words.ts';

interface FactFieldProps {
  readonly noun: RecordNoun;
  readonly recordId: string;
  readonly fact: Fact;
  /** How the value is shown instead of its plain text (tags as badges, a date with the days left). */
  readonly children?: ReactNode;
  /** Shown when there is no value; "not set" otherwise. */
  readonly placeholder?: string;
  /** The name of the record that a relation points to. */
  readonly related?: string | undefined;
}

interface EditorProps extends FactFieldProps {
  readonly label: string;
  readonly spec: FieldSpec | undefined;
  readonly shown: string;
  readonly save: (value: unknown) => void;
}

function LineEditor({ fact, label, spec, shown, save, children, placeholder }: EditorProps) {
  const texts = useText('account');
  const { refused } = useText('ui');
  const problems = {
    number: texts.notNumber,
    money: texts.notMoney,
    required: refused.required(label),
  };
  return (
    <InlineEdit
      label={label}
      value={textToEdit(fact.value)}
      shownText={shown}
      check={(text) => {
        const read = readField(spec, text, fact.value);
        return read.ok ? undefined : problems[read.problem];
      }}
      onSave={(text) => {
        const read = readField(spec, text, fact.value);
        if (read.ok) save(read.value);
      }}
    >
      {children ?? (shown === '' ? placeholder : shown)}
    </InlineEdit>
  );
}

const NONE = '';

function ChoiceEditor({ fact, label, spec, save }: EditorProps) {
  const texts = useText('account');
  const fields = useText('fields');
  const value = typeof fact.value === 'string' ? fact.value : NONE;
  const known = spec?.choices ?? [];
  const words = known.includes(value) || value === NONE ? known : [...known, value];
  return (
    <Select
      label={label}
      hideLabel
      quiet
      value={value === NONE ? undefined : value}
      options={[
        ...words.map((word) => ({
          value: word,
          label: choiceLabel(fields, fact.field, word),
          // A source's own word that is none of ours is shown, and cannot be chosen anew.
          disabled: !known.includes(word),
        })),
        ...(spec?.required === true ? [] : [{ value: NONE, label: texts.none }]),
      ]}
      onChange={(next) => save(next === NONE ? null : next)}
    />
  );
}

function YesNoEditor({ fact, label, save }: EditorProps) {
  const texts = useText('account');
  return (
    <Select
      label={label}
      hideLabel
      quiet
      value={typeof fact.value === 'boolean' ? String(fact.value) : undefined}
      options={[
        { value: 'true', label: texts.yes },
        { value: 'false', label: texts.no },
        { value: NONE, label: texts.none },
      ]}
      onChange={(next) => save(next === NONE ? null : next === 'true')}
    />
  );
}

function RoomyEditor({ fact, label, spec, shown, save, children, placeholder }: EditorProps) {
  const texts = useText('ui');
  const { value } = fact;
  const text = typeof value === 'string' ? value : '';
  return (
    <PopoverButton
      variant="quiet"
      className="kz-inline kz-acc-roomy"
      panelLabel={label}
      panel={(close) => {
        if (spec?.kind === 'date')
          return <DateEditor label={label} value={text} onSave={save} close={close} />;
        if (spec?.kind === 'tags') {
          const tags = Array.isArray(value) ? value.map(String) : [];
          return <TagsEditor label={label} value={tags} onSave={save} close={close} />;
        }
        return <LongTextEditor label={label} value={text} onSave={save} close={close} />;
      }}
    >
      <VisuallyHidden>{texts.edit(label)}: </VisuallyHidden>
      {shown === '' && (children === undefined || children === false) ? (
        <span className="kz-inline-empty">{placeholder ?? texts.empty}</span>
      ) : (
        (children ?? shown)
      )}
    </PopoverButton>
  );
}

function Editor(props: EditorProps) {
  const { spec, fact } = props;
  switch (spec?.kind) {
    case 'choice':
      return <ChoiceEditor {...props} />;
    case 'boolean':
      return <YesNoEditor {...props} />;
    case 'date':
    case 'tags':
    case 'longText':
      return <RoomyEditor {...props} />;
    default:
      return typeof fact.value === 'boolean' ? <YesNoEditor {...props} /> : <LineEditor {...props} />;
  }
}

export function FactField(props: FactFieldProps) {
  const { noun, recordId, fact, related, children } = props;
  const fields = useText('fields');
  const ui = useText('ui');
  const changes = useChanges();
  const textOf = useSourceWords(noun, fact.field);
  const spec = fieldSpec(noun, fact.field);
  const label = fact.field.startsWith('custom.') ? fact.field.slice(7) : fieldLabel(fields, noun, fact.field);
  const shown = textOf(fact.value);
  const fixed = spec?.readOnly === true || spec?.kind === 'relation' || spec?.kind === 'dateTime';
  return (
    <span className="kz-acc-fact">
      {fixed ? (
        <span className={shown === '' ? 'kz-inline-empty' : undefined}>
          {related ?? children ?? (shown === '' ? ui.empty : shown)}
        </span>
      ) : (
        <Editor
          {...props}
          label={label}
          spec={spec}
          shown={shown}
          save={(value) => void changes.setField(noun, recordId, fact.field, value)}
        />
      )}
      <SourceMark noun={noun} recordId={recordId} fact={fact} label={label} />
    </span>
  );
}

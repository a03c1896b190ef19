/** One field of a person, edited where it stands: text in a line, choices in a list, the rest in a small panel. */
import { type ReactNode, useState } from 'react';
import { choiceLabel, fieldLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { InlineEdit } from '#renderer/ui/inline-edit.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TagInput } from '#renderer/ui/tag-input.tsx';
import { TextArea } from '#renderer/ui/text-field.tsx';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import type { Contact } from '#shared/model/contact.ts';
import { CONTACT_ROLES } from '#shared/model/contact.ts';
import { INFLUENCE_STEPS, SENTIMENT_STEPS } from './people-marks.tsx';

type TextField = 'name' | 'nameKana' | 'title' | 'department' | 'email' | 'phone' | 'mobile' | 'owner';
type ListField = 'otherEmails' | 'knownBy' | 'tags';
type DayField = 'startedOn' | 'leftOn';

interface FieldProps<F extends string> {
  readonly contact: Contact;
  readonly field: F;
  /** Null removes the value. */
  readonly onSave: (field: string, value: unknown) => void;
}

export function useContactLabel(): (field: string) => string {
  const fields = useText('fields');
  return (field) => fieldLabel(fields, 'contact', field);
}

export function TextLine({ contact, field, onSave }: FieldProps<TextField>) {
  const { refused } = useText('ui');
  const label = useContactLabel()(field);
  return (
    <InlineEdit
      label={label}
      value={contact[field] ?? ''}
      check={(text) => (field === 'name' && text === '' ? refused.required(label) : undefined)}
      onSave={(text) => onSave(field, text === '' ? null : text)}
    />
  );
}

const NONE = '';

/** A source's own word is kept and shown; it cannot be chosen anew. */
export function RoleLine({ contact, onSave }: Omit<FieldProps<'role'>, 'field'>) {
  const texts = useText('people');
  const fields = useText('fields');
  const label = useContactLabel()('role');
  const known: readonly string[] = CONTACT_ROLES;
  const { role } = contact;
  const words = role === undefined || known.includes(role) ? known : [...known, role];
  return (
    <Select
      label={label}
      hideLabel
      quiet
      value={role}
      options={[
        ...words.map((word) => ({
          value: word,
          label: choiceLabel(fields, 'role', word),
          disabled: !known.includes(word),
        })),
        { value: NONE, label: texts.none },
      ]}
      onChange={(next) => onSave('role', next === NONE ? null : next)}
    />
  );
}

export function StepLine({ contact, field, onSave }: FieldProps<'sentiment' | 'influence'>) {
  const texts = useText('people');
  const label = useContactLabel()(field);
  const steps =
    field === 'sentiment'
      ? SENTIMENT_STEPS.map((step) => ({ value: String(step), label: texts.sentiments[step] }))
      : INFLUENCE_STEPS.map((step) => ({ value: String(step), label: texts.influences[step] }));
  const value = contact[field];
  return (
    <Select
      label={label}
      hideLabel
      quiet
      value={value === undefined ? undefined : String(value)}
      options={[...steps.reverse(), { value: NONE, label: texts.unknown }]}
      onChange={(next) => onSave(field, next === NONE ? null : Number(next))}
    />
  );
}

interface PanelProps {
  readonly label: string;
  readonly shown: ReactNode;
  readonly isEmpty: boolean;
  readonly children: (close: () => void) => ReactNode;
}

export function InPanel({ label, shown, isEmpty, children }: PanelProps) {
  const ui = useText('ui');
  return (
    <PopoverButton variant="quiet" className="kz-inline kz-ppl-roomy" panelLabel={label} panel={children}>
      <VisuallyHidden>{ui.edit(label)}: </VisuallyHidden>
      {isEmpty ? <span className="kz-inline-empty">{ui.empty}</span> : shown}
    </PopoverButton>
  );
}

function PanelForm({ children, onSave }: { readonly children: ReactNode; readonly onSave: () => void }) {
  const texts = useText('people');
  return (
    <form
      className="kz-ppl-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      {children}
      <Button type="submit" size="small" variant="primary">
        {texts.save}
      </Button>
    </form>
  );
}

function ListForm({
  label,
  value,
  suggestions,
  onSave,
}: {
  readonly label: string;
  readonly value: readonly string[];
  readonly suggestions: readonly string[];
  readonly onSave: (value: readonly string[] | null) => void;
}) {
  const [tags, setTags] = useState(value);
  return (
    <PanelForm onSave={() => onSave(tags.length === 0 ? null : tags)}>
      <TagInput label={label} value={tags} onChange={setTags} suggestions={suggestions} />
    </PanelForm>
  );
}

export function ListLine({
  contact,
  field,
  onSave,
  suggestions = [],
}: FieldProps<ListField> & { readonly suggestions?: readonly string[] }) {
  const label = useContactLabel()(field);
  const { format } = useLocale();
  const value = contact[field] ?? [];
  return (
    <InPanel label={label} shown={format.list(value)} isEmpty={value.length === 0}>
      {(close) => (
        <ListForm
          label={label}
          value={value}
          suggestions={suggestions}
          onSave={(tags) => {
            close();
            onSave(field, tags);
          }}
        />
      )}
    </InPanel>
  );
}

function DayForm({
  label,
  value,
  onSave,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onSave: (value: string | null) => void;
}) {
  const [day, setDay] = useState(value);
  return (
    <PanelForm onSave={() => onSave(day ?? null)}>
      <DateField label={label} value={day} onChange={setDay} />
    </PanelForm>
  );
}

export function DayLine({ contact, field, onSave }: FieldProps<DayField>) {
  const label = useContactLabel()(field);
  const { format } = useLocale();
  const value = contact[field];
  return (
    <InPanel
      label={label}
      shown={value === undefined ? '' : format.date(value)}
      isEmpty={value === undefined}
    >
      {(close) => (
        <DayForm
          label={label}
          value={value}
          onSave={(day) => {
            close();
            onSave(field, day);
          }}
        />
      )}
    </InPanel>
  );
}

function LongForm({
  label,
  value,
  onSave,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string | null) => void;
}) {
  const [text, setText] = useState(value);
  return (
    <PanelForm onSave={() => onSave(text.trim() === '' ? null : text)}>
      <TextArea label={label} value={text} onChange={setText} rows={6} cols={40} autoFocus />
    </PanelForm>
  );
}

export function LongLine({ contact, field, onSave }: FieldProps<'description'>) {
  const label = useContactLabel()(field);
  const value = contact[field] ?? '';
  return (
    <InPanel label={label} shown={<span className="kz-ppl-long">{value}</span>} isEmpty={value === ''}>
      {(close) => (
        <LongForm
          label={label}
          value={value}
          onSave={(text) => {
            close();
            onSave(field, text);
          }}
        />
      )}
    </InPanel>
  );
}

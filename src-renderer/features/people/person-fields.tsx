/** All fields of a person, each edited where it stands, and the choice of another person of the account. */
import type { ReactNode } from 'react';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import type { Contact } from '#shared/model/contact.ts';
import {
  DayLine,
  InPanel,
  ListLine,
  LongLine,
  RoleLine,
  StepLine,
  TextLine,
  useContactLabel,
} from './person-field.tsx';
import type { People } from './use-people.ts';

interface PickProps {
  readonly label: string;
  readonly contact: Contact;
  readonly people: People;
  readonly value: string | undefined;
  readonly onPick: (id: string) => void;
}

export function PickPerson({ label, contact, people, value, onPick }: PickProps) {
  const texts = useText('people');
  const { locale } = useLocale();
  const { compare } = new Intl.Collator(locale);
  const options = people.contacts
    .filter((other) => other.id !== contact.id)
    .map((other) => ({ value: other.id, label: other.name, hint: other.title ?? '' }))
    .sort((a, b) => compare(a.label, b.label));
  return (
    <ComboBox
      label={label}
      value={value}
      options={options}
      placeholder={texts.reportsToChoose}
      onChange={onPick}
    />
  );
}

export type Save = (field: string, value: unknown) => void;

function ManagerLine({
  contact,
  people,
  onSave,
}: {
  readonly contact: Contact;
  readonly people: People;
  readonly onSave: Save;
}) {
  const texts = useText('people');
  const { reportsTo } = contact;
  const manager = reportsTo === undefined ? undefined : people.byId.get(reportsTo);
  return (
    <InPanel label={texts.reportsTo} shown={manager?.name ?? ''} isEmpty={manager === undefined}>
      {(close) => (
        <div className="kz-ppl-form">
          <PickPerson
            label={texts.reportsTo}
            contact={contact}
            people={people}
            value={reportsTo}
            onPick={(id) => {
              close();
              onSave('reportsTo', id);
            }}
          />
          {reportsTo !== undefined && (
            <Button
              size="small"
              onClick={() => {
                close();
                onSave('reportsTo', null);
              }}
            >
              {texts.none}
            </Button>
          )}
        </div>
      )}
    </InPanel>
  );
}

export function Fields({
  contact,
  people,
  onSave,
}: {
  readonly contact: Contact;
  readonly people: People;
  readonly onSave: Save;
}) {
  const labelOf = useContactLabel();
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['name', <TextLine key="v" contact={contact} field="name" onSave={onSave} />],
    ['nameKana', <TextLine key="v" contact={contact} field="nameKana" onSave={onSave} />],
    ['role', <RoleLine key="v" contact={contact} onSave={onSave} />],
    ['title', <TextLine key="v" contact={contact} field="title" onSave={onSave} />],
    ['department', <TextLine key="v" contact={contact} field="department" onSave={onSave} />],
    ['sentiment', <StepLine key="v" contact={contact} field="sentiment" onSave={onSave} />],
    ['influence', <StepLine key="v" contact={contact} field="influence" onSave={onSave} />],
    ['reportsTo', <ManagerLine key="v" contact={contact} people={people} onSave={onSave} />],
    [
      'knownBy',
      <ListLine key="v" contact={contact} field="knownBy" suggestions={people.team} onSave={onSave} />,
    ],
    ['email', <TextLine key="v" contact={contact} field="email" onSave={onSave} />],
    ['otherEmails', <ListLine key="v" contact={contact} field="otherEmails" onSave={onSave} />],
    ['phone', <TextLine key="v" contact={contact} field="phone" onSave={onSave} />],
    ['mobile', <TextLine key="v" contact={contact} field="mobile" onSave={onSave} />],
    ['startedOn', <DayLine key="v" contact={contact} field="startedOn" onSave={onSave} />],
    ['leftOn', <DayLine key="v" contact={contact} field="leftOn" onSave={onSave} />],
    ['owner', <TextLine key="v" contact={contact} field="owner" onSave={onSave} />],
    ['tags', <ListLine key="v" contact={contact} field="tags" onSave={onSave} />],
    ['description', <LongLine key="v" contact={contact} field="description" onSave={onSave} />],
  ];
  return (
    <dl className="kz-ppl-fields">
      {rows.map(([field, value]) => (
        <div key={field}>
          <dt>{labelOf(field)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

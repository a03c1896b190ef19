/** One person with every field edited where it stands, recent touches, who knows them, and what can be done about them. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { DateText } from '#renderer/ui/figures.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { hasLeft } from '#shared/domain/people/gaps.ts';
import type { Contact } from '#shared/model/contact.ts';
import { Knows } from './acquaintance-table.tsx';
import { LeftText, Mail, useSourceOf } from './people-marks.tsx';
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
import type { PeopleChanges } from './use-people-changes.ts';

interface PersonPanelProps {
  readonly contact: Contact;
  readonly people: People;
  readonly changes: PeopleChanges;
  /** All facts with their sources: another feature shows them. */
  readonly facts: ((contactId: string) => ReactNode) | undefined;
  readonly onMergeWith: (otherId: string) => void;
  readonly onClose: () => void;
}

interface PickProps {
  readonly label: string;
  readonly contact: Contact;
  readonly people: People;
  readonly value: string | undefined;
  readonly onPick: (id: string) => void;
}

function PickPerson({ label, contact, people, value, onPick }: PickProps) {
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

type Save = (field: string, value: unknown) => void;

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

function Fields({
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

const RECENT = 5;

function Recent({ contact, people }: { readonly contact: Contact; readonly people: People }) {
  const texts = useText('people');
  const fields = useText('fields');
  const { format } = useLocale();
  const sourceOf = useSourceOf();
  const touches = people.meetings
    .filter((each) => each.touch && each.at <= people.now && each.contacts.includes(contact.id))
    .slice(0, RECENT);
  return (
    <section>
      <h4>{texts.recent}</h4>
      {touches.length === 0 && <p className="kz-ppl-faint">{texts.recentNone}</p>}
      <ul className="kz-ppl-plain">
        {touches.map((touch) => (
          <li key={`${touch.at} ${touch.kind}`}>
            <DateText value={isoDateOf(touch.at)} /> {choiceLabel(fields, 'kind', touch.kind)}{' '}
            <span className="kz-ppl-faint">
              {touch.team.length > 0 && `${format.list(touch.team)} · `}
              {sourceOf(touch.source)}
            </span>
          </li>
        ))}
      </ul>
      {people.readBackTo !== undefined && (
        <p className="kz-ppl-faint">{texts.readBackTo(format.date(isoDateOf(people.readBackTo)))}</p>
      )}
    </section>
  );
}

function KnownBy({ contact, people }: { readonly contact: Contact; readonly people: People }) {
  const texts = useText('people');
  const known = people.known.of.get(contact.id) ?? [];
  return (
    <section>
      <h4>{texts.knownBySection}</h4>
      {known.length === 0 && <p className="kz-ppl-faint">{texts.nobody}</p>}
      <ul className="kz-ppl-plain">
        {known.map((each) => (
          <li key={each.name}>
            {each.name} <Knows acquaintance={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Merged({ contact }: { readonly contact: Contact }) {
  const texts = useText('people');
  const { format } = useLocale();
  const { merged = [] } = contact;
  if (merged.length === 0) return null;
  return (
    <section>
      <h4>{texts.mergedFrom}</h4>
      <ul className="kz-ppl-plain">
        {merged.map((each) => (
          <li key={each.id}>{texts.mergedLine(each.name, format.date(isoDateOf(each.at)))}</li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ contact, people, changes, onMergeWith, onClose }: PersonPanelProps) {
  const texts = useText('people');
  const left = hasLeft(contact, people.today);
  return (
    <div className="kz-ppl-actions">
      <Button
        size="small"
        onClick={() => void changes.setField(contact.id, 'leftOn', left ? null : people.today)}
      >
        {left ? texts.cameBack : texts.leftToday}
      </Button>
      {people.contacts.length > 1 && (
        <PopoverButton
          size="small"
          panelLabel={texts.mergeWith}
          panel={(close) => (
            <div className="kz-ppl-form">
              <PickPerson
                label={texts.mergeChoose}
                contact={contact}
                people={people}
                value={undefined}
                onPick={(id) => {
                  close();
                  onMergeWith(id);
                }}
              />
            </div>
          )}
        >
          {texts.mergeWith}
        </PopoverButton>
      )}
      <Button
        size="small"
        onClick={() => {
          onClose();
          void changes.remove(contact);
        }}
      >
        {texts.remove}
      </Button>
    </div>
  );
}

export function PersonPanel(props: PersonPanelProps) {
  const { contact, people, changes, facts, onClose } = props;
  const texts = useText('people');
  const [withSources, setWithSources] = useState(false);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it reads and edits here next; closing gives the focus back to the list.
  useEffect(() => heading.current?.focus(), []);
  const onSave: Save = (field, value) => void changes.setField(contact.id, field, value);
  return (
    <aside className="kz-ppl-panel" aria-labelledby={id}>
      <header>
        <h3 id={id} ref={heading} tabIndex={-1}>
          {contact.name}
        </h3>
        <IconButton icon={X} size="small" label={texts.close} keys="Escape" onClick={onClose} />
        <span className="kz-ppl-about">
          <LeftText contact={contact} today={people.today} />
          {contact.email !== undefined && <Mail address={contact.email} />}
        </span>
      </header>
      <Actions {...props} />
      <Fields contact={contact} people={people} onSave={onSave} />
      <Recent contact={contact} people={people} />
      <KnownBy contact={contact} people={people} />
      <Merged contact={contact} />
      {facts !== undefined && (
        <section>
          <Button
            variant="quiet"
            size="small"
            aria-expanded={withSources}
            onClick={() => setWithSources(!withSources)}
          >
            {texts.sources}
          </Button>
          {withSources && <div className="kz-ppl-facts">{facts(contact.id)}</div>}
        </section>
      )}
    </aside>
  );
}

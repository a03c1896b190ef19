/** One person with every field edited where it stands, recent touches, who knows them, and what can be done about them. */
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useKinds } from '#renderer/data/notes.ts';
import { kindLabel } from '#renderer/i18n/field-label.ts';
import { isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { DateText } from '#renderer/ui/figures.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { hasLeft } from '#shared/domain/people/gaps.ts';
import type { Contact } from '#shared/model/contact.ts';
import { Knows } from './acquaintance-table.tsx';
import { LeftText, Mail, useSourceOf } from './people-marks.tsx';
import { Fields, PickPerson, type Save } from './person-fields.tsx';
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

const RECENT = 5;

function Recent({ contact, people }: { readonly contact: Contact; readonly people: People }) {
  const texts = useText('people');
  const fields = useText('fields');
  const kinds = useKinds();
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
            <DateText value={isoDateOf(touch.at)} /> {kindLabel(fields, kinds, touch.kind)}{' '}
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

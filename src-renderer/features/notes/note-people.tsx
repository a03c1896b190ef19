/** Who took part, of both sides; somebody new on the customer's side is written in one line and made with the note. */
import { useData } from '#renderer/data/data-context.ts';
import type { NotePeople } from '#renderer/data/notes.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { readContactLine } from '#shared/domain/people/contact-line.ts';
import type { NewContact } from '#shared/model/stored.ts';
import type { NoteFields } from './note-fields.ts';
import { PeopleInput, type Person } from './people-input.tsx';

interface NotePeopleProps {
  readonly fields: NoteFields;
  readonly people: NotePeople;
  readonly change: (patch: Partial<NoteFields>) => void;
}

function useContactPersons({ people, fields }: NotePeopleProps): readonly Person[] {
  const words = useText('fields');
  const texts = useText('notes');
  const hintOf = (contact: Pick<NewContact, 'role' | 'title'>) =>
    contact.title ?? (contact.role === undefined ? undefined : choiceLabel(words, 'role', contact.role));
  return [
    ...people.contacts.map((contact) => ({
      id: contact.id,
      label: contact.name,
      hint: hintOf({
        ...(contact.role === undefined ? {} : { role: contact.role }),
        ...(contact.title === undefined ? {} : { title: contact.title }),
      }),
      reading: contact.nameKana,
    })),
    ...fields.newContacts.map((contact) => ({
      id: contact.id,
      label: contact.name,
      hint: texts.newContactHint,
    })),
  ];
}

function TheirSide(props: NotePeopleProps) {
  const { fields, change } = props;
  const texts = useText('notes');
  const words = useText('fields');
  const { store } = useData();
  const persons = useContactPersons(props);
  const chosen = fields.contacts.flatMap((id) => persons.find((person) => person.id === id) ?? []);
  const offerNew = (typed: string) => {
    const read = readContactLine(typed);
    if (read === undefined) return undefined;
    const role = read.role === undefined ? undefined : choiceLabel(words, 'role', read.role);
    const about = [role, read.title, read.department, read.email, read.phone]
      .filter((part) => part !== undefined)
      .join(' · ');
    return {
      label: texts.newContact(read.name),
      hint: about === '' ? texts.addContact : about,
      add: () => {
        const contact = { ...read, id: store.newId() };
        change({
          newContacts: [...fields.newContacts, contact],
          contacts: [...fields.contacts, contact.id],
        });
      },
    };
  };
  return (
    <PeopleInput
      label={texts.contacts}
      people={persons}
      typed={fields.contactLine}
      onType={(contactLine) => change({ contactLine })}
      chosen={chosen}
      placeholder={texts.addContact}
      whoCommand={texts.commands.theirSide}
      onChange={(ids) =>
        change({
          contacts: ids,
          newContacts: fields.newContacts.filter((contact) => ids.includes(contact.id)),
        })
      }
      offerNew={offerNew}
    />
  );
}

function OurSide({ fields, people, change }: NotePeopleProps) {
  const texts = useText('notes');
  const names = [...new Set([...people.team, ...fields.team])];
  const person = (name: string): Person => ({ id: name, label: name });
  return (
    <PeopleInput
      label={texts.team}
      people={names.map(person)}
      typed={fields.teamLine}
      onType={(teamLine) => change({ teamLine })}
      chosen={fields.team.map(person)}
      placeholder={texts.addPerson}
      whoCommand={texts.commands.ourSide}
      onChange={(team) => change({ team })}
      offerNew={(typed) => {
        const name = typed.trim();
        return {
          label: texts.addName(name),
          add: () => change({ team: [...new Set([...fields.team, name])] }),
        };
      }}
    />
  );
}

export function NoteParticipants(props: NotePeopleProps) {
  return (
    <div className="kz-note-sides">
      <div data-side="contacts">
        <TheirSide {...props} />
      </div>
      <div data-side="team">
        <OurSide {...props} />
      </div>
    </div>
  );
}

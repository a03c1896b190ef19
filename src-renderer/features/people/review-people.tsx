/** What was learnt about the people in the room: role, sentiment, whether they leave. Logged with the note of the meeting. */
import { useData } from '#renderer/data/data-context.ts';
import { contactsOf } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { CONTACT_ROLES, type Contact } from '#shared/model/contact.ts';
import type { SaidPerson } from '#shared/model/stored.ts';
import './review-people.css';

type SaidPeople = Readonly<Record<string, SaidPerson>>;

interface ReviewPeopleProps {
  readonly accountId: string;
  /** Ids of those in the room. */
  readonly contacts: readonly string[];
  /** By the id of the contact. */
  readonly said: SaidPeople;
  readonly onChange: (said: SaidPeople) => void;
}

const STEPS = [1, 2, 3, 4, 5] as const;
/** No role. */
const NONE = '';

/** Without what says nothing. */
function withPerson(
  all: SaidPeople,
  { id, role: known, sentiment: felt }: Contact,
  person: SaidPerson,
): SaidPeople {
  const { [id]: _before, ...rest } = all;
  const { role, sentiment, left } = person;
  const said: SaidPerson = {
    ...(role === undefined || role === (known ?? NONE) ? {} : { role }),
    ...(sentiment === undefined || sentiment === felt ? {} : { sentiment }),
    ...(left === true ? { left } : {}),
  };
  return Object.keys(said).length === 0 ? rest : { ...rest, [id]: said };
}

interface PersonLineProps {
  readonly contact: Contact;
  readonly said: SaidPerson;
  readonly onChange: (said: SaidPerson) => void;
}

function PersonLine({ contact, said, onChange }: PersonLineProps) {
  const texts = useText('people');
  const fields = useText('fields');
  const { name } = contact;
  const sentiment = said.sentiment ?? contact.sentiment;
  return (
    <li>
      <span>{name}</span>
      <Select
        label={texts.reviewRole(name)}
        hideLabel
        value={said.role ?? contact.role ?? NONE}
        options={[
          { value: NONE, label: texts.reviewNoRole },
          ...CONTACT_ROLES.map((role) => ({ value: role, label: choiceLabel(fields, 'role', role) })),
        ]}
        onChange={(role) => onChange({ ...said, role })}
      />
      <Select
        label={texts.reviewSentiment(name)}
        hideLabel
        value={sentiment === undefined ? undefined : String(sentiment)}
        placeholder={texts.reviewNoSentiment}
        options={STEPS.map((step) => ({ value: String(step), label: texts.sentiments[step] }))}
        onChange={(step) => onChange({ ...said, sentiment: Number(step) })}
      />
      <Checkbox
        checked={said.left === true}
        label={texts.reviewLeft(name)}
        onChange={(left) => onChange({ ...said, left })}
      >
        {texts.reviewLeftShort}
      </Checkbox>
    </li>
  );
}

export function ReviewPeople({ accountId, contacts, said, onChange }: ReviewPeopleProps) {
  const texts = useText('people');
  const { db } = useData();
  const live = useLive(() => contactsOf(db, accountId), [db, accountId]);
  const known = live.state === 'ready' ? live.value : [];
  // Who was taken out of the room again is shown while something is said of them: nothing is logged unseen.
  const shown = known.filter(
    ({ id, leftOn }) => (contacts.includes(id) && leftOn === undefined) || Object.hasOwn(said, id),
  );
  if (shown.length === 0) return null;
  return (
    <section className="kz-ppl-review" aria-label={texts.reviewTitle}>
      <h3>{texts.reviewTitle}</h3>
      <ul>
        {shown.map((contact) => (
          <PersonLine
            key={contact.id}
            contact={contact}
            said={said[contact.id] ?? {}}
            onChange={(person) => onChange(withPerson(said, contact, person))}
          />
        ))}
      </ul>
    </section>
  );
}

/** Who reports to whom, as an indented list; circles are told where they begin. */
import { CornerDownRight } from 'lucide-react';
import { useState } from 'react';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import { hasLeft } from '#shared/domain/people/gaps.ts';
import { type OrganisationLine, organisation } from '#shared/domain/people/organisation.ts';
import type { Contact } from '#shared/model/contact.ts';
import { LeftText, SentimentMark } from './people-marks.tsx';
import type { People } from './use-people.ts';

interface OrganisationProps {
  readonly people: People;
  readonly shown: readonly Contact[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

const FIRST_LINES = 300;
/** Deeper levels stand at this one: the eye no longer counts them. */
const DEEPEST = 12;

interface LineProps extends Omit<OrganisationProps, 'shown'> {
  readonly line: OrganisationLine;
}

function Line({ line, people, selected, onSelect }: LineProps) {
  const texts = useText('people');
  const fields = useText('fields');
  const { format } = useLocale();
  const { contact, depth, reports, circle } = line;
  const { role, title, department } = contact;
  const names = (circle ?? []).map((id) => people.byId.get(id)?.name ?? id);
  return (
    <li
      data-gone={hasLeft(contact, people.today)}
      style={{ paddingInlineStart: `${Math.min(depth, DEEPEST) * 24}px` }}
    >
      {depth > 0 && <CornerDownRight size={14} strokeWidth={1.5} aria-hidden />}
      <VisuallyHidden>{texts.level(depth + 1)}: </VisuallyHidden>
      <button
        type="button"
        className="kz-ppl-name"
        data-person={contact.id}
        aria-pressed={contact.id === selected}
        onClick={() => onSelect(contact.id)}
      >
        {contact.name}
      </button>
      {role !== undefined && <Badge>{choiceLabel(fields, 'role', role)}</Badge>}
      <span>{[title, department].filter((part) => part !== undefined).join(' · ')}</span>
      {contact.sentiment !== undefined && <SentimentMark value={contact.sentiment} />}
      {reports > 0 && <span className="kz-ppl-faint">{texts.reports(reports)}</span>}
      <LeftText contact={contact} today={people.today} />
      {circle !== undefined && <Badge tone="warning">{texts.circle(format.list(names))}</Badge>}
    </li>
  );
}

export function OrganisationView({ people, shown, selected, onSelect }: OrganisationProps) {
  const texts = useText('people');
  const { format } = useLocale();
  const [all, setAll] = useState(false);
  const lines = organisation(shown);
  const drawn = all ? lines : lines.slice(0, FIRST_LINES);
  return (
    <section className="kz-ppl-tree" aria-label={texts.organisationLabel}>
      <p className="kz-ppl-faint">{texts.organisationHint}</p>
      <ul>
        {drawn.map((line) => (
          <Line key={line.contact.id} line={line} people={people} selected={selected} onSelect={onSelect} />
        ))}
      </ul>
      {drawn.length < lines.length && (
        <Button onClick={() => setAll(true)}>{texts.showAll(format.number(lines.length))}</Button>
      )}
    </section>
  );
}

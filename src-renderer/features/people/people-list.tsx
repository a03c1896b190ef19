/** The people as a table: who is who, how they feel and when they were last met; those who left come last, greyed. */
import { useRef, useState } from 'react';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { useCommands } from '#renderer/ui/keys.ts';
import { hasLeft } from '#shared/domain/people/gaps.ts';
import type { Contact } from '#shared/model/contact.ts';
import { asInfluence, LastContactText, LeftText, Mail, SentimentMark } from './people-marks.tsx';
import type { People } from './use-people.ts';

/** Rows drawn before somebody asks for all: a screenful is what one reads, the search finds the rest. */
const FIRST_ROWS = 200;

interface PeopleListProps {
  readonly people: People;
  /** In the order shown. */
  readonly shown: readonly Contact[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

interface RowProps {
  readonly contact: Contact;
  readonly people: People;
  readonly isSelected: boolean;
  readonly onSelect: (id: string) => void;
}

function Row({ contact, people, isSelected, onSelect }: RowProps) {
  const texts = useText('people');
  const fields = useText('fields');
  const { name, nameKana, role, title, department, influence, email } = contact;
  const step = asInfluence(influence);
  return (
    <tr data-gone={hasLeft(contact, people.today)} data-selected={isSelected}>
      <th scope="row">
        <button
          type="button"
          className="kz-ppl-name"
          aria-pressed={isSelected}
          data-person={contact.id}
          onClick={() => onSelect(contact.id)}
        >
          {name}
        </button>
        {nameKana !== undefined && (
          <span className="kz-ppl-faint" lang="ja">
            {nameKana}
          </span>
        )}
        <LeftText contact={contact} today={people.today} />
      </th>
      <td>{role !== undefined && <Badge>{choiceLabel(fields, 'role', role)}</Badge>}</td>
      <td className="kz-ppl-title">{[title, department].filter((part) => part !== undefined).join(' · ')}</td>
      <td>
        <SentimentMark value={contact.sentiment} />
      </td>
      <td className={step === undefined ? 'kz-ppl-mark kz-ppl-faint' : 'kz-ppl-mark'}>
        {step === undefined ? texts.unknown : texts.influences[step]}
      </td>
      <td>
        <LastContactText last={people.last.get(contact.id)} />
      </td>
      <td className="kz-ppl-one-line">{email !== undefined && <Mail address={email} />}</td>
    </tr>
  );
}

/** j and k walk over the names; the one that was walked to is opened by Enter, as any button. */
function useWalk(table: React.RefObject<HTMLTableElement | null>): void {
  const texts = useText('people');
  const step = (by: 1 | -1) => {
    const buttons = [...(table.current?.querySelectorAll<HTMLElement>('[data-person]') ?? [])];
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? buttons.indexOf(activeElement) : -1;
    const next = buttons[at === -1 ? 0 : Math.min(buttons.length - 1, Math.max(0, at + by))];
    next?.focus();
  };
  useCommands({
    id: 'people.list',
    title: texts.title,
    commands: [
      { id: 'people.next', label: texts.commandNext, keys: ['j'], keyboardOnly: true, run: () => step(1) },
      {
        id: 'people.previous',
        label: texts.commandPrevious,
        keys: ['k'],
        keyboardOnly: true,
        run: () => step(-1),
      },
    ],
  });
}

export function PeopleList({ people, shown, selected, onSelect }: PeopleListProps) {
  const texts = useText('people');
  const { format } = useLocale();
  const [all, setAll] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  useWalk(table);
  const rows = all ? shown : shown.slice(0, FIRST_ROWS);
  const heads = [
    texts.name,
    texts.role,
    texts.titleAndDepartment,
    texts.sentiment,
    texts.influence,
    texts.lastContact,
    texts.email,
  ];
  if (shown.length === 0) return <p className="kz-ppl-faint">{texts.notFound}</p>;
  return (
    <>
      <div className="kz-ppl-scroll">
        <table ref={table} className="kz-ppl-table kz-ppl-list">
          <caption className="kz-visually-hidden">{texts.title}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((contact) => (
              <Row
                key={contact.id}
                contact={contact}
                people={people}
                isSelected={contact.id === selected}
                onSelect={onSelect}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < shown.length && (
        <Button onClick={() => setAll(true)}>{texts.showAll(format.number(shown.length))}</Button>
      )}
    </>
  );
}

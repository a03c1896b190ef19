/** The left pane: what to know of the account now, from renewal to open tickets, and who is in the room. */
import type { ReactNode } from 'react';
import { useKinds } from '#renderer/data/notes.ts';
import { choiceLabel, kindLabel } from '#renderer/i18n/field-label.ts';
import { daysBetween, isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Money } from '#renderer/ui/figures.tsx';
import type { MeetingFields } from './meeting-note.ts';
import type { MeetingFacts } from './use-meeting-facts.ts';

interface NowPaneProps {
  readonly facts: MeetingFacts;
  readonly fields: MeetingFields;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** How the account stands. */
  readonly health: ReactNode;
  /** The open objectives. */
  readonly plan: ReactNode;
  /** Where people are chosen. */
  readonly participants: ReactNode;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="kz-meeting-part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

const SOON = 90;
const TASKS = 8;

function Head({ facts, today }: Pick<NowPaneProps, 'facts' | 'today'>) {
  const texts = useText('meeting');
  const { format } = useLocale();
  const { renewalDate, arr } = facts.row;
  const days = renewalDate === undefined ? undefined : daysBetween(today, renewalDate);
  return (
    <dl className="kz-meeting-head">
      <div>
        <dt>{texts.renewal}</dt>
        <dd>
          {renewalDate === undefined ? (
            texts.unknown
          ) : (
            <>
              <span className="kz-figure">{format.date(renewalDate)}</span>
              {days !== undefined && (
                <Badge tone={days <= SOON ? 'warning' : 'neutral'}>{format.relativeDays(days)}</Badge>
              )}
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{texts.arr}</dt>
        <dd>
          {arr.length === 0
            ? texts.unknown
            : arr.map((money) => <Money key={money.currency} value={money} />)}
        </dd>
      </div>
    </dl>
  );
}

function Touches({ facts }: Pick<NowPaneProps, 'facts'>) {
  const texts = useText('meeting');
  const words = useText('fields');
  const { format } = useLocale();
  const kinds = useKinds();
  if (facts.touches.length === 0) return <p className="kz-meeting-faint">{texts.noTouches}</p>;
  return (
    <ul>
      {facts.touches.map(({ key, at, kind, subject }) => (
        <li key={key} className="kz-meeting-line">
          <time className="kz-figure kz-meeting-faint">{format.dateShort(isoDateOf(at))}</time>
          <span>
            {kindLabel(words, kinds, kind)}
            {subject !== '' && <span className="kz-meeting-faint"> {subject}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Room({ facts, fields, today }: Pick<NowPaneProps, 'facts' | 'fields' | 'today'>) {
  const texts = useText('meeting');
  const words = useText('fields');
  const { format } = useLocale();
  const known = new Map(facts.contacts.map((contact) => [contact.id, contact]));
  const brought = new Map(fields.newContacts.map((contact) => [contact.id, contact]));
  if (fields.contacts.length === 0) return <p className="kz-meeting-faint">{texts.nobody}</p>;
  return (
    <ul>
      {fields.contacts.map((id) => {
        const contact = known.get(id) ?? brought.get(id);
        if (contact === undefined) return null;
        const last = facts.last.get(id);
        const role = contact.role === undefined ? undefined : choiceLabel(words, 'role', contact.role);
        const when =
          last === undefined
            ? texts.neverMet
            : texts.lastMet(format.relativeDays(daysBetween(today, isoDateOf(last.at))));
        return (
          <li key={id}>
            <span>{contact.name}</span>{' '}
            <span className="kz-meeting-faint">
              {[role, contact.title, brought.has(id) ? texts.newPerson : when]
                .filter((part) => part !== undefined)
                .join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Tasks({ facts, today }: Pick<NowPaneProps, 'facts' | 'today'>) {
  const texts = useText('meeting');
  const { format } = useLocale();
  const all = facts.tasks.toSorted((a, b) => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
  if (all.length === 0) return <p className="kz-meeting-faint">{texts.noTasks}</p>;
  return (
    <ul>
      {all.slice(0, TASKS).map((task) => (
        <li key={task.id}>
          <Badge>{texts[task.side]}</Badge> <span>{task.title}</span>{' '}
          <span className="kz-meeting-faint" data-late={task.due !== undefined && task.due < today}>
            {[task.owner, task.due === undefined ? '' : texts.due(format.dateShort(task.due))]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
      {all.length > TASKS && <li className="kz-meeting-faint">{texts.more(all.length - TASKS)}</li>}
    </ul>
  );
}

function Tickets({ facts }: Pick<NowPaneProps, 'facts'>) {
  const texts = useText('meeting');
  const { format } = useLocale();
  const count = facts.row.openTickets;
  if (count === 0) return <p className="kz-meeting-faint">{texts.noTickets}</p>;
  return (
    <ul>
      {facts.tickets.map(({ key, at, subject, priority }) => (
        <li key={key} className="kz-meeting-line">
          <time className="kz-figure kz-meeting-faint">{format.dateShort(isoDateOf(at))}</time>
          <span>
            {subject} {priority !== '' && <span className="kz-meeting-faint">{priority}</span>}
          </span>
        </li>
      ))}
      {count > facts.tickets.length && (
        <li className="kz-meeting-faint">{texts.more(count - facts.tickets.length)}</li>
      )}
    </ul>
  );
}

export function NowPane({ facts, fields, today, health, plan, participants }: NowPaneProps) {
  const texts = useText('meeting');
  const { openTickets } = facts.row;
  const count = (value: number) => (value === 0 ? '' : ` (${value})`);
  return (
    <aside className="kz-meeting-now kz-scroll" aria-label={texts.now}>
      <Head facts={facts} today={today} />
      {health}
      <Part title={texts.objectives}>{plan}</Part>
      <Part title={texts.inTheRoom}>
        <Room facts={facts} fields={fields} today={today} />
        {participants}
      </Part>
      <Part title={texts.lastTouches}>
        <Touches facts={facts} />
      </Part>
      <Part title={`${texts.openTasks}${count(facts.tasks.length)}`}>
        <Tasks facts={facts} today={today} />
      </Part>
      <Part title={`${texts.openTickets}${count(openTickets)}`}>
        <Tickets facts={facts} />
      </Part>
    </aside>
  );
}

/** The People tab: who is who at the customer; those who left come last. A row opens to all its facts. */
import { UsersRound } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { contactsOf } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { choiceLabel } from '#renderer/i18n/field-label.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { EmptyState, Skeleton } from '#renderer/ui/states.tsx';
import { CONTACT_ROLES, type Contact } from '#shared/model/contact.ts';
import { RecordFacts } from './record-facts.tsx';

function roleRank(contact: Contact): number {
  const rank = (CONTACT_ROLES as readonly string[]).indexOf(contact.role ?? '');
  return rank === -1 ? CONTACT_ROLES.length : rank;
}

/** Present before gone, then by role, then by name. */
export function inOrder(contacts: readonly Contact[], compare: (a: string, b: string) => number): Contact[] {
  return [...contacts].sort(
    (a, b) =>
      Number(a.leftOn !== undefined) - Number(b.leftOn !== undefined) ||
      roleRank(a) - roleRank(b) ||
      compare(a.nameKana ?? a.name, b.nameKana ?? b.name),
  );
}

function Mail({ address }: { readonly address: string }) {
  const texts = useText('account');
  const { bridge } = useData();
  const url = `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`;
  return (
    <a
      href={url}
      title={texts.writeTo(address)}
      onClick={(event) => {
        event.preventDefault();
        bridge.call('app.openExternal', { url }).catch(() => undefined);
      }}
    >
      {address}
    </a>
  );
}

interface RowProps {
  readonly contact: Contact;
  readonly accountName: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function ContactRow({ contact, accountName, isOpen, onToggle }: RowProps) {
  const texts = useText('account');
  const fields = useText('fields');
  const { format } = useLocale();
  const { role, leftOn, nameKana, email, account = '' } = contact;
  return (
    <>
      <tr data-gone={leftOn !== undefined}>
        <th scope="row">
          <button type="button" className="kz-acc-open" aria-expanded={isOpen} onClick={onToggle}>
            {contact.name}
          </button>
          {nameKana !== undefined && (
            <span className="kz-acc-faint" lang="ja">
              {nameKana}
            </span>
          )}
        </th>
        <td>{role !== undefined && <Badge>{choiceLabel(fields, 'role', role)}</Badge>}</td>
        <td>{contact.title}</td>
        <td>{contact.department}</td>
        <td>{email !== undefined && <Mail address={email} />}</td>
        <td className="kz-figure">{contact.phone ?? contact.mobile}</td>
        <td>{leftOn !== undefined && <Badge tone="warning">{texts.left(format.date(leftOn))}</Badge>}</td>
      </tr>
      {isOpen && (
        <tr className="kz-acc-opened">
          <td colSpan={7}>
            <RecordFacts noun="contact" recordId={contact.id} names={new Map([[account, accountName]])} />
          </td>
        </tr>
      )}
    </>
  );
}

export function PeopleTab({
  accountId,
  accountName,
}: {
  readonly accountId: string;
  readonly accountName: string;
}) {
  const texts = useText('account');
  const fields = useText('fields');
  const { locale } = useLocale();
  const { db } = useData();
  const live = useLive(() => contactsOf(db, accountId), [db, accountId]);
  const [open, setOpen] = useState<string | undefined>(undefined);
  if (live.state !== 'ready') return <Skeleton />;
  if (live.value.length === 0) {
    return (
      <EmptyState icon={UsersRound} title={texts.peopleNone}>
        {texts.peopleNoneBody}
      </EmptyState>
    );
  }
  const { compare } = new Intl.Collator(locale);
  const { labels } = fields;
  const heads = [
    labels.contact.name,
    labels.contact.role,
    labels.contact.title,
    labels.contact.department,
    labels.contact.email,
    labels.contact.phone,
    labels.contact.leftOn,
  ];
  return (
    <div className="kz-acc-tab">
      <table className="kz-acc-table">
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
          {inOrder(live.value, compare).map((contact) => (
            <Fragment key={contact.id}>
              <ContactRow
                contact={contact}
                accountName={accountName}
                isOpen={open === contact.id}
                onToggle={() => setOpen(open === contact.id ? undefined : contact.id)}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

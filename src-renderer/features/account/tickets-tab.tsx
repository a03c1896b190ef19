/** The Tickets tab: what is open first, then what was closed, the newest first. */
import { LifeBuoy } from 'lucide-react';
import type { ReactNode } from 'react';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { daysBetween, isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateText } from '#renderer/ui/figures.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import { useTickets } from './use-tickets.ts';

interface TicketsTabProps {
  readonly accountId: string;
  readonly summary: AccountSummary | undefined;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

function text(event: HistoryEvent, field: string): string {
  const value = event.values[field];
  return typeof value === 'string' ? value : '';
}

interface Column {
  readonly field: string;
  readonly right?: boolean;
  readonly cell: (event: HistoryEvent) => ReactNode;
}

function Subject({ event }: { readonly event: HistoryEvent }) {
  const texts = useText('account');
  const body = text(event, 'body');
  return (
    <>
      <span title={body === '' ? undefined : body}>
        {text(event, 'subject') || text(event, 'externalId')}
      </span>{' '}
      {event.values.escalated === true && <Badge tone="danger">{texts.escalated}</Badge>}
    </>
  );
}

/** The columns that say something about these tickets, after the subject. */
function useColumns(events: readonly HistoryEvent[], today: string, isOpen: boolean): readonly Column[] {
  const { format } = useLocale();
  const words = (field: string): Column => ({ field, cell: (event) => text(event, field) });
  const figure = (field: string): Column => ({
    field,
    right: true,
    cell: ({ values }) => {
      const value = values[field];
      return typeof value === 'number' ? format.number(value) : '';
    },
  });
  const opened: Column = {
    field: 'at',
    cell: ({ at }) => (
      <>
        <DateText value={isoDateOf(at)} numeric />{' '}
        {isOpen && (
          <span className="kz-acc-faint">{format.relativeDays(daysBetween(today, isoDateOf(at)))}</span>
        )}
      </>
    ),
  };
  const closed: Column = {
    field: 'closedAt',
    cell: ({ values: { closedAt } }) =>
      typeof closedAt === 'number' && <DateText value={isoDateOf(closedAt)} numeric />,
  };
  const all = [words('status'), words('priority'), words('type'), opened, closed];
  all.push(figure('resolutionHours'), figure('csat'), words('owner'));
  return all.filter(
    ({ field }) => field === 'at' || events.some((event) => event.values[field] !== undefined),
  );
}

interface TableProps {
  readonly title: string;
  readonly events: readonly HistoryEvent[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly isOpen: boolean;
}

function TicketTable({ title, events, today, isOpen }: TableProps) {
  const fields = useText('fields');
  const { format } = useLocale();
  const columns = useColumns(events, today, isOpen);
  return (
    <table className="kz-acc-table kz-acc-tickets">
      <caption>
        {title} <span className="kz-acc-faint">{format.number(events.length)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{fieldLabel(fields, 'ticket', 'subject')}</th>
          {columns.map(({ field, right }) => (
            <th key={field} scope="col" className={right === true ? 'kz-acc-right' : undefined}>
              {fieldLabel(fields, 'ticket', field)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={`${event.keyHi}:${event.keyLo}`}>
            <th scope="row">
              <Subject event={event} />
            </th>
            {columns.map(({ field, right, cell }) => (
              <td key={field} className={right === true ? 'kz-acc-right' : undefined}>
                {cell(event)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function TicketsTab({ accountId, summary, today }: TicketsTabProps) {
  const texts = useText('account');
  const { format } = useLocale();
  const openCount = summary?.ticketsOpen ?? 0;
  const total = summary?.rows.ticket ?? 0;
  const tickets = useTickets(accountId, openCount, total);
  if (tickets.state === 'loading') return <Skeleton />;
  if (tickets.state === 'failed')
    return <ErrorState title={texts.failedTitle}>{texts.failedBody}</ErrorState>;
  const shown = tickets.open.length + tickets.closed.length;
  if (shown === 0) {
    return (
      <EmptyState icon={LifeBuoy} title={texts.ticketsNone}>
        {texts.ticketsNoneBody}
      </EmptyState>
    );
  }
  const missing = Math.max(0, openCount - tickets.open.length);
  return (
    <div className="kz-acc-tab">
      {tickets.open.length > 0 ? (
        <TicketTable title={texts.ticketsOpen} events={tickets.open} today={today} isOpen />
      ) : (
        <p className="kz-acc-faint">{texts.noneOpen}</p>
      )}
      {missing > 0 && tickets.more && <p role="status">{texts.openMissing(missing)}</p>}
      {tickets.closed.length > 0 && (
        <TicketTable title={texts.ticketsClosed} events={tickets.closed} today={today} isOpen={false} />
      )}
      {tickets.more && (
        <Button onClick={tickets.loadMore}>
          {texts.moreClosed(format.number(Math.max(0, total - shown)))}
        </Button>
      )}
    </div>
  );
}

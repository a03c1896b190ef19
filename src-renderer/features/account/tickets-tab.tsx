/** The Tickets tab: what is open first, then what was closed, the newest first. */
import { LifeBuoy } from 'lucide-react';
import { daysBetween, isoDateOf } from '#renderer/i18n/format.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateText } from '#renderer/ui/figures.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/ui/states.tsx';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import type { HistoryEvent } from '#shared/model/stored.ts';
import { useTickets } from './use-tickets.ts';

export interface TicketsTabProps {
  readonly accountId: string;
  readonly summary: AccountSummary | undefined;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

function text(event: HistoryEvent, field: string): string {
  const value = event.values[field];
  return typeof value === 'string' ? value : '';
}

function TicketRow({
  event,
  today,
  isOpen,
}: {
  readonly event: HistoryEvent;
  readonly today: string;
  readonly isOpen: boolean;
}) {
  const texts = useText('account');
  const { format } = useLocale();
  const opened = isoDateOf(event.at);
  const { closedAt, resolutionHours, csat, escalated } = event.values;
  const body = text(event, 'body');
  return (
    <tr>
      <th scope="row">
        <span title={body === '' ? undefined : body}>
          {text(event, 'subject') || text(event, 'externalId')}
        </span>{' '}
        {escalated === true && <Badge tone="danger">{texts.escalated}</Badge>}
      </th>
      <td>{text(event, 'status')}</td>
      <td>{text(event, 'priority')}</td>
      <td>{text(event, 'type')}</td>
      <td>
        <DateText value={opened} numeric />{' '}
        {isOpen && <span className="kz-acc-faint">{format.relativeDays(daysBetween(today, opened))}</span>}
      </td>
      <td>{typeof closedAt === 'number' && <DateText value={isoDateOf(closedAt)} numeric />}</td>
      <td className="kz-acc-right">
        {typeof resolutionHours === 'number' && format.number(resolutionHours)}
      </td>
      <td className="kz-acc-right">{typeof csat === 'number' && format.number(csat)}</td>
      <td>{text(event, 'owner')}</td>
    </tr>
  );
}

interface TableProps {
  readonly title: string;
  readonly events: readonly HistoryEvent[];
  readonly today: string;
  readonly isOpen: boolean;
}

function TicketTable({ title, events, today, isOpen }: TableProps) {
  const { labels } = useText('fields');
  const words = labels.ticket;
  const heads = [words.subject, words.status, words.priority, words.type, words.at, words.closedAt];
  return (
    <table className="kz-acc-table kz-acc-tickets">
      <caption>
        {title} <span className="kz-acc-faint">{events.length}</span>
      </caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <th scope="col" className="kz-acc-right">
            {words.resolutionHours}
          </th>
          <th scope="col" className="kz-acc-right">
            {words.csat}
          </th>
          <th scope="col">{words.owner}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <TicketRow key={`${event.keyHi}:${event.keyLo}`} event={event} today={today} isOpen={isOpen} />
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

/** The Money tab: what counts today and why, subscription by subscription; the opportunities below. */
import { Coins } from 'lucide-react';
import { useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { opportunitiesOf } from '#renderer/data/records.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { DateText, Money } from '#renderer/ui/figures.tsx';
import { EmptyState, Skeleton } from '#renderer/ui/states.tsx';
import {
  monthlyOf,
  revenueOn,
  type Standing,
  standingOn,
  yearlyOf,
} from '#shared/domain/revenue/revenue-on.ts';
import type { Account } from '#shared/model/account.ts';
import type { Opportunity } from '#shared/model/opportunity.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { RecordFacts } from './record-facts.tsx';

interface MoneyTabProps {
  readonly account: Account;
  readonly subscriptions: readonly Subscription[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

const STANDING_ORDER: readonly Standing[] = ['counts', 'future', 'no-amount', 'ended'];

function Sums({ account, subscriptions, today }: MoneyTabProps) {
  const texts = useText('account');
  const { format } = useLocale();
  const sums = revenueOn(subscriptions, today);
  const said = account.arr;
  return (
    <section className="kz-acc-sums">
      <dl>
        {sums.map((sum) => (
          <div key={sum.currency}>
            <dt>
              {texts.mrr} · {texts.arr}
            </dt>
            <dd>
              <span className="kz-acc-big">
                <Money value={sum.mrr} full /> × 12 = <Money value={sum.arr} full />
              </span>
              <span className="kz-acc-faint">{texts.sumOf(sum.count, format.money(sum.arr))}</span>
            </dd>
          </div>
        ))}
        {sums.length === 0 && said !== undefined && (
          <div>
            <dt>{texts.arr}</dt>
            <dd>
              <span className="kz-acc-big">
                <Money value={said} full />
              </span>
              <span className="kz-acc-faint">{texts.sourceArr}</span>
            </dd>
          </div>
        )}
      </dl>
      <p className="kz-acc-faint">
        {texts.formula(format.date(today))} {sums.length > 1 && texts.mixed}{' '}
        {sums.length > 0 && said !== undefined && texts.sourceArrBeside(format.money(said))}
      </p>
    </section>
  );
}

function StandingCell({
  subscription,
  today,
}: {
  readonly subscription: Subscription;
  readonly today: string;
}) {
  const texts = useText('account');
  const { format } = useLocale();
  const standing = standingOn(subscription, today);
  const { startDate, endDate } = subscription;
  const words = texts.standingWhy;
  const why = {
    counts: () => (endDate === undefined ? words.open : words.counts(format.date(endDate))),
    ended: () => words.ended(format.date(endDate ?? '')),
    future: () => words.future(format.date(startDate ?? '')),
    'no-amount': () => words['no-amount'],
  }[standing];
  return (
    <>
      <Badge tone={standing === 'counts' ? 'good' : 'neutral'}>{texts.standing[standing]}</Badge>{' '}
      <span className="kz-acc-faint">{why()}</span>
    </>
  );
}

function SubscriptionTable({ account, subscriptions, today }: MoneyTabProps) {
  const texts = useText('account');
  const { labels } = useText('fields');
  const { format } = useLocale();
  const [open, setOpen] = useState<string | undefined>(undefined);
  const words = labels.subscription;
  const rank = (each: Subscription) => STANDING_ORDER.indexOf(standingOn(each, today));
  const sorted = [...subscriptions].sort(
    (a, b) => rank(a) - rank(b) || ((b.startDate ?? '') < (a.startDate ?? '') ? -1 : 1),
  );
  return (
    <table className="kz-acc-table">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.plan}</th>
          <th scope="col">{words.startDate}</th>
          <th scope="col">{words.endDate}</th>
          <th scope="col" className="kz-acc-right">
            {words.seats}
          </th>
          <th scope="col" className="kz-acc-right">
            {texts.mrr}
          </th>
          <th scope="col" className="kz-acc-right">
            {texts.arr}
          </th>
          <th scope="col">{texts.countsToday}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((each) => {
          const monthly = monthlyOf(each);
          const yearly = yearlyOf(each);
          const isOpen = open === each.id;
          return [
            <tr key={each.id} data-gone={standingOn(each, today) === 'ended'}>
              <th scope="row">
                <button
                  type="button"
                  className="kz-acc-open"
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? undefined : each.id)}
                >
                  {each.name ?? each.plan ?? each.externalId ?? words.name}
                </button>
              </th>
              <td>{each.plan}</td>
              <td>{each.startDate !== undefined && <DateText value={each.startDate} numeric />}</td>
              <td>{each.endDate !== undefined && <DateText value={each.endDate} numeric />}</td>
              <td className="kz-acc-right">{each.seats !== undefined && format.number(each.seats)}</td>
              <td className="kz-acc-right">{monthly !== undefined && <Money value={monthly} full />}</td>
              <td className="kz-acc-right">{yearly !== undefined && <Money value={yearly} full />}</td>
              <td>
                <StandingCell subscription={each} today={today} />
              </td>
            </tr>,
            isOpen && (
              <tr key={`${each.id}-facts`} className="kz-acc-opened">
                <td colSpan={8}>
                  <RecordFacts
                    noun="subscription"
                    recordId={each.id}
                    names={new Map([[account.id, account.name]])}
                  />
                </td>
              </tr>
            ),
          ];
        })}
      </tbody>
    </table>
  );
}

function OpportunityState({ each }: { readonly each: Opportunity }) {
  const texts = useText('account');
  if (each.isWon === true) return <Badge tone="good">{texts.won}</Badge>;
  return each.isClosed === true ? (
    <Badge>{texts.lost}</Badge>
  ) : (
    <Badge tone="accent">{texts.opportunityOpen}</Badge>
  );
}

function Opportunities({ accountId }: { readonly accountId: string }) {
  const texts = useText('account');
  const { labels } = useText('fields');
  const { format } = useLocale();
  const { db } = useData();
  const live = useLive(() => opportunitiesOf(db, accountId), [db, accountId]);
  const words = labels.opportunity;
  if (live.state !== 'ready') return <Skeleton lines={3} />;
  if (live.value.length === 0) return <p className="kz-acc-faint">{texts.opportunitiesNone}</p>;
  const sorted = [...live.value].sort(
    (a, b) =>
      Number(a.isClosed === true) - Number(b.isClosed === true) ||
      ((b.closeDate ?? '') < (a.closeDate ?? '') ? -1 : 1),
  );
  return (
    <table className="kz-acc-table">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.type}</th>
          <th scope="col">{words.stage}</th>
          <th scope="col" className="kz-acc-right">
            {words.amount}
          </th>
          <th scope="col" className="kz-acc-right">
            {words.probability}
          </th>
          <th scope="col">{words.closeDate}</th>
          <th scope="col">{words.owner}</th>
          <th scope="col">{words.nextStep}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((each) => (
          <tr key={each.id} data-gone={each.isClosed === true}>
            <th scope="row">{each.name}</th>
            <td>{each.type}</td>
            <td>
              <OpportunityState each={each} /> {each.stage}
            </td>
            <td className="kz-acc-right">
              {each.amount !== undefined && <Money value={each.amount} full />}
            </td>
            <td className="kz-acc-right">
              {each.probability !== undefined && format.percent(each.probability)}
            </td>
            <td>{each.closeDate !== undefined && <DateText value={each.closeDate} numeric />}</td>
            <td>{each.owner}</td>
            <td>{each.nextStep}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function MoneyTab(props: MoneyTabProps) {
  const texts = useText('account');
  const { account, subscriptions } = props;
  return (
    <div className="kz-acc-tab">
      {subscriptions.length === 0 && account.arr === undefined ? (
        <EmptyState icon={Coins} title={texts.moneyNone}>
          {texts.moneyNoneBody}
        </EmptyState>
      ) : (
        <Sums {...props} />
      )}
      {subscriptions.length > 0 && (
        <section>
          <h3>{texts.subscriptions}</h3>
          <SubscriptionTable {...props} />
        </section>
      )}
      <section>
        <h3>{texts.opportunities}</h3>
        <Opportunities accountId={account.id} />
      </section>
    </div>
  );
}

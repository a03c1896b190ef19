/** The Usage tab: uses by month at once from the summary; the brushed months by week and by feature from the pages. */
import { Activity } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { type UsageDetail, usageBetween } from '#renderer/data/usage-detail.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Chart, type ChartRange } from '#renderer/ui/chart.tsx';
import { EmptyState, Skeleton } from '#renderer/ui/states.tsx';
import type { AccountSummary } from '#shared/domain/summary/account-summary.ts';
import { monthsOption, weeksOption } from './usage-charts.ts';
import { monthsIn, spanOf, type UsageMonth, usageMonths } from './usage-months.ts';

interface UsageTabProps {
  readonly accountId: string;
  readonly summary: AccountSummary | undefined;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

function useTrend(): (change: number | undefined) => string {
  const texts = useText('account');
  const { format } = useLocale();
  return (change) => {
    if (change === undefined || Math.round(change) === 0) return texts.steady;
    const percent = format.percent(Math.abs(change));
    return change > 0 ? texts.rising(percent) : texts.falling(percent);
  };
}

interface MonthTableProps {
  readonly months: readonly UsageMonth[];
  readonly today: string;
}

function MonthTable({ months, today }: MonthTableProps) {
  const texts = useText('account');
  const { format } = useLocale();
  const total = months.reduce((sum, month) => sum + month.uses, 0);
  return (
    <table className="kz-acc-table kz-acc-narrow">
      <thead>
        <tr>
          <th scope="col">{texts.month}</th>
          <th scope="col" className="kz-acc-right">
            {texts.uses}
          </th>
          <th scope="col" className="kz-acc-right">
            {texts.change}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.toReversed().map((month) => {
          const soFar = month.day.slice(0, 7) === today.slice(0, 7);
          return (
            <tr key={month.day}>
              <th scope="row">
                {format.month(month.day)} {soFar && <span className="kz-acc-faint">{texts.soFar}</span>}
              </th>
              <td className="kz-acc-right">{format.number(month.uses)}</td>
              <td className="kz-acc-right">
                {!soFar &&
                  month.change !== undefined &&
                  `${month.change > 0 ? '+' : month.change < 0 ? '−' : '±'}${format.percent(Math.abs(month.change))}`}
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{texts.total}</th>
          <td className="kz-acc-right">{format.number(total)}</td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function FeatureTable({ detail }: { readonly detail: UsageDetail }) {
  const texts = useText('account');
  const { format } = useLocale();
  const rows = [...detail.features].sort(([, a], [, b]) => b - a);
  return (
    <table className="kz-acc-table kz-acc-narrow">
      <caption>{texts.byFeature}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.feature}</th>
          <th scope="col" className="kz-acc-right">
            {texts.uses}
          </th>
          <th scope="col" className="kz-acc-right">
            {texts.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, uses]) => (
          <tr key={name}>
            <th scope="row">{name === '' ? texts.none : name}</th>
            <td className="kz-acc-right">{format.number(uses)}</td>
            <td className="kz-acc-right">{detail.uses > 0 && format.percent((uses / detail.uses) * 100)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The bars of the weeks for those who read rather than look. */
function WeekTable({ weeks }: { readonly weeks: readonly (readonly [string, number])[] }) {
  const texts = useText('account');
  const { format } = useLocale();
  return (
    <details className="kz-acc-weeks">
      <summary>{texts.weeksTable}</summary>
      <table className="kz-acc-table kz-acc-narrow">
        <thead>
          <tr>
            <th scope="col">{texts.week}</th>
            <th scope="col" className="kz-acc-right">
              {texts.uses}
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map(([day, uses]) => (
            <tr key={day}>
              <th scope="row">{format.date(day)}</th>
              <td className="kz-acc-right">{format.number(uses)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** While another stretch is read, the one before stays. */
function useDetail(accountId: string, months: readonly UsageMonth[]): UsageDetail | undefined {
  const { db, store } = useData();
  const [detail, setDetail] = useState<UsageDetail | undefined>(undefined);
  useEffect(() => {
    let over = false;
    const { from, to } = spanOf(months);
    // A moving brush asks many times a second; only where it rests is read.
    const timer = setTimeout(() => {
      usageBetween(db, accountId, from, to, () => over).then(
        (found) => !over && setDetail(found),
        (error: unknown) => store.noteFailure(error),
      );
    }, 120);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [db, store, accountId, months]);
  return detail;
}

function Detail({
  accountId,
  months,
}: {
  readonly accountId: string;
  readonly months: readonly UsageMonth[];
}) {
  const texts = useText('account');
  const { format } = useLocale();
  const detail = useDetail(accountId, months);
  const weeks = useMemo(() => [...(detail?.weeks ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)), [detail]);
  const option = useMemo(() => weeksOption(weeks, { uses: texts.uses, format }), [weeks, texts, format]);
  if (detail === undefined) return <Skeleton lines={4} />;
  const title = texts.usageWeeks(format.month(months[0]?.day ?? ''), format.month(months.at(-1)?.day ?? ''));
  return (
    <section className="kz-acc-usage">
      <div>
        <h3>{title}</h3>
        <Chart label={title} option={option} height={160} />
        <WeekTable weeks={weeks} />
      </div>
      <FeatureTable detail={detail} />
    </section>
  );
}

/** Months that the brush covers at first. */
const FIRST_MONTHS = 6;

export function UsageTab({ accountId, summary, today }: UsageTabProps) {
  const texts = useText('account');
  const { format } = useLocale();
  const trend = useTrend();
  const months = useMemo(() => usageMonths(summary), [summary]);
  const first = months.length <= FIRST_MONTHS ? 0 : 1 - (FIRST_MONTHS - 1) / (months.length - 1);
  const [range, setRange] = useState<ChartRange | undefined>(undefined);
  const option = useMemo(
    () => monthsOption(months, first, { uses: texts.uses, format }),
    [months, first, texts, format],
  );
  const chosen = useMemo(() => monthsIn(months, range ?? { start: first, end: 1 }), [months, range, first]);
  const full = months.filter((month) => month.day.slice(0, 7) !== today.slice(0, 7));
  const last = full.at(-1) ?? months.at(-1);
  if (last === undefined) {
    return (
      <EmptyState icon={Activity} title={texts.usageNone}>
        {texts.usageNoneBody}
      </EmptyState>
    );
  }
  const label = texts.usageChart(format.number(last.uses), format.month(last.day), trend(last.change));
  return (
    <div className="kz-acc-tab">
      <section className="kz-acc-usage">
        <div>
          <h3>{texts.usageMonths}</h3>
          <p className="kz-acc-faint">{label}</p>
          <Chart label={label} option={option} height={260} onRange={setRange} />
          <p className="kz-acc-faint">
            {texts.brushHint} {texts.usageFormula}
          </p>
        </div>
        <MonthTable months={chosen} today={today} />
      </section>
      <Detail accountId={accountId} months={chosen} />
    </div>
  );
}

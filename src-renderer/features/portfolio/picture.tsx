/** Health, revenue and renewal in one look: drawing an area chooses accounts, which stand below and can be acted on. */
import { SearchX } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { useLocale, useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Chart, type ChartArea } from '#renderer/ui/chart.tsx';
import { PopoverButton } from '#renderer/ui/popover.tsx';
import { EmptyState } from '#renderer/ui/states.tsx';
import {
  changePortfolio,
  OPEN,
  type PortfolioViewState,
  type Range,
  usePortfolioView,
} from '#renderer/ui-state/portfolio-view.ts';
import { moneyFromDecimal } from '#shared/base/money.ts';
import type { SegmentRule } from '#shared/domain/segments/segment-rule.ts';
import { totalOf } from '#shared/domain/segments/segment-total.ts';
import { AccountList } from './account-list.tsx';
import { PictureBar } from './picture-bar.tsx';
import { pickedIndex, pictureOption } from './picture-option.ts';
import {
  currenciesOf,
  filtersOf,
  isNarrowed,
  type LeftOut,
  type Point,
  passes,
  placeAccounts,
} from './picture-points.ts';
import type { PortfolioParts } from './portfolio-parts.ts';

const HEIGHT = 380;

/** Whole numbers are enough to choose by, and read better. */
function rangeOf([from, to]: readonly [number, number], least: number, most: number): Range {
  const [low, high] = [Math.round(from), Math.round(to)];
  return { from: low <= least ? null : low, to: high >= most ? null : high };
}

type Areas = Pick<PortfolioViewState, 'health' | 'days' | 'arr'>;

function areasOf(axes: PortfolioViewState['axes'], area: ChartArea | undefined): Areas {
  if (area === undefined) return { health: OPEN, days: OPEN, arr: OPEN };
  const { x, y } = area;
  return axes === 'renewal'
    ? { days: rangeOf(x, -Infinity, Infinity), health: rangeOf(y, 0, 100), arr: OPEN }
    : { health: rangeOf(x, 0, 100), arr: rangeOf(y, -Infinity, Infinity), days: OPEN };
}

/** The rectangle of what the fields say; where one side is open it reaches to the edge of the points. */
function areaOf(view: PortfolioViewState, points: readonly Point[]): ChartArea | undefined {
  if (!isNarrowed(view)) return undefined;
  const far = (range: Range, values: readonly number[], least?: number, most?: number) => {
    const known = values.length === 0 ? [0] : values;
    return [
      range.from ?? least ?? known.reduce((a, b) => Math.min(a, b)),
      range.to ?? most ?? known.reduce((a, b) => Math.max(a, b)),
    ] as const;
  };
  const health = far(view.health, [], 0, 100);
  return view.axes === 'renewal'
    ? {
        x: far(
          view.days,
          points.map(({ x }) => x),
        ),
        y: health,
      }
    : {
        x: health,
        y: far(
          view.arr,
          points.map(({ y }) => y),
        ),
      };
}

function useOption(parts: PortfolioParts, points: readonly Point[], currency: string) {
  const texts = useText('portfolio');
  const { bands, pair } = useText('healthWords');
  const { format } = useLocale();
  const { axes, reach } = usePortfolioView();
  const { rows } = parts.table;
  return useMemo(
    () =>
      pictureOption(points, rows, {
        axes,
        reach,
        days: texts.days,
        health: texts.health,
        revenue: texts.revenueIn(currency),
        bands,
        money: (major) => format.moneyShort(moneyFromDecimal(major, currency)),
        tip: ({ account, arr, health, renewalDate }) =>
          [
            account.name,
            health?.value === undefined
              ? texts.noScore
              : `${bands[health.band]}: ${pair(health.value, health.coverage)}`,
            arr.map((money) => format.moneyShort(money)).join(' · '),
            renewalDate === undefined ? '' : texts.renews(format.date(renewalDate)),
            account.owner ?? '',
          ]
            .filter((line) => line !== '')
            .join('\n'),
      }),
    [points, rows, axes, reach, currency, texts, bands, pair, format],
  );
}

function LeftOutLine({ left }: { readonly left: LeftOut }) {
  const texts = useText('portfolio');
  const { format } = useLocale();
  const reasons = (Object.keys(left) as (keyof LeftOut)[])
    .filter((reason) => left[reason] > 0)
    .map((reason) => texts.left[reason](left[reason]));
  if (reasons.length === 0) return null;
  return <p className="kz-portfolio-faint">{texts.leftOut(format.list(reasons))}</p>;
}

const showAll = () => changePortfolio({ health: OPEN, days: OPEN, arr: OPEN });

interface ActionsProps {
  readonly parts: PortfolioParts;
  /** Undefined when it can only be said account by account. */
  readonly rule: SegmentRule | undefined;
  readonly indexes: readonly number[];
  readonly onDone: () => void;
}

function Actions({ parts, rule, indexes, onDone }: ActionsProps) {
  const texts = useText('portfolio');
  const fields = useText('fields').labels.account;
  const ids = indexes.flatMap((index) => parts.table.rows[index]?.account.id ?? []);
  const exact: SegmentRule = { match: 'all', filters: [{ column: 'id', op: 'anyOf', values: ids }] };
  const isPart = isNarrowed(usePortfolioView());
  return (
    <div className="kz-portfolio-actions">
      {isPart && (
        <Button size="small" variant="quiet" onClick={showAll}>
          {texts.clearArea}
        </Button>
      )}
      <Button size="small" variant="primary" onClick={() => parts.onSave(rule ?? exact, exact)}>
        {texts.saveSegment}
      </Button>
      {(['owner', 'tags'] as const).map((field) => (
        <PopoverButton
          key={field}
          size="small"
          panelLabel={texts.set(fields[field])}
          panel={(close) =>
            parts.bulkEdit(field, ids, () => {
              close();
              onDone();
            })
          }
        >
          {texts.set(fields[field])}
        </PopoverButton>
      ))}
      <Button size="small" onClick={() => parts.onShowInTable(rule ?? exact, indexes)}>
        {texts.showInTable}
      </Button>
    </div>
  );
}

/** The chosen part as a rule of its own; undefined when "any of" cannot be narrowed further. */
function ruleOf(parts: PortfolioParts, view: PortfolioViewState, currency: string): SegmentRule | undefined {
  const { rule } = parts.scope;
  const filters = filtersOf(view, currency, parts.today);
  if (filters.length === 0) return rule;
  if (rule.match === 'any' && rule.filters.length > 1) return undefined;
  return { match: 'all', filters: [...rule.filters, ...filters] };
}

function Chosen({ parts, currency }: { readonly parts: PortfolioParts; readonly currency: string }) {
  const texts = useText('portfolio');
  const { format } = useLocale();
  const view = usePortfolioView();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { table, scope, today } = parts;
  const { rows } = table;
  const { axes, health, days, arr } = view;
  const listed = useMemo(() => {
    const ranges = { axes, health, days, arr };
    const revenue = ({ arr: sums }: AccountRow) =>
      sums.find((money) => money.currency === currency)?.minor ?? -1;
    return Array.from(scope.indexes)
      .flatMap((index) => {
        const row = rows[index];
        if (row === undefined || !passes(row, ranges, currency, today)) return [];
        return [{ index, by: revenue(row) }];
      })
      .sort((a, b) => b.by - a.by)
      .map(({ index }) => index);
  }, [rows, scope, axes, health, days, arr, currency, today]);
  const picked = listed.filter((index) => chosen.has(rows[index]?.account.id ?? ''));
  const acted = picked.length > 0 ? picked : listed;
  const total = totalOf(rows, acted);
  const sums = total.arr.map((money) => format.moneyShort(money)).join(' · ');
  if (listed.length === 0) {
    return (
      <EmptyState
        icon={SearchX}
        title={texts.noMatch}
        actions={isNarrowed(view) ? <Button onClick={showAll}>{texts.clearArea}</Button> : undefined}
      >
        {texts.noMatchBody}
      </EmptyState>
    );
  }
  return (
    <section aria-label={texts.chosen} className="kz-portfolio-chosen">
      <div className="kz-portfolio-chosen-head">
        <h2>
          <span role="status">
            {picked.length > 0 ? texts.picked(picked.length) : texts.listed(listed.length)}
          </span>
          <span className="kz-portfolio-faint">{sums}</span>
        </h2>
        <Actions
          parts={parts}
          rule={picked.length > 0 ? undefined : ruleOf(parts, view, currency)}
          indexes={acted}
          onDone={() => setChosen(new Set())}
        />
      </div>
      <AccountList
        rows={rows}
        indexes={listed}
        chosen={chosen}
        today={today}
        onChosen={setChosen}
        onOpen={parts.onOpen}
      />
    </section>
  );
}

export function PicturePage(parts: PortfolioParts) {
  const texts = useText('portfolio');
  const view = usePortfolioView();
  const { table, scope, today, onOpen } = parts;
  const { rows } = table;
  const currencies = useMemo(() => currenciesOf(rows), [rows]);
  const currency =
    (view.currency !== undefined && currencies.includes(view.currency) ? view.currency : currencies[0]) ??
    'USD';
  const { axes, reach } = view;
  const picture = useMemo(
    () => placeAccounts(rows, scope.indexes, { axes, reach }, currency, today),
    [rows, scope, axes, reach, currency, today],
  );
  const option = useOption(parts, picture.points, currency);
  const area = useMemo(() => areaOf(view, picture.points), [view, picture.points]);
  const onArea = useCallback((drawn: ChartArea | undefined) => changePortfolio(areasOf(axes, drawn)), [axes]);
  const onPick = (data: unknown) => {
    const row = rows[pickedIndex(data) ?? -1];
    if (row !== undefined) onOpen(row.account.id);
  };
  return (
    <div className="kz-portfolio-picture">
      <aside className="kz-portfolio-side">{parts.segments}</aside>
      <div className="kz-portfolio-main">
        <PictureBar currencies={currencies} currency={currency} />
        {picture.points.length === 0 ? (
          <EmptyState title={texts.nothingToPlace}>{texts.nothingToPlaceBody}</EmptyState>
        ) : (
          <>
            <Chart
              label={texts.pictureLabel[axes](picture.points.length)}
              option={option}
              height={HEIGHT}
              area={area}
              onArea={onArea}
              onPick={onPick}
            />
            <p className="kz-portfolio-faint">{texts.howToChoose}</p>
          </>
        )}
        <LeftOutLine left={picture.left} />
        <Chosen parts={parts} currency={currency} />
      </div>
    </div>
  );
}

/** What the picture shows and which part of it is chosen: the same as drawing an area, for the keyboard. */
import { useText } from '#renderer/i18n/locale.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import {
  changePortfolio,
  OPEN,
  type PortfolioViewState,
  type Range,
  usePortfolioView,
} from '#renderer/ui-state/portfolio-view.ts';

interface RangeFieldsProps {
  readonly label: string;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
}

function RangeFields({ label, range, onRange }: RangeFieldsProps) {
  const texts = useText('portfolio');
  return (
    <fieldset className="kz-portfolio-range" aria-label={label}>
      <span className="kz-label" aria-hidden="true">
        {label}
      </span>
      <div>
        <NumberField
          label={texts.fromOf(label)}
          hideLabel
          value={range.from}
          unreadable={texts.noNumber}
          onChange={(from) => onRange({ ...range, from })}
        />
        <span aria-hidden="true">–</span>
        <NumberField
          label={texts.toOf(label)}
          hideLabel
          value={range.to}
          unreadable={texts.noNumber}
          onChange={(to) => onRange({ ...range, to })}
        />
      </div>
    </fieldset>
  );
}

interface PictureBarProps {
  readonly currencies: readonly string[];
  readonly currency: string;
}

export function PictureBar({ currencies, currency }: PictureBarProps) {
  const texts = useText('portfolio');
  const { axes, reach, health, days, arr } = usePortfolioView();
  return (
    <div className="kz-portfolio-bar">
      <Select<PortfolioViewState['axes']>
        label={texts.axesLabel}
        value={axes}
        options={[
          { value: 'renewal', label: texts.axes.renewal },
          { value: 'revenue', label: texts.axes.revenue },
        ]}
        onChange={(next) => changePortfolio({ axes: next })}
      />
      {axes === 'renewal' && (
        <Select<PortfolioViewState['reach']>
          label={texts.reachLabel}
          value={reach}
          options={(['quarter', 'year', 'all'] as const).map((value) => ({
            value,
            label: texts.reach[value],
          }))}
          onChange={(next) => changePortfolio({ reach: next })}
        />
      )}
      {currencies.length > 1 && (
        <Select
          label={texts.currency}
          value={currency}
          options={currencies.map((value) => ({ value, label: value }))}
          onChange={(next) => changePortfolio({ currency: next, arr: OPEN })}
        />
      )}
      <RangeFields
        label={texts.health}
        range={health}
        onRange={(range) => changePortfolio({ health: range })}
      />
      {axes === 'renewal' ? (
        <RangeFields label={texts.days} range={days} onRange={(range) => changePortfolio({ days: range })} />
      ) : (
        <RangeFields
          label={texts.revenueIn(currency)}
          range={arr}
          onRange={(range) => changePortfolio({ arr: range })}
        />
      )}
    </div>
  );
}

/** The conditions beyond the kind: person, source, touch or not, sentiment and dates; each takes effect at once. */
import { useText } from '#renderer/i18n/locale.ts';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { type TimelineFilter, WRITTEN_HERE, withFilter } from '#shared/domain/timeline/filter.ts';

interface FilterPanelProps {
  readonly filter: TimelineFilter;
  readonly people: readonly string[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: TimelineFilter) => void;
}

const ANY = '';
const STEPS = [1, 2, 3, 4, 5] as const;

function SentimentSteps({ filter, onChange }: Pick<FilterPanelProps, 'filter' | 'onChange'>) {
  const texts = useText('timeline');
  const chosen = new Set(filter.sentiment);
  return (
    <fieldset className="kz-tl-steps">
      <legend className="kz-label">{texts.sentiment}</legend>
      {STEPS.map((step) => (
        <Checkbox
          key={step}
          checked={chosen.has(step)}
          onChange={(checked) => {
            const rest = STEPS.filter((each) => (each === step ? checked : chosen.has(each)));
            onChange(withFilter(filter, { sentiment: rest }));
          }}
        >
          {texts.sentimentSteps[step]}
        </Checkbox>
      ))}
    </fieldset>
  );
}

export function FilterPanel({ filter, people, sources, onChange }: FilterPanelProps) {
  const texts = useText('timeline');
  return (
    <div className="kz-tl-panel">
      <ComboBox
        label={texts.person}
        placeholder={texts.anybody}
        value={filter.person ?? ''}
        options={people.map((name) => ({ value: name, label: name }))}
        allowsOther
        onChange={(name) =>
          onChange(withFilter(filter, { person: name.trim() === '' ? undefined : name.trim() }))
        }
      />
      <Select
        label={texts.source}
        value={filter.source ?? ANY}
        options={[
          { value: ANY, label: texts.anySource },
          { value: WRITTEN_HERE, label: texts.here },
          ...sources.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => onChange(withFilter(filter, { source: id === ANY ? undefined : id }))}
      />
      <Select
        label={texts.contact}
        value={filter.touch ?? ANY}
        options={[
          { value: ANY, label: texts.anyContact },
          { value: 'touch', label: texts.onlyTouches },
          { value: 'other', label: texts.noTouches },
        ]}
        onChange={(value) =>
          onChange(withFilter(filter, { touch: value === 'touch' || value === 'other' ? value : undefined }))
        }
      />
      <SentimentSteps filter={filter} onChange={onChange} />
      <div className="kz-tl-dates">
        <DateField
          label={texts.fromDay}
          value={filter.from}
          onChange={(from) => onChange(withFilter(filter, { from }))}
        />
        <DateField
          label={texts.toDay}
          value={filter.to}
          onChange={(to) => onChange(withFilter(filter, { to }))}
        />
      </div>
    </div>
  );
}

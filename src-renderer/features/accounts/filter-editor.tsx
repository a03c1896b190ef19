/** Puts one filter together: first the column, then its condition; loaded when it first opens. */
import { ArrowLeft } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AccountRow } from '#renderer/data/book.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/choice.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { SearchField, TextField } from '#renderer/ui/text-field.tsx';
import { foldText } from '#shared/domain/table/fold-text.ts';
import type { Filter, FilterOp, Period } from '#shared/domain/table/view-definition.ts';
import type { AccountColumn, AccountColumns } from './account-columns.ts';
import { type CellWords, columnLabel, valueLabel } from './cell-words.ts';
import { currenciesOf, draftOf, type FilterDraft, filterOf, valuesOf } from './filter-draft.ts';
import { opsFor } from './filter-words.ts';
import './filter-editor.css';

/** A list longer than this is searched, not scrolled. */
const MOST_SHOWN = 200;
const PERIODS: readonly Period[] = ['thisMonth', 'nextMonth', 'thisQuarter', 'nextQuarter'];

interface PartProps {
  readonly column: AccountColumn;
  readonly draft: FilterDraft;
  readonly onDraft: (change: Partial<FilterDraft>) => void;
  readonly rows: readonly AccountRow[];
  readonly words: CellWords;
  readonly onCommit: () => void;
}

function ValueList({ column, draft, onDraft, rows, words }: PartProps) {
  const { texts, format } = words;
  const [query, setQuery] = useState('');
  const all = useMemo(() => {
    const met = valuesOf(column, rows);
    // A value of the filter that no row has any more can still be taken out.
    const gone = draft.values.filter((value) => !met.some((other) => other.value === value));
    return [...met, ...gone.map((value) => ({ value, count: 0 }))];
  }, [column, rows, draft.values]);
  const wanted = foldText(query.trim());
  const found = all.filter(({ value }) => foldText(valueLabel(column, value, words)).includes(wanted));
  const toggle = (value: string, on: boolean) =>
    onDraft({ values: on ? [...draft.values, value] : draft.values.filter((other) => other !== value) });
  return (
    <>
      {all.length > 8 && <SearchField label={texts.findValue} value={query} onChange={setQuery} />}
      <ul className="acc-values kz-scroll" aria-label={texts.values}>
        {found.slice(0, MOST_SHOWN).map(({ value, count }) => (
          <li key={value}>
            <Checkbox checked={draft.values.includes(value)} onChange={(on) => toggle(value, on)}>
              {valueLabel(column, value, words)}
            </Checkbox>
            {count !== undefined && <span className="acc-soft">{format.number(count)}</span>}
          </li>
        ))}
        {all.length === 0 && column.choices !== undefined && (
          <li className="acc-soft">{column.choices.none}</li>
        )}
        {found.length > MOST_SHOWN && (
          <li className="acc-soft">{texts.moreValues(found.length - MOST_SHOWN)}</li>
        )}
      </ul>
    </>
  );
}

function RangeFields({ column, draft, onDraft, rows, words }: PartProps) {
  const { texts } = words;
  const currencies = useMemo(() => currenciesOf(column, rows), [column, rows]);
  const currency = draft.currency ?? currencies[0];
  const set = (change: Partial<FilterDraft>) => onDraft({ currency, ...change });
  return (
    <>
      {currencies.length > 1 && (
        <Select
          label={texts.currency}
          value={currency}
          options={currencies.map((code) => ({ value: code, label: code }))}
          onChange={(code) => set({ currency: code })}
        />
      )}
      <div className="acc-pair">
        <NumberField
          label={texts.from}
          value={draft.from}
          unreadable={texts.noNumber}
          onChange={(from) => set({ from })}
        />
        <NumberField
          label={texts.to}
          value={draft.to}
          unreadable={texts.noNumber}
          onChange={(to) => set({ to })}
        />
      </div>
    </>
  );
}

/** The inputs that the chosen condition needs. */
function Inputs(props: PartProps) {
  const { draft, onDraft, words, onCommit } = props;
  const { texts } = words;
  switch (draft.op) {
    case 'contains':
    case 'lacks':
    case 'is':
    case 'isNot':
    case 'starts':
      return (
        <TextField
          label={texts.text}
          value={draft.text}
          onChange={(text) => onDraft({ text })}
          onCommit={onCommit}
        />
      );
    case 'anyOf':
    case 'noneOf':
    case 'allOf':
      return <ValueList {...props} />;
    case 'range':
      return <RangeFields {...props} />;
    case 'days':
      return (
        <div className="acc-pair">
          <DateField label={texts.from} value={draft.fromDay} onChange={(fromDay) => onDraft({ fromDay })} />
          <DateField label={texts.to} value={draft.toDay} onChange={(toDay) => onDraft({ toDay })} />
        </div>
      );
    case 'nextDays':
    case 'pastDays':
    case 'notPastDays':
      return (
        <NumberField
          label={texts.days}
          value={draft.days}
          unreadable={texts.noNumber}
          onChange={(days) => onDraft({ days })}
        />
      );
    case 'period':
      return (
        <Select<Period>
          label={texts.ops.period}
          value={draft.period}
          options={PERIODS.map((value) => ({ value, label: texts.periods[value] }))}
          onChange={(period) => onDraft({ period })}
        />
      );
    default:
      return null;
  }
}

export interface FilterEditorProps {
  readonly column: AccountColumn;
  readonly filter: Filter | undefined;
  readonly rows: readonly AccountRow[];
  readonly words: CellWords;
  readonly onDone: (filter: Filter) => void;
  readonly onBack?: (() => void) | undefined;
}

export function FilterEditor({ column, filter, rows, words, onDone, onBack }: FilterEditorProps) {
  const { texts } = words;
  const [draft, setDraft] = useState(() => draftOf(column, filter));
  const onDraft = (change: Partial<FilterDraft>) => setDraft((now) => ({ ...now, ...change }));
  const ready = filterOf(column, draft);
  const commit = () => {
    if (ready !== undefined) onDone(ready);
  };
  const label = columnLabel(column, words);
  return (
    <div className="acc-filter-editor">
      <div className="acc-filter-head">
        {onBack !== undefined && (
          <IconButton icon={ArrowLeft} size="small" label={texts.chooseColumn} onClick={onBack} />
        )}
        <strong>{label}</strong>
      </div>
      <Select<FilterOp>
        label={texts.condition}
        value={draft.op}
        options={opsFor(column).map((value) => ({ value, label: texts.ops[value] }))}
        onChange={(op) => onDraft({ op })}
      />
      <Inputs column={column} draft={draft} onDraft={onDraft} rows={rows} words={words} onCommit={commit} />
      <Button variant="primary" disabled={ready === undefined} onClick={commit}>
        {texts.filter}
      </Button>
    </div>
  );
}

export interface FilterBuilderProps {
  readonly columns: AccountColumns;
  /** Already chosen, from a heading's menu. */
  readonly startColumn: string | undefined;
  readonly rows: readonly AccountRow[];
  readonly words: CellWords;
  readonly onAdd: (filter: Filter) => void;
}

export function FilterBuilder({ columns, startColumn, rows, words, onAdd }: FilterBuilderProps) {
  const { texts } = words;
  const [columnId, setColumnId] = useState(startColumn);
  const [query, setQuery] = useState('');
  const column = columnId === undefined ? undefined : columns.get(columnId);
  if (column !== undefined) {
    const back = startColumn === undefined ? () => setColumnId(undefined) : undefined;
    return (
      <FilterEditor
        column={column}
        filter={undefined}
        rows={rows}
        words={words}
        onDone={onAdd}
        onBack={back}
      />
    );
  }
  const wanted = foldText(query.trim());
  const found = [...columns.values()].filter((one) => foldText(columnLabel(one, words)).includes(wanted));
  const [first] = found;
  return (
    <div className="acc-filter-editor">
      <SearchField
        label={texts.chooseColumn}
        value={query}
        onChange={setQuery}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && first !== undefined)
            setColumnId(first.id);
        }}
      />
      <ul className="acc-columns-list kz-scroll">
        {found.map((one) => (
          <li key={one.id}>
            <button type="button" onClick={() => setColumnId(one.id)}>
              {columnLabel(one, words)}
            </button>
          </li>
        ))}
        {found.length === 0 && <li className="acc-soft">{texts.noColumn}</li>}
      </ul>
    </div>
  );
}

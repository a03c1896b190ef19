/** One column of a file: its header, where it goes, how it is read, three of its values, and how sure the guess is. */
import { ArrowRight } from 'lucide-react';
import { memo } from 'react';
import { fieldLabel } from '#renderer/i18n/field-label.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Select, type SelectOption } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { NounName } from '#shared/model/field.ts';
import type { ColumnPlan, TableInspection, TablePlan } from '#shared/model/import-plan.ts';
import { nounFields } from '#shared/model/nouns.ts';
import { type CustomKind, retarget, targetOf, targetValue } from './column-edit.ts';
import { ColumnReadingView } from './column-reading.tsx';
import { LIKELY, SURE } from './flow-problems.ts';
import { sendFlow } from './flow-store.ts';

function useTargets(noun: NounName): readonly SelectOption[] {
  const texts = useText('sources');
  const fields = useText('fields');
  const names = Object.keys(nounFields[noun]);
  const own = texts.fieldsOf(fields.nouns[noun].one);
  const group = texts.elsewhere;
  const parts: SelectOption[] =
    noun === 'contact'
      ? [
          { value: 'field:name/given', label: texts.givenName, group: own },
          { value: 'field:name/family', label: texts.familyName, group: own },
        ]
      : [];
  return [
    ...names.map((field) => ({
      value: `field:${field}`,
      label: fieldLabel(fields, noun, field),
      group: own,
    })),
    ...parts,
    { value: 'custom', label: texts.customField, group },
    { value: 'skip', label: texts.skip, group },
  ];
}

function Certainty({ column }: { readonly column: ColumnPlan }) {
  const texts = useText('sources');
  const { confidence } = column;
  const [dots, word] =
    confidence >= 1
      ? ['●●●', texts.chosenBy]
      : confidence >= SURE
        ? ['●●●', texts.sure]
        : confidence >= LIKELY
          ? ['●●○', texts.likely]
          : ['●○○', texts.unsure];
  return (
    <span className="kz-certainty" data-unsure={confidence < LIKELY}>
      <span aria-hidden="true">{dots}</span> {word}
    </span>
  );
}

interface CustomProps {
  readonly column: ColumnPlan;
  readonly onChange: (column: ColumnPlan) => void;
}

function CustomName({ column, onChange }: CustomProps) {
  const texts = useText('sources');
  const { target } = column;
  if (target.type !== 'custom') return null;
  return (
    <div className="kz-custom-name">
      <TextField
        label={`${texts.customName}: ${column.header}`}
        hideLabel
        value={target.name}
        maxLength={120}
        onChange={(name) => onChange({ ...column, target: { ...target, name } })}
      />
    </div>
  );
}

function CustomKindChoice({ column, onChange }: CustomProps) {
  const texts = useText('sources');
  const { target } = column;
  if (target.type !== 'custom') return null;
  const kinds = Object.keys(texts.customKinds) as CustomKind[];
  return (
    <Select
      quiet
      hideLabel
      label={`${texts.customKind}: ${column.header}`}
      value={target.valueKind}
      options={kinds.map((value) => ({ value, label: texts.customKinds[value] }))}
      onChange={(valueKind) => onChange({ ...column, target: { ...target, valueKind } })}
    />
  );
}

export interface ColumnRowProps {
  readonly id: string;
  readonly noun: TablePlan['noun'];
  readonly column: ColumnPlan;
  readonly inspection: TableInspection;
  readonly others: readonly TableInspection[];
  readonly isNew: boolean;
  readonly open: boolean;
  readonly tableKey: string;
}

export const ColumnRow = memo(function ColumnRow({
  id,
  noun,
  column,
  inspection,
  others,
  isNew,
  open,
  tableKey,
}: ColumnRowProps) {
  const onChange = (next: ColumnPlan) => sendFlow({ type: 'column-set', tableKey, column: next });
  const texts = useText('sources');
  const options = useTargets(noun === 'skip' ? 'account' : noun);
  const stats = inspection.columns[column.index];
  const name = column.header.trim() === '' ? texts.unnamedColumn(column.index + 1) : column.header;
  const skipped = column.target.type === 'skip';
  return (
    <li className="kz-column" id={id} data-skipped={skipped} data-open={open} tabIndex={-1}>
      <span className="kz-column-name" title={name}>
        {name}
        {isNew && <Badge tone="accent">{texts.newColumn}</Badge>}
      </span>
      <ArrowRight size={14} strokeWidth={1.75} aria-hidden className="kz-column-arrow" />
      <div className="kz-column-target">
        <Select
          hideLabel
          label={`${texts.target}: ${name}`}
          value={targetValue(column.target)}
          options={options}
          onChange={(value) =>
            onChange(retarget(column, targetOf(value, column, stats), { noun, inspection, others }))
          }
        />
        <CustomName column={column} onChange={onChange} />
      </div>
      <div className="kz-column-reading">
        <CustomKindChoice column={column} onChange={onChange} />
        {stats !== undefined && (
          <ColumnReadingView
            noun={noun}
            column={column}
            stats={stats}
            columns={inspection.columns}
            onChange={onChange}
          />
        )}
      </div>
      <span className="kz-column-samples">
        {stats === undefined || stats.filled === 0 ? (
          <span className="kz-hint">{texts.allBlank}</span>
        ) : (
          stats.samples.slice(0, 3).map((sample) => (
            <span key={sample} title={sample}>
              {sample}
            </span>
          ))
        )}
      </span>
      {skipped ? <span /> : <Certainty column={column} />}
    </li>
  );
});

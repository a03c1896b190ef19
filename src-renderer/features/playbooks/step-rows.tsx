/** The steps of a playbook, each changed where it stands: words, side, person, day and place. */
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Texts } from '#renderer/i18n/dictionaries.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { InlineEdit } from '#renderer/ui/inline-edit.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { changeStep, moveStep, ownerFits } from '#shared/domain/playbooks/edit-playbook.ts';
import { type PlaybookStep, STEP_OWNERS } from '#shared/model/playbook.ts';
import { ownerName } from './play-words.ts';

type Steps = readonly PlaybookStep[];

interface StepRowsProps {
  readonly steps: Steps;
  readonly newId: () => string;
  /** Told as what is done to the steps, whatever they are by then. */
  readonly onChange: (edit: (now: Steps) => Steps) => void;
}

interface RowProps {
  readonly step: PlaybookStep;
  readonly texts: Texts['playbooks'];
  readonly fields: Texts['fields'];
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (patch: Partial<Omit<PlaybookStep, 'id'>>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function Owner({ step, texts, fields, onChange }: RowProps) {
  const owners = STEP_OWNERS.filter((owner) => ownerFits({ side: step.side, owner }));
  return (
    <div className="kz-play-owner">
      <Select
        quiet
        hideLabel
        label={texts.ofStep(texts.columns.who, step.title)}
        value={step.owner}
        options={owners.map((value) => ({ value, label: ownerName(value, { playbooks: texts, fields }) }))}
        onChange={(owner) => onChange({ owner })}
      />
      {step.owner === 'name' && (
        <InlineEdit
          label={texts.ofStep(texts.personName, step.title)}
          value={step.name ?? ''}
          onSave={(name) => onChange({ name })}
        />
      )}
    </div>
  );
}

function When({ step, texts, onChange }: RowProps) {
  return (
    <div className="kz-play-when">
      <NumberField
        hideLabel
        label={texts.ofStep(texts.days, step.title)}
        value={step.days}
        unreadable={texts.unreadable}
        onChange={(days) => onChange({ days: Math.min(3650, Math.max(0, Math.round(days ?? 0))) })}
      />
      <Select
        quiet
        hideLabel
        label={texts.ofStep(texts.columns.when, step.title)}
        value={step.from}
        options={(['start', 'renewal'] as const).map((value) => ({ value, label: texts.from[value] }))}
        onChange={(from) => onChange({ from })}
      />
    </div>
  );
}

function StepRow(props: RowProps) {
  const { step, texts, isFirst, isLast, onChange, onMove, onRemove } = props;
  const { title } = step;
  return (
    <li>
      <div className="kz-play-step-head">
        <div>
          <InlineEdit
            label={texts.columns.what}
            value={title}
            check={(words) => (words === '' ? texts.titleNeeded : undefined)}
            onSave={(words) => onChange({ title: words })}
          />
        </div>
        <IconButton
          icon={ArrowUp}
          size="small"
          disabled={isFirst}
          label={texts.moveUp(title)}
          onClick={() => onMove(-1)}
        />
        <IconButton
          icon={ArrowDown}
          size="small"
          disabled={isLast}
          label={texts.moveDown(title)}
          onClick={() => onMove(1)}
        />
        <IconButton icon={Trash2} size="small" label={texts.removeStep(title)} onClick={onRemove} />
      </div>
      <div className="kz-play-step-facts">
        <Select
          quiet
          hideLabel
          label={texts.ofStep(texts.columns.side, title)}
          value={step.side}
          options={(['ours', 'theirs'] as const).map((value) => ({ value, label: texts.sides[value] }))}
          onChange={(side) => onChange({ side })}
        />
        <Owner {...props} />
        <When {...props} />
      </div>
    </li>
  );
}

/** Enter adds it a week after the last step, ours. */
function AddStep({ newId, onChange }: StepRowsProps) {
  const texts = useText('playbooks');
  const [title, setTitle] = useState('');
  const add = () => {
    const words = title.trim();
    if (words === '') return;
    const id = newId();
    onChange((steps) => {
      const last = steps.at(-1);
      const from = last?.from ?? 'start';
      const days = last === undefined ? 0 : Math.max(0, last.days + (from === 'start' ? 7 : -7));
      return [...steps, { id, title: words, side: 'ours', owner: 'account-owner', days, from }];
    });
    setTitle('');
  };
  return (
    <div className="kz-play-add">
      <TextField
        hideLabel
        label={texts.addStep}
        placeholder={texts.addStep}
        value={title}
        onChange={setTitle}
        onCommit={add}
      />
    </div>
  );
}

export function StepRows(props: StepRowsProps) {
  const { steps, onChange } = props;
  const texts = useText('playbooks');
  const fields = useText('fields');
  return (
    <section aria-label={texts.steps}>
      <h3>{texts.steps}</h3>
      {steps.length === 0 ? (
        <p className="kz-play-faint">{texts.noSteps}</p>
      ) : (
        <ol className="kz-play-steps">
          {steps.map((step, i) => (
            <StepRow
              key={step.id}
              step={step}
              texts={texts}
              fields={fields}
              isFirst={i === 0}
              isLast={i === steps.length - 1}
              onChange={(patch) =>
                onChange((now) => now.map((each) => (each.id === step.id ? changeStep(each, patch) : each)))
              }
              onMove={(by) => onChange((now) => moveStep(now, step.id, by))}
              onRemove={() => onChange((now) => now.filter(({ id }) => id !== step.id))}
            />
          ))}
        </ol>
      )}
      <AddStep {...props} />
      <p className="kz-hint">{texts.noHolidays}</p>
    </section>
  );
}

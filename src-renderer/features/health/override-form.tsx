/** Sets a band for a time, with a reason: what is computed stays visible beside it. */
import { useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { setOverride } from '#renderer/data/health/health-edits.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';
import { addDays } from '#shared/domain/table/days.ts';
import { BANDS, type SetBand } from '#shared/model/health.ts';
import { type FormProblem, problemOf } from './form-problem.ts';

interface OverrideFormProps {
  readonly accountId: string;
  readonly today: string;
  readonly onDone: () => void;
}

/** A judgement about a quarter is old after it. */
const USUAL_DAYS = 30;

const CHOICES = BANDS.filter((band): band is SetBand => band !== 'unknown');

export function OverrideForm({ accountId, today, onDone }: OverrideFormProps) {
  const texts = useText('health');
  const ui = useText('ui');
  const words = useText('healthWords');
  const { store } = useData();
  const [band, setBand] = useState<SetBand>('watch');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | undefined>(addDays(today, USUAL_DAYS));
  const [problem, setProblem] = useState<FormProblem | undefined>(undefined);
  const save = async () => {
    const done = await setOverride(store, accountId, { band, reason, until: until ?? '' }, today);
    if (!done.ok) return setProblem(problemOf(done.error, texts.problem, ui));
    offerUndo(texts.didSet);
    onDone();
  };
  return (
    <form
      className="kz-health-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Select
        label={texts.bandLabel}
        value={band}
        options={CHOICES.map((value) => ({ value, label: words.bands[value] }))}
        onChange={setBand}
      />
      <TextField label={texts.reason} value={reason} error={problem?.reason} onChange={setReason} />
      <DateField label={texts.until} value={until} min={today} error={problem?.until} onChange={setUntil} />
      {problem?.other !== undefined && <p role="alert">{problem.other}</p>}
      <Button variant="primary" type="submit">
        {texts.save}
      </Button>
    </form>
  );
}

/** The CSM's own judgement of the account: five steps, reasons, and how long it holds. */
import { useState } from 'react';
import { useData } from '#renderer/data/data-context.ts';
import { logSentiment } from '#renderer/data/health/health-edits.ts';
import { useText } from '#renderer/i18n/locale.ts';
import { Button } from '#renderer/ui/button.tsx';
import { RadioGroup } from '#renderer/ui/choice.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { offerUndo } from '#renderer/ui/undo-toast.ts';
import { addDays } from '#shared/domain/table/days.ts';
import { type FormProblem, problemOf } from './form-problem.ts';

interface SentimentFormProps {
  readonly accountId: string;
  readonly today: string;
  readonly onDone: () => void;
}

const STEPS = [1, 2, 3, 4, 5] as const;
const USUAL_DAYS = 60;

export function SentimentForm({ accountId, today, onDone }: SentimentFormProps) {
  const texts = useText('health');
  const ui = useText('ui');
  const { measures } = useText('healthWords');
  const { store } = useData();
  const [value, setValue] = useState<number>(3);
  const [reasons, setReasons] = useState('');
  const [until, setUntil] = useState<string | undefined>(addDays(today, USUAL_DAYS));
  const [problem, setProblem] = useState<FormProblem | undefined>(undefined);
  const save = async () => {
    const input = { value, reasons: reasons.split(/[,、，]/u), until: until ?? '' };
    const done = await logSentiment(store, accountId, input, today);
    if (!done.ok) return setProblem(problemOf(done.error, texts.problem, ui));
    offerUndo(texts.didJudge);
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
      <RadioGroup
        label={texts.judgeTitle}
        value={String(value)}
        options={STEPS.map((step) => ({ value: String(step), label: measures.sentiment.value(step) }))}
        onChange={(step) => setValue(Number(step))}
      />
      <TextField label={texts.sentimentReasons} value={reasons} onChange={setReasons} />
      <DateField label={texts.until} value={until} min={today} error={problem?.until} onChange={setUntil} />
      {problem?.other !== undefined && <p role="alert">{problem.other}</p>}
      <Button variant="primary" type="submit">
        {texts.logSentiment}
      </Button>
    </form>
  );
}

/** New values that were said in a meeting, one field for each open objective: they are logged with the note. */
import { useData } from '#renderer/data/data-context.ts';
import { objectivesOf } from '#renderer/data/read-plan.ts';
import { useLive } from '#renderer/data/use-live.ts';
import { readNumber } from '#renderer/ui/number-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Objective } from '#shared/model/objective.ts';
import { usePlanWords } from './plan-words.ts';
import './plans.css';

interface ReviewValuesProps {
  readonly accountId: string;
  /** As typed, by the id of the objective. */
  readonly values: Readonly<Record<string, string>>;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}

/** Nobody says a number of what has no figures at all. */
function isMeasurable({ state, baseline, target, measurements }: Objective): boolean {
  return state === 'open' && (baseline !== undefined || target !== undefined || measurements.length > 0);
}

export function ReviewValues({ accountId, values, onChange }: ReviewValuesProps) {
  const { texts } = usePlanWords();
  const { db } = useData();
  const live = useLive(() => objectivesOf(db, accountId), [db, accountId]);
  // What was typed is shown to the end, even of an objective that was closed meanwhile.
  const isShown = (objective: Objective) => isMeasurable(objective) || (values[objective.id] ?? '') !== '';
  const open = live.state === 'ready' ? live.value.filter(isShown) : [];
  if (open.length === 0) return null;
  return (
    <section className="kz-plan-review" aria-label={texts.reviewTitle}>
      <h3>{texts.reviewTitle}</h3>
      <p className="kz-hint">{texts.reviewHint}</p>
      <div>
        {open.map(({ id, title, unit }) => {
          const value = values[id] ?? '';
          return (
            <TextField
              key={id}
              label={texts.newValueOf(title, unit)}
              inputMode="decimal"
              autoComplete="off"
              value={value}
              error={readNumber(value) === undefined ? texts.notNumber : undefined}
              onChange={(next) => onChange({ ...values, [id]: next })}
            />
          );
        })}
      </div>
    </section>
  );
}
